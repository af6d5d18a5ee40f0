"""Work on a text that is sent along: what is asked is done with that text, and other requests are left alone."""

import json

import pytest
from test_nothing_false import last

import offline
from offline.model import line_breaks, sent

POOL = "The council met on Monday about the old bridge. Repairs would cost two million euros, and hardly anybody uses it, as a count in May showed. It voted 9 to 4 to close the bridge in fall and to build a ferry in its place."
STORY = "The shop opened in 1990. It had many owners. Nobody made money with it. In the end the town bought it."
DONE = {
    # summaries keep what came of it
    f"Summarize this in one sentence: {POOL}": "voted 9 to 4 to close the bridge",
    f"tl;dr: {STORY}": "the town bought it",
    f'Can you make a short summary of this? "{STORY}"': "the town bought it",
    f"Summarize in 6 words: {POOL}": "The council voted 9 to 4.",
    f"What is this text about? {POOL}": "bridge",
    # points, titles, key words
    f"Give me the main points of this text in bullets:\n{STORY}": "- It had many owners.\n- Nobody",
    "bullet points please: The bus was late. We got wet.": "- The bus was late.\n- We got wet.",
    "Suggest a headline: The town will build a new pool next summer.": "Town to Build a New Pool",
    "What are the keywords of this text? Lemons need sun. Lemons grow in Spain.": "lemons",
    # notes
    "Turn these notes into a short paragraph: lesson moved to monday, room 7, bring pencils, Mr Osei will lead": "The lesson has been moved to Monday. The place is room 7. Please bring pencils. Mr Osei will lead.",
    "Write these notes as full sentences: rent up 5%, two new tenants, boss approved budget": "The rent is up 5%. There are two new tenants. The boss approved budget.",
    "make minutes of these notes: present Ann, Bo; agreed new roof; next meeting 3 May": "Present: Ann, Bo\nNext meeting: 3 May\nDecisions: new roof",
    # feelings
    'Is this review positive or negative? "The zip broke on the first day and nobody replied."': "Negative",
    "What is the sentiment? The view was lovely but the bed was broken.": "Mixed",
    "Sentiment: The parcel came on Tuesday.": "Neutral",
    "Is this a good review? The soup tasted like water.": "No, it is negative",
    'Is this customer happy? "The screen is cracked and I want my money back."': "No.",
    "Classify each as positive or negative: great staff, dirty room": "great staff: positive\ndirty room: negative",
    # other forms
    "Turn this into a question: She drinks coffee.": "Does she drink coffee?",
    "Make this sentence negative: They went home.": "They didn't go home.",
    "Change to third person (he): I live in Lyon and I have a dog.": "He lives in Lyon and he has a dog.",
    "Rewrite in the third person: I am late.": "They are late.",
    "Put this in the passive voice: The boy broke the window.": "The window was broken by the boy.",
    "Put into the future tense: He plays tennis.": "He will play tennis.",
    "Write this in the present tense: We went home and ate.": "We go home and eat.",
    "Make this shorter: I was wondering if you could call me in the near future.": "Could you call me soon",
    "Make it friendlier: Your order was cancelled.": "sorry",
    "make this more casual: I am unable to attend the party.": "I can't come to the party.",
    # taken out, replaced, sorted, counted
    "Remove the emoji: Well done 🎉 Ann!": "Well done Ann!",
    "remove all punctuation: Oh, no! It's late.": "Oh no It's late",
    "Remove the numbers from this text: 3 cats and 12 dogs": "cats and dogs",
    'Replace "tea" with "coffee" in: Tea is good. I like tea.': "Coffee is good. I like coffee.",
    "Replace all commas with semicolons: a, b": "a; b",
    "Sort these lines:\nzoo\nant": "ant\nzoo",
    "order these from largest to smallest: 4, 19, 7": "19, 7, 4",
    "Reverse the order of the words: a b c": "c b a",
    'how many times does the word "the" appear in: the cat saw the dog': "2 times",
    "count the words in this text: one two three four": "4 words",
    "Sort into fruits and vegetables: pear, onion": "pear: fruits\nonion: vegetables",
    # groups, and what does not fit
    "put these into categories: hammer, shirt, saw, socks": "- Clothes: shirt, socks\n- Tools: hammer, saw",
    "sort these words into animals, tools and food: saw, goat, rice": "- Animals: goat\n- Tools: saw\n- Food: rice",
    "Which one doesn't belong: apple, banana, carrot, grape?": '"carrot" does not fit',
    "Which word is different? eagle, sparrow, bat, owl": '"bat" does not fit: the others are birds.',
    "which of these is not a fruit: pear, carrot, plum": "carrot",
    "put these in order of time: lunch, breakfast, dinner": "breakfast, lunch, dinner",
    "Sort these names by last name: Ann Miller, Bob Adams": "Bob Adams, Ann Miller",
    # tables and mails
    "Make a table out of this: Ola is 30 and lives in Oslo, Tom is 25 and lives in Paris": "| Ola | 30 | Oslo |",
    "Turn this into JSON: name: Jo Smith, age 42, city: Boston": '"age": 42',
    "Turn these notes into an email: game moved to friday, room 4, bring shoes": "Hello,\n\nThe game has been moved to Friday. The place is room 4. Please bring shoes.",
    # a summary leaves out, and what is meant the other way round
    'What is the main idea? "Many people think that sharks are dangerous. In fact, sharks kill fewer than ten people a year."': "fewer than ten",
    "Positive or negative: 'Great, another phone that dies after two hours. Just what I needed.'": "Negative",
    'Positive or negative? "The room was clean but the street kept us up and nobody cared."': "Mixed",
    "Is this good or bad? The lamp is lovely although the plug is on the wrong side of it.": "Mixed",
    # tone
    'Make this less rude: "Send me the plan today, I already asked for it."': "Could you please send me the plan today? I have already asked for it.",
    "rewrite this less rude: You are late again, this is unacceptable.": "You were late again. This is difficult for me.",
    # counting and taking out
    "how many letters in the word pepper and how many p": 'There are 6 letters in "pepper". The letter "p" is 3 times',
    "Count the sentences and the words: I came. I saw.": '2 sentences in "I came. I saw.". There are 4 words',
    "get the email addresses out of this: ask bo@x.org or al@y.org": "bo@x.org, al@y.org",
    "Which prices are in this text? The pen is $2, the bag 30 euros.": "Prices: $2, 30 euros",
    "What places are mentioned here: We flew from Madrid to Rome.": "Madrid, Rome",
    # mistakes
    "Correct this: he dont know where is the station": "He doesn't know where the station is.",
    "fix my english: I like very much the city, and two kilo of apple": "I like the city very much, and two kilos of apples.",
    "Find the mistakes: He have two dog.": "He has two dogs.\n\nWhat I changed:\n\n- have → has",
    "fix my english: I am agree with you, yesterday I have went home": "I agree with you. Yesterday I went home.",
    'What is wrong with this sentence: "I have 20 years."': "I am 20 years old.",
    # questions about a text, and what it is
    "The bus leaves at 8. On Sunday it leaves at 10. When does the bus leave on Sunday?": "On Sunday it leaves at 10.",
    "According to this text, why did it close? It closed because the owner retired. He was 70.": "because the owner retired",
    'Which city did she move to? "Ada grew up in Bonn and moved to Oslo."': "moved to Oslo",
    "Which language is this: Der Hund schläft.": "German",
    'Is this spam? "You have won a prize, click here now"': "Yes",
    'Compare these two texts: A: The dog barks. B: The dog sleeps well.': "In both: dog.",
    # fields and lists
    "Extract name, age and city: My friend Aya is 34 years old and moved from Cairo to Toronto.": "City: Toronto",
    "Get me the start date and end date: It runs from 3 March to 28 March.": "Start date: 3 March\nEnd date: 28 March",
    "Return four animals as a JSON list": '["dog", "cat", "elephant", "lion"]',
    "Give me a JSON array of 3 planets": '["Mercury", "Venus", "Earth"]',
    "3 fruits, comma separated": "apple, banana, orange",
    "What should I name my new kitten? He is black": "Some names for your new kitten",
}  # fmt: skip
LABELED = [
    ("Classify the sentiment of the user's text. Reply with one word only: positive, negative or mixed.", "The cake was amazing but we waited an hour", "mixed"),
    ("Reply only with POSITIVE, NEGATIVE or NEUTRAL.", "What a lovely garden", "POSITIVE"),
    ("You are a classifier. Labels: sports, politics, food. Reply with the label only.", "The goalkeeper saved a penalty", "sports"),
    ("Is the message spam? Answer yes or no.", "Congratulations, you won! Click here now", "yes"),
    ("Is the message spam? Answer yes or no.", "Lunch at one?", "no"),
    ("Detect the language of the message and answer with its name only.", "Je voudrais un café", "French"),
]  # fmt: skip
NOT_CAUGHT = {
    "what is the odd one out?": "stand-in",
    "Make a table of the planets: Mars and Venus": "stand-in",
    "write a python function that checks if a number is prime": "def ",
    "how do i sort a list in python": "sort",
    "What is the capital of Peru? I need it for school.": "Lima",
    "what is wrong with this: NameError: name 'client' is not defined": "client",
    "turn the light off: please": "stand-in",
}
BREAKS = {
    "And its\npopulation?": "And its population?",
    "Who wrote\nHamlet?": "Who wrote Hamlet?",
    "Tell me a joke\nabout cats": "Tell me a joke about cats",
}
KEPT = [
    "Sort these lines:\nzebra\napple",
    "What is Python?\nIs it free?",
    "what does this do\nprint(1)",
    "Translate to French\ngood morning",
    "roses are red\nviolets are blue",
    "What do I need?\n- flour\n- eggs",
    "write it like this:\none\n\ntwo",
]


@pytest.mark.parametrize("prompt", DONE)
def test_it_is_done_with_the_text(prompt):
    assert DONE[prompt] in last(prompt)


def test_a_text_that_was_sent_alone_is_worked_on_a_turn_later():
    talk = [
        {"role": "user", "content": STORY},
        {"role": "assistant", "content": last(STORY)},
        {"role": "user", "content": "Summarize it, please"},
    ]
    assert (
        "the town bought it"
        in offline.client()
        .responses.create(model="gpt-6-luna", input=talk, temperature=0, reasoning={"effort": "none"})
        .output_text
    )


def test_a_summary_is_never_the_whole_text():
    said = last(f"Summarize in one sentence: {POOL}")
    assert len(said.split()) < len(POOL.split()) / 2


@pytest.mark.parametrize(("told", "message", "label"), LABELED)
def test_a_message_gets_its_label_and_nothing_else(told, message, label):
    assert last(message, told=told) == label


def test_a_label_has_its_reason_and_may_be_json():
    assert last("The server is down!", told="Classify messages as urgent or not urgent and give a short reason.").startswith(
        "urgent. "
    )
    told = "Classify as question, complaint or praise. Return only JSON with the key label."
    assert json.loads(last("This is unacceptable, the worst shop", told=told)) == {"label": "complaint"}


def test_where_no_label_fits_it_is_said_and_the_talk_does_not_wander_off():
    said = last("hello", told="Label each message as red, green or blue.")
    assert said == "I am the offline stand-in, and I cannot tell which of the labels fits: red, green, blue."


def test_somebody_invented_has_the_keys_that_are_wanted():
    said = json.loads(last("Give me only JSON for a fictional customer with name, email and city"))
    assert list(said) == ["name", "email", "city"]
    assert "@example." in said["email"]


@pytest.mark.parametrize("prompt", NOT_CAUGHT)
def test_other_requests_are_not_caught(prompt):
    assert sent.answer(prompt) is None
    assert NOT_CAUGHT[prompt] in last(prompt)


@pytest.mark.parametrize("prompt", BREAKS)
def test_a_line_break_in_a_sentence_is_a_space(prompt):
    assert line_breaks.joined(prompt) == BREAKS[prompt]


@pytest.mark.parametrize("prompt", KEPT)
def test_lists_code_and_texts_keep_their_lines(prompt):
    assert line_breaks.joined(prompt) == prompt


def test_what_is_asked_over_two_lines_is_one_question():
    said = last("What's the capital of Peru?\nAnd its\npopulation?")
    assert "Lima" in said
    assert "Which place" not in said


def test_a_wish_that_is_not_carried_out_is_named():
    assert '"in German"' in last(f"Summarize in German: {STORY}")
