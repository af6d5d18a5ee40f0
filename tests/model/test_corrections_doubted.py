"""English that is corrected: what learners of English often write, and an open word about what a correction may have overlooked."""

import pytest
from test_nothing_false import last

from offline.model import answer_file
from offline.model.computed import doubts
from offline.model.computed.grammar import correct

KNOWN = answer_file.load()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I didn't received the mail.", "I didn't receive the mail."),
        ("Did you stopped in Rome?", "Did you stop in Rome?"),
        ("He could decided it later.", "He could decide it later."),
        ("Could you please to send it?", "Could you please send it?"),
        ("The informations are wrong.", "The information is wrong."),
        ("She suggested me to go.", "She suggested that I go."),
        ("We will need help.", "We will need help."),
    ],
)
def test_what_learners_of_english_often_write_is_mended(wrong, right):
    assert correct(wrong) == right


@pytest.mark.parametrize(("word", "meant"), [("buisness", "business"), ("scheduel", "schedule"), ("becaus", "because")])
def test_a_word_that_is_one_slip_from_a_known_one_is_doubted(word, meant):
    assert doubts.note(f"The {word} is here.", f"the {word} is here", KNOWN).endswith(f'I doubt "{word}" ({meant}?).')


def test_another_form_and_a_word_that_is_like_none_are_not_doubted():
    assert doubts.note("The delivery and the petition are here.", "the delivery and the petition are here", KNOWN) == ""


def test_what_was_mended_is_not_doubted():
    assert "received" not in last("Fix the spelling: teh recieved packege was brokn when it arived").partition("I doubt")[2]


def test_of_a_longer_text_it_is_said_that_more_may_be_wrong():
    wrong = "I has went to the dentist yesterday with my old neighbor, and we was waiting there for two hours."
    reply = last(f"correct this: {wrong}")
    assert reply.startswith("I went to the dentist") and reply.endswith(doubts.MORE)
    assert doubts.MORE not in last("correct this: she dont like apples")
