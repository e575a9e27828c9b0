#!/usr/bin/env python3
"""Check the code on a paper of Một Cửa without asking the office. Python's standard library alone.

    python3 verify_qr.py KEYS.json "TEXT OF THE QR"
    … | python3 verify_qr.py KEYS.json          # one text a line, as a scanner types them

KEYS.json is what the office publishes at /khoa-kiem-tra.json; take it once, from the office itself.
Exit status 0: all genuine; 1: at least one is not; 2: wrong usage. Nothing is sent anywhere.

Sources: RFC 8032 (Ed25519, with the checks of its section 5.1.7, cofactorless); for the layout of
the text, the first lines of `motcua/core/seals.py`.
"""

import hashlib
import json
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

ALPHABET = "0123456789BCFGHJKLMNPQRSTVXZ"
SUBJECT = re.compile(r"[A-Z0-9][A-Z0-9.-]{2,39}")
PAPERS = {
    1: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    2: "Phiếu, thông báo gửi người nộp hồ sơ",
    3: "Văn bản, kết quả giải quyết",
    4: "Biên lai thu phí, lệ phí",
    5: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    6: "Biên bản bàn giao hồ sơ",
    7: "Sổ theo dõi hồ sơ",
    8: "Phiếu hoàn trả phí, lệ phí",
    9: "Phiếu chuyển thông tin nghĩa vụ tài chính",
    10: "Giấy biên nhận trả kết quả",
    11: "Sổ văn bản đi",
    12: "Sổ quỹ thu phí, lệ phí",
    13: "Thư báo tin về hồ sơ",
    14: "Phiếu phản ánh và trả lời",
}
MONEY = 4
EPOCH = datetime(2000, 1, 1, tzinfo=timezone(timedelta(hours=7)))

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, odd):
    """The x of the curve's point at `y`; None where there is no point."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    if square == 0:
        return None if odd else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        return None
    return P - x if (x & 1) != odd else x


def point(content):
    """The point those 32 bytes name, in extended coordinates; None when they name none."""
    y = int.from_bytes(content, "little")
    odd, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, odd)
    return None if x is None else (x, y, 1, x * y % P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def twice(one):
    a, b, c = one[0] * one[0] % P, one[1] * one[1] % P, 2 * one[2] * one[2] % P
    h = a + b
    e = h - (one[0] + one[1]) * (one[0] + one[1]) % P
    g = a - b
    f = c + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def both(number, base, other_number, other):
    """`number` times `base` and `other_number` times `other`, added, in one pass."""
    steps = {(1, 0): base, (0, 1): other, (1, 1): add(base, other)}
    total = (0, 1, 1, 0)
    for place in reversed(range(256)):
        total = twice(total)
        step = steps.get((number >> place & 1, other_number >> place & 1))
        if step:
            total = add(total, step)
    return total


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (
        one[1] * other[2] - other[1] * one[2]
    ) % P == 0


_Y = 4 * pow(5, -1, P) % P
BASE = (recover_x(_Y, 0), _Y, 1, recover_x(_Y, 0) * _Y % P)


def holds(public, message, signature):
    """Whether `signature` (64 bytes) over `message` is of the key `public` (32 bytes)."""
    key, nonce = point(public), point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or nonce is None or scalar >= Q:
        return False
    hashed = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(hashed, "little") % Q
    minus = (P - key[0], key[1], key[2], P - key[3])
    return same(both(scalar, BASE, challenge, minus), nonce)


def bytes_of(sign):
    """The 86 bytes of those 144 signs; None when they spell none."""
    if len(sign) != 144 or not set(sign) <= set(ALPHABET):
        return None
    value = 0
    for each in reversed(sign):
        value = value * 28 + ALPHABET.index(each)
    return value.to_bytes(86, "big") if value < 1 << (8 * 86) else None


def moment(content):
    minutes = int.from_bytes(content, "big")
    return (EPOCH + timedelta(minutes=minutes)).strftime("%H:%M %d/%m/%Y")


def check(text, keys):
    """(whether it is genuine, the words that say so)."""
    subject, slash, sign = text.strip().rpartition("/Q/")[2].partition("/")
    content = bytes_of(sign)
    if not slash or content is None or not SUBJECT.fullmatch(subject) or content[0] != 1:
        return False, "KHÔNG ĐÚNG: không phải mã của giấy tờ Một Cửa, hoặc mã bị hỏng."
    facts, signature = content[:-64], content[-64:]
    key = keys.get(facts[2:6].hex())
    if key is None:
        return False, "KHÔNG ĐÚNG: không có khoá này trong tệp khoá cơ quan công bố."
    if key["state"] == "revoked":
        return False, "KHÔNG ĐÚNG: khoá này đã bị cơ quan thu hồi."
    public, message = bytes.fromhex(key["public"]), b"motcua-qr" + facts + subject.encode("ascii")
    if facts[1] not in PAPERS or not holds(public, message, signature):
        return False, "KHÔNG ĐÚNG: chữ ký không khớp. Giấy này là giả hoặc đã bị sửa."
    words = [f"ĐÚNG: {PAPERS[facts[1]]}, mã {subject}, ngày giờ {moment(facts[6:10])}"]
    if any(facts[10:14]):
        words.append(f"đến {moment(facts[10:14])}")
    said = ", ".join(words) + "."
    if facts[1] == MONEY:
        said += " Số tiền, và biên lai đã huỷ chưa: xem ở trang kiểm tra của cơ quan."
    return True, said


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        listed = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["keys"]
        keys = {one["id"]: one for one in listed}
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.stderr.write(f"verify_qr: không đọc được tệp khoá {arguments[0]}: {error}\n")
        return 2
    texts = arguments[1:] or [line for line in sys.stdin.read().splitlines() if line.strip()]
    found = [check(text, keys) for text in texts]
    sys.stdout.writelines(f"{words}\n" for _, words in found)
    return 0 if found and all(good for good, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
