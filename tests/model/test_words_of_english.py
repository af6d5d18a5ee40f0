"""English itself: words that are mixed up, what is asked of one word, idioms, and why a sentence was corrected."""

import pytest
from test_learners_words import talk

from offline.model.computed.grammar import correct
from offline.model.computed.mended_why import reasons
from offline.tables import read_table


def last(*says: str) -> str:
    return talk({"says": list(says)})[-1]


@pytest.mark.parametrize("key", read_table("word_pairs.yaml"))
@pytest.mark.parametrize("how", ["{0} or {1}?", "what's the difference between {1} and {0}", "when do I use {0} and when {1}"])
def test_every_pair_is_told_apart_in_whatever_order(key, how):
    first, second, *_ = (word.strip() for word in key.split("|"))
    assert read_table("word_pairs.yaml")[key]["say"] in last(how.format(first, second))


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (["affect or effect, i never know which one"], "Affect is mostly a verb"),
        (["is it 'fewer people' or 'less people'?"], "count"),
        (["Should I write there or their? My teacher is strict."], "belongs"),
        (["lose vs loose", "example sentences please"], "shoelace"),
        (["what does spill the beans mean?", "can you use it in a sentence?"], "party"),
        (["meaning of 'ring a bell'"], "familiar"),
        (["another word for brave", "and the opposite?"], "cowardly"),
        (["plural of goose", "and of ox"], "oxen"),
        (["what part of speech is happiness?"], "noun"),
        (["write a sentence with the word grateful"], "I am grateful"),
        (["how do you pronounce receipt"], "rih-SEET"),
        (["how do you spell recieve"], "receive: r-e-c-e-i-v-e"),
        (["How do you say 'good night'?"], "which language"),
        (["i am learning french. how do you say 'good night'?"], "bonne nuit"),
    ],
)
def test_what_learners_ask_of_words(turns, has):
    assert has in last(*turns)


@pytest.mark.parametrize(
    ("prompt", "not_this"),
    [
        ("should i bring a cake or take the bus", "toward here"),
        ("do you see or hear the difference in her since may", "ears"),
        ("what part of speech is glorp", '"Glorp" is'),
        ("is Berlin a capital or a country", "is a noun"),
    ],
)
def test_what_only_has_such_words_in_it_is_no_question_about_them(prompt, not_this):
    assert not_this not in last(prompt)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Last week I have see three movie and buyed two book.", "Last week I saw three movies and bought two books."),
        ("My brother want go to home.", "My brother wants to go home."),
        ("She can speaks English very good.", "She can speak English very well."),
        ("We meet in Friday and do many mistake.", "We meet on Friday and make many mistakes."),
        ("The train is more fast and I enjoy to read.", "The train is faster and I enjoy reading."),
    ],
)
def test_mistakes_are_mended(wrong, right):
    assert correct(wrong) == right


@pytest.mark.parametrize(
    "fine",
    [
        "We made two book covers for them.",
        "You and he like it.",
        "I saw my brother want nothing more.",
        "They have run two miles in the evening of May 3.",
        "On the morning of the test she sings very good songs.",
        "Can she and he come on July 4?",
        "More old people than young ones live here.",
    ],
)
def test_what_is_right_is_left_alone(fine):
    assert correct(fine) == fine


def test_a_correction_has_its_reasons():
    told = reasons("She have many apple", "She has many apples.")
    assert "-s in the present" in told and "in the plural" in told
    assert "irregular" in last("correct my english: yesterday we goed to a zoo", "what did i do wrong?")


def test_what_was_not_changed_has_no_reason():
    assert reasons("All is well.", "All is well.") == ""
