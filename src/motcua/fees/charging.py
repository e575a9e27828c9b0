"""From the tariff of a version to the lines of a bill. Pure: no query."""

from collections.abc import Sequence

from motcua.catalogue.rows import FeeRow, VersionRow
from motcua.core.exemptions import Ground, grounds
from motcua.core.tariff import Quantity, Tariff, charge
from motcua.dossiers.asked import Charge

UNITS = {"copy": ("copies",), "page": ("copies", "pages"), "case": ("cases",), "dossier": ()}
"""What has to be counted for a line of each unit."""


def counted(version: VersionRow) -> frozenset[str]:
    """What the desk has to count for this version: copies, pages, cases."""
    return frozenset(name for line in version.fees for name in UNITS[line.unit])


def exemptions(version: VersionRow) -> Sequence[Ground]:
    """Every ground a line of the version names, each once."""
    return tuple(dict.fromkeys(g for line in version.fees for g in grounds(line.exemptions)))


def charges(
    version: VersionRow, quantity: Quantity, *, exemption: str = "", proof: str = ""
) -> tuple[Charge, ...]:
    """A line for each of the tariff; `exemption` is the words of one of the version's grounds and
    lets off the lines that name it. Raises ValueError for a ground without its proof."""
    if exemption and not proof.strip():
        raise ValueError("an exemption has its proof")
    return tuple(_line(line, quantity, exemption, proof.strip()) for line in version.fees)


def _line(line: FeeRow, quantity: Quantity, exemption: str, proof: str) -> Charge:
    tariff = Tariff(line.amount_vnd, line.unit, line.steps, line.cap_vnd)  # type: ignore[arg-type]
    ground = next((one for one in grounds(line.exemptions) if one.words == exemption), None)
    percent = ground.percent if ground else 0
    return Charge(
        name=line.name,
        kind=line.kind,
        quantity=_words(line, quantity),
        full_vnd=charge(tariff, quantity),
        amount_vnd=charge(tariff, quantity, reduced_percent=percent),
        due=line.due,
        article=line.article,
        exemption=exemption if ground else "",
        proof=proof if ground else "",
    )


def _words(line: FeeRow, quantity: Quantity) -> str:
    return {
        "copy": f"{quantity.copies} bản",
        "page": f"{quantity.copies} bản × {quantity.pages} trang",
        "case": f"{quantity.cases} trường hợp",
        "dossier": "",
    }[line.unit]
