"""Look at pictures, as far as the stand-in can: their format, their size, and their main colors.

    picture = look("data:image/png;base64,...", "input[0].content[1].image_url")
    describe([picture], "What is in this picture?")

    I see a PNG picture, 640 × 480 pixels, mostly red (62%) and white (30%). I am the offline stand-in:
    format, size and main colors are all that I can see in a picture.

Wordings of the refusals: "You uploaded an unsupported image" and "does not represent a valid image"
were seen until August 2026; which of the two comes when is not documented, and here the first is for
what is none of the four formats and the second for what is damaged. That an animated GIF is refused,
and what is said of too large a file, are guesses from the guide "Images and vision".
"""

import re
from dataclasses import dataclass
from io import BytesIO

from ..refusals import Refused
from . import colors, data_urls, picture_tokens
from .picture_words import WORTH_SAYING, as_data, describe

__all__ = ["WORTH_SAYING", "Picture", "as_data", "describe", "look", "tokens"]

LONGEST = 50 * 1024 * 1024  # bytes of an image file
MOST_PIXELS = 50_000_000  # decoded, that is 200 MB; a file of some kilobytes can hold billions
DAMAGED = (
    "The image data you provided does not represent a valid image. Please check your input and try again "
    "with one of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp']."
)
UNSUPPORTED = (
    "You uploaded an unsupported image. Please make sure your image has of one the following formats: "
    "['png', 'jpeg', 'gif', 'webp']."
)
_BEGINNINGS = {"PNG": rb"\x89PNG\r\n\x1a\n", "JPEG": rb"\xff\xd8\xff", "GIF": b"GIF8[79]a", "WebP": b"RIFF....WEBP"}


@dataclass(frozen=True)
class Picture:
    """What there is to see: `colors` with their shares, the largest first, and how many `shades` there are."""

    format: str  # "PNG", "JPEG", "GIF" or "WebP"
    width: int  # pixels
    height: int
    colors: tuple[tuple[str, float], ...]  # the shares sum to 1
    shades: int
    animated: bool = False  # then the colors are those of the first frame


def look(data_url: str, where: str) -> Picture:
    """Decode the picture in a data URL.

    `where` is the URL's place in the request, such as "input[0].content[1].image_url". Raises Refused for
    an address on the web, for more pixels than are good for a laptop and where Pillow is missing (in the stand-in's
    own name), and in the API's words for what is no data URL, too large a file, or no picture of a known format.
    """
    if re.match("https?://", data_url, re.IGNORECASE):
        message = (
            "The offline stand-in has no way to fetch pictures from the web; the real API does. Send the picture as a data URL."
        )
        raise Refused(message, param=where, code="offline_unsupported")
    if len(data_url) * 3 / 4 > LONGEST:
        message = f"The image file is too large. The maximum is {LONGEST // 1024**2} MB."
        raise Refused(message, param=where, code="image_file_too_large")
    _, content = data_urls.decode(data_url, where, data_urls.IMAGE)
    for name, beginning in _BEGINNINGS.items():
        if re.match(beginning, content, re.DOTALL):
            return _decoded(name, content, where)
    raise Refused(UNSUPPORTED, code="invalid_image_format")


def tokens(picture: Picture, detail: str | None, model: str, where: str = "input") -> int:
    """Return how many tokens `model` counts a picture as; see picture_tokens.tokens."""
    return picture_tokens.tokens(picture.width, picture.height, detail, model, where)


def _decoded(name: str, content: bytes, where: str) -> Picture:
    _need_pillow(where)
    damaged = Refused(DAMAGED, param=where.partition("[")[0], code="invalid_value")
    try:
        image = _plugin(name)(BytesIO(content))
        width, height = image.size
    except Exception:  # Pillow raises a dozen kinds of errors for damaged files
        raise damaged from None
    if width * height > MOST_PIXELS:
        message = (
            f"The offline stand-in decodes pictures of at most {MOST_PIXELS // 10**6} million pixels, and this one has {width} × {height}; "
            "the real API refuses it, too, or scales it down, as the model has it."
        )
        raise Refused(message, param=where, code="offline_unsupported")
    try:
        animated = getattr(image, "is_animated", False)
        image.draft(None, (colors.SIDE, colors.SIDE))  # a JPEG need not be decoded in full
        image.load()
        seen, shades = colors.count(image)
    except Exception:
        raise damaged from None
    if animated and name == "GIF":
        raise Refused(UNSUPPORTED, code="invalid_image_format")
    return Picture(name, width, height, seen, shades, animated)


def _need_pillow(where: str) -> None:
    """Raise Refused where the packages that decode pictures are missing, as in a browser without a network."""
    try:
        import numpy  # noqa: F401
        import PIL  # noqa: F401
    except ImportError as error:
        message = f"The offline stand-in looks at pictures with Pillow and numpy, and {error.name} is not to be had here."
        raise Refused(message, param=where, code="offline_unsupported") from None


def _plugin(name: str):
    """Return Pillow's class for a format: unlike Image.open, it tells the size before it says anything of it."""
    from PIL import GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    return {
        "PNG": PngImagePlugin.PngImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
    }[name]
