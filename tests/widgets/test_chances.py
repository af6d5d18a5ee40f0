"""The chances of the next token, and their picture."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waiting import PATIENCE

import widgets
from offline.model import sampling
from widgets.pictures import bars
from widgets.pictures.chances import reshape_top

# --- Chances ---


def distribution(weights):
    total = sum(weights)
    return {f"t{place}": weight / total for place, weight in enumerate(weights)}


WEIGHTS = st.lists(st.floats(1e-6, 1), min_size=2, max_size=60)


@given(WEIGHTS, st.floats(0.05, 2), st.floats(0.05, 1))
def test_a_whole_list_is_reshaped_as_the_stand_in_does(weights, temperature, top_p):
    whole = distribution(weights)
    shares = reshape_top([(token, math.log(p)) for token, p in whole.items()], temperature, top_p)
    true = sampling.reshape(whole, temperature, top_p)
    got = {token: chance for token, chance in shares.listed if chance}
    assert sum(got.values()) + shares.others == pytest.approx(1)
    near_the_cut = abs(len(got) - len(true)) == 1 and top_p < 1  # a rounding error decides which side
    assert near_the_cut or got == pytest.approx(true, abs=1e-6)


@given(WEIGHTS, st.sampled_from([0.1, 0.3, 0.7, 1.0, 1.3, 2.0]), st.integers(1, 20))
def test_the_bound_on_what_is_not_listed_is_true(weights, temperature, listed):
    whole = distribution(weights)
    ranked = sorted(whole.items(), key=lambda item: -item[1])
    shares = reshape_top([(token, math.log(p)) for token, p in ranked[:listed]], temperature)
    true = sampling.reshape(whole, temperature)
    others = sum(true.get(token, 0) for token, _ in ranked[listed:])
    assert sum(chance for _, chance in shares.listed) + shares.others == pytest.approx(1)
    close = pytest.approx(others, abs=1e-6)
    match shares.bound:
        case "exactly":
            assert shares.others == close
        case "at most":
            assert temperature < 1 and (shares.others >= others or shares.others == close)
        case "at least":
            assert temperature > 1 and (shares.others <= others or shares.others == close)


@given(WEIGHTS)
def test_heat_flattens_and_cold_sharpens(weights):
    top = [(token, math.log(p)) for token, p in distribution(weights).items()]
    first = [reshape_top(top, temperature).listed[0][1] for temperature in (0, 0.2, 0.7, 1, 1.5, 2)]
    assert first[0] == 1 and all(cold >= hot - 1e-9 for cold, hot in itertools.pairwise(first))


def test_what_top_p_leaves_of_a_list_that_is_cut():
    top = [("a", math.log(0.5)), ("b", math.log(0.25)), ("c", math.log(0.05))]  # 0.2 is not listed
    assert reshape_top(top, 1).others == pytest.approx(0.2)
    half = reshape_top(top, 1, 0.5)
    assert [chance for _, chance in half.listed] == [1, 0, 0] and half.others == 0
    most = reshape_top(top, 1, 0.9)
    assert most.others == pytest.approx(0.1 / 0.9) and most.listed[0][1] == pytest.approx(0.5 / 0.9)
    assert reshape_top([("a", -0.1), ("b", -9999.0)], 2).listed == [("a", pytest.approx(1, abs=0.5))]
    assert reshape_top([], 1).others == 1


# --- The picture ---


def test_the_sliders_redraw_without_a_new_request(standin):
    picture = widgets.temperature_picture("The sky is")
    assert not standin.requests
    picture.ask_button.click()
    assert picture.wait(PATIENCE) and len(standin.requests) == 1
    at_one = picture.bars.live
    picture.temperature.value = 0.2
    cold = picture.bars.live
    picture.temperature.value = 0
    assert "100.0%" in picture.bars.live and "cut off, 0%" in picture.bars.live
    picture.temperature.value = 2
    assert "at least" in picture.bars.live
    picture.temperature.value, picture.top_p.value = 1, 0.5
    assert len({at_one, cold, picture.bars.live}) == 3
    picture.place.value = 2
    assert "tut-chosen" in picture.colored.live and len(standin.requests) == 1


def test_the_bars_are_the_models_own_chances(client):
    reply = widgets.ask_with_logprobs("The sky is", client=client)
    shares = widgets.reshape_top(widgets.tokens_of(reply)[0].top, 1)
    chances = dict(shares.listed)
    assert chances["blue"] == pytest.approx(0.606, abs=0.001) and chances["clear"] == pytest.approx(0.141, abs=0.001)
    assert f"{100 * chances['blue']:.1f}%" in widgets.temperature_picture(reply=reply).bars.live


def test_a_new_reply_begins_at_its_first_token(client):
    long = widgets.ask_with_logprobs("Tell me a story", client=client)
    picture = widgets.temperature_picture("Name a color", reply=long)
    picture.place.value = picture.place.max
    picture.ask()
    assert picture.wait(PATIENCE)
    assert picture.place.value == 1 and picture.place.max == len(picture.tokens) < 5


def test_a_reply_without_logprobs_is_refused(client):
    reply = client.responses.create(model="gpt-6-luna", input="Hello!")
    with pytest.raises(ValueError, match="top_logprobs=20"):
        widgets.temperature_picture(reply=reply)


def test_a_model_that_always_reasons_is_explained():
    picture = widgets.temperature_picture(model="gpt-5")
    picture.ask()
    assert picture.wait(PATIENCE)
    assert "The API refused the request as it is" in picture.message.live


def test_sureness_is_told_by_color_line_and_words(client):
    page = bars.colored_reply(widgets.tokens_of(widgets.ask_with_logprobs("Tell me a story", client=client)))
    assert 'title="' in page and "one of several" in page and "tut-sure" in page
