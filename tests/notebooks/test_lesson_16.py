"""Lesson 16: what learners try there is answered, and what it says of tokens, limits and sound is so."""

import io
import typing
from math import ceil
from pathlib import Path

import nbformat
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai.types.audio import speech_create_params, transcription_create_params
from openai.types.realtime import realtime_session_create_request
from openai.types.responses import ResponseError
from PIL import Image, ImageOps
from regenerate import NOTEBOOKS
from tries_16 import MODEL, TRIES

import offline
from offline.model import picture_tokens
from offline.refusals import Refused

LESSON = nbformat.read(NOTEBOOKS / "16_images_and_files.ipynb", as_version=4)
PROSE = "\n".join(cell.source for cell in LESSON.cells if cell.cell_type == "markdown")
LEAST = 20_971_520 * 3 / 4  # bytes of a file whose data URL is as long as is allowed


@pytest.fixture(scope="module")
def built() -> dict:
    """Return the functions of the lesson that count, by name."""
    names: dict = {}
    (source,) = [cell.source for cell in LESSON.cells if "def patches(" in cell.source]
    exec(source, names)
    return names


@pytest.mark.parametrize("tried", TRIES.values(), ids=TRIES)
def test_what_a_learner_would_try(tried):
    assert tried(offline.client(offline.StandIn(), max_retries=0))


def test_there_are_thirty_tries():
    assert len(TRIES) == 30


@given(st.integers(1, 7_000), st.integers(1, 7_000))
def test_the_formula_is_that_of_the_stand_in(built, width, height):
    try:
        assert built["tokens"](width, height) == picture_tokens.tokens(width, height, "original", MODEL)
    except Refused:
        assert built["patches"](width, height) > 30_000


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_high_and_low_are_limited_as_the_text_says(width, height):
    assert picture_tokens.tokens(width, height, "high", MODEL) <= ceil(2_500 * 1.2)
    assert picture_tokens.tokens(width, height, "low", MODEL) <= ceil((512 / 32) ** 2 * 1.2)
    assert picture_tokens.tokens(2_400, 2_400, None, MODEL) == picture_tokens.tokens(2_400, 2_400, "original", MODEL)


def test_a_file_of_15_mb_fits_and_the_next_does_not():
    assert "20,971,520 characters" in PROSE and "may have 15 MB" in PROSE
    assert 15 * 1024**2 <= LEAST < 16 * 1024**2
    for length, code in ((20_971_520, "invalid_value"), (20_971_521, "string_above_max_length")):
        url = "data:image/png;base64,".ljust(length, "-")
        with pytest.raises(openai.BadRequestError) as refused:
            part = {"type": "input_image", "image_url": url, "detail": "auto"}
            offline.client().responses.create(model=MODEL, input=[{"role": "user", "content": [part]}])
        assert refused.value.code == code


ENDS = {  # as the lesson says it, and whose source announces which models' end
    "January 6, 2027": (speech_create_params, "2027-01-06", ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"]),
    "January 20": (realtime_session_create_request, "2027-01-20", ["gpt-realtime", "gpt-realtime-mini", "gpt-audio-mini"]),
    "February 26": (transcription_create_params, "2027-02-26", ["whisper-1", "gpt-4o-transcribe"]),
}


@pytest.mark.parametrize("said", ENDS)
def test_the_models_for_sound_end_when_the_sdk_says_so(said):
    module, day, models = ENDS[said]
    announced = Path(module.__file__).read_text(encoding="utf-8").partition("Deprecated values:")[2].partition('"""')[0]
    assert day in announced and said in PROSE
    assert all(f'"{model}"' in announced and f"`{model}`" in PROSE for model in models)
    assert '"gpt-transcribe"' not in announced


def test_the_code_for_a_picture_that_cannot_be_loaded_is_in_the_sdk():
    assert "failed_to_download_image" in typing.get_args(ResponseError.model_fields["code"].annotation)


def test_cells_that_need_pillow_are_not_compared_in_a_browser():
    """There, nothing in a lesson may fail for want of it but what says so."""
    pillow = ("from PIL", "moon", "flag", "photo", "scan", "paper")
    for cell in LESSON.cells:
        if cell.cell_type == "code" and any(f"{name}" in cell.source.replace("moon.png", "") for name in pillow):
            assert "not-in-browser" in cell.metadata.get("tags", []), cell.source


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_that_is_saved_anew_has_lost_where_it_was_taken_and_how_it_is_turned(kind):
    taken = Image.Exif()
    taken[ORIENTATION], taken.get_ifd(PLACE)[1] = 6, "N"
    photo = reopened(Image.new("RGB", (60, 40)), "JPEG", exif=taken)
    assert photo.getexif()[ORIENTATION] == 6 and PLACE in photo.getexif()
    assert not reopened(photo, kind).getexif()
    assert reopened(ImageOps.exif_transpose(photo), kind).size == (40, 60)


ORIENTATION, PLACE = 0x0112, 0x8825  # tags of Exif


def reopened(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return Image.open(file)
