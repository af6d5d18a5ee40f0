"""Tables that are sent as files: what a question asks of one row is looked up, and nothing else."""

import base64

import pytest

CITIES = "city,people\nOslo,717000\nBergen,291000\n"
SHOP = "product;price;in stock\nBlue mug;7.50;12\nTea pot;24.00;0\nSpoon;1.20;140\n"
BIRTHDAYS = "Name\tBirthday\nAda\t10 Dec\nAlan\t23 June\n"
SOUPS = "| day | soup |\n|---|---|\n| Monday | leek |\n| Friday | fish |\n"
LOOKED_UP = [
    (CITIES, "How many people live in Oslo?", "t.csv says of Oslo: people 717000."),
    (CITIES, "people in bergen", "t.csv says of Bergen: people 291000."),
    (SHOP, "What is the price of the blue mug?", "t.csv says of Blue mug: price 7.50."),
    (SHOP, "How many spoons are in stock?", "t.csv says of Spoon: in stock 140."),
    (BIRTHDAYS, "When is Ada's birthday?", "t.csv says of Ada: Birthday 10 Dec."),
    (SOUPS, "Which soup is there on Friday?", "t.csv says of Friday: soup fish."),
]
OF_NO_ROW = [
    (CITIES, "What is the capital city of France?", "Paris"),
    (CITIES, "How much is 15% of 80?", "12"),
    (SHOP, "Are the blue mug and the tea pot in stock?", "offline stand-in"),
]


def asked(client, table, question):
    url = f"data:text/csv;base64,{base64.b64encode(table.encode()).decode()}"
    parts = [{"type": "input_file", "filename": "t.csv", "file_data": url}, {"type": "input_text", "text": question}]
    message = {"role": "user", "content": parts}
    return client.responses.create(model="gpt-6-luna", reasoning={"effort": "none"}, input=[message]).output_text


@pytest.mark.parametrize(("table", "question", "reply"), LOOKED_UP)
def test_a_row_that_the_question_names(client, table, question, reply):
    assert asked(client, table, question) == reply


@pytest.mark.parametrize(("table", "question", "part"), OF_NO_ROW)
def test_a_question_that_names_no_row_or_two(client, table, question, part):
    assert part in asked(client, table, question)


def test_what_a_text_file_says_is_said_to_be_of_the_file(client):
    assert asked(client, "Total            9.50\nPaid by card.", "How was it paid?") == "t.csv says: Paid by card."
