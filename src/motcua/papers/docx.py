"""An office's DOCX: what makes one unfit, which fields it names, and filling it.

Nothing in a document is run. Only fields, a walk through the list of papers and a condition on a
field pass; every other word of the template language is refused when the file comes in, and what
passes is filled in a sandbox. Macros, embedded objects, and parts fetched from elsewhere are
refused; a file is weighed before it is unpacked.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from motcua.core.refusal import Refused
from motcua.papers.fields import LIST, LIST_NAMES, NAMES, Value

LARGEST = 5_000_000
UNPACKED = 40_000_000
PARTS = 300
MAIN = "word/document.xml"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|embeddings/|afchunk|\.bin$", re.IGNORECASE)
_MACRO_KIND = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"relationships/hyperlink[\"']")
_DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_FIXED = (1980, 1, 1, 0, 0, 0)
_HARMLESS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Not)


class Document(DocxTemplate):  # type: ignore[misc]
    """The body, heads and feet of a document; its notes and its own title are text, never code."""

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Left as they came."""

    def render_footnotes(self, context: object, jinja_env: object = None) -> None:
        """Left as they came."""


def fields_of(content: bytes) -> frozenset[str]:
    """The fields a document names, having looked at all of it.

    Raises Refused: docx_too_large, docx_kind, docx_active, docx_outside, docx_syntax, docx_code,
    docx_unknown_fields (with `names`).
    """
    _look(content)
    found: set[str] = set()
    unknown: set[str] = set()
    for source in _sources(content):
        try:
            tree = _environment().parse(source)
        except TemplateSyntaxError as error:
            raise Refused("docx_syntax", why=str(error.message)[:120]) from None
        _walk(tree, found, unknown, {})
    if unknown:
        raise Refused("docx_unknown_fields", names=", ".join(sorted(unknown))[:300])
    return frozenset(found)


def filled(content: bytes, values: Mapping[str, Value]) -> bytes:
    """The document with its fields filled. The same document and values, the same bytes."""
    document = Document(io.BytesIO(content))
    document.render(dict(values), jinja_env=_environment(), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.filters.clear()
    made.tests.clear()
    return made


def _look(content: bytes) -> None:
    if len(content) > LARGEST:
        raise Refused("docx_too_large", most=LARGEST // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            listed = packed.infolist()
            heavy = sum(one.file_size for one in listed) > UNPACKED
            if len(listed) > PARTS or heavy:
                raise Refused("docx_too_large", most=LARGEST // 1_000_000)
            parts = {one.filename: packed.read(one) for one in listed}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError):
        raise Refused("docx_kind") from None
    if MAIN not in parts or "[Content_Types].xml" not in parts:
        raise Refused("docx_kind")
    if _MACRO_KIND.search(parts["[Content_Types].xml"]) or any(map(_ACTIVE.search, parts)):
        raise Refused("docx_active")
    for name, part in parts.items():
        _look_at(name, part)


def _look_at(name: str, part: bytes) -> None:
    if name.endswith((".xml", ".rels")) and _DTD.search(part):
        raise Refused("docx_active")
    if name.endswith(".rels") and any(not _LINK.search(one) for one in _OUTSIDE.findall(part)):
        raise Refused("docx_outside")


def _sources(content: bytes) -> Iterator[str]:
    """Body, heads and feet as the template language reads them."""
    try:
        document = Document(io.BytesIO(content))
        document.init_docx()
        yield document.patch_xml(document.get_xml())
        for uri in (document.HEADER_URI, document.FOOTER_URI):
            for _, part in document.get_headers_footers(uri):
                yield document.patch_xml(document.get_part_xml(part))
    except (KeyError, ValueError, AttributeError, SyntaxError):
        raise Refused("docx_kind") from None


def _walk(node: nodes.Node, found: set[str], unknown: set[str], rows: Mapping[str, str]) -> None:
    """Everything in the tree is a field, a walk through the papers, a condition, or refused."""
    if isinstance(node, nodes.For):
        _walk_for(node, found, unknown, rows)
        return
    if isinstance(node, nodes.Getattr):
        _row_field(node, unknown, rows)
        return
    if isinstance(node, nodes.Name):
        known = node.name in NAMES or node.name == LIST
        (found if known else unknown).add(node.name)
        return
    if not isinstance(node, (*_HARMLESS, nodes.If)):
        raise Refused("docx_code", what=type(node).__name__)
    for one in node.iter_child_nodes():
        _walk(one, found, unknown, rows)


def _walk_for(node: nodes.For, found: set[str], unknown: set[str], rows: Mapping[str, str]) -> None:
    plain = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name)
    if rows or not plain or node.test or node.else_ or node.recursive:
        raise Refused("docx_code", what="For")
    if node.iter.name != LIST:  # type: ignore[attr-defined]
        unknown.add(node.iter.name)  # type: ignore[attr-defined]
        return
    found.add(LIST)
    for one in node.body:
        _walk(one, found, unknown, {node.target.name: LIST})  # type: ignore[attr-defined]


def _row_field(node: nodes.Getattr, unknown: set[str], rows: Mapping[str, str]) -> None:
    if not isinstance(node.node, nodes.Name):
        raise Refused("docx_code", what="Getattr")
    if node.node.name not in rows or node.attr not in LIST_NAMES:
        unknown.add(f"{node.node.name}.{node.attr}")


def timeless(content: bytes) -> bytes:
    """The same parts in the same order without the hour they were packed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for one in packed.infolist():
            again.writestr(
                zipfile.ZipInfo(one.filename, _FIXED), packed.read(one), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
