"""What linters cannot say about the house: names, doors, sizes, and that every act is complete."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from motcua.core.flow import Act, deciding
from motcua.core.flow.deciding import moving
from motcua.core.flow.events import KINDS
from motcua.desk import touches
from motcua.dossiers import services
from motcua.dossiers.refusals import SENTENCES
from motcua.dossiers.selectors.acts import LABELS
from motcua.dossiers.words import EVENT_TITLES
from motcua.identity import refusals as identity_refusals
from motcua.identity.grants import GRANTS
from motcua.organization import refusals as organization_refusals

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "motcua"
LONGEST_MODULE = 400
PUBLIC = {
    "", "thu-tuc", "thu-tuc/<slug:office>/<slug:slug>", "tra-cuu", "kiosk", "kiosk/tra-cuu",
    "kiosk/thu-tuc", "kiosk/thu-tuc/<slug:office>/<slug:slug>", "kiosk/chu-va-tieng",
    "hien-thi", "thiet-lap",
    "ket-qua/<str:code>/<str:key>", "kiem-tra-ma",
    "kiem-tra-van-ban", "khoa-kiem-tra.json", "Q/<str:subject>/<str:sign>",
    "tthc/<str:key>", "bieu-mau/<str:sha256>", "niem-yet/<slug:office>/<slug:field>",
    "gop-y", "gop-y/cam-on", "phan-anh", "phan-anh/tra-cuu",
    "kiosk/gop-y", "kiosk/gop-y/cam-on", "kiosk/phan-anh", "kiosk/phan-anh/tra-cuu",
    "du-lieu-mo", "du-lieu-mo/thu-tuc.csv", "du-lieu-mo/thu-tuc.json", "sitemap.xml", "robots.txt",
    "du-lieu-mo/thoi-gian-cho.csv", "du-lieu-mo/thoi-gian-cho.json",
    "api/v1/dossiers/<str:code>", "api/v1/procedures",
}  # fmt: skip


def addresses(
    resolver: URLResolver | None = None, prefix: str = ""
) -> Iterator[tuple[str, object]]:
    """Every address of the house with its view."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, prefix + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield prefix + str(one.pattern), one.callback


def modules() -> list[Path]:
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def test_every_refusal_of_the_dossiers_room_has_its_sentence() -> None:
    said = {
        code
        for room in ("dossiers", "core/flow")
        for path in (SOURCE / room).rglob("*.py")
        for code in re.findall(r'Refused\(\s*"(\w+)"', path.read_text("utf-8"))
    }

    told = set(SENTENCES) | set(identity_refusals.SENTENCES) | set(organization_refusals.SENTENCES)
    assert len(said) > 40
    assert said - told == set()


def test_every_address_of_the_desk_needs_an_official_or_is_open_on_purpose() -> None:
    desk = [(url, view) for url, view in addresses() if url.startswith("can-bo/")]

    unguarded = [
        url
        for url, view in desk
        if not getattr(view, "needs_official", False) and not getattr(view, "open_to_anyone", False)
    ]
    assert len(desk) > 20
    assert unguarded == []


def test_every_page_of_the_desk_says_what_it_tells_the_audit() -> None:
    names = {
        str(one.name)
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == "can-bo/"
        for one in resolver.url_patterns
        if isinstance(one, URLPattern)
    }

    assert len(names) > 80
    assert {name for name in names if touches.tells(name) is None} == set()
    assert set(touches.PAGES) - names == set()


def test_every_other_address_is_public_on_purpose() -> None:
    assert {url for url, _ in addresses() if not url.startswith("can-bo/")} == PUBLIC


def test_days_end_in_on_and_moments_in_at() -> None:
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("motcua."):
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.DateTimeField):
                good = field.name.endswith("_at") or field.name in (
                    "at",
                    "paused_since",
                    "demo_now",
                )
                wrong += [] if good else [f"{model.__name__}.{field.name}"]
            elif isinstance(field, models.DateField) and not field.name.endswith("_on"):
                wrong.append(f"{model.__name__}.{field.name}")
            elif isinstance(field, models.BigIntegerField) and "amount" in field.name:
                wrong += [] if field.name.endswith("_vnd") else [f"{model.__name__}.{field.name}"]
    assert [name for name in wrong if name not in ("Account.last_login", "Account.last_seen")] == []


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_service_a_label_and_a_right(act: Act) -> None:
    assert callable(getattr(services, act.value))
    assert LABELS[act]
    assert [kind for kind, what in GRANTS if what is act]


def test_every_kind_of_event_is_said_in_words() -> None:
    assert set(EVENT_TITLES) == set(KINDS)


def test_every_refusal_of_the_flow_has_its_sentence() -> None:
    said = set()
    for module in (deciding, moving):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                said |= {
                    n.value
                    for n in ast.walk(node.args[0])
                    if isinstance(n, ast.Constant) and isinstance(n.value, str)
                }
    assert said - set(SENTENCES) == set()


def test_no_module_is_two_rooms() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "misc", "manager", "managers", "tools", "lib"}

    assert [path for path in modules() if path.stem in empty or path.parent.name in empty] == []


def test_no_template_has_inline_script_or_style() -> None:
    faults = []
    for path in SOURCE.rglob("templates/**/*.html"):
        text = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", text):
            faults.append(str(path.relative_to(SOURCE)))
    assert faults == []


def test_only_config_reads_the_environment() -> None:
    readers = [
        str(path.relative_to(SOURCE))
        for path in modules()
        if path.parts[len(SOURCE.parts)] != "config"
        and re.search(r"os\.environ|os\.getenv|getenv\(", path.read_text(encoding="utf-8"))
    ]
    assert readers == []


def test_every_rule_of_the_legal_page_names_a_test_that_exists() -> None:
    page = (ROOT / "docs" / "legal.md").read_text(encoding="utf-8")

    named = re.findall(r"(tests/[\w/]+\.py)::(\w+)", page)
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists()
        or not re.search(rf"def {test}\(", (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert named
    assert missing == []
