"""Half-filled counter forms: kept while one types, listed, dropped."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.flow import Act
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import fragment
from motcua.dossiers.services import drop_draft, keep_draft

NOT_KEPT = frozenset({"csrfmiddlewaretoken", "do", "key"})
LARGEST = 100_000


@official(Act.RECEIVE)
def autosave(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Keep what is typed so far; says when. A GET leads to the form as it was left."""
    if request.method != "POST":
        return HttpResponseRedirect(f"{reverse('desk:counter')}?nhap={uuid}")
    kept = keep(request, uuid)
    return fragment(request, "desk/_saved.html", {"kept": kept})


@official(Act.RECEIVE)
@require_POST
def drop(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Forget a draft."""
    drop_draft(request.actor, uuid)
    return HttpResponseRedirect(reverse("desk:counter"))


def keep(request: DeskRequest, uuid: UUID, form: QueryDict | None = None) -> bool:
    """Keep the posted form (or `form`) under `uuid`; not when it is empty or absurdly large."""
    sent = request.POST if form is None else form
    data = {name: values for name, values in sent.lists() if name not in NOT_KEPT}
    size = sum(len(value) for values in data.values() for value in values)
    worth = any(data.get(name, [""])[0] for name in ("procedure", "o0-name", "o0-id_number"))
    if not worth or size > LARGEST:
        return False
    keep_draft(request.actor, uuid, {**data, "draft": [str(uuid)]}, request.at)
    return True
