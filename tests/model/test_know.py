"""What people ask to be told about, troubles of everyday life, stories that go on, and what is near to all that but is something else."""

import pytest
from test_nothing_false import last, no_answer

from offline.model import answer_file

TABLES = ("creature", "metropolis", "plant", "fare", "pastime", "firm", "era")


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Tell me about giraffes", "acacias"),
        ("what can you tell me about sloths?", "algae|Algae"),
        ("tell me something about platypuses please", "lay eggs"),
        ("history of Lisbon", "1755"),
        ("Tell me the history of Berlin", "Wall"),
        ("Tell me about Kyoto, I want to go there next year", "temples"),
        ("tell me about honey because my son asked", "nectar"),
        ("Can you tell me about Wikipedia?", "2001"),
        ("tell me about the vikings", "horns"),
        ("who founded ikea", "Kamprad"),
        ("tell me about bamboo", "grass"),
        ("what is rugby", "try"),
        ("tell me about orchids for a school project", "Vanilla"),
    ],
)
def test_it_tells_of_things(prompt, said):
    assert any(one in last(prompt) for one in said.split("|"))


def test_each_row_is_told_when_it_is_asked_for():
    known = answer_file.load()
    for table in TABLES:
        for name in known.tables[table]:
            assert known.knows(f"tell me about {name}"), name


@pytest.mark.parametrize(
    "prompt",
    [
        "tell me about zorbs",
        "tell me about the history of Zorbtown",
        "history of the penguin factory in Lima",
        "do dogs have souls",
        "who founded my school",
        "tell me about my neighbor's wolf costume",
        "why are tomatoes zorby",
        "what does boss mean",
    ],
)
def test_what_is_near_is_not_told(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("my car wont start, it just clicks", "battery"),
        ("I feel carsick on every bus trip", "horizon"),
        ("All my white laundry turned pink!!", "color remover"),
        ("my son refuses to do his homework", "fixed time|Fix a time"),
        ("my manager shouts at me all the time", "HR"),
        ("what should i wear to a wedding as a guest", "No white"),
        ("What should I eat before a workout?", "Two to three hours"),
        ("what can i eat with a cold", "soup"),
        ("someone stole my passport in Italy", "consulate"),
        ("my flight was cancelled, what are my rights", "receipts"),
        ("how do I fold a fitted sheet", "corners"),
        ("why do spiders build webs", "trap"),
        ("Where does the sun go at night? My son asks", "turns"),
    ],
)
def test_it_helps_with_troubles(prompt, said):
    assert any(one in last(prompt) for one in said.split("|"))


@pytest.mark.parametrize(
    ("prompt", "not_said"),
    [
        ("why is fire hot", "reasons and a reference"),
        ("how do viruses spread", "two-step login"),
        ("how do I book a flight", "crime novel"),
        ("what happened to the missing plane", "rebooking"),
        ("why is my food cold", "herbal tea"),
        ("does a blue shirt go with white pants", "color remover"),
        ("what are egg shells made of", "ice water"),
        ("why are tomatoes red", "beside an apple"),
        ("when did Steve Jobs leave Apple", "notice period"),
        ("what is the average salary per month in Germany", "weekly money"),
        ("my car battery died", "under 80%"),
        ("do you remember the book that I read", "Close the book"),
        ("why do dogs eat grass when they are sick", "herbal tea"),
    ],
)
def test_what_only_has_the_words_of_a_trouble_is_none(prompt, not_said):
    assert not_said not in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("Once upon a time there was a little dragon who", "the little dragon"),
        ("Once upon a time there lived a lonely giant in the hills.", "the lonely giant"),
        ("Continue this story: The young baker opened the oven and found a letter.", "The young baker"),
        ("There was a girl named Nuri who collected clouds. Continue please", "Nuri"),
        ("finish my story: It rained for forty days and the street became a river.", "For a moment"),
        ("A long time ago there were three brothers who could not agree", "the three brothers"),
    ],
)
def test_a_story_goes_on_with_who_it_is_about(prompt, who):
    assert who in last(prompt) and len(last(prompt).split()) > 80


@pytest.mark.parametrize(
    "prompt", ["there was an error in line 3", "Continue the sequence: 2, 4, 8", "the knight heard a knock at the door"]
)
def test_what_is_no_story_is_not_continued(prompt):
    assert "voice that should not have been there" not in last(prompt) and "old bridge" not in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("gas or induction?", "Induction stove"),
        ("should i stay in a hotel or an airbnb", "Apartment"),
        ("climate vs weather", "decades"),
        ("Is it better to work out in the morning or evening?", "In the evening"),
    ],
)
def test_pairs_are_weighed(prompt, said):
    assert said in last(prompt)


@pytest.mark.parametrize("prompt", ["true or false", "Zorb or Blorb?", "is the sky zorb or blue?"])
def test_pairs_that_are_not_known_are_not_weighed(prompt):
    assert no_answer(last(prompt))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I bought two bread and three furniture.", "I bought two loaves of bread and three pieces of furniture."),
        ("He gave me an advice.", "He gave me some advice."),
        ("Yesterday I go to school and see my teacher.", "Yesterday I went to school and saw my teacher."),
        ("Last week she is ill and we visit her.", "Last week she was ill and we visited her."),
        ("She is working here since three years.", "She has been working here for three years."),
        ("I don't have no money.", "I don't have any money."),
        ("There was many people in the room.", "There were many people in the room."),
        ("The childs are happy.", "The children are happy."),
    ],
)
def test_more_mistakes_are_mended(wrong, right):
    assert last(f"Correct this sentence: {wrong}") == right


@pytest.mark.parametrize(
    "text",
    [
        "Two coffee cups stood on an information desk.",
        "I see that he left yesterday.",
        "Yesterday is gone.",
        "I have been waiting for two hours.",
    ],
)
def test_what_is_right_stays(text):
    said = last(f"Correct this sentence: {text}")
    assert text in said or said == text


def test_it_says_whether_a_sentence_is_right():
    assert last('Is this correct? "She go home every day"') == 'Not quite. It should be: "She goes home every day."'
    assert "no mistake" in last('Is this sentence correct: "She goes home every day."')


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Extract the names: Yesterday Maria met Ahmed. Later John called.", "Names: Maria, Ahmed, John"),
        ('Which people are mentioned? "Soon Peter and Susan drove to Boston. Finally Amir came."', "Names: Peter, Susan, Amir"),
        (
            "list all the countries in this text: She was born in Peru, studied in Japan, and lives in Norway now.",
            "Countries: Peru, Japan, Norway",
        ),
        ("Find the people in this text: nobody came to the party in Rome today", "There is no name in the text."),
        ("Extract date and price: On 2026-05-03 I paid $40 for the lamp.", "Date: 2026-05-03\nPrice: $40"),
    ],
)
def test_names_and_places_are_found(prompt, said):
    assert last(prompt) == said


def test_one_sentence_keeps_all_points_of_a_short_text():
    text = "The pool is closed on Monday. Maria has the keys. Swimmers need a cap."
    assert (
        last(f"Summarize in one sentence: {text}") == "The pool is closed on Monday, Maria has the keys, and swimmers need a cap."
    )
    assert last(f"Summarize: {text}") == "The pool is closed on Monday."
