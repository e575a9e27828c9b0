"""The first-run page: the code from the terminal, then one form, then signing in."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from motcua.config import environment, reference
from motcua.config.installing import code, waiting
from motcua.config.installing.form import FirstRunForm
from motcua.config.installing.opening import move_in
from motcua.config.refusals import sentence_of
from motcua.core.refusal import Refused

UNLOCKED = "first_run"
FIELD_OF = {
    "bad_agency_code": "agency_code",
    "agency_code_taken": "agency_code",
    "not_an_office": "office",
    "below_not_below": "below",
    "no_office_named": "name",
    "bad_hours": "morning_from",
    "bad_next_number": "next_number",
    "password_too_short": "password",
    "password_too_common": "password",
    "password_like_name": "password",
    "username_not_plain": "username",
    "username_taken": "username",
}


@never_cache
def first_run(request: HttpRequest) -> HttpResponse:
    """Not found once anybody can sign in; before, what is asked only of who knows the code."""
    unlocked = request.session.get(UNLOCKED) is True
    if waiting.has_moved_in():
        raise Http404("an office has moved in")
    if not unlocked:
        return _ask_the_code(request)
    if request.method == "POST" and "code" not in request.POST:
        return _open(request)
    reference.load()
    return _draw(request, FirstRunForm())


def _ask_the_code(request: HttpRequest) -> HttpResponse:
    typed = request.POST.get("code", "")[:100]
    if typed and code.matches(settings.MOTCUA_DATA, typed):
        request.session[UNLOCKED] = True
        return HttpResponseRedirect(reverse("first-run"))
    fault = ""
    if request.method == "POST":
        fault = (
            "Mã thiết lập không đúng. Xem lại dòng cuối trong cửa sổ lệnh đang chạy motcua serve."
        )
    return render(request, "installing/code.html", {"fault": fault}, status=403 if fault else 200)


def _open(request: HttpRequest) -> HttpResponse:
    form = FirstRunForm(request.POST)
    if not form.is_valid():
        return _draw(request, form, 422)
    try:
        office = move_in(form.moving(), settings.MOTCUA_DATA)
    except Refused as refused:
        name = FIELD_OF.get(refused.code)
        sentence = sentence_of(refused) or refused.code
        form.add_error(name if name in form.fields else None, sentence)
        return _draw(request, form, 409)
    del request.session[UNLOCKED]
    context = {
        "office": office,
        "username": form.cleaned_data["username"].lower(),
        "restarts": bool(environment.kept_in(settings.MOTCUA_DATA)),
    }
    return render(request, "installing/done.html", context)


def _draw(request: HttpRequest, form: FirstRunForm, status: int = 200) -> HttpResponse:
    faults = [
        (form[name].id_for_label if name in form.fields else "", sentence)
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
    context = {"form": form, "faults": faults}
    return render(request, "installing/first_run.html", context, status=status)
