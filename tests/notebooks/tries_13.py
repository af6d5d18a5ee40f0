"""Thirty things that a learner would try in lesson 13, each with what a useful result has in it.

Written before the lesson. Each is a function that returns whether the result was useful, and what it was.
"""

import contextlib
import io
import tempfile
import textwrap
from pathlib import Path

from pydantic import BaseModel

import offline
from support.testing import run_tests


class Order(BaseModel):
    customer: str
    quantity: int
    item: str


def read(client, note):
    return client.responses.parse(
        model="gpt-6-luna",
        instructions="Read the order out of the customer's note.",
        input=note,
        text_format=Order,
        reasoning={"effort": "none"},
        max_output_tokens=60,
    ).output_parsed


def shop_with(**files):
    folder = Path(tempfile.mkdtemp()) / "shop"
    folder.mkdir()
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (folder / "conftest.py").write_text(
        "import pytest\nimport offline\n@pytest.fixture\ndef standin():\n    return offline.StandIn()\n@pytest.fixture\ndef client(standin):\n    return offline.client(standin, max_retries=0)\n"
    )
    for name, text in files.items():
        (folder / f"{name}.py").write_text(textwrap.dedent(text))
    return folder


def said(folder, *options):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run_tests(folder, *options)
    return out.getvalue()


def note(text, *want):
    def tried():
        o = read(offline.client(offline.StandIn()), text)
        return (o.customer, o.quantity, o.item) == want, o

    return tried


def tests(source, *want, options=()):
    def tried():
        text = said(shop_with(test_try=source), *options)
        return all(w in text for w in want), text

    return tried


HELLO = 'client.responses.create(model="gpt-6-luna", input="Hello!", reasoning={"effort": "none"})'
TRIES = {
    "note 1": note("Hi, I'm Zoe. Please send 12 lemons.", "Zoe", 12, "lemons"),
    "note 2": note("Three pizzas for Mario, please.", "Mario", 3, "pizzas"),
    "note 3": note("Hello, this is Tom. I'd like to order 7 donuts.", "Tom", 7, "donuts"),
    "note 4": note("Please send 3 muffins. Ada", "Ada", 3, "muffins"),
    "note 5": note("2 coffees. My name is Greta.", "Greta", 2, "coffees"),
    "note 6": note("HI, I'M ADA. PLEASE SEND 3 MUFFINS.", "Ada", 3, "MUFFINS"),
    "note 7": note("Hi, I'm Ada. Please send 3 muffins. Thank you so much!", "Ada", 3, "muffins"),
    "note 8": note("Dear shop, could I have 100 croissants? Yours, Emma", "Emma", 100, "croissants"),
    "same twice": lambda: (lambda c: (read(c, "Hi, I'm Ben. 4 pies please.") == read(c, "Hi, I'm Ben. 4 pies please."), ""))(
        offline.client(offline.StandIn())
    ),
    "failing test shows values": tests(
        "def test_a(client, standin):\n    " + HELLO + "\n    assert len(standin.requests) == 2\n", "1 failed", "assert 1 == 2"
    ),
    "class of tests": tests(
        "class TestShop:\n    def test_a(self, client):\n        assert " + HELLO + ".output_text\n", "1 passed"
    ),
    "skip and xfail": tests(
        "import pytest\n@pytest.mark.skip\ndef test_a(): ...\n@pytest.mark.xfail\ndef test_b(): assert False\n",
        "1 skipped, 1 xfailed",
    ),
    "raises": tests(
        'import pytest, openai\ndef test_a(client, standin):\n    with standin.failing("rate_limit"), pytest.raises(openai.RateLimitError):\n        '
        + HELLO
        + "\n",
        "1 passed",
    ),
    "monkeypatch": tests(
        'import time\ndef test_a(monkeypatch, client, standin):\n    slept = []\n    monkeypatch.setattr(time, "sleep", slept.append)\n    with standin.failing("server_error"):\n        client.with_options(max_retries=1).responses.create(model="gpt-6-luna", input="Hi")\n    assert len(slept) == 1\n',
        "1 passed",
    ),
    "tmp_path": tests(
        'def test_a(tmp_path, client):\n    (tmp_path / "a.txt").write_text('
        + HELLO
        + '.output_text)\n    assert (tmp_path / "a.txt").exists()\n',
        "1 passed",
    ),
    "capsys": tests('def test_a(capsys, client):\n    print("hi")\n    assert capsys.readouterr().out == "hi\\n"\n', "1 passed"),
    "parametrize": tests(
        'import pytest, offline\n@pytest.mark.parametrize("fault", offline.FAULTS)\ndef test_a(fault, client, standin):\n    with standin.failing(fault):\n        '
        + HELLO
        + "\n",
        "13 failed, 7 passed",
        options=("--tb=no",),
    ),
    "a stream": tests(
        'def test_a(client):\n    events = list(client.responses.create(model="gpt-6-luna", input="Hello!", stream=True))\n    assert events[-1].type == "response.completed"\n',
        "1 passed",
    ),
    "an async test": tests(
        'import asyncio, offline\ndef test_a():\n    c = offline.async_client(offline.StandIn())\n    assert asyncio.run(c.responses.create(model="gpt-6-luna", input="Hello!")).output_text\n',
        "1 passed",
    ),
    "chat completions": tests(
        'def test_a(client):\n    r = client.chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": "Hello!"}])\n    assert r.choices[0].message.content\n',
        "1 passed",
    ),
    "a tool": tests(
        'TOOL = {"type": "function", "name": "get_stock", "description": "Stock of an item", "parameters": {"type": "object", "properties": {"item": {"type": "string"}}, "required": ["item"], "additionalProperties": False}, "strict": True}\ndef test_a(client):\n    r = client.responses.create(model="gpt-6-luna", input="How many muffins are left?", tools=[TOOL])\n    assert [i.type for i in r.output][-1] == "function_call"\n',
        "1 passed",
    ),
    "embeddings": tests(
        'def test_a(client):\n    assert len(client.embeddings.create(model="text-embedding-3-small", input="muffins").data[0].embedding) == 1536\n',
        "1 passed",
    ),
    "a print in a test": tests('def test_a():\n    print("see me")\n    assert False\n', "see me"),
    "print with -s": tests('def test_a():\n    print("see me")\n', "see me", options=("-s",)),
    "-k": tests("def test_a(): ...\ndef test_b(): ...\n", "1 passed, 1 deselected", options=("-k", "test_b")),
    "durations": tests("import time\ndef test_a():\n    time.sleep(0.02)\n", "slowest", options=("--durations=1",)),
    "a syntax error": tests("def test_a(:\n", "SyntaxError"),
    "no tests": tests("def tes_a(): ...\n", "no tests ran"),
    "temperature 5 is refused": tests(
        'import openai, pytest\ndef test_a(client):\n    with pytest.raises(openai.BadRequestError):\n        client.responses.create(model="gpt-6-luna", input="Hi", temperature=5, reasoning={"effort": "none"})\n',
        "1 passed",
    ),
    "vcr records a stream": tests(
        'import vcr\ndef test_a(tmp_path, client, standin):\n    for _ in range(2):\n        with vcr.use_cassette(str(tmp_path / "c.yaml")):\n            events = list(client.responses.create(model="gpt-6-luna", input="Hello!", stream=True))\n    assert events[-1].type == "response.completed" and len(standin.requests) == 1\n',
        "1 passed",
    ),
}
