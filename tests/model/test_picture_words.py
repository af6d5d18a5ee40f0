"""What the stand-in says of pictures, question by question; never more than it saw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_schemas import shape
from writing_forms import filled

from offline.model.colors import NAMES
from offline.model.picture_words import LIMITS, as_data, describe
from offline.model.pictures import Picture

FLAG = Picture("PNG", 640, 480, (("red", 0.62), ("white", 0.30), ("dark blue", 0.05), ("light blue", 0.03)), 4)
PHOTO = Picture("JPEG", 800, 600, (("green", 0.35), ("light blue", 0.33), ("brown", 0.2), ("gray", 0.12)), 2345)
PLAIN = Picture("PNG", 480, 640, (("yellow", 1.0),), 1)
MOVING = Picture("WebP", 10, 10, (("transparent", 0.9), ("black", 0.1)), 1, animated=True)

EVERYTHING = "I see a PNG picture, 640 × 480 pixels, mostly red (62%), white (30%) and dark blue (5%)."
ANSWERS = {
    "everything": (FLAG, "What is in this picture?", EVERYTHING),
    "no question": (FLAG, "", EVERYTHING),
    "a picture called a photo": (FLAG, "What is this a photo of?", EVERYTHING),
    "what it cannot see": (FLAG, "How many people are in it?", EVERYTHING),
    "colors": (FLAG, "What color is it?", "It is mostly red (62%), white (30%) and dark blue (5%)."),
    "colours": (FLAG, "Which colours are there?", "It is mostly red (62%), white (30%) and dark blue (5%)."),
    "many colors": (
        PHOTO,
        "What are the main colors?",
        "It is a mix of many colors, most of all green (35%), light blue (33%) and brown (20%).",
    ),
    "one color": (PLAIN, "What colour is that?", "It is all yellow."),
    "a color by name": (FLAG, "Is it red?", "62% of it is red."),
    "every kind of a color": (FLAG, "How much blue is there?", "8% of it is blue."),
    "one kind of a color": (FLAG, "Is there any dark blue?", "5% of it is dark blue."),
    "two colors": (FLAG, "Is there more green or more white?", "Nothing in it is green. 30% of it is white."),
    "transparency": (MOVING, "Is the background transparent?", "90% of it is transparent."),
    "size": (FLAG, "How large is it?", "It is 640 × 480 pixels."),
    "size by another word": (FLAG, "what's the resolution", "It is 640 × 480 pixels."),
    "format": (FLAG, "What format is this?", "It is a PNG picture."),
    "a format by name": (FLAG, "Is this a JPEG?", "It is a PNG picture."),
    "two things": (FLAG, "What are its size and format?", "It is a PNG picture. It is 640 × 480 pixels."),
    "a photo?": (
        PHOTO,
        "Is it a photo?",
        "What kind of picture it is I cannot tell. I see 2,345 shades of color in it; photos mostly have hundreds, drawings fewer.",
    ),
    "a drawing?": (
        PLAIN,
        "Is this a drawing or a photo?",
        "What kind of picture it is I cannot tell. I see 1 shade of color in it; photos mostly have hundreds, drawings fewer.",
    ),
    "several frames": (
        MOVING,
        "Describe it.",
        "I see a WebP picture with several frames (I see the first), 10 × 10 pixels, mostly transparent (90%) and black (10%).",
    ),
}


@pytest.mark.parametrize(("picture", "question", "answer"), ANSWERS.values(), ids=ANSWERS)
def test_a_question_is_answered_from_what_was_seen(picture, question, answer):
    assert describe([picture], question) == f"{answer} {LIMITS}"


COMPARED = {
    "everything": (
        [FLAG, PHOTO],
        "Compare these two.",
        "Picture 1 is PNG; picture 2 is JPEG. "
        "Picture 1 is 640 × 480 pixels; picture 2 is 800 × 600 pixels. Picture 2 is the larger one. "
        "Picture 1 is mostly red (62%), white (30%) and dark blue (5%); "
        "picture 2 is a mix of many colors, most of all green (35%), light blue (33%) and brown (20%).",
    ),
    "size": (
        [PHOTO, FLAG],
        "Which is bigger?",
        "Picture 1 is 800 × 600 pixels; picture 2 is 640 × 480 pixels. Picture 1 is the larger one.",
    ),
    "as many pixels": ([FLAG, PLAIN], "Which is larger?", "Picture 1 is 640 × 480 pixels; picture 2 is 480 × 640 pixels."),
    "format, which is the same": ([FLAG, PLAIN], "Do both have the same format?", "Both are PNG."),
    "three": (
        [FLAG, PLAIN, PHOTO],
        "Which one is larger than the others?",
        "Picture 1 is 640 × 480 pixels; picture 2 is 480 × 640 pixels; picture 3 is 800 × 600 pixels. Picture 3 is the largest.",
    ),
    "colors": (
        [PLAIN, PLAIN],
        "Do they differ in color?",
        "Both are all yellow.",
    ),
    "one by one": (
        [PLAIN, FLAG],
        "What do you see?",
        "Picture 1: I see a PNG picture, 480 × 640 pixels, all yellow. Picture 2: " + EVERYTHING,
    ),
    "one by one, what was asked": (
        [PLAIN, FLAG],
        "How wide are they?",
        "Picture 1: It is 480 × 640 pixels. Picture 2: It is 640 × 480 pixels.",
    ),
}


@pytest.mark.parametrize(("pictures", "question", "answer"), COMPARED.values(), ids=COMPARED)
def test_several_pictures_are_compared_when_the_question_does(pictures, question, answer):
    assert describe(pictures, question) == f"{answer} {LIMITS}"


def test_forms_are_filled_with_what_is_seen():
    assert as_data([FLAG]).split("\n") == [
        "format: PNG", "width: 640", "height: 480", "main color: red", "colors: red, white, dark blue", "caption: PNG picture",
        "description: mostly red (62%), white (30%) and dark blue (5%)",
    ]  # fmt: skip
    form = {"format": "PNG|JPEG|GIF|WebP", "width": "int", "height": "int", "main_color": "str", "colors": ["str"]}
    flag = {"format": "PNG", "width": 640, "height": 480, "main_color": "red", "colors": ["red", "white", "dark blue"]}
    plain = {"format": "PNG", "width": 480, "height": 640, "main_color": "yellow", "colors": ["yellow"]}
    assert filled(shape(form), "Describe it.", (0.8, as_data([FLAG]))) == flag
    assert filled(shape({"pictures": [form]}), "Describe them.", (0.8, as_data([FLAG, PLAIN]))) == {"pictures": [flag, plain]}


@given(
    st.integers(1, 9_999), st.integers(1, 9_999), st.sampled_from(["PNG", "JPEG", "GIF", "WebP"]), st.sampled_from(list(NAMES))
)
def test_any_picture_fills_a_form(width, height, kind, color):
    picture = Picture(kind, width, height, ((color, 0.7), ("white" if color != "white" else "black", 0.3)), 2)
    form = shape({"width": "int", "height": "int", "format": "str", "main_color": "str"})
    assert filled(form, "Describe the picture.", (0.8, as_data([picture]))) == {
        "width": width, "height": height, "format": kind, "main_color": color,
    }  # fmt: skip
