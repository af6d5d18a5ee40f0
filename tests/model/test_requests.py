"""Requests that come in many words: what is asked for is done, and a word in what was sent along asks for nothing."""

import ast
import contextlib
import io
import json
import re
import sqlite3

import pytest
from test_nothing_false import last, no_answer

# --- Ads ---


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("Write a job ad for a part-time barista, max 50 words", "a part-time barista"),
        ("job posting for an electrician, 40 hours, Leeds, good pay", "- 40 hours"),
        ("write an ad looking for a nanny for two kids", "a nanny for two kids"),
        ("vacancy notice for two drivers", "two drivers"),
        ("We need a job description for a nurse, night shifts", "- Night shifts"),
    ],
)
def test_an_ad_for_a_job_sells_nobody(prompt, wanted):
    said = last(prompt)
    assert "looking for" in said and wanted in said
    assert "sale" not in said.casefold() and "could not follow" not in said


@pytest.mark.parametrize("prompt", ["write an ad for my bakery", "write an ad looking for a flatmate", "ad for our lost cat"])
def test_what_is_not_sold_is_not_for_sale(prompt):
    assert "For sale" not in last(prompt)


@pytest.mark.parametrize(
    "prompt", ["ad for my old bike, 120 euros", "write a listing to sell my sofa", "classified ad for a lamp"]
)
def test_what_is_sold_is_for_sale(prompt):
    assert "For sale" in last(prompt)


# --- Texts that are sent along ---

TEXTS = [
    "When I moved from Nairobi to Oslo I owned one thin jacket and thought that snow was romantic. I like pancakes.",
    "Last night the dog of the mayor ate a bar of chocolate in Rome. The banner said Happy Easter.",
    "My mother has her birthday on Monday, and the weather in Paris is cold. What is an API? I said hello.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "request_of", ["I need a good title for my blog post, here is the beginning:\n\n{}", "Find a headline for this article: {}", "{}\n\nAny idea for a title for this text?"]
)  # fmt: skip
def test_a_word_in_a_text_that_was_sent_along_asks_for_nothing(text, request_of):
    assert no_answer(last(request_of.format(text)))


@pytest.mark.parametrize(
    ("prompt", "points"),
    [
        ("turn my notes into bullet points pls: meeting with Jorge about the website, he wants blue not green, launch before easter, photos come from his wife", ["Meeting with Jorge about the website", "He wants blue not green", "Launch before easter", "Photos come from his wife"]),
        ("make a bullet list from this text: buy milk, call the bank; a birthday cake for Ann, and clean the car", ["Buy milk", "Call the bank", "A birthday cake for Ann", "Clean the car"]),
        ("Please put these notes into bullets:\nWe meet in Rome. The dog comes along. Bring bread and cheese.", ["We meet in Rome.", "The dog comes along.", "Bring bread and cheese."]),
    ],
)  # fmt: skip
def test_notes_become_points(prompt, points):
    assert last(prompt) == "\n".join(f"- {point}" for point in points)


@pytest.mark.parametrize(
    "code",
    ["for i in range(10)\nprint(i)", "while True\nprint('hi')", "def f(x)\nif x > 1\nreturn x", "if 3 > 2\n  print('yes')\nelse\nprint('no')"],
)  # fmt: skip
@pytest.mark.parametrize("request_of", ["fix this code:\n{}", "whats wrong here?\n{}", "Please correct this code: {}"])
def test_colons_and_indentation_are_mended(code, request_of):
    said = last(request_of.format(code))
    mended = said.split("```python\n")[1].removesuffix("\n```")
    ast.parse(mended)
    assert mended.replace(":", "").split() == code.split()


# --- A letter, changed later ---


@pytest.mark.parametrize(
    ("says", "there", "gone"),
    [
        (["Write a short message to cancel my dentist appointment on Thursday", "can you make it more formal? and ask for a new date next week"], ["cancel my dentist appointment on Thursday", "a new date next week?", "Yours sincerely"], ["Hello,", "And ask", "formal"]),
        (["Write a short message to cancel my dentist appointment on Thursday", "more formal please"], ["on Thursday", "Dear Sir or Madam", "Yours sincerely"], ["Please."]),
        (["mail to my boss that I am sick today", "ask him whether Tom can take my shift"], ["I am sick today. I would like to ask you whether Tom can take my shift."], ["ask him"]),
        (["email to my landlord that the sink leaks", "and ask him to send a plumber. thank him for the new door"], ["The sink leaks. Please send a plumber. Thank you for the new door."], ["thank him"]),
    ],
)  # fmt: skip
def test_a_letter_is_made_again_with_what_is_wished_later(says, there, gone):
    said = last(*says)
    assert all(part in said for part in there), said
    assert not any(part in said for part in gone), said


# --- Code, and nothing else ---


def printed(code: str) -> list[str]:
    """Run code, and return the lines that it prints."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "reply", "exec"), {})  # code of our own
    return shown.getvalue().split()


@pytest.mark.parametrize(
    ("prompt", "numbers"),
    [
        ("print the even numbers from 2 to 20", range(2, 21, 2)),
        ("print all odd numbers between 4 and 11", range(5, 12, 2)),
        ("write a program that prints the numbers from 1 to 5", range(1, 6)),
        ("print numbers from 10 to 1", range(10, 0, -1)),
        ("count down from 5 to 0 in python", range(5, -1, -1)),
        ("print the numbers from 0 to 30 in steps of 10", range(0, 31, 10)),
        ("print the squares from 1 to 4", [1, 4, 9, 16]),
    ],
)
@pytest.mark.parametrize(
    "told", ["Answer only with Python code, no explanation.", "Only code.", "Reply with nothing but code. Be brief.", ""]
)
def test_a_row_of_numbers_is_printed_by_code_alone(prompt, numbers, told):
    said = last(prompt, told=told)
    assert said.startswith("```python\n") and said.endswith("\n```")
    assert printed(said.removeprefix("```python\n").removesuffix("```")) == [str(number) for number in numbers]


@pytest.mark.parametrize(
    "told", ["Answer only with Python code, no explanation.", "Code only, please.", "Just give the code.", "No explanations."]
)
@pytest.mark.parametrize(
    "prompt", ["how do i read a csv file in python", "count words in a string python", "write a function that adds two numbers"]
)
def test_only_code_is_code_alone(prompt, told):
    said = last(prompt, told=told)
    ast.parse(said.removeprefix("```python\n").removesuffix("```"))
    assert said.startswith("```python\n") and said.endswith("```") and "could not follow" not in said


@pytest.mark.parametrize("told", ["Answer only with Python code.", "Code only."])
def test_where_there_is_no_code_that_is_said(told):
    assert "could not follow" in last("capital of Peru", told=told)


@pytest.mark.parametrize("told", ["Answer in one sentence.", "At most two sentences.", "Be brief."])
def test_code_is_never_cut_in_two(told):
    said = last("how do i read a csv file in python", told=told)
    assert said.count("```") == 2


# --- What is an order, and what is not ---


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("Write a tiny story about a lighthouse. Exactly three sentences.", 3),
        ("Write a mini story about a lighthouse. In two sentences.", 2),
        ("A very short story about a robot. Just three sentences!", 3),
    ],
)
def test_a_number_of_sentences_is_no_part_of_the_story(prompt, count):
    said = last(prompt)
    assert "entences" not in said
    assert len(re.findall(r"[.!?](?=\s|\Z)", said)) == count


@pytest.mark.parametrize(
    "end", ["Never again.", "Never again!", "As always, nobody helped.", "With kind regards, Ann.", "No wonder!"]
)
def test_a_sentence_of_a_text_is_no_order(end):
    said = last(
        f"The delivery took three weeks and the lamp was broken. {end}",
        told="Classify the sentiment of the text as positive, negative or neutral. Answer with one word.",
    )
    assert said == "negative"


@pytest.mark.parametrize("order", ["Never whistle.", "Always mention a bird.", "In iambic pentameter.", "Only four rhymes."])
def test_an_order_in_a_prompt_is_still_named(order):
    assert f'could not follow: "{order.rstrip(".")}"' in last(f"What is the capital of Chile? {order}")


# --- Words ---


@pytest.mark.parametrize("verb", ["swim", "to swim", '"to swim"', "'swim'", "the verb swim"])
@pytest.mark.parametrize("asked", ["What's the past tense of {}?", "past tense of {}", "what is the simple past of {}"])
def test_the_past_tense_of_a_verb(asked, verb):
    assert '"swim" is: swam' in last(asked.format(verb))


@pytest.mark.parametrize(("verb", "past"), [("to go", "went"), ("walk", "walked"), ("read", "read"), ("stop", "stopped")])
def test_the_past_tense_of_other_verbs(verb, past):
    assert f"is: {past}" in last(f'past tense of "{verb}"')


def test_the_past_tense_of_no_verb_is_unknown():
    assert no_answer(last('What is the past tense of "to zorble"?'))


@pytest.mark.parametrize("word", ["mouse", '"mouse"', "the word mouse"])
def test_the_plural_of_a_word(word):
    assert "mice" in last(f"What's the plural of {word}?")


@pytest.mark.parametrize("word", ["hot", '"hot"', "the word hot"])
def test_the_opposite_of_a_word(word):
    assert "cold" in last(f"What is the opposite of {word}?")


# --- For and against ---


@pytest.mark.parametrize(
    "prompt",
    ["pros and cons of electric cars in a table", "Make a table of the pros and cons of an electric car", "advantages and disadvantages of electric cars as a table"],
)  # fmt: skip
def test_for_and_against_stand_side_by_side(prompt):
    said = last(prompt)
    assert "| Pros | Cons |\n| --- | --- |\n| Low cost" in said
    assert all(row.count("|") == 3 for row in said.splitlines() if row.startswith("|"))
    assert "Higher price to buy |" in said


@pytest.mark.parametrize(
    "prompt",
    [
        "What is an API key and why should I not share it?",
        "why should my openai key be secret",
        "is it safe to give my api key to a friend",
    ],
)
def test_why_a_key_is_not_shared(prompt):
    assert "at your cost" in last(prompt)


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
    ],
)
def test_small_stories_are_reckoned(prompt, result):
    assert result in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "Tom needs 20 eggs and bought 3 boxes with 4 eggs each. How many more does he need?",
        "3 boxes with 12 eggs each and 2 boxes broke. how many eggs are good",
        "3 tickets, each costs 12, and I have 50 in my pocket. how much is left",
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


# --- Code that goes on, and SQL ---


@pytest.mark.parametrize(
    ("asked", "head", "doc"),
    [
        ("write a function that adds two numbers", "def add(a: int, b: int) -> int:", "Adds two numbers."),
        ("write a function that checks if a number is prime", "def is_prime(n: int) -> bool:", "Checks if a number is prime."),
        ("function to reverse a string python", "def reverse(text: str) -> str:", "Reverse a string."),
    ],
)
@pytest.mark.parametrize(
    "wishes",
    [
        ("now with type hints", "and a docstring please"),
        ("with a docstring", "type annotations too"),
        ("can you add type hints and a docstring",),
    ],
)
def test_a_function_gets_types_and_a_docstring(asked, wishes, head, doc):
    before, said = last(asked), last(asked, *wishes)
    code = said.removeprefix("```python\n").removesuffix("\n```")
    assert head in code and f'    """{doc}"""' in code
    assert printed(code) == printed(re.search(r"```python\n(.*?)\n```", before, re.DOTALL)[1])


def test_what_a_docstring_is_is_still_explained():
    assert "triple quotes" in last("what is a docstring")


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        (
            "sql query to get all customers from Brazil, table is called customers and has a column country",
            [("Ana", "Brazil", 41)],
        ),
        ("SQL: all names from the table customers where age is over 40", [("Ana",)]),
        ("my table is customers with a column age, how do I get the rows below 40 in sql", [("Ben", "Peru", 33)]),
        ("how many rows in the table customers where country is 'Peru', sql query", [(2,)]),
        (
            "sql: table named customers, column country. show me all from Peru sorted by age",
            [("Ben", "Peru", 33), ("Cleo", "Peru", 40)],
        ),
    ],
)
def test_a_query_for_a_table_that_is_named_apart(prompt, wanted):
    query = re.search(r"```sql\n(.*?)\n```", last(prompt), re.DOTALL)[1]
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE customers (name TEXT, country TEXT, age INTEGER)")
        database.executemany(
            "INSERT INTO customers VALUES (?, ?, ?)", [("Ana", "Brazil", 41), ("Cleo", "Peru", 40), ("Ben", "Peru", 33)]
        )
        assert database.execute(query).fetchall() == wanted


@pytest.mark.parametrize(
    "prompt",
    [
        "sql query for the customers table with a column country, join it with orders from Brazil",
        "sql: table users, column age, the average of each city",
    ],
)
def test_a_query_beyond_that_is_no_simple_one(prompt):
    assert "WHERE" not in last(prompt)


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


# --- A list that was written down ---


@pytest.mark.parametrize(
    ("says", "result"),
    [
        (["x = [1, 2, 3]   how do i get the last item"], "print(x[-1])  # 3"),
        (["x = [1, 2, 3]   how do i get the last item", "and the first two?"], "print(x[:2])  # [1, 2]"),
        (['names = ["Ann", "Bo", "Cy"]. how can I get the second one?'], "print(names[1])  # Bo"),
        (['names = ["Ann", "Bo", "Cy"]. how can I get the second one?', "what about the last two?", "now sorted"], "# ['Ann', 'Bo', 'Cy']"),
        (["I have numbers = [4, 9, 2], what is the biggest"], "print(max(numbers))  # 9"),
        (["I have numbers = [4, 9, 2], what is the biggest", "and the length?"], "print(len(numbers))  # 3"),
    ],
)  # fmt: skip
def test_a_list_that_was_written_down_is_asked(says, result):
    said = last(*says)
    assert result in said
    assert printed(said.removeprefix("```python\n").removesuffix("\n```")) == result.partition("# ")[2].split()


@pytest.mark.parametrize("prompt", ["what happens with x[-1] if the list is empty?", "what if I take items[0] of an empty list"])
def test_an_empty_list_has_no_item(prompt):
    assert "IndexError" in last(prompt)


@pytest.mark.parametrize("prompt", ["x = [1, 2]  how do i get the third item", "x = [a, b]  how do i get the last item"])
def test_an_item_that_is_not_there_is_not_made_up(prompt):
    assert "print" not in last(prompt)


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
