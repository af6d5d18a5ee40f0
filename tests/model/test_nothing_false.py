"""Replies that only look like answers: what is given where it is not meant. Each kind in several wordings, and where it is meant."""

import pytest
from test_learners_words import FOLDER, talk

from offline.model import answer_file, tongues

OWN_NAME = "offline stand-in"


def last(*says: str, told: str = "") -> str:
    return talk({"says": list(says)} | ({"instructions": told} if told else {}))[-1]


def no_answer(text: str) -> bool:
    return tongues.is_unknown(text, answer_file.load().unknown)


# --- "You have not told me your ..." ---


@pytest.mark.parametrize(
    "prompt",
    [
        "My daughter says my photos are in the zorbcloud. Where is that??",
        "Ok but is it true that my brother is a zorb? my colleague insists",
        "Will zorbs take my job? I have been a bookkeeper for 20 years",
        "how do i tell my boss that i quit",
        "what can i cook for my wife",
        "What should my kids eat before a zorb race?",
        "is my dog allergic to zorbs?",
        "why does my cat scratch the sofa",
        "what to do when my dog ate a zorb",
        "Can my son watch the zorb show? He is 6.",
    ],
)
def test_what_only_speaks_of_somebody_is_no_question_about_them(prompt):
    assert "told me" not in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "what"),
    [
        ("what is my job?", "your job"),
        ("where do i live", "where you live"),
        ("How old am I?", "your age"),
        ("do you know where I work", "your job"),
        ("do i have pets", "your pets"),
        ("tell me my age", "your age"),
        ("what's my name?", "your name"),
        ("am i married", "your family"),
    ],
)
def test_what_was_not_told_is_said_to_be_so(prompt, what):
    assert f"You have not told me {what}" in last(prompt)


# --- "Noted: ..." ---


@pytest.mark.parametrize(
    "prompt",
    [
        "My dog ate a zorb. should i worry",
        "roast me, i am a 43 year old accountant who collects fridge magnets lol",
        "pros and cons of zorbing if i drive 25000 km a year",
        "now explain the zorb to my grandma",
        "i am 43 and need a hobby, any ideas",
        "my cat is sick what now",
        "I live in Rabat. Recommend a zorb nearby.",
        "i work 9 hours a day, help",
        "hello sir, i am a nursing student. Please explain zorbosis.",
        "my son is 9, gift ideas please",
        "i like tea. write me a zorb about it",
        "one day in Zorbia on foot, I hate queues",
        "10 minute zorbing without jumping, my neighbours complain",
    ],
)
def test_a_request_is_not_noted(prompt):
    said = last(prompt)
    assert "Noted" not in said
    assert "Thank you for telling" not in said


@pytest.mark.parametrize(
    "prompt",
    [
        "I live in Rabat.",
        "my son is allergic to cats",
        "oh and I have two dogs",
        "I work as a baker and I like tea.",
        "Please remember that my birthday is May 3rd",
        "we live in a small flat and I work 9 hours a day",
    ],
)
def test_a_statement_about_oneself_is_noted(prompt):
    assert "Noted" in last(prompt)


@pytest.mark.parametrize(
    "prompt", ["my name is misspelled on the invoice", "my name is written wrong", "my name is hard to spell"]
)
def test_what_a_name_is_like_is_no_name(prompt):
    assert "Nice to meet you" not in last(prompt)


# --- General advice and plans ---


@pytest.mark.parametrize(
    "prompt",
    [
        "how do I get to the station",
        "how should i find a lost zorb",
        "make a plan",
        "tips for my son who is afraid of the dark because of a film",
        "pros and cons of eating chalk",
    ],
)
def test_what_is_not_known_gets_no_general_steps(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("How do i get red wine out of a white carpet", "cold water"),
        ("how do i save my api key so its not in the notebook", ".env"),
        ("tips for job interview, im very nervous. its for receptionist at a hotel", "a guest who was upset"),
        ("pros and cons of electric car vs diesel if i drive 25000 km a year", "25,000 km"),
        ("a workout plan for beginners", "Warm up"),
        ("gift ideas for my son who is 9", "zoo"),
    ],
)
def test_somebodys_own_case_gets_what_belongs_to_it(prompt, wanted):
    assert wanted in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    ["how can I get better at chess", "tips for public speaking", "how do i stay motivated", "a plan for learning Greek"],
)
def test_a_goal_gets_its_steps(prompt):
    assert "\n" in last(prompt)
    assert not no_answer(last(prompt))


@pytest.mark.parametrize(("prompt", "days"), [("make a 3 day plan for rome with two kids", 3), ("plan a weekend in Rome", 2)])
def test_a_plan_for_a_trip_is_about_a_trip(prompt, days):
    said = last(prompt)
    assert said.count("\nDay ") == days
    assert "make a list" not in said
    assert "Colosseum" in said


@pytest.mark.parametrize(
    ("prompt", "wanted", "unwanted"),
    [
        ("Give me 5 names for a small bakery in Kraków", "Golden Crust", "Luna"),
        ("name ideas for my new cat", "Luna", "Golden Crust"),
        ("3 names for a baby girl", "Mia", "Leo"),
        ("names for a law firm", "Clearpath", "Luna"),
        ("name for a restaurant", "The Long Table", "Milo"),
    ],
)
def test_names_fit_what_they_are_for(prompt, wanted, unwanted):
    assert wanted in last(prompt)
    assert unwanted not in last(prompt)


def test_a_mail_says_what_is_the_matter_and_not_its_tone():
    said = last("Write an email to my landlord that the heating is broken since Monday. polite but firm")
    assert "The heating has been broken since Monday." in said
    assert "polite" not in said


# --- Going on from no answer ---


@pytest.mark.parametrize(
    "prompt",
    ["shorter", "make it longer", "in German please", "another one", "an example?", "explain it more simply", "why?", "are you sure?",
     "shorter, and offer her 10% off the next order", "sort it alphabetically", "summarize that", "tell me more", "now as JSON"],
)  # fmt: skip
def test_from_no_answer_nothing_goes_on(prompt):
    said = last("who zorbed the zorbs of Zorbland", prompt)
    assert no_answer(said.removeprefix('{"answer": "'))
    assert said.count(OWN_NAME) <= 2, "the reply before is no text to work on"


def test_a_text_that_was_sent_before_no_answer_can_still_be_worked_on():
    text = "Bees zorb all day and visit many flowers on their way."
    assert last(text, f"how many words are in this sentence: {text}").startswith("There are 11 words")


# --- Forms ---


@pytest.mark.parametrize(
    ("prompt", "country"),
    [
        ("Eiffel tower", "France"),
        ("Colosseum", "Italy"),
        ("I fly from Berlin to Japan", "Japan"),
        ("Anna lives in Lisbon", "Portugal"),
    ],
)
def test_a_country_in_a_form_is_a_country(prompt, country):
    assert f'"country":"{country}"' in last(prompt, told="Reply only with JSON with the keys city and country.")


@pytest.mark.parametrize("prompt", ["Big Ben", "the word house", "Zorbland"])
def test_what_is_no_country_is_not_in_a_field_for_one(prompt):
    said = last(prompt, told="Reply only with JSON with the keys name and country.")
    assert f'"country":"{prompt}"' not in said


# --- Correcting and rewriting ---


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Yesterday I have went to the market and buyed three breads.", "Yesterday I went to the market and bought three loaves of bread."),
        ("I have went there before.", "I have gone there before."),
        ("he don't has a car", "He doesn't have a car."),
        ("it is more better than mine", "It is better than mine."),
        ("we didn't went there", "We didn't go there."),
        ("she go home and he goed out", "She goes home and he went out."),
        ("I catched it and he teached me", "I caught it and he taught me."),
        ("i has seen many peoples every days", "I have seen many people every day."),
        ("I am agree, and need more informations", "I agree, and need more information."),
    ],
)  # fmt: skip
def test_mistakes_are_mended(wrong, right):
    assert last(f"Correct this: {wrong}") == right


@pytest.mark.parametrize(
    "text",
    [
        "What is it like?",
        "What he did made me happy.",
        "He drinks more water than I.",
        "We have lived here since two years ago.",
        "I have read it, and she comes.",
        "Does he like it?",
        "Let it go.",
        "John and she work here.",
        "He puts it there, and she came.",
        "She made it work.",
        "I saw the seed.",
    ],
)
def test_what_is_right_stays_and_what_was_looked_for_is_told(text):
    said = last(f"Correct my English: {text}")
    assert f'"{text}"' in said
    assert "few rules (common misspellings" in said


@pytest.mark.parametrize(
    ("casual", "wanted"),
    [
        ("hey boss cant come in today, feeling like crap, sorry", "I cannot come in today. I am not feeling well. I apologize"),
        ("hey guys, u need to send me the stuff asap", "Dear all,"),
        ("hi team, gonna be late", "I am going to be late."),
    ],
)
def test_a_casual_message_becomes_full_sentences(casual, wanted):
    said = last(f"Rewrite this so it sounds more professional: {casual}")
    assert wanted in said
    assert not {"boss", "crap", "hey", "guys", "gonna"} & set(said.casefold().replace(",", "").split())


# --- Kinds that look alike ---


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("gift ideas for my dad", "dad"),
        ("Write a poem about being kind", "being kind"),
        ("a plan for learning Spanish in Madrid", "Spanish"),
    ],
)
def test_what_is_written_is_about_what_was_asked(prompt, wanted):
    assert wanted in last(prompt)
    assert "could not follow" not in last(prompt)


@pytest.mark.parametrize("prompt", ["divide 10 by 5", "double rooms are expensive", "add milk", "add 5 and 6", "half of 30"])
def test_a_calculation_of_its_own_does_not_go_on_from_the_last_result(prompt):
    assert "180" not in last("15 * 12", prompt)


@pytest.mark.parametrize(
    "prompt",
    ["My meeting at 10:00 took 2 hours, write a mail about the end", "the score was 3:2 after 90 minutes", "it is 14:35"],
)
def test_a_time_in_a_text_is_not_reckoned_with(prompt):
    assert " plus " not in last(prompt)
    assert " is 12:00" not in last(prompt)


@pytest.mark.parametrize(
    "order", ["Classify the mood as JSON with label and score.", "Sort your answers as tables or lists.", "Label everything."]
)
def test_other_orders_are_no_labels(order):
    assert "Lima" in last("capital of Peru", told=order)


@pytest.mark.parametrize(
    "word", ["liberty", "https", "hmmm", "strewn", "rhythm", "kwargs", "NGINX", "stength", "asyncio", "property"]
)
def test_a_word_is_no_row_of_keys(word):
    assert "keys hit" not in last(word)


def test_prompts_in_english_are_told_from_other_languages():
    files = [path for path in FOLDER.parent.rglob("*.yaml") if path.stem != "tongues"]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 700
    odd = {line: tongue for line in lines if (tongue := tongues.tongue(line))}
    assert len(odd) < len(lines) * 0.02, odd


# --- Counting and measuring ---


@pytest.mark.parametrize(
    ("prompt", "wanted"), [("how many r in strawberry", "3"), ("count the r's in strawberry", "3"), ("how many e in cheese", "3")]
)
def test_letters_are_counted(prompt, wanted):
    assert wanted in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("How many grams is a cup of flour?", "125 grams"),
        ("how many cups is 500 grams of flour", "4 cups"),
        ("100 g of butter in tablespoons", "tablespoons"),
    ],
)
def test_a_cup_of_something_has_a_weight(prompt, wanted):
    assert wanted in last(prompt)


def test_a_cup_of_nothing_in_particular_has_none():
    assert "different things" in last("How many grams is a cup?")


@pytest.mark.parametrize(
    ("prompt", "there", "not_there"),
    [
        ("how can i learn spanish in 3 months while working full time", "every day", "measure different things"),
        ("is peanut butter healthy?", "protein", "cheese"),
        ("We want to go somewhere warm in february, from Warsaw", "", "Worth seeing"),
        ("I lost my chess game again. What do I do?", "", "your job"),
        ("should i do my homework now or later", "", "Unfair"),
        ("what should I get my girlfriend for our 1 year anniversary?", "", "blocks"),
        ("My neighbour's dog barks all day. Write a friendly note I can put in his mailbox.", "Your dog", "Dear I,"),
        ("can u write my essay about the french revolution 150 words", "", "Dear"),
        ("openai.AuthenticationError: Error code: 401. what does this mean? i copied the key", "401", "stand-in of this course"),
        (
            "Extract the names and dates from this text: Ann Lee came on 3 May 2024. Bo Ek wrote on 2 April.",
            "2 April",
            "Ek, April",
        ),
        ("Write a dialogue between a coffee cup and a laptop. 6 lines max.", "**Laptop**", "Laptop. 6"),
    ],
)
def test_an_eighth_strangers_words_get_nothing_beside_the_point(prompt, there, not_there):
    reply = last(prompt)
    assert there in reply
    assert not_there not in reply
