"""Bringing dossiers of the demonstration to where an act is next, by forms past the buttons."""

import re
from datetime import date, timedelta

import acting
from browsing import CODE, Hands, House


def received(hands: Hands, slug: str, **changes: str) -> str:
    """Received by a form that no button sent; answers the code."""
    answer = hands.post("/can-bo/tiep-nhan", acting.intake(slug, **changes))
    found = CODE.search(answer.headers.get("location", ""))
    assert found, answer.text()[:2000]
    return found[1]


def today(hands: Hands) -> date:
    """The day the demonstration stands at."""
    hands.goto("/can-bo/")
    found = re.search(r"(\d\d)/(\d\d)/(\d{4})", hands.page.inner_text(".sample"))
    assert found
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def late_slip(hands: Hands) -> dict[str, str]:
    """Of a slip written by hand yesterday."""
    return {
        "late": "1",
        "late-on": f"{today(hands) - timedelta(days=1):%d/%m/%Y}",
        "late-hour": "14:05",
        "late-slip": "07/VT",
        "late-reason": "Mất điện từ trưa",
    }


def announce(admin: Hands) -> None:
    """One day off more, within the term of what was received today."""
    at = today(admin)
    address = f"/can-bo/quan-tri/lich/{at.year}"
    admin.goto(address)
    form: dict[str, str] = admin.page.evaluate(
        "address => Object.fromEntries(new FormData("
        "document.querySelector(`form[method=post][action='${address}']`)))",
        address,
    )
    lines = [name for name in form if re.fullmatch(r"nghi-\d+-first", name)]
    off = set(form.values())  # first and last days of what is off already
    days = (at + timedelta(days=n) for n in range(1, 10))
    day = next(d for d in days if d.weekday() < 5 and f"{d:%d/%m/%Y}" not in off)
    line = next(name for name in lines if not form[name])
    form |= {line: f"{day:%d/%m/%Y}", line.replace("first", "reason"): "nghỉ bão"}
    form |= {"vb-number": "12/TB", "vb-signed_on": f"{at:%d/%m/%Y}", "vb-issuer": "Bộ Nội vụ"}
    answer = admin.post(address, {**form, "do": "save"})
    assert answer.status == 302, answer.text()[:4000]


def long_overdue(house: House) -> str:
    """A dossier of the town in progress, late since before the last week of the quarter."""
    rows = house.rows(
        "SELECT d.code FROM dossiers_dossier d JOIN organization_office o ON o.id = d.office_id"
        " WHERE o.slug = 'bim-son' AND d.stage = 'in_progress' AND d.due_at < '2017-03-25'"
        " ORDER BY d.code LIMIT 1"
    )
    return str(rows[0][0])
