"""Talk about code: it is run, mended, explained and changed; what comes of it is checked by Python itself."""

import contextlib
import io
import os
import re
import shutil
import subprocess

import pytest
from test_code_answers import blocks
from test_nothing_false import last

from offline.model.coding import answer, calls, changing
from offline.model.coding.javascript import translated
from offline.model.coding.reading import sent
from offline.model.coding.repairing import repaired
from offline.model.coding.running import run
from offline.model.computed.question import Question

RUNNING = {
    code for code, _ in blocks("python").values() if (ran := run(code)) and not ran.error and not ran.asked and not ran.by_chance
}


def printed(code: str) -> str:
    """Run code with Python itself, and return what it prints."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "code", "exec"), {})  # code of our own
    return shown.getvalue()


def code_of(reply: str) -> str:
    return re.search(r"```\w*\n(.*?)\n```", reply, re.DOTALL)[1]


@pytest.mark.parametrize("code", sorted(RUNNING))
def test_code_is_run_as_python_runs_it(code):
    assert run(code).printed == printed(code)


@pytest.mark.parametrize(
    "code",
    ["import os", "open('x')", "__import__('os')", "().__class__", "eval('1')", "print.__self__", "x = 'a' * 10**9", "10**10**10", "list(range(10**9))", "f'{1:999999999}'", "'a'.ljust(10**9)"],
)  # fmt: skip
def test_what_reaches_out_or_is_too_large_is_not_run(code):
    ran = run(code)
    assert ran is None or ran.error


def test_what_never_ends_is_stopped():
    assert run("while True:\n    pass").endless and run("while True:\n    print(1)").endless


@pytest.mark.parametrize("change", [changing.with_while, changing.with_for, changing.shorter, changing.with_f_strings])
def test_changed_code_prints_the_same(change):
    changed = {code: new for code in RUNNING if (new := change(code)) and changing.same(code, new)}
    assert len(changed) > 3 or change is changing.with_f_strings
    assert all(printed(new) == printed(code) for code, new in changed.items())


def test_a_test_holds_and_fails_for_another_function():
    code = "def double(n):\n    return 2 * n\n\nprint(double(4))"
    test = calls.with_test(code)
    exec(f"{code}\n{test}\ntest_double()", {})
    with pytest.raises(AssertionError):
        exec(f"{code.replace('2 * n', '3 * n')}\n{test}\ntest_double()", {})


@pytest.mark.skipif(not shutil.which("node") and not os.environ.get("CI"), reason="needs Node.js")
@pytest.mark.parametrize("code", ["def is_even(n):\n    return n % 2 == 0\n\nprint(is_even(4))", "total = 0\nfor n in range(1, 6):\n    if n > 2:\n        total += n // 2\nprint(total)", "words = ['a', 'bb']\nwords.append('c')\nprint(len(words), 'bb' in words)"])  # fmt: skip
def test_javascript_prints_what_python_prints(code):
    done = subprocess.run(["node", "-e", translated(code)], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.lower() == printed(code).lower()


MENDED = {
    "name = 'Jo'\nage = 7\nprint(name + ' is ' + age)": "Jo is 7\n",
    "words = ['x', 'y']\nfor k in range(3):\n    print(words[k])": "x\ny\n",
    "price = {'tea': 2}\nprint(price['Tea'])": "2\n",
    "def half(n):\n    print(n / 2)\n\nprint(half(4) + 1)": "3.0\n",
    "total = 0\ndef add(n):\n    total += n\nadd(3)\nprint(total)": "3\n",
    "for n in [1, 2, 3]:\n    total = 0\n    total += n\nprint(total)": "6\n",
    "class Cat:\n    def purr():\n        print('rrr')\n\nCat().purr()": "rrr\n",
    "text = 'tea'\ntext[0] = 's'\nprint(text)": "sea\n",
    "seen = {}\nfor w in ['a', 'b', 'a']:\n    seen[w] += 1\nprint(seen['a'])": "2\n",
    "xs = [3, 1]\nys = xs\nys.sort()\nprint(xs)": "[3, 1]\n",
    "word = 'hi'\nprint(word.length)": "2\n",
    "n = 5\nfor i in n:\n    pass\nprint(i)": "4\n",
    "import math\nprint(math.squareroot(9))": "3.0\n",
    "print(floor(2.5))\nfrom math import floor": None,
}


@pytest.mark.parametrize("code", [code for code, shown in MENDED.items() if shown])
@pytest.mark.parametrize(
    "asked", ["{}\n\nwhat am i doing wrong?", "Please fix this code:\n\n{}", "```python\n{}\n```\nit fails, help"]
)
def test_code_is_mended_so_that_it_runs(code, asked):
    assert printed(code_of(last(asked.format(code)))) == MENDED[code]


@pytest.mark.parametrize("code", sorted(RUNNING))
def test_right_code_is_left_alone(code):
    assert not repaired(code).reasons or "gives a new" in repaired(code).reasons[0]


@pytest.mark.parametrize(
    ("says", "there"),
    [
        (["what will this print\n\nx = 4\ny = x * 2\nprint(y)"], "8"),
        (["what will this print\n\nx = 4\ny = x * 2\nprint(y)", "and with x = 10?"], "20"),
        (["write a function that checks if a number is even", "now in javascript"], "% 2"),
        (["def area(a, b):\n    return a * b\n\nadd type hints please"], "def area(a: int, b: int) -> int:"),
        (["def shout(text):\n    return text.upper()\n\ncan you write a test for it"], "assert shout('hello') == 'HELLO'"),
        (["count vowels in a word python", "with a while loop"], "while "),
        (["is a tuple or a list better", "difference between list and tuple", "show me a small example"], "point[0]"),
        (["what is a dictionary in python", "a simple example please"], "ages["),
        (["write a function that returns the average of a list", "and if the list is empty?"], "if not numbers"),
        (["my code is slow\n\nseen = []\nfor n in numbers:\n    if n not in seen:\n        seen.append(n)"], "dict.fromkeys(numbers)"),
    ],
)  # fmt: skip
def test_a_talk_about_code_goes_on(says, there):
    assert there in last(*says)


@pytest.mark.parametrize(
    "text",
    [
        "for my homework i need a poem",
        "Dear Ann,\nif you can, come at 8.\nYours, Bob",
        "print this page please",
        "while you are at it: what is the capital of Peru?",
        'What is wrong in this mail? If nothing, answer "none": "My lamp (order 4711) broke."',
        'What is the phone number in this mail? If there is none, answer "none".\n\n<mail>\nMy lamp (order 4711) broke.\n</mail>',
        "correct this: banana",
        "Shopping:\neggs (6)\nmilk\nwith love, Ann",
    ],
)
def test_what_is_no_code_is_not_taken_for_code(text):
    assert not sent(text).code and answer(Question(text)) is None


@pytest.mark.parametrize(
    "asked", ["and in Spain?", "thanks", "what is the capital of Peru?", "write a poem about it", "who are you"]
)
def test_what_is_no_wish_for_the_code_is_answered_elsewhere(asked):
    before = ({"role": "user", "content": "x"}, {"role": "assistant", "content": "```python\nprint(1 + 2)\n```"})
    assert answer(Question(asked, before)) is None
