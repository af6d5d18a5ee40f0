"""Code that somebody sends: mended, or told what it does."""

import pytest

from offline.model.coding import answer
from offline.model.coding.syntax import CHANGES
from offline.model.computed.question import Question


def helped(text: str) -> str | None:
    found = answer(Question(text))
    return found and found.ways[0][1]


MENDED = {
    "a misspelled function": ("what is wrong with: prnt('hi')", "print('hi')"),
    "a misspelled word": ("fix my code: improt math", "import math"),
    "no colon": ("why doesn't this work: for i in range(10) print(i)", "for i in range(10): print(i)"),
    "a block without a colon": ("fix this\n```python\ndef f(x)\n    return x\n```", "def f(x):\n    return x"),
    "= for ==": ("fix this: if x = 5: print(x)", "if x == 5: print(x)"),
    "an open bracket": ("my code doesnt work: x = [1, 2", "x = [1, 2]"),
    "an open parenthesis": ("debug: print(len('abc')", "print(len('abc'))"),
    "two kinds of quotes": ("find the bug: print('hello\")", "print('hello')"),
    "old print": ("error in: print 'hello'", "print('hello')"),
    "else if": ("correct: if a:\n    b = 1\nelse if c:\n    b = 2", "elif c:"),
    "true": ("whats wrong with `x = true`", "x = True"),
    "++": ("why does this fail: i++", "i += 1"),
    "&&": ("fix: if a && b: print(a)", "if a and b: print(a)"),
    "no indentation": ("fix it:\nfor i in x:\nprint(i)", "for i in x:\n    print(i)"),
    "two mistakes": ("fix: whlie True\n  print('x'", "while True:\n  print('x')"),
}


@pytest.mark.parametrize(("text", "mended"), MENDED.values(), ids=MENDED)
def test_a_mistake_is_mended(text, mended):
    assert mended in helped(text)


def test_what_is_right_is_not_changed():
    assert "I see no misspelled name" in helped("what is wrong with: print('hi')")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what does this do: print(len('hello'))", "takes the length of the text `'hello'`"),
        ("explain: x = [i*i for i in range(5)]", "a list of `i * i` for each `i`"),
        ("Explain this:\nfor i in x:\n    y += i", "takes each value of `x` in turn"),
        ("what does `def f(a, b): return a` mean", "defines a function `f` with the parameters (a, b)"),
    ],
)
def test_code_is_told_line_by_line(text, told):
    assert told in helped(text)


@pytest.mark.parametrize(
    "text",
    [
        "explain photosynthesis",
        "fix: my car is broken",
        "correct the grammar: i has a apple",
        "x = 5",
        "what does this mean: hello",
        "",
    ],
)
def test_what_is_no_code_is_left_alone(text):
    assert helped(text) is None


def test_hopeless_code_does_not_take_long():
    assert helped("fix: " + "x = ((( !! foo\n" * 100) is None
    assert len(CHANGES) < 20  # up to three of them are tried together
