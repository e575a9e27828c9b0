"""Who may fetch a result and by what right, and after how many days an office asks after it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

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
    text = files("motcua.dossiers").joinpath("data/collecting.csv").read_text(encoding="utf-8")
    return next(int(r["days"]) for r in csv.DictReader(text.splitlines()) if r["what"] == "remind")
