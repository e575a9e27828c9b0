"""Who may fetch a result and by what right, and after how many days an office asks after it."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from motcua.core.money import format_vnd

RELATIONS: Mapping[str, str] = {
    "authorised": "Người được uỷ quyền",
    "spouse": "Vợ, chồng",
    "parent": "Cha, mẹ",
    "child": "Con",
    "sibling": "Anh, chị, em",
    "representative": "Người đại diện theo pháp luật",
    "colleague": "Người cùng cơ quan, tổ chức",
    "other": "Quan hệ khác, ghi ở giấy tờ",
}
"""What a collector is to the owner, by the code the event says."""

ROLES: Mapping[str, str] = {
    "owner": "Chủ hồ sơ",
    "submitter": "Người nộp hồ sơ",
    "collector": "Người khác nhận thay",
}

WAYS: Mapping[str, str] = {"post": "Bưu điện đã phát", "electronic": "Gửi bản điện tử"}
"""How a result went that nobody fetched at the desk."""


@dataclass(frozen=True, slots=True)
class CollectorData:
    """Someone who is neither owner nor submitter: who, and with which paper they come."""

    name: str
    id_number: str
    relation: str
    paper: str

    @property
    def complete(self) -> bool:
        """Whether all four are said and the relation is one of ours."""
        said = all(text.strip() for text in (self.name, self.id_number, self.paper))
        return said and self.relation in RELATIONS


@dataclass(frozen=True, slots=True)
class LostSlip:
    """The slip is not there: the number of the paper that was looked at, and what was said."""

    id_number: str
    note: str

    @property
    def complete(self) -> bool:
        """Whether both are said."""
        return bool(self.id_number.strip() and self.note.strip())


@lru_cache(maxsize=1)
def default_days() -> int:
    """Calendar days after which a result nobody fetched is asked after, where no office says."""
    return _days("remind")


@lru_cache(maxsize=1)
def post_days() -> int:
    """Calendar days after which the post is asked what became of a result it has."""
    return _days("post")


def _days(what: str) -> int:
    text = files("motcua.dossiers").joinpath("data/collecting.csv").read_text(encoding="utf-8")
    return next(int(r["days"]) for r in csv.DictReader(text.splitlines()) if r["what"] == what)


def said_of_return(payload: Mapping[str, Any]) -> Sequence[str]:
    """What the event of a return says, or of a handing to the post, in words; what was written
    before has less to say."""
    if "tracking" in payload:
        return [f"Số hiệu bưu gửi {payload['tracking']}"]
    role = payload["collector"]
    way = WAYS.get(payload.get("way", "desk"), "")
    said = [way] if way else [f"Người nhận: {ROLES.get(role, role).lower()}"]
    relation = payload.get("relation", "")
    if relation:
        said.append(f"Quan hệ với chủ hồ sơ: {RELATIONS.get(relation, relation).lower()}")
    if payload.get("slip") == "lost":
        said.append("Mất giấy hẹn, đã xem giấy tờ tuỳ thân")
    if payload.get("fee_vnd"):
        said.append(f"Quầy ghi đã thu {format_vnd(payload['fee_vnd'])}, chưa phải biên lai")
    return said
