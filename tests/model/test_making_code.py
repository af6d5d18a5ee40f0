"""Code that is asked for as a function, in some manner, of another thing; queries that drop nothing; what words of Python do."""

import re
import sqlite3

import pytest
from test_nothing_false import last


def code(*turns: str) -> str:
    found = re.search(r"```\w*\n(.*?)\n```", last(*turns), re.DOTALL)
    return found[1] if found else ""


def given(source: str, call: str):
    names: dict = {}
    exec(compile(source, "answer", "exec"), names)
    return eval(call, names)


@pytest.mark.parametrize(
    ("prompt", "call", "result"),
    [
        ("pls write a function that finds the longest word in a sentence", "longest_word('a bee sees')", "sees"),
        ("python function for biggest number in a list", "largest([4, 8])", 8),
        ("Write a function to find the smallest number in a list without using min()", "smallest([4, 8])", 4),
        ("write a function that makes a dictionary from two lists", "to_dictionary(['a'], [1])", {"a": 1}),
        ("write a function that converts kilometers to miles", "round(to_miles(10), 1)", 6.2),
        ("write a function that converts miles to kilometers", "round(to_kilometers(10), 1)", 16.1),
        ("write a function that removes duplicates from a list, with a docstring", "without_duplicates([1, 1])", [1]),
        ("a function that turns a list of numbers into a list of strings", "to_strings([1])", ["1"]),
        ("Can you give me a function for the average of a list? It should not crash on an empty list.", "average([])", 0),
    ],
)
def test_a_function_is_one_and_does_what_is_asked(prompt, call, result):
    assert given(code(prompt), call) == result


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (
            ("write a function that reverses a string, with a docstring and type hints",),
            'def reverse(text: str) -> str:\n    """',
        ),
        (("write a function that counts vowels", "and consonants?"), 'not in "aeiou"'),
        (("how do i reverse a list in python", "and a string?"), "text[::-1]"),
        (("write a javascript function that reverses a string", "now in python"), "def reverse(text)"),
        (("write a function that counts the vowels in a text", "in javascript please"), "function count_vowels(text)"),
        (("write a function that returns the largest number of a list", "without max()"), "if value > best"),
        (("write a for loop that prints 1 to 10", "now only the even ones"), "% 2 == 0"),
        (("how do i sort a list in python", "and in descending order?"), "reverse=True"),
        (("generate a password with 20 characters in python",), "random_password(20)"),
    ],
)
def test_a_manner_is_followed(turns, has):
    assert has in code(*turns)


@pytest.mark.parametrize("prompt", ["write a function that plays chess", "write a function that sorts my laundry by color"])
def test_a_function_that_is_only_alike_is_none(prompt):
    assert "def " not in last(prompt)


ROWS = """
CREATE TABLE employees (name TEXT, department TEXT, salary INTEGER, city TEXT);
INSERT INTO employees VALUES ('Eva', 'sales', 60000, 'Oslo'), ('Dan', 'sales', 40000, 'Rome'), ('Finn', 'IT', 70000, 'Oslo');
"""


@pytest.mark.parametrize(
    ("turns", "names"),
    [
        (("SQL: all employees from the sales department who earn more than 50000",), ["Eva"]),
        (("sql query for all employees from Oslo, sorted by salary descending",), ["Finn", "Eva"]),
        (("sql: all employees from Oslo", "only those who earn less than 65000"), ["Eva"]),
        (("sql: employees with salary between 30000 and 50000",), ["Dan"]),
        (("sql: employees whose name starts with F",), ["Finn"]),
    ],
)
def test_a_query_keeps_each_condition(turns, names):
    with sqlite3.connect(":memory:") as database:
        database.executescript(ROWS)
        assert [row[0] for row in database.execute(code(*turns)).fetchall()] == names


def test_what_is_to_be_deleted_is_not_selected():
    assert code("sql: delete the customer with id 5") == "DELETE FROM customers\nWHERE id = 5;"
    assert code("how do i delete all rows in table users where last_login is before 2020").startswith("DELETE FROM users\nWHERE")


@pytest.mark.parametrize(
    ("prompt", "has"),
    [("what does split do", ".split()"), ("what does .pop() do in python?", ".pop()"), ("what does break do", "break")],
)
def test_what_a_word_of_python_does(prompt, has):
    assert has in code(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "how can I save money on groceries",
        "what is the role of mitochondria",
        "add milk to my shopping list",
        "which bank branch is open on saturday",
        "what do i do with old CDs",
        "should I say yes or no to the job offer",
        "what is the highest temperature ever measured",
        "how do I use my notes to study",
        "what does a list of symptoms mean",
        "what is a map",
        "how do i join a gym",
    ],
)
def test_what_only_sounds_like_code_is_no_code(prompt):
    assert not re.search(r"```|`\w+`|\bAPI\b.*key|platform\.openai", last(prompt).partition("These prompts work")[0])


def test_tokens_of_a_text_are_counted():
    assert "6 tokens" in last('how many tokens are in "Hello, how are you?"')


def test_what_is_not_meant_is_left_out():
    assert "weather" not in last("what is the temperature setting (not the weather!)").casefold()
