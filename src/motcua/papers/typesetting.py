"""From a template and data to a PDF. The only place that knows typst.

One compiler a thread and template, never shared: they cannot be borrowed twice, and each keeps its
fonts and its parsed template warm (the first page of a thread costs about 30 ms, the next 6).
"""

import json
import threading
from collections.abc import Mapping
from importlib.resources import as_file, files
from typing import Any

import typst

_local = threading.local()


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The tagged PDF of `templates/<template>.typ` filled with `data`, in `sys.inputs.data`.

    The same data give the same bytes: the template dates the document by the data.
    """
    return _compile(template, data, "pdf")[0]


def pictures(template: str, data: Mapping[str, Any], ppi: float = 200) -> list[bytes]:
    """Each page as a PNG at `ppi` dots an inch; for previews and tests."""
    return _compile(template, data, "png", ppi)


def _compile(
    template: str, data: Mapping[str, Any], form: str, ppi: float | None = None
) -> list[bytes]:
    found = _compiler(template).compile(
        format=form, ppi=ppi, sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    pages = found if isinstance(found, list) else [found]
    return [bytes(one) for one in pages]


def _compiler(template: str) -> Any:
    kept: dict[str, Any] = _local.__dict__.setdefault("compilers", {})
    if template not in kept:
        room = files("motcua.papers")
        with (
            as_file(room.joinpath("templates")) as templates,
            as_file(room.joinpath("fonts")) as fonts,
        ):
            kept[template] = typst.Compiler(
                str(templates / f"{template}.typ"),
                root=str(templates),
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
            )
    return kept[template]
