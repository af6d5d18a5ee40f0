"""What is found in texts: dates and numbers in many forms, names, instructions, the likelier of several sources."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_schemas import shape
from writing_forms import filled

from offline.model import forms
from offline.model.evidence import Field, dates, find, instructions, numbers
from offline.model.evidence.reading import Reading

INTEGER, NUMBER = frozenset({"integer"}), frozenset({"number"})


def best(field: Field, *passages: str | tuple[float, str]):
    """Return the likeliest value of a field; None if there is no evidence."""
    options = find([(1.0, passage) if isinstance(passage, str) else passage for passage in passages]).options(field)
    return options[0].value if options else None


DATES = {
    "March 5, 2026": "2026-03-05",
    "5 March 2026": "2026-03-05",
    "the 5th of March 2026": "2026-03-05",
    "2026-03-05": "2026-03-05",
    "05.03.2026": "2026-03-05",
    "3/5/2026": "2026-03-05",
    "25/3/2026": "2026-03-25",
    "Mar 5": "2026-03-05",
    "tomorrow": "2026-01-02",
    "next Friday": "2026-01-02",
    "last Monday": "2025-12-29",
}


@pytest.mark.parametrize(("text", "expected"), DATES.items(), ids=DATES)
def test_a_date_is_written_as_its_format_wants(text, expected):
    assert best(Field("date", format="date"), f"Let us meet {text}!") == expected


@pytest.mark.parametrize("text", [text for text in DATES if not text.startswith("the ")])
def test_a_date_stays_as_it_was_written_where_any_text_will_do(text):
    assert best(Field("date"), f"Let us meet {text}!") == text


def test_a_description_can_want_a_date_in_iso_form():
    field = Field("date", description="When it is, as YYYY-MM-DD")
    assert best(field, "The fair is on March 5, 2027.") == "2027-03-05"
    assert best(field, "The fair is tomorrow.") == "tomorrow"


def test_a_day_that_is_none_is_no_date():
    assert best(Field("date", format="date"), "We met on 31 February 2026.") is None


TIMES = {
    "7pm": "19:00:00",
    "7:30 a.m.": "07:30:00",
    "14:05": "14:05:00",
    "noon": "12:00:00",
    "12 am": "00:00:00",
    "9 o'clock": "09:00:00",
}


@pytest.mark.parametrize(("text", "expected"), TIMES.items(), ids=TIMES)
def test_a_time_is_written_as_its_format_wants(text, expected):
    assert best(Field("time", format="time"), f"We start at {text}, please") == f"{expected}Z"
    assert best(Field("time"), f"We start at {text}, please").rstrip(".") == text.rstrip(".")


COUNTED = {
    "42": (42, "", ""),
    "1,250.50": (1250.5, "", ""),
    "-3 °C": (-3, "celsius", ""),
    "twenty-five": (25, "", ""),
    "two hundred and ten": (210, "", ""),
    "a dozen": (12, "", ""),
    "half a dozen": (6, "", ""),
    "3.5 kg": (3.5, "kg", ""),
    "90 km/h": (90, "kmh", ""),
    "40%": (40, "percent", ""),
    "34 years old": (34, "year", ""),
    "$4.5 million": (4_500_000, "", "USD"),
    "€70k": (70_000, "", "EUR"),
    "1.249,50 EUR": (1249.5, "", "EUR"),
    "100 dollars": (100, "", "USD"),
    "£5": (5, "", "GBP"),
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.items(), ids=COUNTED)
def test_numbers_are_read_in_digits_and_words_with_their_units(text, expected):
    value, unit, currency = expected
    (mention,) = [mention for mention in numbers.mentions(f"It is {text}.") if mention.kind in ("number", "money")]
    assert (mention.number, mention.unit, mention.text) == (value, unit or currency, text)


def test_a_unit_is_converted_to_the_one_that_the_field_names():
    assert best(Field("duration_minutes", types=INTEGER), "It lasts 2 hours and 15 minutes") == 135
    assert best(Field("weight_g", types=NUMBER), "It weighs 1.5 kg") == 1500
    assert best(Field("height_cm", types=NUMBER), "I am 1.82 m tall") == 182


def test_two_spans_of_time_are_one_duration_in_iso_form():
    assert best(Field("length", format="duration"), "The film takes 2 hours and 30 minutes.") == "PT2H30M"
    assert dates.duration(0) == "PT0S"


NO_NAMES = (
    "The weather is fine.",
    "Please call me on Monday.",
    "Extract the data in March.",
    "Thanks for everything!",
    "Is it Friday already?",
)


@pytest.mark.parametrize("text", NO_NAMES)
def test_the_first_word_of_a_sentence_a_day_or_a_month_is_no_name(text):
    assert best(Field("name"), text) is None


def test_a_value_in_an_instruction_counts_only_where_the_text_has_none():
    assert best(Field("name"), "Extract the name for Alice: Bob is here.") == "Bob"
    assert best(Field("age", types=INTEGER), "Extract the age (between 1 and 99) from this text.\n\nBob is 41 years old.") == 41


INSTRUCTIONS = {
    "up to a colon": ("Extract the name: Anna is 34.", "Extract the name:"),
    "a sentence": ("Summarize this. Cats sleep a lot.", "Summarize this."),
    "a question above": ("Who is coming?\n\nLeo and Nina.", "Who is coming?"),
    "around a block": ('Translate:\n"""Hello"""\nThanks', 'Translate:\n"""|\nThanks'),
    "around a quote": ("Classify 'I love it' as good or bad. Be short.", "Classify '|' as good or bad."),
    "nothing else": ("Extract the name", ""),
    "none": ("Anna is 34.", ""),
}


@pytest.mark.parametrize(("text", "expected"), INSTRUCTIONS.values(), ids=INSTRUCTIONS)
def test_instructions_are_told_from_the_text_that_they_are_about(text, expected):
    assert "|".join(text[start:end] for start, end in instructions.find(text)) == expected


def test_the_likelier_source_wins_and_the_other_helps_out():
    weather = shape({"city": "str", "date": "str"})
    assert filled(weather, "And tomorrow?", (0.6, "What's the weather in Oslo?")) == {"city": "Oslo", "date": "tomorrow"}
    assert filled(weather, "And in Rome?", (0.6, "The weather in Oslo today?")) == {"city": "Rome", "date": "today"}


def test_a_plain_answer_fills_what_the_question_asks():
    passages = ("What is the capital of France?", (0.8, "The capital city of France is Paris."))
    assert filled(shape({"capital": "str", "country": "str"}), *passages) == {"capital": "Paris", "country": "France"}
    assert filled(shape({"answer": "str"}), *passages) == {"answer": "The capital city of France is Paris."}
    assert filled(shape({"answer": "str"}), "What is the meaning of life?") == {"answer": "unknown"}


def test_what_a_tool_returned_fills_its_fields():
    output = (0.9, '{"city": "Oslo", "temp": 21.5, "tags": ["warm", "dry"]}')
    form = shape({"temp": "number", "city": "str", "tags": ["str"]})
    assert filled(form, "How warm is it there?", output) == {"temp": 21.5, "city": "Oslo", "tags": ["warm", "dry"]}


def test_siblings_do_not_share_a_value():
    assert filled(shape({"buyer": "str", "seller": "str?"}), "Anna pays.") == {"buyer": "Anna", "seller": None}


def test_what_is_denied_is_not_chosen():
    assert filled(shape({"size": "large|small"}), "Not the large one, please; the small one will do.") == {"size": "small"}
    assert filled(shape({"wifi": "bool", "pool": "bool"}), "There is no pool, but free wifi.") == {"wifi": True, "pool": False}


def test_bounds_are_known_when_values_are_handed_out():
    form = shape({"rating": "int", "year": "int"})
    form["properties"]["rating"] |= {"minimum": 1, "maximum": 5}
    assert filled(form, "Seen in 2019: rating 4") == {"rating": 4, "year": 2019}


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    filled(
        shape(
            {
                "name": "str",
                "n": "int",
                "when": "date",
                "items": [{"name": "str", "price": "number"}],
                "ok": "bool",
                "mood": "good|bad",
            }
        ),
        text,
    )


LONG = {
    "sentences": "Alice paid $3.50 for 2 apples on Monday, and Bob 4 pears. ",
    "letters": "a", "digits": "1", "capitals": "Aa ", "commas": "a, ", "keys": "a: b\n", "quotes": "\"'", "braces": "{[",
    "dots": "a.", "numbers": "1,", "words": "one two ", "addresses": "a@", "blanks": " ", "parentheses": "(a ", "colons": "::", "dashes": "-a",
}  # fmt: skip


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_long_text_does_not_take_long(piece):
    text = (piece * 100_000)[:100_000]
    form = shape(
        {
            "name": "str",
            "age": "int",
            "email": "email",
            "items": [{"name": "str", "price": "number"}],
            "tags": ["str"],
            "ok": "bool",
        }
    )
    start = time.process_time()
    forms.ways(form, find([(1.0, text)]))
    assert time.process_time() - start < 2  # 0.2 s on an idle machine


def test_of_a_long_text_beginning_and_end_are_read():
    text = "My name is Ada. " + "blah " * 20_000 + "My email is ada@example.com."
    assert best(Field("name"), text) == "Ada" and best(Field("email"), text) == "ada@example.com"
    assert len(Reading(text).text) < 7_000
