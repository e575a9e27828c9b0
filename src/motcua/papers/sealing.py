"""Sealing papers with the office's code, and saying of a code whether it holds.

One QR does both: it opens the check of the paper and, for a dossier's paper, where the dossier
stands. Whoever shows a code that holds has held the paper, as with its check characters.
"""

import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.conf import settings

from motcua.core.ledger import canonical
from motcua.core.seals import (
    DIGEST_LENGTH,
    NotASeal,
    Seal,
    SealedPaper,
    address,
    message_of,
    read,
    written,
)
from motcua.papers import seal_keys
from motcua.papers.barcodes import printed_qr

TITLES = {
    SealedPaper.RECEIPT: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    SealedPaper.LETTER: "Phiếu, thông báo gửi người nộp hồ sơ",
    SealedPaper.DOCUMENT: "Văn bản, kết quả giải quyết",
    SealedPaper.FEE_RECEIPT: "Biên lai thu phí, lệ phí",
    SealedPaper.CONTROL: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    SealedPaper.HANDOVER: "Biên bản bàn giao hồ sơ",
    SealedPaper.REGISTER: "Sổ theo dõi hồ sơ",
    SealedPaper.REFUND: "Phiếu hoàn trả phí, lệ phí",
    SealedPaper.TAX_SLIP: "Phiếu chuyển thông tin nghĩa vụ tài chính",
    SealedPaper.HANDING: "Giấy biên nhận trả kết quả",
    SealedPaper.DOCUMENTS: "Sổ văn bản đi",
    SealedPaper.CASH_SHEET: "Sổ quỹ thu phí, lệ phí",
    SealedPaper.NOTICE: "Thư báo tin về hồ sơ",
    SealedPaper.COMPLAINT: "Phiếu phản ánh và trả lời",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signature says. `fault`: `damaged` (no code at all), `unknown_key`, `revoked_key` or
    `forged`; empty when it holds, and only then is `seal` to be believed."""

    fault: str
    seal: Seal | None = None

    @property
    def holds(self) -> bool:
        """Whether the paper is the office's own."""
        return not self.fault


def seal_address(
    paper: SealedPaper,
    subject: str,
    *,
    at: datetime,
    until_at: datetime | None = None,
    facts: Sequence[object] = (),
) -> str:
    """What the QR of a paper carries; empty without MOTCUA_PUBLIC_URL, or before the first key.

    `at` is when the paper was given, `facts` the rest of what it says, of which a keyed digest goes
    along. The same paper, the same text. No query; 0.2 ms.
    """
    key = seal_keys.in_use(settings.MOTCUA_DATA)
    if not settings.MOTCUA_PUBLIC_URL or key is None:
        return ""
    seal = Seal(paper, subject, at, until_at, digest_of(facts))
    text = written(seal, key.id, key.sign(message_of(seal, key.id)))
    return address(settings.MOTCUA_PUBLIC_URL, text)


def square(
    paper: SealedPaper, subject: str, *, at: datetime, facts: Sequence[object] = ()
) -> Mapping[str, str | float]:
    """The square of a paper that promises nothing, for a template; as `seal_address`."""
    return printed_qr(seal_address(paper, subject, at=at, facts=facts), "Mã vuông kiểm tra giấy")


def as_subject(words: str) -> str:
    """`words` as a code can name them: capitals, figures, dots and dashes, at most 40."""
    return re.sub(r"[^A-Z0-9.-]", "-", words.upper())[:40]


def digest_of(facts: Sequence[object]) -> bytes:
    """Eight bytes that stand for `facts` and tell nothing of them: keyed, so that a name cannot be
    guessed from them."""
    return hmac.digest(settings.MOTCUA_LOOKUP_KEY, canonical(["paper", *facts]), sha256)[
        :DIGEST_LENGTH
    ]


def verdict(text: str) -> Verdict:
    """Whether `text`, as scanned or pasted, is a code of this office. No query; 0.3 ms."""
    try:
        found = read(text)
    except NotASeal:
        return Verdict("damaged")
    key = next((one for one in known() if one.id == found.key_id), None)
    if key is None:
        return Verdict("unknown_key")
    if key.revoked:
        return Verdict("revoked_key")
    if not key.proves(found.message, found.signature):
        return Verdict("forged")
    return Verdict("", found.seal)


def known() -> Sequence[seal_keys.SealKey]:
    """The keys papers of this office were or are signed with, the one in use first."""
    return seal_keys.keys(settings.MOTCUA_DATA)
