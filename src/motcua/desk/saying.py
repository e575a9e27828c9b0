"""What a refusal of people, posts and offices says on a page of this door."""

from collections import ChainMap, defaultdict

from django import forms

from motcua.catalogue import refusals as catalogue
from motcua.core.refusal import Refused
from motcua.dossiers import refusals as dossiers
from motcua.fees import refusals as fees
from motcua.files import refusals as files
from motcua.identity import refusals as identity
from motcua.organization import refusals as organization
from motcua.papers import refusals as papers
from motcua.reports import refusals as reports

_KNOWN = ChainMap(
    dict(identity.SENTENCES),
    dict(organization.SENTENCES),
    dict(catalogue.SENTENCES),
    dict(papers.SENTENCES),
    dict(reports.SENTENCES),
)


def said(refused: Refused) -> str:
    """The sentence of the room that refused; its code when no room has words for it."""
    facts = defaultdict(lambda: "…", {name: str(value) for name, value in refused.facts.items()})
    return _KNOWN.get(refused.code, refused.code).format_map(facts)


def said_of_dossier(refused: Refused) -> str:
    """The sentence of a refusal of an act on a dossier: of money, of a document that is signed
    with it, or of the dossier itself."""
    of_paper = "" if refused.code in dossiers.SENTENCES else papers.sentence(refused)
    return fees.sentence(refused) or of_paper or dossiers.sentence(refused)


def said_of_register(refused: Refused) -> str:
    """The sentence of a refusal of a register that is brought in, or of its file."""
    return files.sentence(refused) or dossiers.sentence(refused)


def put(form: forms.Form, refused: Refused, fields: dict[str, str]) -> None:
    """Say it beside the field it is about, else on top of the form."""
    name = fields.get(refused.code, "")
    form.add_error(name if name in form.fields else None, said(refused))


def faults_of(form: forms.Form) -> list[tuple[str, str]]:
    """The faults of a form for the summary on top: the field's id, or nothing, and the sentence."""
    return [
        (form[name].id_for_label if name in form.fields else "", str(sentence))
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
