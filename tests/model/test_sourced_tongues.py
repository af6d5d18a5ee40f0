"""Questions about English sources in other languages, and with slips of the pen, are read as what they mean."""

import pytest

from offline.model.sourced.finding import find
from offline.model.sourced.reading import Source
from offline.model.sourced.spelling import as_written
from offline.model.sourced.translating import in_english
from offline.tables import read_table

SOURCES = (
    Source("1", "A **token** is a piece of text. The API counts tokens for you.", "What a token is"),
    Source("2", "A conversation can be saved in a file, and picked up again tomorrow.", "Save and load"),
    Source("3", "Temperature says how the next token is chosen.", "Temperature"),
)
GERMAN = (Source("1", "Die Bibliothek ist am Montag geschlossen. Der Eingang ist neben der Schule."),)


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Wie kann ich ein Gespräch speichern?", "how do i conversation save?"),
        ("Was kostet eine Million Tokens?", "what cost million tokens?"),
        ("Was ist Temperatur?", "what is temperature?"),
        ("Qu'est-ce qu'un embedding ?", "what is embedding ?"),
        ("Combien de temps faut-il attendre la réponse ?", "how long should i wait answer ?"),
        ("¿Cómo cuento los tokens?", "how do i count tokens?"),
        ("¿Dónde guardo mi clave de API?", "where save key api?"),
    ],
)
def test_a_question_is_read_word_by_word(question, english):
    assert in_english(question) == english


@pytest.mark.parametrize("question", ["What is a token?", "How do I save it?", "トークンとは何ですか？", "", "API"])
def test_what_is_in_no_such_language_stays(question):
    assert in_english(question) == question


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Was ist ein Token?", "1"),
        ("Wie kann ich ein Gespräch speichern?", "2"),
        ("Comment sauvegarder une conversation ?", "2"),
        ("¿Qué es la temperatura?", "3"),
        ("What is a tokken?", "1"),
        ("waht is tempreature?", "3"),
        ("How do I save a converstaion?", "2"),
    ],
)
def test_it_is_answered_from_the_english_sources(question, label):
    assert {quote.label for quote in find(question, SOURCES)} == {label}


@pytest.mark.parametrize("question", ["Wie backe ich Brot?", "Comment faire du pain ?", "¿Cuánto mide la torre Eiffel?"])
def test_what_they_do_not_tell_is_not_told_in_any_language(question):
    assert find(question, SOURCES) == []


def test_sources_in_the_language_of_the_question_are_asked_in_it():
    assert find("Wann ist die Bibliothek geschlossen?", GERMAN)[0].sentence == "Die Bibliothek ist am Montag geschlossen."


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What is a tokken?", "What is a token?"),
        ("a tokne", "a token"),
        ("waht?", "what?"),
        ("bread and weather", "bread and weather"),  # words that there are, though "break" and "whether" are near
        ("xyzzy", "xyzzy"),
    ],
)
def test_an_unknown_word_is_read_as_the_nearest(question, read):
    assert as_written(question, frozenset({"token", "break", "whether"})) == read


def test_all_languages_know_the_same_things():
    told = read_table("sourced_abroad.yaml")
    assert all({"what is", "how long", "how many", "why", "can i"} <= set(each["asks"].values()) for each in told.values())
    shared = set.intersection(*(set(each["words"]) for each in told.values()))
    assert {"save", "count", "cost", "tool", "key", "error", "conversation", "temperature"} <= shared
