"""Talks of several turns: games with a thought-out answer, courtesies, complaints, corrections, journeys, and what was recommended."""

import pytest
from talks import talk

from offline.model.games import riddles, yours
from offline.model.games.game import Opening
from offline.tables import read_table

HOTEL = "You are the assistant of Hotel Sole. Check-in is from 2 pm. Dinner costs 22 euros. Dogs are welcome. We have rooms for 1 to 4 guests."


@pytest.mark.parametrize("number", range(20))
def test_a_riddle_keeps_its_answer_until_it_is_guessed_or_given_up(number):
    opening = Opening("tell me a riddle", number)
    asked = riddles.play(opening, []).text
    one = next(one for one in read_table("everyday/riddles.yaml") if one["asks"] in asked)
    name = one["is"].split()[-1]
    assert name not in asked.partition("\n\n")[0] and name not in riddles.play(opening, ["hint"]).text
    assert riddles.play(opening, ["is it an umbrella stand?"]).text.startswith("No")
    assert one["is"] in riddles.play(opening, ["i give up"]).text
    won = riddles.play(opening, [f"is it {one['is']}?"])
    assert won.text.startswith("Yes") and won.over
    assert one["asks"] not in riddles.play(opening, ["another one"]).text
    assert riddles.play(opening, ["what is the capital of Peru?"]) is None


@pytest.mark.parametrize("name", read_table("everyday/guessed.yaml")["animals"])
def test_each_animal_is_guessed_from_true_answers(name):
    table = read_table("everyday/guessed.yaml")
    opening, moves = Opening("I am thinking of an animal, guess it"), []
    asks = {how["ask"]: clue for clue, how in table["clues"].items() if "ask" in how}
    for _ in range(60):
        said = yours.play(opening, moves)
        if said.over:
            assert said.text != yours.LOST and name in said.text
            return
        question = said.text.removeprefix("Gladly: I ask, and you say yes or no, or tell me more about it. ")
        yes = asks[question] in table["animals"][name] if question in asks else question.split(" ", 3)[-1] == f"{name}?"
        moves.append("yes" if yes else "no")
    pytest.fail(f"{name} was not found")


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("It has a long neck and lives in Africa", "giraffe"),
        ("it is small, lives in a shell and is very slow", "snail"),
        ("it hops and has a pouch", "kangaroo"),
        ("black and white, eats bamboo", "panda"),
    ],
)
def test_an_animal_is_guessed_from_what_is_told(told, wanted):
    assert wanted in yours.play(Opening(f"guess my animal. {told}"), []).text


def test_every_clue_of_an_animal_is_known():
    table = read_table("everyday/guessed.yaml")
    assert all(clue in table["clues"] for clues in table["animals"].values() for clue in clues)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("cheers mate, have a lovely evening", "the same to you"),
        ("you've been a big help, thank you so much!", "You're welcome!"),
        ("right, I have to go now. See you next week!", "Goodbye!"),
        ("danke, gute Nacht", "Gute Nacht!"),
        ("thanks for everything, sleep well", "Good night!"),
    ],
)
def test_courtesies_in_a_row_are_answered(said, wanted):
    assert wanted in talk(said)[0]


@pytest.mark.parametrize(
    "said", ["thanks, and how tall is Mount Everest?", "great, now the capital of Peru please", "good night in French"]
)
def test_a_courtesy_does_not_hide_what_is_asked(said):
    assert "welcome!" not in talk(said)[0] and "Sleep well" not in talk(said)[0]


def test_a_laugh_is_about_what_was_said_before():
    assert "laughing out loud" in talk("lol")[0]
    joke, laugh, another = talk("tell me a joke about school", "lol", "another please")
    assert "laughing out loud" not in laugh and another not in (joke, laugh) and "smile" not in another


def test_no_topic_forbids_a_goodbye():
    assert "Goodbye" in talk("thanks a lot for your help, bye!", told="Only talk about gardening.")[0]


def test_a_complaint_does_not_change_a_right_answer():
    replies = talk("what is 17 * 3", "that's wrong", "no, it's 52", "are you sure?")
    assert all("51" in said for said in replies) and "not 52" in replies[2]
    assert replies[2].count("I have worked it out again") == 1 and "worked it out" not in replies[3]


def test_who_got_no_answer_is_told_that_it_is_so():
    assert "had no answer" in talk("flimp the gorbal of zent", "you did not answer my question")[1]


@pytest.mark.parametrize("said", ["is it wrong to lie?", "what is wrong with my code: print 'x'"])
def test_a_question_with_wrong_in_it_is_no_complaint(said):
    assert "come to the same" not in talk("capital of Peru", said)[1]


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (["I am 41", "sorry, I meant 42", "how old am I?"], "42"),
        (["capital of Slovenia?", "oops, i meant Slovakia"], "Bratislava"),
        (["my name is Jon", "I meant Jan", "what's my name"], "Jan"),
    ],
)
def test_a_correction_takes_the_place_of_what_was_said(turns, wanted):
    assert wanted in talk(*turns)[-1]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("what time can i check in", "from 2 pm"),
        ("how much is dinner for 4?", "88 euros"),
        ("may I bring my cat? or my dog?", "welcome"),
        ("do you have rooms for 5 guests?", "No."),
        ("do you have a sauna?", "not been told"),
        ("what is the capital of Chile?", "Santiago"),
    ],
)
def test_a_hotel_answers_from_what_it_was_told(asked, wanted):
    said = talk(asked, told=HOTEL)[0]
    assert wanted in said and "could not follow" not in said


def test_an_order_beside_the_facts_of_a_hotel_is_still_named():
    assert "could not follow" in talk("how much is dinner?", told=f"{HOTEL} Answer in the style of a limerick about tax law.")[0]


def test_a_journey_is_talked_about():
    see, pack, eat = talk("We are going to Portugal in July, 4 days", "what should we pack", "and what do people eat there?")
    assert "Lisbon" in see and "4 days" in see and "sunscreen" in pack.casefold() and "sardines" in eat
    assert "gloves" in talk("I'm traveling to New Zealand in July", "what clothes do I need?")[1]


def test_days_mean_a_journey_only_where_one_is_talked_about():
    assert "Day 1" not in talk("what is the capital of Japan?", "5 days")[1]


def test_what_was_recommended_is_known():
    book, author = talk("Can you recommend a fantasy book?", "who's the author?")
    assert author.partition(" wrote ")[0] in book
    film, director, older = talk("suggest a thriller movie", "who directed it?", "something older please")
    assert director.partition(" directed ")[2][:5] in film and older.split(" (")[0] not in film


def test_each_film_has_its_director():
    directors = read_table("everyday/directors.yaml")
    assert set(directors) == {film[0] for film in read_table("everyday/recommended.yaml")["films"]}


@pytest.mark.parametrize("asked", ["Who is my neighbor Jana Petrova?", "do you know Karol Zwolinski, he works at my school"])
def test_nothing_is_known_of_private_people(asked):
    assert "know nothing about" in talk(asked)[0]


def test_who_is_well_known_is_no_private_person():
    assert "physicist" in talk("Who is Albert Einstein?")[0]


@pytest.mark.parametrize(
    ("opener", "then", "wanted"),
    [
        ("could you help me with an email?", "to my teacher, I am sick today", "Dear [teacher's name]"),
        ("I need help with my code", "while True print(1)", "colon"),
        ("can you help me with my physics homework?", "what is gravity?", "Earth"),
    ],
)
def test_who_asks_for_help_is_asked_back(opener, then, wanted):
    back, done = talk(opener, then)
    assert "Gladly" in back and wanted in done


def test_what_is_told_of_food_counts_later():
    assert talk("I don't eat pork", "can I have bacon?")[1].startswith("No")
    assert "told me" not in talk("I like pork", "can I have bacon?")[1]
