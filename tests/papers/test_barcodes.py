"""The bars on the slip, and what a scanner makes of them."""

import io
import re

import pytest
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from motcua.papers.barcodes import code128, code128_svg, qr_svg

CODE = "000.00.19.H56-170331-0012"


def picture(modules: list[int], scale: int = 3) -> Image.Image:
    width = (sum(modules) + 20) * scale
    image = Image.new("L", (width, 120), 255)
    at = 10 * scale
    for place, w in enumerate(modules):
        if place % 2 == 0:
            image.paste(0, (at, 10, at + w * scale, 110))
        at += w * scale
    return image


@pytest.mark.parametrize("text", [CODE, "H56.19-210531-123456", "A", "1234", "12345", "a1234b"])
def test_a_scanner_reads_what_was_written(text: str) -> None:
    (found,) = decode(picture(code128(text)), symbols=[ZBarSymbol.CODE128])

    assert found.data.decode() == text


def test_what_code_128_cannot_say_is_refused() -> None:
    for text in ("", "Bỉm Sơn", "\n"):
        with pytest.raises(ValueError, match="ASCII"):
            code128(text)


def test_drawings_carry_attributes_and_no_style() -> None:
    for drawn in (code128_svg(CODE), qr_svg(CODE, "Mã tra cứu")):
        assert "style" not in drawn
        assert "aria-label" in drawn


def test_a_phone_reads_the_square() -> None:
    drawn = qr_svg("http://127.0.0.1:8000/tra-cuu?ma=" + CODE + "&kt=H7KX", "Mã tra cứu")
    side = int(drawn.partition('viewBox="0 0 ')[2].split()[0])
    image = Image.new("L", (side, side), 255)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", drawn):
        image.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    stream = io.BytesIO()
    image.resize((side * 6, side * 6), Image.Resampling.NEAREST).save(stream, "PNG")

    (found,) = decode(Image.open(stream), symbols=[ZBarSymbol.QRCODE])
    assert found.data.decode().endswith("kt=H7KX")
