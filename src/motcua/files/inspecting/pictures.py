"""Pictures made into PDF: upright as the camera held them, and without what it wrote beside."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from time import gmtime

from PIL import Image, ImageOps, ImageSequence

from motcua.files.inspecting.faults import Fault

A4_INCHES = (8.27, 11.69)
QUALITY = 85
WHITE = (255, 255, 255)
START = gmtime(0)
"""Written as the day of making, so that the same picture is the same file."""


def make_pdf(source: Path, made: Path, form: str, most_pages: int, most_pixels: int) -> int:
    """Write the picture's pages to `made` and answer how many. Raises Fault."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = most_pixels
    try:
        with Image.open(source, formats=[form]) as opened:
            _check_size(opened, most_pixels)
            count = getattr(opened, "n_frames", 1)
            if count > most_pages:
                raise Fault("file_pages", most=most_pages)
            if form != "TIFF" and count > 1:
                raise Fault("file_kind")
            pages = [_page(frame, most_pixels) for frame in ImageSequence.Iterator(opened)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Fault("file_pixels", width="…", height="…") from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        cut = "truncated" in str(error) or isinstance(error, EOFError)
        raise Fault("file_truncated" if cut else "file_unreadable") from None
    _save(pages, made)
    return len(pages)


def _save(pages: Sequence[Image.Image], made: Path) -> None:
    """Black and white stays so, packed without loss, when all pages are."""
    plain = all(page.mode == "1" for page in pages)
    first, *rest = pages if plain else [_grey(page) for page in pages]
    options = {} if plain else {"quality": QUALITY}
    first.save(
        made, "PDF", save_all=True, append_images=rest, resolution=_resolution(first),
        creationDate=START, modDate=START, producer="", title="", **options,
    )  # fmt: skip


def _grey(page: Image.Image) -> Image.Image:
    return page.convert("L") if page.mode == "1" else page


def _check_size(picture: Image.Image, most: int) -> None:
    if picture.width * picture.height > most:
        raise Fault("file_pixels", width=picture.width, height=picture.height)


def _page(frame: Image.Image, most: int) -> Image.Image:
    """A copy with its pixels only; a transparent ground becomes white."""
    _check_size(frame, most)
    frame.load()
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in ("1", "L"):
        plain = upright.copy()
    elif "A" in upright.mode or "transparency" in upright.info:
        seen = upright.convert("RGBA")
        plain = Image.new("RGB", seen.size, WHITE)
        plain.paste(seen, mask=seen.getchannel("A"))
    else:
        plain = upright.convert("RGB")
    plain.info.clear()
    return plain


def _resolution(page: Image.Image) -> float:
    """Dots an inch at which the page is as large as A4 allows."""
    short, long = sorted(page.size)
    return max(short / A4_INCHES[0], long / A4_INCHES[1])
