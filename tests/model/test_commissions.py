"""Texts that are commissioned with details and changed by later messages: all that was told is in them, in good English, and nothing of what was only ordered."""

import pytest
from test_nothing_false import last

from offline.model.commissions import clauses, reading


@pytest.mark.parametrize(
    ("piece", "clause"),
    [
        ("i cant come in tomorrow", "I can't come in tomorrow"),
        ("speak Danish and Finnish", "I speak Danish and Finnish"),
        ("member number 771", "my member number is 771"),
        ("my flight from Oslo to Rome on 7 May was cancelled", "my flight from Oslo to Rome on 7 May was cancelled"),
        ("heating broken", "the heating is broken"),
        ("last day 31 May", "my last day will be 31 May"),
        ("I want a refund", "I would like a refund"),
        ("best project about wind turbines", None),
        ("a bowl", None),
        ("make it short", None),
    ],
)
def test_what_was_told_becomes_a_clause_or_nothing(piece, clause):
    assert clauses.told(piece) == clause


@pytest.mark.parametrize(
    ("fact", "yours"),
    [
        ("his dog barks all night", "your dog barks all night"),
        ("he has not paid", "you have not paid"),
        ("he fixes everything and never complains", "you fix everything and never complain"),
        ("my daughter is ill and she stays at home", "my daughter is ill and she stays at home"),
    ],
)
def test_what_is_told_of_the_reader_is_told_to_the_reader(fact, yours):
    assert clauses.to_reader(fact) == yours


@pytest.mark.parametrize(
    ("says", "there", "never"),
    [
        (["write a mail to my boss that i cant come on monday because my son has a cold, my name is Rita"], "I can't come on Monday because my son has a cold.|\nRita", "[Your name]"),
        (["pls write text to my neighbor her car blocks my garage, friendly!! dont mention the tree", "sign it as Paul"], "Your car blocks my garage.|\nPaul", "tree|friendly"),
        (["I'd like to resign from my job as a cook at the Ritz, last day 30 June. Please write the letter. My name is Ann Lee."], "I hereby resign from my job as a cook at the Ritz.|30 June|Ann Lee", "I'd like to"),
        (["my landlord keeps my deposit of 700 euros. write him a letter, set a deadline of ten days. im Omar Aziz", "more formal"], "You keep my deposit of 700 euros.|within ten days|Yours sincerely\nOmar Aziz", "My landlord|set a"),
        (["i want to say sorry to my friend jo because i missed her concert"], "Hi Jo,|I missed your concert.", "her"),
        (["Email to a colleague: can you feed my cat on Sunday? I feed yours in May. Cheers Tim"], "Can you feed my cat on Sunday?|\nTim", "I can you"),
        (["Write a recommendation letter for my former student Mia Holt, she was in my class for two years, hard working. Signed Dr. Eva Kern"], "I am glad to recommend Mia Holt. Mia Holt was in my class for two years. She is hard-working.|Dr. Eva Kern", "Dear Holt|You were"),
        (["Write a complaint to a hotel. The shower was cold. Name: Ben Ross", "add that nobody answered the phone", "leave out the shower"], "Nobody answered the phone.|Ben Ross", "shower|add that"),
        (["Invitation to my 30th birthday, Friday 2 May, 7 pm, in our yard, please bring cake. Regards, Ida"], "invite you to my 30th birthday!|on Friday 2 May, at 7 pm, in our yard.|Please bring cake.|\nIda", "Sir or Madam"),
        (["Write a letter to the teacher of my son Jan. He was absent on Monday because of a cough. Greetings Ute Beck"], "My son Jan was absent on Monday|\nUte Beck", "You were|Greetings"),
        (["out of office, i am away from 3 to 9 may, urgent things go to Ali (ali@shop.org)", "a bit funny"], "from 3 to 9 May|Ali (ali@shop.org)|ice cream", "Left out"),
        (["Toast for my sister Ines's wedding. She met Jo on a ferry. Max 6 sentences.", "make it funnier", "leave out the ferry"], "To the happy couple!|You are right", "ferry|Max 6|funnier"),
        (["bedtime story for my son Kai (5), he loves trains", "now one where a bear comes too"], "Kai loved trains|Suddenly a bear came|asleep", "my son"),
        (["short bio: I'm Nora, 41, teacher from Kiel, two dogs, play chess. third person", "now in first person"], "I am Nora. I am a 41-year-old teacher from Kiel. I have two dogs and play chess.", "third|Nora is"),
        (["poem for my wife Eva, we met in Prague, she sings in the car", "shorter, 4 lines"], "We met in Prague.\nYou sing in the car.", "Eva, we"),
    ],
)  # fmt: skip
def test_a_commission_is_written_and_changed(says, there, never):
    said = last(*says)
    assert all(part in said for part in there.split("|")), said
    assert not any(part in said for part in never.split("|")), said


def test_what_cannot_be_put_into_english_is_named():
    assert 'Left out, as I could not put it into good English: "best project about bees"' in last(
        "Write a recommendation letter for my student Lea Roth, she was in my class, best project about bees."
    )


def test_a_change_that_cannot_be_made_is_named():
    assert 'could not follow: "make it rhyme"' in last(
        "Invitation to my 30th birthday, Friday 2 May. Regards, Ida", "make it rhyme"
    )


@pytest.mark.parametrize(
    "text",
    [
        "How many letters are in the word banana?",
        "write a function that sends a mail",
        "Who wrote the letter?",
        "tell me a joke",
        "What is an email?",
        "Summarize: I wrote a letter to my boss. He was glad.",
        "I got a letter from my bank today",
        "part of speech of run",
        "how do you write a cover letter",
    ],
)
def test_what_commissions_nothing_is_left_alone(text):
    assert reading.read([text]) is None


def test_another_topic_ends_a_commission():
    assert reading.read(["write a mail to my boss that I am ill", "What is the capital of Peru?"]) is None
