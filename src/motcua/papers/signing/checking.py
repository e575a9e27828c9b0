"""Who signed a PDF, when, and whether it is still what they signed.

Nothing is fetched and nothing is kept: trust is what lies in `keys/trust` (certificates of roots,
`*.pem`; lists of revoked ones, `*.crl`). Without a list of its issuer, whether a certificate was
revoked is not known, and the answer says so.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asn1crypto import crl, pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.papers.signing.certificates import CertificateFacts, facts_of

UNREADABLE = (SignatureValidationError, PdfError, PathError, ValueError, KeyError, TypeError)
LARGEST = 20 * 1024 * 1024
MOST_SIGNATURES = 30

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature. `intact`: what it covers is as it was signed; `whole`: it covers the file to
    its end, or only further signatures follow; `trusted`: its certificate leads to a root of ours;
    `stamped`: a time stamping authority vouches for `signed_at`; `fault` names what is wrong:
    `altered`, `added`, `unknown_root`, `out_of_time`, `revoked`, `unreadable`; empty when nothing.
    """

    certificate: CertificateFacts | None
    signed_at: datetime | None
    stamped: bool
    intact: bool
    whole: bool
    trusted: bool
    root: str
    revocation_known: bool
    fault: str

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.fault


@dataclass(frozen=True, slots=True)
class Trust:
    """The roots this installation believes, and the lists of revoked certificates it has."""

    roots: Sequence[x509.Certificate]
    lists: Sequence[crl.CertificateList]


def trust(data: Path) -> Trust:
    """What lies in `keys/trust` of the data folder; a file that is none is passed over."""
    folder = data / "keys" / "trust"
    roots = [one for path in sorted(folder.glob("*.pem")) for one in _certificates(path)]
    lists = [one for path in sorted(folder.glob("*.crl")) for one in _lists(path)]
    return Trust(roots, lists)


def signatures_of(content: bytes, believed: Trust) -> Sequence[SignatureFacts]:
    """Every signature of the PDF, the first first; none when it has none.

    Raises Refused: too_large, not_a_pdf, pdf_locked, too_many_signatures. About 30 ms each.
    """
    if len(content) > LARGEST:
        raise Refused("too_large", most=LARGEST // 1024 // 1024)
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        if reader.encrypted:
            raise Refused("pdf_locked")
        embedded = list(reader.embedded_regular_signatures)
    except (PdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("not_a_pdf") from error
    if len(embedded) > MOST_SIGNATURES:
        raise Refused("too_many_signatures", most=MOST_SIGNATURES)
    return [_judged(one, believed) for one in embedded]


def _judged(one: EmbeddedPdfSignature, believed: Trust) -> SignatureFacts:
    try:
        signed_at = _moment(one.self_reported_timestamp)
        certificate = one.signer_cert
        status = _status(one, _context(believed, signed_at))
    except UNREADABLE:
        return SignatureFacts(None, None, False, False, False, False, "", False, "unreadable")
    stamp = status.timestamp_validity
    stamped = bool(stamp and stamp.valid)
    path = status.validation_path
    root = facts_of(path.first).name if path and status.trusted else ""
    issuer = certificate.issuer.hashable
    return SignatureFacts(
        certificate=facts_of(certificate),
        signed_at=_moment(stamp.timestamp) if stamp and stamped else signed_at,
        stamped=stamped,
        intact=bool(status.intact and status.valid),
        whole=_is_whole(status),
        trusted=bool(status.trusted),
        root=root,
        revocation_known=any(one.issuer.hashable == issuer for one in believed.lists),
        fault=_fault(status, facts_of(certificate), signed_at),
    )


def _status(one: EmbeddedPdfSignature, context: ValidationContext) -> PdfSignatureStatus:
    """What was changed after signing is not asked where the file no longer can be followed."""
    try:
        return validate_pdf_signature(one, context)
    except UNREADABLE:
        return validate_pdf_signature(one, context, skip_diff=True)


def _fault(
    status: PdfSignatureStatus, certificate: CertificateFacts, signed_at: datetime | None
) -> str:
    if not (status.intact and status.valid):
        return "altered"
    if not _is_whole(status):
        return "added"
    if status.revoked:
        return "revoked"
    if signed_at and not certificate.from_at <= signed_at <= certificate.until_at:
        return "out_of_time"
    return "" if status.trusted else "unknown_root"


def _is_whole(status: PdfSignatureStatus) -> bool:
    """Nothing was added after it that is not a further signature."""
    level = status.modification_level
    return level is not None and level <= ModificationLevel.FORM_FILLING


def _context(believed: Trust, at: datetime | None) -> ValidationContext:
    """Certificates are judged as of the moment the signature claims: it may be years ago."""
    return ValidationContext(
        trust_roots=list(believed.roots),
        crls=list(believed.lists),
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=at,
    )


def _moment(at: datetime | None) -> datetime | None:
    return at.astimezone(VN) if at else None


def _certificates(path: Path) -> Iterator[x509.Certificate]:
    for der in _contents(path):
        with suppress(ValueError):
            one = x509.Certificate.load(der, strict=True)
            facts_of(one)
            yield one


def _lists(path: Path) -> Iterator[crl.CertificateList]:
    for der in _contents(path):
        with suppress(ValueError):
            one = crl.CertificateList.load(der, strict=True)
            _ = one.issuer.hashable
            yield one


def _contents(path: Path) -> Iterator[bytes]:
    """The DER of a file, which may hold one or, as PEM, several."""
    with suppress(OSError, ValueError):
        content = path.read_bytes()
        if not pem.detect(content):
            yield content
            return
        for _, _, der in pem.unarmor(content, multiple=True):
            yield der


__all__ = ["SignatureFacts", "Trust", "signatures_of", "trust"]
