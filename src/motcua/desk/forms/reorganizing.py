"""What an administrator enters to have offices merged, divided, renamed or moved."""

from collections.abc import Sequence
from typing import Any

from django import forms

from motcua.desk.forms.administration import BAD_CHOICE, CHOOSE, SELECT, day_input
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.organization.selectors import OfficeRow
from motcua.organization.services.reorganization import Successor, Wanted

NEW_KINDS = [("ward", "Phường"), ("commune", "Xã"), ("town", "Thị xã")]
NEW = [("", "Đơn vị mới, ghi ở dưới")]
PARTS = (1, 2, 3)
CODE_HELP = "Phần đầu mã hồ sơ, như 000.01.19.H56 hoặc H56.19.01."


class ReorganizationForm(forms.Form):
    """What every kind asks: from which day, by which document."""

    use_required_attribute = False
    kind = ""

    effective_on = Day(
        what="ngày có hiệu lực", label="Có hiệu lực từ 00:00 ngày", widget=day_input()
    )
    instrument = Line(
        what="số văn bản",
        longest=200,
        label="Văn bản",
        widget=text(placeholder="NQ 786/NQ-UBTVQH14"),
    )

    def __init__(self, *args: Any, offices: Sequence[OfficeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(self.more())
        listed = [(one.slug, one.name) for one in offices]
        for name, first in self.lists().items():
            field: Any = self.fields[name]
            field.choices = [*first, *listed]

    def more(self) -> dict[str, forms.Field]:
        """Fields made several times over."""
        return {}

    def lists(self) -> dict[str, list[tuple[str, str]]]:
        """The fields that choose among the offices, with what stands before these."""
        return {"office": CHOOSE}

    def wanted(self) -> Wanted:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        return Wanted(
            kind=self.kind,
            effective_on=given["effective_on"],
            instrument=given["instrument"],
            offices=self.chosen(),
            successors=self.successors(),
            name=given.get("new_name", ""),
            agency_code=given.get("new_code", ""),
            parent=given.get("parent", ""),
        )

    def chosen(self) -> tuple[str, ...]:
        """The offices it is done to."""
        return (self.cleaned_data["office"],)

    def successors(self) -> tuple[Successor, ...]:
        """Who comes after them."""
        return ()


def _one(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, widget=forms.Select(attrs=SELECT), error_messages=BAD_CHOICE
    )


class MergeForm(ReorganizationForm):
    """Several offices into one, of the tree or new."""

    kind = "merge"
    offices = forms.MultipleChoiceField(
        label="Đơn vị kết thúc", widget=forms.CheckboxSelectMultiple,
        error_messages={**BAD_CHOICE, "required": "Chưa chọn đơn vị kết thúc."},
    )  # fmt: skip
    into = forms.ChoiceField(
        required=False, label="Đơn vị nhận", widget=forms.Select(attrs=SELECT),
        error_messages=BAD_CHOICE,
    )  # fmt: skip
    name = Line(
        what="tên đơn vị mới", longest=120, required=False, label="Tên đơn vị mới", widget=text(),
        help_text="Chỉ ghi khi lập đơn vị mới, như Phường Bỉm Sơn.",
    )  # fmt: skip
    level = forms.ChoiceField(
        required=False, choices=NEW_KINDS, label="Loại đơn vị mới",
        widget=forms.Select(attrs=SELECT),
    )  # fmt: skip
    code = Line(
        what="mã định danh", longest=35, required=False, label="Mã định danh đơn vị mới",
        widget=text(), help_text=CODE_HELP,
    )  # fmt: skip

    def lists(self) -> dict[str, list[tuple[str, str]]]:
        return {"offices": [], "into": NEW}

    def chosen(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["offices"])

    def successors(self) -> tuple[Successor, ...]:
        given = self.cleaned_data
        if given["into"]:
            return (Successor(slug=given["into"]),)
        return (Successor("", given["name"], given["level"], given["code"]),)


class SplitForm(ReorganizationForm):
    """One office into several; what no line names goes to the first."""

    kind = "split"
    office = _one("Đơn vị chia tách")

    def more(self) -> dict[str, forms.Field]:
        return _parts()

    def lists(self) -> dict[str, list[tuple[str, str]]]:
        return {"office": CHOOSE} | {f"into_{n}": NEW for n in PARTS}

    def parts(self) -> Sequence[Sequence[forms.BoundField]]:
        """The fields of each successor, for the page."""
        return [[self[f"{name}_{n}"] for name in _NAMES] for n in PARTS]

    def successors(self) -> tuple[Successor, ...]:
        given = self.cleaned_data
        return tuple(
            Successor(
                given[f"into_{n}"],
                "" if given[f"into_{n}"] else given[f"name_{n}"],
                given[f"level_{n}"],
                given[f"code_{n}"],
                _listed(given[f"fields_{n}"]),
                _listed(given[f"places_{n}"]),
            )
            for n in PARTS
            if given[f"into_{n}"] or given[f"name_{n}"]
        )


_NAMES = ("into", "name", "level", "code", "fields", "places")


def _parts() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for n in PARTS:
        found |= {
            f"into_{n}": forms.ChoiceField(
                required=False, label="Đơn vị nhận", widget=forms.Select(attrs=SELECT),
                error_messages=BAD_CHOICE,
            ),
            f"name_{n}": Line(
                what="tên", longest=120, required=False, label="Tên mới", widget=text()
            ),
            f"level_{n}": forms.ChoiceField(
                required=False, choices=NEW_KINDS, label="Loại", widget=forms.Select(attrs=SELECT)
            ),
            f"code_{n}": Line(
                what="mã", longest=35, required=False, label="Mã định danh", widget=text()
            ),
            f"fields_{n}": Line(
                what="lĩnh vực", longest=400, required=False, label="Lĩnh vực nhận", widget=text(),
                help_text="Cách nhau bằng dấu chấm phẩy; để trống thì theo địa bàn.",
            ),
            f"places_{n}": Line(
                what="địa bàn", longest=400, required=False, label="Địa bàn nhận", widget=text()
            ),
        }  # fmt: skip
    return found


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in (one.strip() for one in text.split(";")) if part)


class RenamingForm(ReorganizationForm):
    """Another name from a day on."""

    kind = "rename"
    office = _one("Đơn vị")
    new_name = Line(what="tên mới", longest=120, label="Tên từ ngày đó", widget=text())
    new_code = Line(
        what="mã định danh", longest=35, required=False, label="Mã định danh mới", widget=text(),
        help_text="Để trống nếu mã không đổi.",
    )  # fmt: skip


class MovingForm(ReorganizationForm):
    """Another office above from a day on."""

    kind = "move"
    office = _one("Đơn vị")
    parent = _one("Cấp trên từ ngày đó")

    def lists(self) -> dict[str, list[tuple[str, str]]]:
        return {"office": CHOOSE, "parent": CHOOSE}


FORMS: dict[str, type[ReorganizationForm]] = {
    one.kind: one for one in (MergeForm, SplitForm, RenamingForm, MovingForm)
}
