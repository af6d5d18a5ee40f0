"""Talk, lists, numbers, follow-ups and orders, in several wordings each."""

import json
import re

import pytest
from test_nothing_false import last, no_answer

# --- Talk ---


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Hello, my name is Tomasz and I am truck driver from Poland. Nice to meet you!", "Tomasz"),
        ("hi there, I'm Aisha, a nurse from Lagos. pleased to meet you", "Aisha"),
        ("Good morning! I am Jorge and I teach biology. Glad to meet you.", "Jorge"),
    ],
)
def test_who_introduces_himself_is_greeted(prompt, name):
    assert f"Nice to meet you, {name}" in last(prompt)


@pytest.mark.parametrize(
    "prompt", ["are you the real chatgpt?", "am I talking to gpt-4?", "are you actually chatgpt", "is this the real chatgpt"]
)
def test_it_says_what_it_is(prompt):
    assert "not a human and not a model" in last(prompt)


@pytest.mark.parametrize("prompt", ["test test 123", "testing testing", "test 123", "hello, test"])
def test_a_test_is_answered(prompt):
    assert "it works" in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    ["Do you remember what I wrote to you yesterday?", "can you remember our conversation from last week?", "do you still know our last chat", "did you forget what i said last time"],
)  # fmt: skip
def test_what_was_said_in_another_conversation_is_gone(prompt):
    assert "remembers nothing of earlier conversations" in last(prompt)


# --- So many of a list, names alone, JSON ---


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("List three countries that border Switzerland. Only the names, separated by commas.", 3),
        ("which countries border Chile? only names, comma separated", 3),
        ("Give me 4 names for a dog, only names, comma separated", 4),
        ("name two neighbors of Bolivia, only the names", 2),
    ],
)
def test_only_names_are_names_alone(prompt, count):
    names = last(prompt).split(", ")
    assert len(names) == count
    assert all(name.isalpha() and name[0].isupper() for name in names)


def test_more_neighbors_than_there_are_are_not_invented():
    assert no_answer(last("list five countries that border Portugal"))


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("Make a JSON with name, age and city from this: Maria Lopez is 34 years old and lives in Guadalajara.", {"name": "Maria Lopez", "age": 34, "city": "Guadalajara"}),
        ("create json containing product and price for this text: The blue lamp costs 20 euros.", {"product": "blue lamp", "price": 20}),
        ("turn this into json with name and city: Ann lives in Lima.", {"name": "Ann", "city": "Lima"}),
    ],
)  # fmt: skip
def test_json_with_keys_from_a_text(prompt, wanted):
    assert json.loads(re.sub(r"\A[^{]*|[^}]*\Z", "", last(prompt))) == wanted


@pytest.mark.parametrize(
    "prompt",
    [
        "reverse a string in python pls, one line",
        "one liner to reverse a string in python",
        "reverse string in a single line python",
    ],
)
def test_a_string_is_reversed_in_few_words(prompt):
    assert "[::-1]" in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("How many letters r are in the word strawberry", 3), ("how many vowels does banana have", 3), ("how many letters has the word house", 5), ("count letter a in the word banana", 3)],
)  # fmt: skip
def test_letters_of_a_word_are_counted(prompt, count):
    said = last(prompt)
    assert f" {count} " in said and ("strawberry" in said or said.endswith(('"banana".', '"house".')))


# --- Small stories with numbers ---


@pytest.mark.parametrize(
    ("prompt", "result"),
    [
        ("i have 3 boxes with 12 eggs each and 5 eggs broke. how many good eggs do i have", "31 eggs"),
        ("there are 5 rows with 9 chairs each, 2 chairs are broken. how many chairs can be used", "43 chairs"),
        ("4 teams, each with 11 players. 3 more players join. how many players", "47 players"),
        ("Tom has 5 apples and buys 3 bags with 4 apples each. how many apples", "17 apples"),
        ("6 bags of 8 apples each, how many apples", "48 apples"),
        ("I earn 2450 euro a month and 35% goes to rent. How much is the rent?", "857.5 euro"),
        ("40% of the 250 students come by bus. how many students is that?", "100 students"),
        ("I earn 2000 euros and 30% goes to rent. how much is left?", "1,400 euros are left"),
        ("My salary is 3000 dollars and I get a 5% raise. How much do I earn now?", "3,150 dollars"),
        ("3 tickets, each costs 12, and I have 50 in my pocket. how much is left", "50 - 36 = 14 left"),
    ],
)
def test_small_stories_are_reckoned(prompt, result):
    assert result in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Tom needs 20 eggs and bought 3 boxes with 4 eggs each. How many more does he need?",
        "3 boxes with 12 eggs each and 2 boxes broke. how many eggs are good",
        "I have 3 boxes with 12 eggs each and half of them broke. how many are good",
        "3 bags with 4 apples each and 2 bags with 5 pears each, how many fruits",
    ],
)
def test_a_story_beyond_that_gets_no_number(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    ("prompt", "bigger"),
    [
        ("My son asks which one is bigger, 0.9 or 0.11. How can I explain him?", "0.9 is bigger than 0.11"),
        ("is 0.5 bigger than 0.45", "Yes. 0.5 is bigger"),
        ("which is bigger 3/4 or 2/3", "3/4 is 9/12, and 2/3 is 8/12"),
        ("why is 1/2 bigger than 1/3? 3 is more than 2!", "fewer pieces"),
        ("why is 2/7 bigger than 2/5?", "No, it is the other way round. 2/5 is bigger"),
        ("what is smaller, 1/4 or 0.3?", "0.3 is bigger than 1/4"),
        ("which number is larger: -3 or 2", "2 is bigger than -3"),
        ("is 1/2 more than 0.5?", "the same"),
    ],
)
def test_the_bigger_number_and_why(prompt, bigger):
    assert bigger in last(prompt)


# --- Going on ---


@pytest.mark.parametrize(
    ("says", "wanted"),
    [
        (["Give me a simple recipe for pancakes for 2 people", "i have no milk at home", "what can i take instead?"], "Instead of milk, take oat or soy drink."),
        (["lasagna recipe without meat", "what could I use instead of the meat"], "lentils"),
        (["pancakes recipe without eggs", "What should I put in it instead?"], "banana"),
    ],
)  # fmt: skip
def test_what_to_take_instead(says, wanted):
    assert wanted in last(*says)


def test_one_egg_is_an_egg():
    assert "- 1 egg\n" in last("Give me a simple recipe for pancakes for 2 people")


@pytest.mark.parametrize(
    ("says", "result"),
    [
        (["What's 15% of 240?", "and now add that to 240"], "276"),
        (["3 times 7", "subtract that from 100"], "79"),
        (["3 times 7", "ok, add it to 9 please"], "30"),
        (["100 - 40", "multiply that by 2"], "120"),
        (["100 - 40", "subtract 10 from it"], "50"),
    ],
)
def test_a_result_is_reckoned_on(says, result):
    assert f"= {result}." in last(*says)


@pytest.mark.parametrize(
    ("says", "gone"),
    [
        (["Can you suggest me a book? I loved The Hobbit", "one more please, but not from Tolkien"], "Tolkien"),
        (["recommend a comedy from the 90s", "another one, not with Bill Murray"], "Murray"),
        (["tell me a joke", "another one, but not about programmers"], "programmer"),
        (["Suggest a name for a small coffee shop.", "another, but not with bean"], "bean"),
    ],
)
def test_another_one_but_not_that(says, gone):
    said = last(*says)
    assert not no_answer(said) and said != last(*says[:1])
    assert gone.casefold() not in said.casefold()


# --- What the instructions tell and forbid ---

SHOP = "You are the chatbot of the shop GreenLeaf Plants. Opening hours: Monday to Saturday, 9 to 18. Plants can be returned within 14 days with the receipt."
BAKERY = "You are the assistant of a bakery. We are open Tue-Sun from 7 to 13. Closed on Thursdays."


@pytest.mark.parametrize(
    ("told", "prompt", "wanted"),
    [
        (SHOP, "hi can i come on sunday to bring back my ficus?", "closed on Sundays"),
        (SHOP, "hi can i come on sunday to bring back my ficus?", "within 14 days with the receipt"),
        (SHOP, "are you open on Friday", "Yes, we are open on Friday from 9 to 18."),
        (BAKERY, "are you open on thursday?", "closed on Thursdays"),
        (BAKERY, "can I visit you on Wednesday", "Yes, we are open on Wednesday from 7 to 13."),
        (BAKERY, "is it closed on Mondays?", "closed on Mondays"),
    ],
)
def test_opening_hours_are_kept(told, prompt, wanted):
    said = last(prompt, told=told)
    assert wanted in said and "could not follow" not in said


def test_without_opening_hours_nobody_knows():
    assert "we are" not in last("are you open on Friday", told="You are the chatbot of a shop.")


COOK = "You are a friendly cooking assistant. If the question is not about food or cooking, politely say that you can only help with cooking."


@pytest.mark.parametrize(
    ("told", "prompt"),
    [(COOK, "who invented the telephone?"), (COOK, "capital of Peru"), ("Refuse anything that is not about gardening.", "capital of Peru"), ("You are a math tutor. If a message is unrelated to math, say so.", "tell me a joke")],
)  # fmt: skip
def test_what_is_forbidden_is_not_answered(told, prompt):
    said = last(prompt, told=told)
    assert said.startswith("I only answer questions about ") and "could not follow" not in said


@pytest.mark.parametrize(
    ("told", "prompt", "wanted"),
    [(COOK, "give me a recipe for pancakes", "flour"), (COOK, "how do I make a cup of tea?", "hot water"), ("If the question is not about math, refuse.", "what is 3 times 4?", "12")],
)  # fmt: skip
def test_what_is_not_forbidden_is_answered(told, prompt, wanted):
    said = last(prompt, told=told)
    assert wanted in said and "I only answer" not in said


@pytest.mark.parametrize("prompt", ["hi", "Hello there!", "thanks a lot!", "good morning"])
def test_a_greeting_is_about_nothing_that_is_forbidden(prompt):
    assert "I only answer" not in last(prompt, told=COOK)
