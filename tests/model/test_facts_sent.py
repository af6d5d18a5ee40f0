"""Answers out of facts that were sent along: of a house in the instructions, or in notes, timetables and lists of the user."""

import pytest
from test_nothing_false import last, no_answer

CAFE = "You are the assistant of Tea House Fern. Menu: walnut cake (walnuts, egg, milk) 4.20 euros; lentil soup (vegan) 5 euros; tuna wrap (fish, wheat) 7.50 euros."
POOL = "You work for the Northside Pool. Open Mon-Fri 7-21, Sat-Sun 9-18. Adults 6 euros, children 3 euros, under 5 free. Food may be brought along. Glass bottles are not allowed. Lockers need a 1 euro coin."
PRACTICE = "You are the front desk of a vet clinic. Dr. Lund: Monday, Thursday 9-15. Dr. Ode: Tuesday 10-18. Never give medical advice; tell callers to ring 555-0188."
STORE = "You are a shop's assistant. Facts: Only unopened games can be returned, within 14 days. All meals are included, drinks are not. If you don't know the answer, say: I will find out."
SAID = {
    "contents": (CAFE, "Can I have the walnut cake? I have a nut allergy", "No: Walnut cake is listed with: walnuts, egg, milk. Because of the allergy"),
    "contents asked for": (CAFE, "Does the wrap contain fish?", "Yes: Tuna wrap"),
    "not named, with an allergy": (CAFE, "I'm allergic to fish, is the soup ok?", "please ask our staff"),
    "a diet": (CAFE, "do you have something vegan?", "lentil soup (5 euros) is vegan"),
    "an order": (CAFE, "how much are 2 soups and a walnut cake?", "Together: 14.20 euros"),
    "ages": (POOL, "how much for 2 adults and 2 kids (8 and 3)?", "Together: 15 euros"),
    "allowed": (POOL, "can we bring food?", "Yes. Food may be brought along."),
    "forbidden": (POOL, "Are glass bottles ok?", "No. Glass bottles are not allowed."),
    "a day and a time": (POOL, "are you open on sunday at 8 pm?", "No. Open Mon-Fri 7-21, Sat-Sun 9-18."),
    "somebody's days": (PRACTICE, "Is Dr. Lund there on Tuesday?", "No, Dr. Lund is not there on Tuesday."),
    "forbidden advice": (PRACTICE, "my dog has a fever, which pills can I give him", "I may not give medical advice. Please ring 555-0188."),
    "only un-": (STORE, "can i return a game that i opened yesterday?", "No. Only unopened games"),
    "two halves": (STORE, "are drinks included?", "No. All meals are included, drinks are not."),
    "what is to be said": (STORE, "do you sell gift cards?", "I will find out."),
    "another topic": ("Only answer about sewing. For other topics say 'Only needles here.'", "who painted the Mona Lisa", "Only needles here."),
    "kinds of questions": ("You only answer travel questions.", "what is 12 times 12?", "I only answer questions about travel."),
}  # fmt: skip


@pytest.mark.parametrize(("told", "asked", "said"), SAID.values(), ids=SAID)
def test_a_house_answers_from_what_it_was_told(told, asked, said):
    reply = last(asked, told=told)
    assert said in reply and "could not follow" not in reply


OF_NOTES = {
    "a timetable": ("8:30 Latin, 9:20 Music, 10:30 Physics. What comes after Music?", "Physics, at 10:30."),
    "a week": ("I have judo on Monday at 5, choir on Thursday at 6 and chess on Friday at 3. When is choir?", "on Thursday at 6"),
    "a sentence": ("Notes: Ines orders the chairs. Ravi cleans the hall. Who cleans the hall?", "Ravi cleans the hall."),
    "no, too late": ("The shop closes at 6 pm. It sells hats and gloves. Is the shop open at 7 pm?", "No. The shop closes at 6 pm."),
    "an order": ("Prices: figs 6 per kilo, plums 3.50 per kilo. I want 2 kilos of plums and half a kilo of figs. What's the total?", "Together: 10."),
    "a list": ("shopping list: tea 2.50, jam 3.10, rice 1.90. total?", "= 7.50"),
    "shared": ("We are 3 people: rent 1200, power 90, internet 30. Split equally, what does each pay?", "440 each"),
    "hands": ("4 gardeners need 6 days. How long do 3 gardeners need?", "8 days"),
    "a shift": ("I worked from 9:00 to 17:30 with a 30 minutes break. How many hours is that?", "8 hours"),
    "a term": ("My lease starts on 1 April 2025 and runs for 24 months. When does it end?", "31 March 2027"),
    "two durations": ("The train is at 12:30, I want to be there 1 hour before and the drive takes 25 min. When do I have to leave?", "11:05"),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), OF_NOTES.values(), ids=OF_NOTES)
def test_notes_answer_what_is_asked_of_them(asked, said):
    assert said in last(asked)


def test_a_budget_changes():
    talk = ["I earn 1900 a month. Rent is 700, food 350.", "how much is left?"]
    assert "= 850" in last(*talk)
    assert "= 800" in last(*talk, "and if rent goes up by 50?")


def test_the_same_sum_is_asked_again_with_another_number():
    assert "4 days" in last("4 gardeners need 6 days. How long do 3 gardeners need?", "and with 6?")


@pytest.mark.parametrize(
    "asked",
    [
        "figs 6 per kilo, 3 zorbs and plums 3.50. What is the total for 2 kilos of figs and 5 zorbs?",
        "Notes: Ines orders the chairs. Ravi cleans the hall. Who paid the cook?",
        "4 gardeners need 6 days and 20 euros. How long do 3 gardeners need?",
        "I have 900 euros for a trip. the flight is 300. how much is left if I stay 2 nights?",
    ],
)
def test_what_the_facts_do_not_tell_is_not_made_up(asked):
    said = last(asked)
    assert no_answer(said), said


def test_prices_that_hang_on_each_other_are_no_list():
    assert "1.50" not in last("A pen and a pad cost 1.50. The pen costs 1.00 more. What does the pad cost?")


def test_a_poem_is_no_question_to_the_house():
    assert "Menu" not in last("Write a haiku about the sea.", told=CAFE)
