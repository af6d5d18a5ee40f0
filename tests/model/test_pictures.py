"""Pictures made by Pillow, as the stand-in sees them: what it decodes, what it refuses, and in which words."""

import base64
import io
import struct
import subprocess
import sys
import zlib

import matplotlib.colors
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from offline.model import colors, pictures
from offline.model.pictures import look
from offline.refusals import Refused

PLACE = "input[0].content[1].image_url"
FORMATS = {"PNG": "PNG", "JPEG": "JPEG", "GIF": "GIF", "WEBP": "WebP"}


def data_url(content: bytes, mime: str = "image/png") -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def encoded(image: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def flag(*stripes: str, size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Return a picture of upright stripes of equal width."""
    image = Image.new("RGB", size)
    width = size[0] // len(stripes)
    for number, color in enumerate(stripes):
        image.paste(color, (number * width, 0, (number + 1) * width, size[1]))
    return image


def seen(image: Image.Image, kind: str = "PNG", **options) -> pictures.Picture:
    return look(data_url(encoded(image, kind, **options)), PLACE)


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a hundred bytes that says it is as large as that."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", FORMATS)
def test_format_size_and_main_colors_are_seen(kind):
    picture = seen(flag("red", "white", "white"), kind)
    assert (picture.format, picture.width, picture.height, picture.animated) == (FORMATS[kind], 600, 400, False)
    (white, most), (red, rest), *_ = picture.colors
    assert (white, red) == ("white", "red") and most == pytest.approx(2 / 3, abs=0.02) and rest == pytest.approx(1 / 3, abs=0.02)


def test_the_format_is_seen_in_the_bytes_whatever_the_url_says():
    assert look(data_url(encoded(flag("red"), "JPEG"), "image/png"), PLACE).format == "JPEG"


MODES = {
    "black and white": ("1", "PNG", "white"),
    "gray": ("L", "PNG", "white"),
    "gray in a JPEG": ("L", "JPEG", "white"),
    "with a palette": ("P", "PNG", "white"),
    "with a palette in a GIF": ("P", "GIF", "white"),
    "with transparency": ("RGBA", "PNG", "white"),
    "gray with transparency": ("LA", "PNG", "white"),
    "for print": ("CMYK", "JPEG", "white"),
}


@pytest.mark.parametrize(("mode", "kind", "color"), MODES.values(), ids=MODES)
def test_every_way_to_store_pixels_is_read(mode, kind, color):
    assert seen(Image.new("RGB", (50, 40), color).convert(mode), kind).colors == ((color, 1.0),)


def test_gray_of_16_bits_is_no_white():
    assert seen(Image.new("I;16", (50, 40), 0x8000)).colors == (("gray", 1.0),)


def test_what_is_transparent_has_no_color():
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 100, 25))
    assert seen(image).colors == (("transparent", 0.75), ("red", 0.25))


@pytest.mark.parametrize("wide", [64, 1018, 1024, 2036, 3000])
def test_fine_patterns_keep_their_colors_in_a_large_picture(wide):
    stripes = np.zeros((300, wide, 3), np.uint8)
    stripes[:, ::2] = (255, 0, 0)
    stripes[:, 1::2] = (255, 255, 255)
    shares = dict(seen(Image.fromarray(stripes)).colors)
    assert set(shares) <= {"red", "white"}, "blended, it would be pink"
    if wide not in (1018, 2036):  # twice and four times 509
        assert shares["red"] == pytest.approx(0.5, abs=0.1)


def test_a_photo_has_more_shades_than_a_drawing():
    noise = Image.effect_noise((200, 200), 90)
    photo = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    assert seen(photo).shades > 500 > seen(flag("red", "white")).shades == 2


@given(st.binary(min_size=3 * 12, max_size=3 * 12))
def test_shares_sum_to_1_whatever_the_pixels_are(pixels):
    picture = seen(Image.frombytes("RGB", (4, 3), pixels))
    assert sum(share for _, share in picture.colors) == pytest.approx(1)
    assert [share for _, share in picture.colors] == sorted((share for _, share in picture.colors), reverse=True)
    assert 1 <= picture.shades <= 12


def test_colors_are_named_as_people_name_them():
    """The names are those of the xkcd color survey, which matplotlib carries: "pale blue" should be some blue."""
    plain = {name.split()[-1] for name in colors.NAMES}
    asked, same = 0, 0
    for name, code in matplotlib.colors.XKCD_COLORS.items():
        how, _, color = name.removeprefix("xkcd:").replace("grey", "gray").rpartition(" ")
        if color in plain and how in ("", "light", "pale", "dark", "deep", "bright", "medium", "dull", "faded", "dusty", "soft"):
            asked += 1
            same += seen(Image.new("RGB", (1, 1), code)).colors[0][0].endswith(color)
    assert asked > 100 and same / asked > 0.9


def animated(kind: str) -> bytes:
    frames = [flag("red"), flag("blue")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_of_several_frames_the_first_is_seen(kind):
    picture = look(data_url(animated(kind)), PLACE)
    assert picture.animated and picture.colors[0][0] == "red"


PNG = encoded(flag("red"))
UNSUPPORTED = "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp']."
DAMAGED = "The image data you provided does not represent a valid image."
EXPECTED = f"Invalid '{PLACE}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got "
FROM_THE_WEB = "The offline stand-in has no way to fetch pictures from the web; the real API does."
TOO_MANY_PIXELS = "The offline stand-in decodes pictures of at most 50 million pixels"
REFUSED = {
    "a BMP": (data_url(encoded(flag("red"), "BMP")), UNSUPPORTED, "invalid_image_format", None),
    "a TIFF": (data_url(encoded(flag("red"), "TIFF"), "image/tiff"), UNSUPPORTED, "invalid_image_format", None),
    "a drawing in SVG": (data_url(b"<svg/>", "image/svg+xml"), UNSUPPORTED, "invalid_image_format", None),
    "text called an image": (data_url(b"Hello"), UNSUPPORTED, "invalid_image_format", None),
    "a moving GIF": (data_url(animated("GIF")), UNSUPPORTED, "invalid_image_format", None),
    "half a PNG": (data_url(PNG[: len(PNG) // 2]), DAMAGED, "invalid_value", "input"),
    "the beginning of a PNG": (data_url(PNG[:20]), DAMAGED, "invalid_value", "input"),
    "half a JPEG": (data_url(encoded(flag("red"), "JPEG")[:400]), DAMAGED, "invalid_value", "input"),
    "half a WebP": (data_url(encoded(flag("red"), "WEBP")[:40]), DAMAGED, "invalid_value", "input"),
    "half a GIF": (data_url(encoded(flag("red"), "GIF")[:30]), DAMAGED, "invalid_value", "input"),
    "a damaged PNG": (data_url(PNG.replace(b"IDAT", b"IDOT")), DAMAGED, "invalid_value", "input"),
    "a PNG of no pixels": (data_url(png_that_claims(0, 5)), DAMAGED, "invalid_value", "input"),
    "a PNG with less than it claims": (data_url(png_that_claims(500, 500)), DAMAGED, "invalid_value", "input"),
    "a bomb": (data_url(png_that_claims(60_000, 60_000)), TOO_MANY_PIXELS, "offline_unsupported", PLACE),
    "a bomb that Pillow would warn of": (
        data_url(png_that_claims(10_000, 10_000)),
        TOO_MANY_PIXELS,
        "offline_unsupported",
        PLACE,
    ),
    "no more than a name": ("cat.png", EXPECTED + "a value without the 'data:' prefix.", "invalid_value", PLACE),
    "base64 alone": (data_url(PNG).partition(",")[2], EXPECTED + "a value without the 'data:' prefix.", "invalid_value", PLACE),
    "no base64": ("data:image/png,abc", EXPECTED + "a value without the ';base64' separator.", "invalid_value", PLACE),
    "no comma": ("data:image/png;base64", EXPECTED + "a value without the ';base64' separator.", "invalid_value", PLACE),
    "text": (data_url(b"Hi", "text/plain"), EXPECTED + "unsupported MIME type 'text/plain'.", "invalid_value", PLACE),
    "no type": (data_url(PNG, ""), EXPECTED + "unsupported MIME type ''.", "invalid_value", PLACE),
    "nothing": (data_url(b""), EXPECTED + "empty base64-encoded bytes.", "invalid_value", PLACE),
    "base64 that is cut": (data_url(PNG)[:-1], EXPECTED + "an invalid base64-encoded value.", "invalid_value", PLACE),
    "base64 of another alphabet": (
        "data:image/png;base64,_-==",
        EXPECTED + "an invalid base64-encoded value.",
        "invalid_value",
        PLACE,
    ),
    "letters that base64 does not have": (
        "data:image/png;base64,äö==",
        EXPECTED + "an invalid base64-encoded value.",
        "invalid_value",
        PLACE,
    ),
    "a picture on the web": ("https://example.com/cat.png", FROM_THE_WEB, "offline_unsupported", PLACE),
}


@pytest.mark.parametrize(("url", "message", "code", "param"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_picture_is_refused(url, message, code, param, recwarn):
    with pytest.raises(Refused) as refused:
        look(url, PLACE)
    error = refused.value.body["error"]
    assert error["message"].startswith(message) and (error["code"], error["param"]) == (code, param)
    assert refused.value.status == 400 and not recwarn.list


def test_too_large_a_file_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(pictures, "LONGEST", 1000)
    with pytest.raises(Refused) as refused:
        look("data:image/png;base64," + "A" * 2000, PLACE)
    assert refused.value.body["error"]["code"] == "image_file_too_large"


def test_chat_words_it_otherwise():
    with pytest.raises(Refused, match=r"^Invalid image URL: 'messages\[0\]\.content\[1\]\.image_url\.url'\. Expected"):
        look("cat.png", "messages[0].content[1].image_url.url")


@given(st.sampled_from(list(FORMATS)), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_no_damage_gets_past_as_anything_but_a_picture_or_a_refusal(kind, at, junk):
    content = encoded(flag("red", "white", size=(30, 20)), kind)
    damaged = content[:at] + junk + content[at + len(junk) :]
    try:
        assert look(data_url(damaged), PLACE).format in FORMATS.values()
    except Refused as refused:
        assert refused.status == 400


def test_importing_costs_no_pillow():
    code = "import sys; import offline.model.pictures; print('PIL' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


@pytest.mark.parametrize("missing", ["PIL", "numpy"])
def test_where_pillow_is_missing_it_says_so_in_its_own_name(monkeypatch, missing):
    monkeypatch.setitem(sys.modules, missing, None)  # as if it were not installed
    with pytest.raises(Refused, match=rf"^The offline stand-in .*{missing} is not to be had here\.") as refused:
        look(data_url(PNG), PLACE)
    assert refused.value.body["error"]["code"] == "offline_unsupported"
    with pytest.raises(Refused, match="You uploaded an unsupported image"):
        look(data_url(b"Hello"), PLACE)  # needs no decoding
