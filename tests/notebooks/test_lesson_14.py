"""Lesson 14: what learners try there is answered, what it builds is sound, and what its prose says of the outputs is so."""

import re
from itertools import pairwise, product
from math import comb
from statistics import NormalDist

import nbformat
import pytest
from regenerate import NOTEBOOKS
from tries_14 import TRIES

import offline

LESSON = nbformat.read(NOTEBOOKS / "14_evaluation.ipynb", as_version=4)
CODE = [cell for cell in LESSON.cells if cell.cell_type == "code"]
BUILT = ("def exact(", "def mentions(", "def only(", "def passes(", "def interval(", "def changes(", "def chance(")


def cell_with(part: str):
    [cell] = [cell for cell in CODE if part in cell.source]
    return cell


def shown(part: str) -> str:
    """Return what is stored below the one cell with `part` in it."""
    return "".join(output.get("text") or output["data"]["text/plain"] for output in cell_with(part).outputs)


@pytest.fixture(scope="module")
def built() -> dict:
    """Return what the lesson builds without a model, by name."""
    names: dict = {"examples": [], "texts": dict.fromkeys(["billing", "technical", "other"])}
    for part in BUILT:
        source = cell_with(part).source
        exec(
            re.sub(r"\n\n\n(?:cases|sum\(|fixed|plain|interval\(|round\().*", "", source, flags=re.DOTALL),
            names,
        )
    return names


@pytest.mark.parametrize("tried", TRIES.values(), ids=TRIES)
def test_what_a_learner_would_try(tried):
    assert tried(offline.client(offline.StandIn(), max_retries=0))


def test_there_are_thirty_tries_and_more():
    assert len(TRIES) >= 30


def test_no_failed_call_passes_any_rule(built):
    rules = [lambda reply: True, lambda reply: "refund" not in reply, lambda reply: reply == "billing"]
    assert not any(built["passes"](None, rule) for rule in rules)
    assert built["passes"]("", rules[0]) and built["passes"]("billing", rules[2])


def test_the_intervals_hold_what_they_promise(built):
    """Over all results of n tries with a known share, the interval has that share in about 95 of 100 cases."""
    for n, share in product((10, 40, 160), (0.5, 0.72, 0.9)):
        kept = 0.0
        for right in range(n + 1):
            low, high = built["interval"](right, n)
            likely = comb(n, right) * share**right * (1 - share) ** (n - right)
            kept += likely * (low <= share <= high)
        assert 0.92 < kept < 0.99, (n, share, kept)


def test_the_interval_is_wilsons(built):
    """Both ends are the shares that lie z standard errors away from what was found."""
    z = NormalDist().inv_cdf(0.975)
    for right, n in ((29, 40), (32, 40), (5, 12), (0, 9)):
        for end in built["interval"](right, n):
            distance = abs(right / n - end)
            assert distance == pytest.approx(z * (end * (1 - end) / n) ** 0.5, abs=0.012)


def test_four_times_as_many_examples_halve_the_interval(built):
    widths = [high - low for low, high in (built["interval"](0.8 * n, n) for n in (40, 160, 640))]
    assert [round(before / after, 1) for before, after in pairwise(widths)] == pytest.approx([2, 2], abs=0.25)


@pytest.mark.parametrize(
    ("fixed", "broken", "likely"), [(8, 0, 2 / 256), (8, 5, 0.58), (1, 1, 1), (0, 0, 1), (0, 8, 2 / 256), (10, 1, 24 / 2048)]
)
def test_the_sign_test_is_that_of_a_coin(built, fixed, broken, likely):
    assert built["chance"](fixed, broken) == pytest.approx(likely, abs=0.002)
    assert built["chance"](fixed, broken) == built["chance"](broken, fixed)


def test_what_changed_is_counted_example_by_example(built):
    assert built["changes"]([True, True, False, False, False], [True, False, True, True, False]) == (2, 1)


def test_two_prompts_score_as_the_prose_says():
    assert shown("explained = score(") == "(29, 32)"  # "three more"
    assert shown("fixed, broken = changes(plain") == "(8, 5)"  # "eight fixed and five broken"
    assert shown("tailored = score(").startswith("(40,")  # "all forty"
    held = [int(line.split()[0]) for line in shown("for prompt in (PLAIN, EXPLAINED, TAILORED)").splitlines()]
    assert max(held) - min(held) <= 1  # "nothing is left of it"


def test_what_the_explanation_breaks_has_a_lamp_or_a_kettle_in_it(client):
    names: dict = {"DEFAULT_MODEL": "gpt-6-luna", "client": client}
    cells = (
        "def ask(",
        "PLAIN =",
        'billing = """',
        'technical = """',
        'other = """',
        "examples = [",
        "SHOWN = [",
        "def replies_to(",
        "def exact(",
        "plain = score(replies_to(PLAIN), exact)\nsum(plain), len",
        "EXPLAINED = f",
        "explained = ",
    )
    for part in cells:
        exec(re.sub(r"\n(?:ask\(PLAIN|len\(|sum\(plain).*", "", cell_with(part).source), names)
    broken = [
        text
        for (text, _), before, after in zip(names["examples"], names["plain"], names["explained"], strict=True)
        if before and not after
    ]
    assert len(broken) == 5 and all("lamp" in text or "kettle" in text for text in broken)


def test_the_bars_come_apart_where_the_prose_says(built):
    apart = [
        n
        for n in (10, 20, 40, 80, 160, 320, 640, 1280)
        if built["interval"](29 / 40 * n, n)[1] < built["interval"](32 / 40 * n, n)[0]
    ]
    assert apart == [640, 1280]


def test_what_the_prose_says_of_the_judge():
    counts = re.findall(
        r"'wins': (\d+), 'place A': (\d+), 'no verdict': (\d+), 'of': (\d+)",
        "".join(shown(f'measured["{name}"] =') for name in ("long", "own")),
    )
    assert counts[0] == ("16", "8", "0", "16")  # "each time, in both places"
    assert int(counts[1][0]) > 8  # "most of the time"
    assert "'wins': 15" in shown('measured = {"known"')  # "fifteen of sixteen"
    assert shown('measure(same)["place A"]') == "(16, 16)"  # "always the first"
    assert "'wins': 0, 'place A': 0, 'no verdict': 0" in shown("def or_tie(")  # "all sixteen are ties"
    with_reference = dict(re.findall(r"(\w+) \d+ (\d+)", shown("measure(pairs, informed)")))
    assert with_reference["long"] == "8" and with_reference["known"] == "15"
