"""What is asked of something is answered of that thing, or not at all: places, sums, code, a house, a limit. Each kind varied, with a near miss."""

import pytest
from test_nothing_false import last, no_answer

# --- A place that was named ---


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("whats the capital of mongolia", "cold there in winter?"), "no data on the climate of Ulaanbaatar"),
        (("Tell me the capital of Bolivia", "and is it rainy there in January?"), "no data on the climate of"),
        (("what is the capital of Norway", "is it cold there in winter?"), "Oslo in winter: cold and dark"),
        (("capital of norway", "hot there in summer?"), "Oslo in summer"),
        (("Is it cold in Ulaanbaatar in winter?",), "no data on the climate of Ulaanbaatar"),
    ],
)
def test_cold_there_is_about_the_place_that_was_named(asked, named):
    assert named in last(*asked)


@pytest.mark.parametrize("prompt", ["cold in winter?", "Why is it cold in winter?", "my house is cold", "cold in the morning"])
def test_what_is_cold_is_no_illness(prompt):
    assert "honey" not in last(prompt) and "pharmacist" not in last(prompt)


@pytest.mark.parametrize("prompt", ["i have a cold", "my son has a cold what can i do", "how to get rid of a cold"])
def test_a_cold_is_still_an_illness(prompt):
    assert "doctor" in last(prompt)


@pytest.mark.parametrize(
    "asked",
    [
        "and how many people live there roughly?",
        "how many people live there, approximately?",
        "and about how many people live there then?",
        "so how many people live there though?",
    ],
)
def test_small_words_do_not_hinder_a_follow_up(asked):
    assert "1.7 million" in last("whats the capital of mongolia", asked)


# --- Sums: a story that is not understood is not said again, and a budget is kept ---


@pytest.mark.parametrize(
    ("prompt", "named"),
    [
        (
            "I have 3 kids and 50 euros of pocket money to share so that the oldest gets twice as much as each of the two younger. how much does each get?",
            "the oldest gets 25 euros, each of the others gets 12.50 euros",
        ),
        (
            "3 kids share 60 euros, the oldest gets three times as much as each of the others. how much does each get?",
            "the oldest gets 36 euros, each of the others gets 12 euros",
        ),
        ("Share 90 dollars in the ratio 2:3:4. How much does each get?", "20 dollars and 30 dollars and 40 dollars"),
    ],
)
def test_unequal_shares_are_worked_out(prompt, named):
    assert named in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "I have 7 cousins and 90 marbles that they play for in a zorb way. how many marbles does each get in the end?",
        "I have 3 kids and 50 euros to share so that the tallest gets a zorb more than the rest. how much does each get?",
        "My aunt has 12 apples and throws some of her 5 pears at them. how many are left?",
        "I have 4 kids and 50 euros, the oldest gets twice as much as each of the two younger. how much does each get?",
    ],
)
def test_a_story_that_is_not_understood_is_not_said_again(prompt):
    said = last(prompt).casefold()
    assert "you said" not in said and not said.startswith("you have") and " parts" not in said


@pytest.mark.parametrize(
    ("told", "asked", "named"),
    [
        ("I have 3 dogs.", "how many dogs do I have?", "3 dogs"),
        ("The code is 4471.", "What is the code?", "4471"),
        ("My train is at 14:35.", "when is my train?", "14:35"),
    ],
)
def test_what_was_told_is_still_remembered(told, asked, named):
    assert named in last(told, asked)


BUDGET = "My budget for the month is 1800. Rent is 750, food 320, transport 95, phone 25."


@pytest.mark.parametrize(
    ("turns", "named"),
    [
        ((BUDGET, "How much do I have left?"), "1,800 - 1,190 = 610."),
        ((BUDGET, "How much do I have left?", "I forgot the gym, 40. And now?"), "1,800 - 1,230 = 570."),
        ((BUDGET, "I forgot the gym, 40.", "if I save half of that each month, how much is it after a year"), "12 × 285 = 3,420"),
        (("My income is 2400 a month. Rent 900, food: 400 and 120 for the car.", "what is left?"), "= 980."),
        (("I earn $2,000. Rent: $900, food: $300.", "how much is left over?"), "2,000 - 1,200 = 800."),
        (("My budget is 100. Food 80, phone 40.", "what is left?"), "it is 20 too little"),
    ],
)
def test_a_budget_is_kept_and_worked_out(turns, named):
    assert named in last(*turns)


@pytest.mark.parametrize(
    "turns",
    [
        ("My budget for the month is 1800. Rent is 750, and 3 of us zorb.", "How much do I have left?"),
        ("My salary is 3000 dollars and I get a 5% raise. How much is left now?",),
        ("Rent is 750, food 320.", "How much do I have left?"),
        ("I forgot the gym, 40. And now?",),
    ],
)
def test_no_budget_is_made_up(turns):
    said = last(*turns)
    assert " - " not in said and "Hello" not in said


# --- Why code crashes ---

AVERAGE = "def average(nums):\n    return sum(nums) / len(nums)\n\nprint(average({}))"
CRASHES = {
    AVERAGE.format("[]"): ("ZeroDivisionError", "if nums else 0"),
    "total = 10\ncount = 0\nprint(total / count)": ("ZeroDivisionError", "`count` is 0"),
    "x = [1, 2, 3]\nprint(x[3])": ("IndexError", "the last place is 2"),
    "x = [1, 2, 3]\nfor i in range(len(x) + 1):\n    print(x[i])": ("IndexError", "range(len(x)):"),
    "x = [1, 2]\nprint(x[len(x)])": ("IndexError", "x[-1]"),
    "ages = {'Ann': 3}\nprint(ages['Bob'])": ("KeyError", "ages.get('Bob')"),
    "xs = [3, 1]\nys = xs.sort()\nfor y in ys:\n    print(y)": ("TypeError", "ys = sorted(xs)"),
    "nums = [3, 1]\nnums = nums.sort()\nprint(nums[0])": ("TypeError", "nums = sorted(nums)"),
    "def f(a):\n    print(a)\n\nr = f(2)\nprint(r + 1)": ("TypeError", "no `return`"),
    "print('I am ' + 36)\nprint('years')": ("TypeError", "str(36)"),
    "x = []\nprint(max(x))": ("ValueError", "default=0"),
}


@pytest.mark.parametrize(
    "asked", ["why does this crash and how do i fix it?", "Why do I get an error?", "what's the exception here"]
)
@pytest.mark.parametrize("code", CRASHES)
def test_why_code_crashes_is_seen_for_known_kinds(code, asked):
    for said in (last(f"{code}\n\n{asked}"), last(f"{asked}\n```python\n{code}\n```")):
        assert all(one in said for one in CRASHES[code])


@pytest.mark.parametrize("code", CRASHES)
def test_what_is_said_to_crash_does_crash_so(code):
    with pytest.raises(Exception) as caught:
        exec(code, {})
    assert type(caught.value).__name__ == CRASHES[code][0]


@pytest.mark.parametrize(
    "code",
    [
        AVERAGE.format("[1, 2]"),
        "def average(nums):\n    if not nums:\n        return 0\n    return sum(nums) / len(nums)\n\nprint(average([]))",
        "x = [1, 2, 3]\nprint(x[2])",
        "x = [1, 2, 3]\nx.append(4)\nprint(x[3])",
        "d = {'a': 1}\nd['b'] = 2\nprint(d['b'])",
        "try:\n    print(1 / 0)\nexcept ZeroDivisionError:\n    print('no')",
        "xs = [3, 1]\nys = sorted(xs)\nprint(ys[0])",
    ],
)
def test_code_of_no_known_kind_is_not_said_to_be_read(code):
    said = last(f"{code}\n\nwhy does this crash?")
    assert "Python can read this" not in said and "I do not see why" in said


# --- A house, a limit, a text in another language, an aside ---

GARDEN = "You are the assistant of Green Thumb, a garden centre in Leeds. Opening hours: Mon-Fri 9-18, Sat 9-17, Sun 10-16. Dogs on a lead are welcome. If you don't know the answer, say you will ask a colleague."
MENU = "You are the waiter of Thai restaurant Lotus. Menu: 1. Green curry (spicy, no nuts) 12€; 2. Pad thai (mild, with peanuts) 11€; 3. Mango sticky rice 6€. Only talk about the menu."
COOKING = "You are a cooking assistant. You only answer questions about food and cooking. For any other topic, politely say that you can only help with cooking."
COUNCIL = "Summarize this in two sentences: The city council voted on Tuesday to close Mill Street to cars from the first of May. Shop owners are divided: some expect more visitors on foot, others fear that customers will stay away. The trial will last six months, after which the council will look at the sales figures before deciding whether to make the closure permanent. Cyclists and buses are still allowed through."


@pytest.mark.parametrize("asked", ["and can I bring my dog in?", "can I bring my dog?", "and are dogs allowed?"])
def test_the_sentence_that_is_about_the_asked_thing_is_said(asked):
    said = last("What are your opening hours on Saturday?", asked, told=GARDEN)
    assert "Dogs on a lead" in said and "Mon-Fri" not in said


@pytest.mark.parametrize("asked", ["ok and do you sell gift cards", "Do you have parking?", "can I pay with bitcoin here?"])
def test_what_to_say_without_an_answer_is_followed(asked):
    assert last(asked, told=GARDEN) == "I do not know that. I will ask a colleague."
    assert "colleague" not in last(asked, told=GARDEN.partition(" If you")[0])


@pytest.mark.parametrize("label", ["Facts", "Rules", "Info"])
def test_a_label_is_not_quoted(label):
    told = f"Answer questions for the online shop Walkwell. {label}: returns within 30 days, only unworn items with the label. Refund takes 5 working days. Customer service: help@walkwell.example."
    said = last("Can I return shoes I wore once outside?", told=told)
    assert "unworn" in said and label not in said and "could not follow" not in said


def test_an_allergy_is_answered_from_the_menu_with_the_order_to_ask():
    said = last("Is the spicy one with peanuts? I'm allergic", told=MENU)
    assert "Pad thai (mild, with peanuts)" in said and "ask our staff" in said
    said = last("I am allergic to sesame. What can I eat?", told=MENU)
    assert "not been told which dishes have sesame" in said and "ask our staff" in said


@pytest.mark.parametrize("asked", ["Should I put my savings in bitcoin?", "how do I zorb my car", "Who is the zorb of Peru?"])
def test_a_limit_of_topics_is_kept_where_there_is_no_answer(asked):
    assert last(asked, told=COOKING) == "I am sorry, I can only help with cooking."
    assert "only help with cooking" not in last(asked)


def test_within_the_limit_it_is_answered():
    assert "only help with cooking" not in last("How do I cook rice?", told=COOKING)


@pytest.mark.parametrize("asked", ["Now in Spanish please, for my mother", "and in German", "translate it into French please"])
def test_a_summary_is_not_translated_and_nothing_else_is_shown(asked):
    assert "trial will last six months" in last(COUNCIL)
    said = last(COUNCIL, asked)
    assert "cannot translate that" in said and "Mill Street" not in said and "\n" not in said


def test_a_short_phrase_is_still_translated():
    assert "guten Morgen" in last("Translate good morning to German.")


@pytest.mark.parametrize(
    "aside", ["I am learning english and my teacher said it today", "My friend said it.", "I read it in a book"]
)
def test_why_a_meaning_is_asked_is_an_aside(aside):
    said = last(f"What does 'zorb the ice' mean? {aside}")
    assert no_answer(said) and "20 minutes every day" not in said


@pytest.mark.parametrize(
    "asked",
    ["Can you write down what I could say literally? The first two or three sentences", "could you write it as a text I can say"],
)
def test_a_new_text_is_no_sentence_of_the_advice(asked):
    assert "what you achieved" not in last("How do I ask my boss for a raise?", asked)
