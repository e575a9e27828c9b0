"""Files taken away: one as it is kept, or all of a dossier packed together."""

import zipfile
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase

from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.views.dossier import meet
from motcua.desk.views.files.viewing import sandboxed
from motcua.dossiers import refusals
from motcua.dossiers.selectors.filed import Filed, filed, filed_one
from motcua.files.kinds import ending_of
from motcua.files.store import FileDamaged, read
from motcua.identity.grants import Duty


@official(Duty.OPEN)
def download(request: DeskRequest, code: str, number: int) -> HttpResponseBase:
    """The file as it is kept, always to be saved, never opened by the browser as a page."""
    stands = meet(request, code)
    try:
        one = filed_one(stands, number)
        content = read(one.sha256)
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None
    except FileDamaged:
        raise Http404("Tệp bị thiếu hoặc hỏng trong kho. Báo quản trị kiểm tra.") from None
    auditing.file_taken(request, stands.code, str(number))
    answer = HttpResponse(content, content_type=one.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name_of(stands.code, one)}"'
    return sandboxed(answer)


@official(Duty.OPEN)
def everything(request: DeskRequest, code: str) -> HttpResponseBase:
    """All files of the dossier in one ZIP, under the names they have here."""
    stands = meet(request, code)
    there = filed(stands)
    if not there:
        raise Http404(refusals.sentence(Refused("no_such_file")))
    auditing.file_taken(request, stands.code, "tất cả")
    answer = FileResponse(
        _packed(stands.code, there), as_attachment=True, filename=f"{stands.code}.zip"
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def name_of(code: str, one: Filed) -> str:
    """A name of ours: the dossier's code and the file's number in it."""
    return f"{code}-{one.number:02}.{ending_of(one.media_type)}"


def _packed(code: str, there: Sequence[Filed]) -> IO[bytes]:
    packed = TemporaryFile()  # noqa: SIM115 - the answer closes it
    with zipfile.ZipFile(packed, "w") as folder:
        for one in there:
            folder.writestr(name_of(code, one), read(one.sha256))
    packed.seek(0)
    return packed
