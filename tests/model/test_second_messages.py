"""The second message of a talk, in the words in which people say it: shorter, another one, without, instead, in another mood, a detail that is put right."""

import pytest
from talks import talk

from offline.model.computed import corrections, reworded

SAID = ({"role": "user", "content": "what is DNA"}, {"role": "assistant", "content": "DNA is a molecule."})


@pytest.mark.parametrize(
    ("turns", "there"),
    [
        (["why is the sky blue", "one sentence only pls"], "; the air scatters"),
        (["What is an API?", "in one sentence, for my boss"], "one program to ask another"),
        (["What is inflation?", "simpler please, I don't get it"], "ice cream"),
        (["What is climate change?", "my daughter is 7, how do I tell her?"], "blanket"),
        (["how does photosynthesis work", "too long"], "light"),
        (["tell me a joke", "that wasn't funny. another one please"], "10 kinds"),
        (["Suggest a name for my bakery", "I don't like it, another one"], "Early Crumb"),
        (["Suggest a name for my bakery", "three more"], "3. "),
        (["Give me five ideas for a weekend with kids", "give me 3 more"], "8. "),
        (["Tell me an interesting fact", "wow really? one more"], "Did you know"),
        (["Recommend me a book", "I've read that already, something else?"], "by"),
        (["Give me a recipe for lentil soup", "ok but i have no carrots, what else can i put in"], "without carrot"),
        (["recipe for potato salad", "as a shopping list please"], "- 1 kg waxy potatoes"),
        (["When did the Titanic sink?", "No, I think it was in 1921. Are you sure?"], "1912"),
        (["what is the population of iceland", "and how does that compare to malta?"], "more people"),
        (["How do you say \"good night\" in Italian?", "and goodbye?"], "arrivederci"),
        (["How much is 20% of 150?", "and what is left?"], "120"),
        (["Who painted Guernica?", "where can I see it?"], "Reina Sofía"),
        (["Who wrote Hamlet?", "When did he live?"], "1616"),
        (["Who invented the telephone?", "what is 5 plus 5?", "what did I ask first?"], "Who invented the telephone?"),
        (["Should I go to Rome or Oslo in July?", "I don't like hot weather, which one then?"], "take **Oslo**"),
        (["I want to visit either Porto or Seville in May. Which one?", "I like it hot"], "take **Seville**"),
        (["Porto or Seville in May?", "I don't like hot weather"], "as you do not like heat"),
        (["I'm vegetarian", "what should I eat tonight?"], "Mac and cheese"),
        (["Write a two line poem about the sea.", "Now make it sad."], "miss you so"),
        (["Write a poem about my dog Rex.", "Make it sadder, he died last year."], "Rex, I listen"),
        (["tell me a story about a princess for my daughter", "her name is Emma, put her in please"], "princess called Emma"),
        (["write a birthday message for my friend Tom", "and now for my sister Anna"], "Happy birthday, Anna"),
        (["Write a complaint to a hotel about a dirty room", "more polite please"], "in advance"),
    ],
)  # fmt: skip
def test_a_second_message_goes_on_from_the_first(turns, there):
    assert there in talk(*turns)[-1]


@pytest.mark.parametrize(
    ("turns", "there", "gone"),
    [
        (["Write a short invitation to my birthday party on Friday at 6 pm.", "Change it to Saturday at 5 pm."], "on Saturday at 5 pm", "6 pm"),
        (["Invite my neighbors to a barbecue on Sunday", "sorry it's at 4 pm"], "on Sunday at 4 pm", "could not"),
        (["Write a thank you note to my teacher Mrs Miller.", "Sorry, her name is Mrs Brown."], "Mrs. Brown", "Miller"),
        (["Write an email to my teacher that my son is sick", "his name is Leo, add that please"], "son Leo is sick", "Dear Leo"),
        (["Write an out of office reply, I'm away from 3 to 10 August, my colleague Ben Ota can help.", "Sorry, it's until the 12th."], "3 to 12 August", "10"),
        (["Write an out-of-office message, I am away until Friday", "I mean Monday"], "until Monday", "Friday"),
    ],
)  # fmt: skip
def test_a_detail_of_a_text_is_put_right(turns, there, gone):
    said = talk(*turns)[-1]
    assert there in said
    assert gone not in said


@pytest.mark.parametrize(
    "text",
    [
        "what is a sentence", "one sentence about whales", "I don't understand my boss", "I have no idea what to cook",
        "what can I use as a password?", "is it true that cats purr?", "my name is Emma", "compare France and Spain", "I think it is a cat",
    ],
)  # fmt: skip
def test_what_says_something_of_its_own_is_left_as_it_is(text):
    assert reworded.second(text, SAID) == text
    assert reworded.second("one sentence", ()) == "one sentence"


@pytest.mark.parametrize(
    "text", ["it's great", "make it shorter", "he is ill", "change it to a poem", "my name is Tom", "it is on the table"]
)
def test_what_names_no_other_detail_changes_nothing(text):
    assert corrections.changed(text, "Invite my friend to a party on Friday at 6 pm") is None


def test_a_question_behind_a_thank_you_is_not_dropped():
    assert "welcome" not in talk("what's a neural network", "thx, and what is it used for?")[-1]
