"""Processes in words: what is wrong where and what to do, who holds a step, what follows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.catalogue.processes.scope import Target
from motcua.catalogue.selectors import VersionRow
from motcua.core.flow.measures import allowance_hours, hours_words
from motcua.core.flow.process.check import Fault, needed_hours
from motcua.core.flow.process.weekdays import weekday_words
from motcua.core.refusal import Refused
from motcua.desk.forms.process import amount_words, numbers_of
from motcua.identity.words import position_words
from motcua.organization.selectors import (
    department_by_code,
    office_by_id,
    office_by_slug,
)

ADVICE = {
    "dangling-next": "Sửa ô “Bước sau” của bước này.",
    "unreachable": "Cho một bước khác chuyển đến bước này, hoặc xoá nó.",
    "dead-end": "Cho một bước trong vòng này chuyển ra bước kết thúc.",
    "no-end": "Để trống ô “Bước sau” của bước cuối.",
    "join-never-completes": (
        "Nếu là vòng quay lại, đặt “Nhiều bước trước” là “nhánh đầu tiên đến”; "
        "nếu không, bỏ đường quay lại."
    ),
    "duplicate-step": "Xoá một trong hai bước.",
    "no-allowance": "Thời hạn do thủ tục quy định: báo cán bộ kiểm soát TTHC.",
    "over-allowance": "Rút thời gian của các bước, hoặc cho các bước làm cùng lúc.",
    "under-allowance": "Vẫn ban hành được.",
    "over-case": "Vẫn ban hành được; hồ sơ của trường hợp này phải làm nhanh hơn.",
    "no-name": "Ghi tên việc.",
    "no-position": "Chọn vị trí.",
    "no-department": "Chọn phòng.",
    "unknown-department": "Chọn phòng khác, hoặc thêm phòng ở trang quản trị.",
    "unknown-office": "Chọn đơn vị khác.",
    "not-at-desk": "Đặt bước tiếp nhận của cán bộ một cửa lên đầu.",
    "over-common-step": "Đơn vị chỉ được rút ngắn: giảm thời gian của bước này.",
    "over-common": "Đơn vị chỉ được rút ngắn: giảm thời gian của các bước.",
}
_FOR_FILES = " Nếu là vòng quay lại, đặt “join” là “any”."
KINDS = {"ward": "các phường", "commune": "các xã", "town": "các thị xã"}


@dataclass(frozen=True, slots=True)
class Told:
    """A fault as people read it, with the number of its step (0: the whole process)."""

    number: int
    sentence: str
    advice: str
    warning: bool


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step as a row of a table."""

    number: int
    name: str
    who: str
    budget: str
    follows: str
    notes: str


def told(faults: Sequence[Fault], document: Mapping[str, Any]) -> list[Told]:
    """The faults with steps by number and name instead of keys; those of the whole first."""
    numbers = numbers_of(document)
    names = {step["key"]: step.get("name") for step in document["steps"]}
    found = []
    for fault in faults:
        said = fault.message.replace(_FOR_FILES, "").replace("chờ “", "chờ bước “")
        for key, number in numbers.items():
            name = f" “{names[key]}”" if names[key] else ""
            said = said.replace(f"“{key}”", f"{number}{name}")
        number = numbers.get(fault.step or "", 0)
        found.append(Told(number, said, ADVICE.get(fault.code, ""), fault.is_warning))
    return sorted(found, key=lambda one: (one.warning, one.number))


def target_words(target: Target) -> str:
    """For whom: `Phường Ba Đình`, `các phường dưới Thị xã Bỉm Sơn`, `mọi đơn vị`."""
    if target.office_id is not None:
        return office_by_id(target.office_id).short_name
    below = KINDS.get(target.kind, "các đơn vị" if target.under_id else "mọi đơn vị")
    if target.under_id is None:
        return below
    return f"{below} dưới {office_by_id(target.under_id).short_name}"


def sums(document: Mapping[str, Any], version: VersionRow) -> tuple[str, str, float, float]:
    """What the longest way takes and what the term gives, in words and in hours."""
    needed = needed_hours(document)
    allowed = allowance_hours(version.allowance.to_json())
    return (
        hours_words(needed),
        hours_words(allowed) if allowed is not None else "0",
        float(needed),
        float(allowed or 0),
    )


def weekdays_said(document: Mapping[str, Any], version: VersionRow, faults: Sequence[Fault]) -> str:
    """On which weekdays the budgets exceed the term; empty where none, or faults come first."""
    if any(not fault.is_warning for fault in faults):
        return ""
    return weekday_words({**document, "allowance": version.allowance.to_json()})


def steps_in_words(document: Mapping[str, Any], office_id: int | None) -> list[StepWords]:
    """Every step as a row; departments by the name they have in that office."""
    numbers = numbers_of(document)
    return [
        step_words(number, step, numbers, office_id)
        for number, step in enumerate(document["steps"], start=1)
    ]


def step_words(
    number: int, step: Mapping[str, Any], numbers: Mapping[str, int], office_id: int | None
) -> StepWords:
    """One step as a row."""
    led = [str(numbers.get(key, key)) for key in step.get("next") or []]
    between = " hoặc " if step.get("choose") else " và "
    amount, unit = amount_words(step.get("budget"))
    return StepWords(
        number=number,
        name=str(step.get("name") or "chưa có tên"),
        who=_who(step, office_id),
        budget=f"{amount} {'giờ' if unit == 'working_hours' else 'ngày'}",
        follows=f"bước {between.join(led)}" if led else "kết thúc",
        notes=_notes(step),
    )


def _who(step: Mapping[str, Any], office_id: int | None) -> str:
    said = [position_words(str(step.get("position") or "")) or "chưa có vị trí"]
    held_in = office_id
    if step.get("office"):
        try:
            office = office_by_slug(str(step["office"]))
            held_in = office.id
            said.append(office.short_name)
        except Refused:
            said.append(str(step["office"]))
    code = step.get("department")
    if code:
        department = department_by_code(held_in, code) if held_in else None
        said.append(department.name if department else str(code))
    return ", ".join(said)


def _notes(step: Mapping[str, Any]) -> str:
    said = []
    if step.get("wait"):
        said.append(f"chờ {step['wait'].get('calendar_days')} ngày")
    if step.get("clock") == "stops":
        said.append("ngoài thời hạn")
    if step.get("join") == "any":
        said.append("nhánh đầu tiên đến là đủ")
    return ", ".join(said)
