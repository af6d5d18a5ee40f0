"""What lessons 4 and 6 say about the API and the package, held against the package itself and the table of models."""

import re

import httpx2
import openai
import pytest
from genai_prices import Usage, calc_price
from test_notebooks import NOTEBOOKS, read

from checks.lesson_06 import BILLING
from offline import models
from support.explaining import reasons
from utils import DEFAULT_MODEL

REQUEST = {"model": "gpt-6-luna", "input": "Hello!"}


def prose(lesson: str) -> str:
    [path] = NOTEBOOKS.glob(f"{lesson}*.ipynb")
    return "\n".join(cell.source for cell in read(path).cells)


def table_of_models() -> dict[str, tuple[str, str]]:
    """Return what lesson 4 says of each model: its efforts, and when it takes a temperature."""
    rows = re.findall(r"^\| ((?:gpt|o)[^|]*) \| ([^|]*) \| ([^|]*) \|$", prose("04"), re.MULTILINE)
    return {name: (efforts, when) for names, efforts, when in rows for name in names.split(", ")}


def test_lesson_4_tells_of_every_model_that_is_offered():
    assert set(table_of_models()) == set(models.offered())


@pytest.mark.parametrize("name", models.offered())
def test_lesson_4_tells_what_a_model_takes(name):
    known = models.find(name)
    efforts = [effort for effort in models.EFFORTS if effort in known.efforts]
    taking = [effort for effort in efforts or [None] if not known.why_not("temperature", effort)]
    when = {(): "never", ("none",): "only with effort `none`", (None,): "always"}[tuple(taking)]
    assert table_of_models()[name] == (f"{efforts[0]} to {efforts[-1]}" if efforts else "they do not think", when)


def test_lesson_4_tells_when_offered_models_are_shut_down():
    told = re.search(r"Those of the last (\w+) lines are shut down in (.*?), (.*?) in April 2027", prose("04"))
    rows = re.findall(r"^\| ((?:gpt|o)[^|]*) \|", prose("04"), re.MULTILINE)
    early = {name for names in rows[-{"three": 3}[told[1]] :] for name in names.split(", ")}
    ends = {name: models.find(name).shutdown for name in models.offered() if models.find(name).shutdown}
    assert {name for name, day in ends.items() if f"{day:%B %Y}" in told[2]} == early
    assert {name for name, day in ends.items() if f"{day:%B %Y}" == "April 2027"} == set(told[3].split(" and "))
    assert len(ends) == len(early) + 2


def test_the_model_of_the_course_is_the_cheapest_that_takes_a_temperature():
    def price(name: str) -> float:
        return float(calc_price(Usage(input_tokens=300, output_tokens=100), name, provider_id="openai").total_price)

    takes = [name for name, (_, when) in table_of_models().items() if when != "never"]
    assert min(takes, key=price) == DEFAULT_MODEL


def test_lesson_6_names_the_errors_about_money_that_explain_knows():
    named = re.search(r"BILLING = \{(.*?)\}", prose("06"), re.DOTALL)[1]
    assert set(re.findall(r'"(\w+)"', named)) == set(BILLING)
    assert {reasons._CODES[name] for name in BILLING} == {"no_credit", "spend_limit"}


TRIED_AGAIN = {  # status, headers, how often the package sends the request
    "wrong": (400, {}, 1),
    "bad key": (401, {}, 1),
    "not allowed": (403, {}, 1),
    "not there": (404, {}, 1),
    "not to be done": (422, {}, 1),
    "too slow a request": (408, {}, 3),
    "two changes": (409, {}, 3),
    "too many": (429, {}, 3),
    "trouble": (500, {}, 3),
    "overloaded": (503, {}, 3),
    "the server says no": (500, {"x-should-retry": "false"}, 1),
    "the server says yes": (400, {"x-should-retry": "true"}, 3),
    "a wait of two minutes": (429, {"retry-after": "120"}, 3),
    "a wait that is too long": (429, {"retry-after": "121"}, 1),
    "a wait that is too long, and yes": (429, {"retry-after": "121", "x-should-retry": "true"}, 1),
    "no wait": (429, {"retry-after": "0"}, 3),
}


@pytest.mark.parametrize(("status", "headers", "times"), TRIED_AGAIN.values(), ids=TRIED_AGAIN)
def test_lesson_6_tells_what_the_package_tries_again(monkeypatch, status, headers, times):
    waits, sent = [], []
    monkeypatch.setattr("time.sleep", waits.append)

    def refuse(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(status, headers=headers, json={"error": {"message": "No."}})

    http = openai.DefaultHttpx2Client(transport=httpx2.MockTransport(refuse))
    client = openai.OpenAI(api_key="any", base_url="http://far/v1", http_client=http)
    with pytest.raises(openai.APIStatusError):
        client.responses.create(**REQUEST)
    assert len(sent) == times
    asked = float(headers.get("retry-after", 0))
    backoff = all(0.75 * usual <= wait <= usual for wait, usual in zip(waits, (0.5, 1.0), strict=False))
    assert waits == [asked] * (times - 1) if 0 < asked <= 120 else backoff


def test_lesson_6_tells_the_timeouts_of_the_package():
    assert openai.DEFAULT_TIMEOUT.read == 600 and openai.DEFAULT_TIMEOUT.connect == 5
    assert openai.DEFAULT_MAX_RETRIES == 2
