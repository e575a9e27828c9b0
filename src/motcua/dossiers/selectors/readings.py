"""How a person of a dossier reads, and what differs between two readings, in words."""

from collections.abc import Sequence

from motcua.dossiers.asked import PartyData
from motcua.dossiers.models import Party

WORDS = {
    "name": "Họ và tên",
    "kind": "Cá nhân hay tổ chức",
    "id_kind": "Loại giấy tờ",
    "id_number": "Số giấy tờ",
    "no_id_reason": "Lý do không có giấy tờ",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "address": "Địa chỉ",
    "birth_on": "Ngày sinh",
    "authorisation": "Giấy uỷ quyền",
}


def data_of(party: Party) -> PartyData:
    """The row as it was declared."""
    return PartyData(
        name=party.name,
        kind="person" if party.kind == "person" else "organisation",
        id_number=party.id_number,
        phone=party.phone,
        address=party.address,
        birth_on=party.birth_on,
        authorisation=party.authorisation,
        id_kind=party.id_kind,
        no_id_reason=party.no_id_reason,
        email=party.email,
    )


def changes(before: Party, after: PartyData) -> Sequence[str]:
    """Each field that differs, as `Điện thoại: 0900… → 0911…`."""
    was = data_of(before)
    return tuple(
        f"{words}: {_said(getattr(was, name))} → {_said(getattr(after, name))}"
        for name, words in WORDS.items()
        if getattr(was, name) != getattr(after, name)
    )


def _said(value: object) -> str:
    return f"{value:%d/%m/%Y}" if hasattr(value, "year") else str(value) or "(để trống)"
