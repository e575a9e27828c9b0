"""Who signs: the interface of a key, and the key that lies in a file with a PIN of its own.

A token (PKCS#11) is another class with the same two members; nothing else has to know of it.
Sources: ETSI EN 319 142-1 (PAdES, B-B; B-T with a time stamp); PKCS #12 (RFC 7292).
"""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from motcua.core.refusal import Refused
from motcua.papers.signing.blocks import Block
from motcua.papers.signing.certificates import CertificateFacts, facts_of
from motcua.papers.signing.time_stamps import AskedByWeb

LONGEST_PIN = 128


class Signer(Protocol):
    """A key that was opened, ready to sign."""

    @property
    def certificate(self) -> CertificateFacts:
        """Whose signatures these will be."""

    def sign(self, content: bytes, block: Block, at: datetime) -> bytes:
        """`content`, a PDF, with one more signature and what can be seen of it."""


@dataclass(frozen=True, slots=True)
class FileSigner:
    """A key of a PKCS#12 file, in memory while it signs. The PIN is kept nowhere."""

    key: SimpleSigner
    time_stamper: TimeStamper | None = None

    @property
    def certificate(self) -> CertificateFacts:
        """Whose key it is."""
        return facts_of(self.key.signing_cert)

    def sign(self, content: bytes, block: Block, at: datetime) -> bytes:
        """PAdES B-B, or B-T where a time stamping authority is asked. About 0.15 s.

        `at` is the moment the signature claims. What was signed before stays signed: the new part
        is written behind it. Raises Refused("not_a_pdf"), Refused("no_time_stamp").
        """
        meta = PdfSignatureMetadata(
            field_name=block.field,
            name=self.certificate.name,
            reason=block.reason or None,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
        )
        place = SigFieldSpec(block.field, on_page=block.page, box=block.box)
        with block.style() as style:
            signer = _AtThatTime(
                meta, self.key, timestamper=self.time_stamper, stamp_style=style,
                new_field_spec=place,
            )  # fmt: skip
            signer.at = at
            try:
                writer = IncrementalPdfFileWriter(io.BytesIO(content))
                signed: io.BytesIO = signer.sign_pdf(writer)
            except PdfError as error:
                raise Refused("not_a_pdf") from error
            except TimestampRequestError as error:
                raise Refused("no_time_stamp") from error
        return signed.getvalue()


class _AtThatTime(PdfSigner):
    """Signs with the moment it is told, since the library would take the machine's clock."""

    at: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session: PdfSigningSession = super().init_signing_session(*args, **kwargs)
        session.system_time = self.at
        return session


def open_file(path: Path, pin: str, *, time_stamps_at: str = "") -> FileSigner:
    """The key of a PKCS#12 file. Raises Refused: wrong_pin (or no key file), key_missing."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused("key_missing") from error
    return open_content(content, pin, time_stamps_at=time_stamps_at)


def open_content(content: bytes, pin: str, *, time_stamps_at: str = "") -> FileSigner:
    """The key in the bytes of a PKCS#12 file. Raises Refused("wrong_pin")."""
    try:
        key = SimpleSigner.load_pkcs12_data(content, (), pin[:LONGEST_PIN].encode() or None)
    except (ValueError, TypeError) as error:
        raise Refused("wrong_pin") from error
    if key.signing_cert is None:
        raise Refused("wrong_pin")
    return FileSigner(key, AskedByWeb(time_stamps_at) if time_stamps_at else None)
