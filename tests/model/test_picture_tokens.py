"""What pictures are counted as: the examples of OpenAI's guide, and what people measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.model.picture_tokens import MOST_PATCHES, SIZING, Fit, _patches, tokens
from offline.model.pictures import Picture
from offline.model.pictures import tokens as picture_tokens
from offline.refusals import Refused

GUIDE = {
    "guide: no resizing": ("gpt-5.4", "high", (1024, 1024), 1229),
    "guide: 2,500 patches": ("gpt-5.4", "high", (2048, 2048), 3000),
    "guide: 6000 × 6000 fits at high": ("gpt-5.6-sol", "high", (6000, 6000), 3000),
    "older guide: 1,452 patches": ("o4-mini", "high", (1800, 2400), 2498),
    "guide of tiles: one square": ("gpt-4o", "high", (1024, 1024), 765),
    "guide of tiles: upright": ("gpt-4o", "high", (2048, 4096), 1105),
    "guide of tiles: low is always the base": ("gpt-4o", "low", (4096, 8192), 85),
    "auto is high for tiles": ("gpt-4.1", "auto", (1024, 1024), 765),
    "tiles of gpt-5.1": ("gpt-5.1", "high", (1024, 1024), 70 + 4 * 140),
    "tiles of gpt-4o-mini": ("gpt-4o-mini", None, (512, 512), 2833 + 5667),
    "a dated name": ("gpt-4o-mini-2024-07-18", None, (512, 512), 2833 + 5667),
    "measured: gpt-6-luna, no detail (with its prompt 6,783)": ("gpt-6-luna", None, (2400, 2400), 6750),
    "measured: gpt-5-mini, 256": ("gpt-5-mini", "high", (256, 256), 77),
    "measured: gpt-5-mini, 512": ("gpt-5-mini", "high", (512, 512), 308),
    "measured: gpt-5-mini, 768 × 1024": ("gpt-5-mini", "high", (768, 1024), 922),
    "measured: gpt-5-mini, 1280 × 720": ("gpt-5-mini", "high", (1280, 720), 1104),
    "measured: gpt-5-mini, at its cap": ("gpt-5-mini", "high", (2048, 768), 1844),
    "measured: a tile row more by rounding": ("gpt-4.1", "high", (2049, 513), 85 + 8 * 170),
    "measured: and none": ("gpt-4.1", "high", (2050, 513), 85 + 4 * 170),
    "low of gpt-5.6 fits into 512": ("gpt-5.6-luna", "low", (2000, 1000), 154),
    "low of gpt-5.4 is more than high": ("gpt-5.4-mini", "low", (2048, 2048), 4916),
    "a model not yet known counts as the newest": ("gpt-7", None, (640, 480), 360),
    "one pixel": ("gpt-6-luna", None, (1, 1), 2),
}


@pytest.mark.parametrize(("model", "detail", "size", "count"), GUIDE.values(), ids=GUIDE)
def test_tokens_are_counted_as_the_guide_says(model, detail, size, count):
    assert tokens(*size, detail, model) == count


def test_a_picture_is_counted_by_its_size():
    assert picture_tokens(Picture("PNG", 640, 480, (("red", 1.0),), 1), None, "gpt-6-luna") == 360


@pytest.mark.parametrize(("place", "param"), [("input[0].content[1]", "input"), ("messages[2].content[0]", "messages")])
def test_too_many_patches_are_refused_not_resized(place, param):
    with pytest.raises(Refused) as refused:
        tokens(7952, 5304, None, "gpt-6-sol", place)
    assert refused.value.body["error"] == {
        "message": "The image you provided requires 41334 patches after processing, exceeding the limit of 30000. "
        "Please resize the image and try again.",
        "type": "invalid_request_error",
        "param": param,
        "code": "invalid_value",
    }
    assert tokens(7952, 5304, "high", "gpt-6-sol", place) <= 3000


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-5.2", "gpt-5-mini"])
def test_original_is_refused_where_there_is_none(model):
    with pytest.raises(Refused) as refused:
        tokens(100, 100, "original", model, "input[0].content[1]")
    assert refused.value.body["error"]["param"] == "input[0].content[1].detail"


sides = st.integers(1, 20_000)


@given(sides, sides, st.sampled_from(list(SIZING)), st.sampled_from([None, "auto", "low", "high"]))
def test_every_picture_has_tokens_and_a_larger_limit_never_means_fewer(width, height, model, detail):
    try:
        assert tokens(width, height, detail, model) >= 1
    except Refused:
        assert width * height > 1024 * MOST_PATCHES * 0.9


@given(sides, sides, st.integers(100, 10_000))
def test_what_was_resized_stays_within_its_limits(width, height, most):
    assert 1 <= _patches(width, height, Fit(6000, most)) <= most
