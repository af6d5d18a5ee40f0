"""Requests for code, in several wordings; each reply is run."""

import ast
import contextlib
import io
import re
import sqlite3

import pytest
from test_nothing_false import last

# --- Code, and nothing else ---


def printed(code: str) -> list[str]:
    """Run code, and return the lines that it prints."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "reply", "exec"), {})  # code of our own
    return shown.getvalue().split()


@pytest.mark.parametrize(
    ("prompt", "numbers"),
    [
        ("print the even numbers from 2 to 20", range(2, 21, 2)),
        ("print all odd numbers between 4 and 11", range(5, 12, 2)),
        ("write a program that prints the numbers from 1 to 5", range(1, 6)),
        ("print numbers from 10 to 1", range(10, 0, -1)),
        ("count down from 5 to 0 in python", range(5, -1, -1)),
        ("print the numbers from 0 to 30 in steps of 10", range(0, 31, 10)),
        ("print the squares from 1 to 4", [1, 4, 9, 16]),
    ],
)
@pytest.mark.parametrize(
    "told", ["Answer only with Python code, no explanation.", "Only code.", "Reply with nothing but code. Be brief.", ""]
)
def test_a_row_of_numbers_is_printed_by_code_alone(prompt, numbers, told):
    said = last(prompt, told=told)
    assert said.startswith("```python\n") and said.endswith("\n```")
    assert printed(said.removeprefix("```python\n").removesuffix("```")) == [str(number) for number in numbers]


@pytest.mark.parametrize(
    "told", ["Answer only with Python code, no explanation.", "Code only, please.", "Just give the code.", "No explanations."]
)
@pytest.mark.parametrize(
    "prompt", ["how do i read a csv file in python", "count words in a string python", "write a function that adds two numbers"]
)
def test_only_code_is_code_alone(prompt, told):
    said = last(prompt, told=told)
    ast.parse(said.removeprefix("```python\n").removesuffix("```"))
    assert said.startswith("```python\n") and said.endswith("```") and "could not follow" not in said


@pytest.mark.parametrize("told", ["Answer only with Python code.", "Code only."])
def test_where_there_is_no_code_that_is_said(told):
    assert "could not follow" in last("capital of Peru", told=told)


@pytest.mark.parametrize("told", ["Answer in one sentence.", "At most two sentences.", "Be brief."])
def test_code_is_never_cut_in_two(told):
    said = last("how do i read a csv file in python", told=told)
    assert said.count("```") == 2


# --- Code that goes on, and SQL ---


@pytest.mark.parametrize(
    ("asked", "head", "doc"),
    [
        ("write a function that adds two numbers", "def add(a: int, b: int) -> int:", "Adds two numbers."),
        ("write a function that checks if a number is prime", "def is_prime(n: int) -> bool:", "Checks if a number is prime."),
        ("function to reverse a string python", "def reverse(text: str) -> str:", "Reverse a string."),
    ],
)
@pytest.mark.parametrize(
    "wishes",
    [
        ("now with type hints", "and a docstring please"),
        ("with a docstring", "type annotations too"),
        ("can you add type hints and a docstring",),
    ],
)
def test_a_function_gets_types_and_a_docstring(asked, wishes, head, doc):
    before, said = last(asked), last(asked, *wishes)
    code = said.removeprefix("```python\n").removesuffix("\n```")
    assert head in code and f'    """{doc}"""' in code
    assert printed(code) == printed(re.search(r"```python\n(.*?)\n```", before, re.DOTALL)[1])


def test_what_a_docstring_is_is_still_explained():
    assert "triple quotes" in last("what is a docstring")


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        (
            "sql query to get all customers from Brazil, table is called customers and has a column country",
            [("Ana", "Brazil", 41)],
        ),
        ("SQL: all names from the table customers where age is over 40", [("Ana",)]),
        ("my table is customers with a column age, how do I get the rows below 40 in sql", [("Ben", "Peru", 33)]),
        ("how many rows in the table customers where country is 'Peru', sql query", [(2,)]),
        (
            "sql: table named customers, column country. show me all from Peru sorted by age",
            [("Ben", "Peru", 33), ("Cleo", "Peru", 40)],
        ),
    ],
)
def test_a_query_for_a_table_that_is_named_apart(prompt, wanted):
    query = re.search(r"```sql\n(.*?)\n```", last(prompt), re.DOTALL)[1]
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE customers (name TEXT, country TEXT, age INTEGER)")
        database.executemany(
            "INSERT INTO customers VALUES (?, ?, ?)", [("Ana", "Brazil", 41), ("Cleo", "Peru", 40), ("Ben", "Peru", 33)]
        )
        assert database.execute(query).fetchall() == wanted


@pytest.mark.parametrize(
    "prompt",
    [
        "sql query for the customers table with a column country, join it with orders from Brazil",
        "sql: table users, column age, the average of each city",
    ],
)
def test_a_query_beyond_that_is_no_simple_one(prompt):
    assert "WHERE" not in last(prompt)


# --- A list that was written down ---


@pytest.mark.parametrize(
    ("says", "result"),
    [
        (["x = [1, 2, 3]   how do i get the last item"], "print(x[-1])  # 3"),
        (["x = [1, 2, 3]   how do i get the last item", "and the first two?"], "print(x[:2])  # [1, 2]"),
        (['names = ["Ann", "Bo", "Cy"]. how can I get the second one?'], "print(names[1])  # Bo"),
        (['names = ["Ann", "Bo", "Cy"]. how can I get the second one?', "what about the last two?", "now sorted"], "# ['Ann', 'Bo', 'Cy']"),
        (["I have numbers = [4, 9, 2], what is the biggest"], "print(max(numbers))  # 9"),
        (["I have numbers = [4, 9, 2], what is the biggest", "and the length?"], "print(len(numbers))  # 3"),
    ],
)  # fmt: skip
def test_a_list_that_was_written_down_is_asked(says, result):
    said = last(*says)
    assert result in said
    assert printed(said.removeprefix("```python\n").removesuffix("\n```")) == result.partition("# ")[2].split()


@pytest.mark.parametrize("prompt", ["what happens with x[-1] if the list is empty?", "what if I take items[0] of an empty list"])
def test_an_empty_list_has_no_item(prompt):
    assert "IndexError" in last(prompt)


@pytest.mark.parametrize("prompt", ["x = [1, 2]  how do i get the third item", "x = [a, b]  how do i get the last item"])
def test_an_item_that_is_not_there_is_not_made_up(prompt):
    assert "print" not in last(prompt)
