"""What is written from what a prompt tells: letters in sound English, texts of a wanted length, short forms with what was told in them."""

import re

import pytest
from test_nothing_false import last, no_answer

from offline.model import answer_file, everyday
from offline.model.computed.question import Question
from offline.model.everyday import letter_grammar, syllables
from offline.model.instructions.following import sentences, variants
from offline.tables import read_table


def said(prompt: str) -> str:
    found = everyday.answer(Question(prompt, known=answer_file.load()))
    return variants(found.ways)[0][1] if found else ""


@pytest.mark.parametrize(
    ("fact", "sound"),
    [
        ("heating has been broken since 4 days", "the heating has been broken for 4 days"),
        ("his dog barks every night since two weeks", "his dog has been barking every night for two weeks"),
        ("the sink is leaking since Monday", "the sink has been leaking since Monday"),
        ("the lamp doesn't work since three weeks", "the lamp has not worked for three weeks"),
        ("member number 4471", "my member number is 4471"),
        ("i speak arabic and some german", "i speak Arabic and some German"),
        ("the baby is cold", "the baby is cold"),
        ("we have lived here since 2019", "we have lived here since 2019"),
        ("she is away for work", "she is away for work"),
    ],
)
def test_a_fact_is_put_into_sound_english(fact, sound):
    assert letter_grammar.sound(fact) == sound


@pytest.mark.parametrize(
    ("prompt", "there", "gone"),
    [
        ("email to my landlord, hot water is gone since 3 days and my kids are sick", "hot water has been gone for 3 days|My kids are sick.|landlord's name", "since 3"),
        ("cover letter for a job as a nurse in a clinic, i speak french, spanish and some dutch", "nurse in a clinic|I speak French, Spanish and some Dutch.", "speak French."),
        ("cover letter for a job as a waiter, I am patient and friendly", "I am patient and friendly", "I am."),
        ("thank you note to my coach Mr. Silva for believing in me", "Mr. Silva|for believing in me", "Hi Mr,"),
        ("email to my professor Dr. Okafor that I will miss the exam on Monday", "Dear Dr. Okafor|miss the exam on Monday", "Okafor that"),
        ("reminder to my flatmate to clean the kitchen until Sunday", "remember to clean the kitchen by Sunday", "seven days"),
        ("cancel my phone contract letter, customer number 99-12", "cancel my phone contract|My customer number is 99-12.", "our plans"),
        ("write an email to the teacher of my son Omar, he has the flu", "My son Omar has the flu.|teacher's name", "Dear Omar"),
        ("message to my neighbor asking her to water my plants", "ask you to water my plants", "her"),
        ("letter of complaint to a shoe shop, the sole broke after one week", "complain|The sole broke after one week.", "of complaint to"),
        ("excuse note for my son Ali, he had a fever yesterday", "My son Ali had a fever yesterday.|[teacher's name]", "Hi Ali"),
        ("text to my boyfriend that I miss him", "I miss you.", "him"),
        ("short invitation for a movie night at my flat on Friday at 8", "invite you to a movie night at my flat on Friday at 8", "night's name"),
        ("sorry text to my friend for missing his concert", "for missing", ""),
        ("apologize to my teacher because I was late", "I was late|sorry", ""),
        ("text to my dad saying the train is late", "The train is late|Dad", "have questions"),
    ],
)  # fmt: skip
def test_a_letter_says_what_was_told_correctly(prompt, there, gone):
    text = said(prompt)
    assert all(part in text for part in there.split("|")), text
    assert not (gone and gone in text), text


# --- Length ---

TALES = [
    "a robot who is afraid of the dark", "a hen that wants to fly", "a boy who can't whistle", "a queen who looks for her crown",
    "a baker who loves the rain", "an old ship", "friendship", "two brothers",
]  # fmt: skip


@pytest.mark.parametrize("about", TALES)
@pytest.mark.parametrize("number", [1, 2, 3, 5, 8])
def test_a_story_has_as_many_sentences_as_were_wanted(about, number):
    for prompt in (f"Write a story in {number} sentences about {about}", f"Write a story about {about} in {number} sentences"):
        assert len(sentences(last(prompt))) == number, last(prompt)


@pytest.mark.parametrize("about", TALES)
def test_a_story_has_as_many_words_as_were_wanted(about):
    assert len(last(f"Write a 60 word story about {about}").split()) == 60
    assert len(last(f"Write a story about {about} in exactly 100 words").split()) == 100


def test_a_story_that_would_be_too_long_is_not_cut_in_silence():
    assert "could not follow" in last("Write a story about a robot who is afraid of the dark in exactly 900 words")


def test_every_sentence_of_a_story_is_one():
    for name, ladder in read_table("everyday/stories.yaml")["ladders"].items():
        told = [ladder["alone"], *(one["say"] for one in ladder["told"])]
        assert all(len(sentences(one)) == 1 for one in told), name
        assert sorted(one["from"] for one in ladder["told"]) == list(range(1, 11)), name


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("Describe autumn in one word", 1), ("describe the moon in 3 words", 3), ("In two words, describe your dog", 2), ("Describe a sunrise in exactly four words", 4)],
)  # fmt: skip
def test_a_description_has_as_many_words_as_were_wanted(prompt, count):
    assert len(last(prompt).split()) == count


def test_a_description_that_is_not_known_is_not_invented():
    assert no_answer(last("Describe a tax form in one word"))


# --- Verse ---


@pytest.mark.parametrize(
    ("word", "count"),
    [("keyboard", 2), ("people", 2), ("grandmother", 3), ("evening", 2), ("quiet", 2), ("radio", 3), ("station", 2), ("sleeps", 1), ("chases", 2), ("jumped", 1), ("table", 2), ("bicycle", 3)],
)  # fmt: skip
def test_syllables_are_counted(word, count):
    assert syllables.syllables(word) == count


@pytest.mark.parametrize(
    "about",
    ["my cat Momo who sleeps in the sink", "my old green bicycle", "a fox in the snow", "my brother's guitar", "homework"],
)
def test_a_haiku_has_five_seven_and_five_syllables(about):
    assert [syllables.syllables(line) for line in said(f"haiku about {about}").splitlines()] == [5, 7, 5]


@pytest.mark.parametrize(
    "prompt", ["lyrics for a funny song about mondays", "write a sad song about the last bus", "song about my grandma"]
)
def test_a_song_has_verses_and_a_chorus_on_its_topic(prompt):
    text = said(prompt)
    assert "*Chorus*" in text and "*Verse 2*" in text
    assert prompt.rsplit(" ", 1)[1].casefold() in text.casefold()


@pytest.mark.parametrize("word", ["Hope", "anna", "banana"])
def test_an_acrostic_spells_its_word(word):
    lines = said(f"acrostic for the word {word}").splitlines()
    assert "".join(re.findall(r"\*\*(\w)\*\*", "".join(lines))) == word.upper()
    assert len(set(lines)) == len(lines)


# --- Going on ---


@pytest.mark.parametrize(
    ("begun", "there"),
    [
        ("Continue: The young queen looked into the mirror and saw", "the young queen"),
        ("Continue: The door closed behind them and the boy whispered", "the boy"),
        ("Finish this story: When Ines came home, a strange key lay on the table.", "Ines"),
    ],
)
def test_a_story_goes_on_from_where_it_stopped(begun, there):
    text = said(begun)
    assert there in text or there[0].upper() + there[1:] in text
    assert text.startswith("... ") == (begun[-1] != "."), text


# --- Short forms ---


@pytest.mark.parametrize(
    ("prompt", "there"),
    [
        ("dialogue between a guest and a receptionist about a noisy room", "**Guest**|**Receptionist**|a noisy room"),
        ("a conversation between Mia and Tom about homework", "**Mia**|**Tom**|homework"),
        ("dialogue between a pupil and a teacher who lost the homework", "**Pupil**|**Teacher**|the homework"),
        ("headlines for a blog about cycling", "Cycling: "),
        ("packing list for a week in Norway in winter", "gloves"),
        ("toast for my sister's wedding", "happy couple"),
        ("3 interview questions for a job as an electrician", "an electrician|3. "),
        ("headline about a dog that saved two children", "saved two children"),
        ("bio for me: my name is Omar, I am a cook from Tunis and I have three cats", "I am Omar.|a cook from Tunis|three cats"),
        ("bio for my website", "[your name]"),
        ("plan my day: i have to call the bank, buy shoes and cook dinner", "Call the bank|Buy shoes|18:30 Cook dinner"),
        ("plan a birthday party for my son who turns 9 and loves pirates", "9-year-old|pirates"),
        ("tweet about our flea market on Sunday at 9 am in the school yard, coffee is free", "Sunday at 9 am in the school yard|offee is free.|#FleaMarket"),
        ("What should I name my new dog? He is white and big", "Some names for your new dog"),
        ("6 names for a little coffee shop in porto", "Porto|6. "),
        ("baby names from Ireland", "Aoife"),
    ],
)  # fmt: skip
def test_what_was_told_is_in_a_short_form(prompt, there):
    text = last(prompt)
    assert all(part in text for part in there.split("|")), text


def test_a_riddle_is_about_what_was_named_and_told_when_given_up():
    assert "a bed but never sleep" in last("tell me a riddle about rivers")
    assert last("tell me a riddle about rivers", "i give up") == "It is a river."
    assert "Yes!" in last("riddle about winter", "snow?")
    assert "Say your guess" not in last("tell me a riddle about zorbs")


def test_a_name_for_her_is_none_for_him():
    his = {"Bruno", "Charlie", "Oscar", "Finn", "Milo", "Toby"}
    assert not his & set(re.findall(r"\w+", last("What should I name my puppy? She is brown")))


@pytest.mark.parametrize(
    "prompt",
    ["how do I make french toast", "what is a dialog box in html", "what is the plot of the story of an hour", "describe the function in one line: def f(x): return x",
     "plan my day", "what is an interview", "headline of the new york times today", "who invented the acrostic", "who is in the song yesterday"],
)  # fmt: skip
def test_the_near_misses_are_left_to_others(prompt):
    text = said(prompt)
    assert not re.search(
        r"Chorus|raise your glasses|A plan for your day|the whole story|\*\*[A-Z]\*\*|why with us|^Hi, I am", text
    ), text
