"""Short writing in plain words, and what is said to it next: another form, another mood, a name, fewer items."""

import pytest
from test_nothing_false import last


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (["write a story about a wolf who is afraid of the dark", "give the wolf a name"], "a wolf called Fang"),
        (["tell me a story about a wizard", "call him Merlin"], "wizard called Merlin"),
        (["write a poem about my dog", "as a haiku"], "my dog."),
        (["write a story about a queen", "in rhyme please"], "**A queen**"),
        (["write a story about a mill", "with a happy ending"], "lived happily ever after"),
        (["tell me a story about a horse", "make it sad"], "a horse was at the little station"),
        (["write a story about a cat called Milo", "make it shorter"], "called Milo"),
        (["story about a pirate", "with a girl called Emma"], "a pirate and a girl called Emma"),
        (["5 ideas for a hobby", "make it 2"], "2. "),
        (["a creepy story about an old clock"], "an old clock"),
        (["poem for Anna's birthday", "tell me a fairy tale"], "Once there was"),
        (["a story about Kim and Lee who find a cave"], "Kim and Lee found a cave"),
        (["Plan a Sunday in Lisbon"], "1 day in Lisbon"),
        (["2 ideas for a birthday present for my uncle, he likes fishing"], "For your uncle, who likes fishing"),
        (["3 slogans for a soap made of honey"], "Wash it"),
        (["letter of resignation, short"], "I hereby give notice"),
        (["invitation to my party on Friday, May 3 at 8 pm"], "Friday May 3 at 8 pm"),
        (["a joke for children"], "teddy bear"),
    ],
)
def test_short_writing_has_in_it_what_was_asked_for(turns, wanted):
    assert wanted in last(*turns)


@pytest.mark.parametrize(
    ("turns", "unwanted"),
    [
        (["one-liner to sort a list"], "nobody laugh"),
        (["write a letter to Anna about the picnic", "make it shorter"], "shorter"),
        (["slogan for an ice cream shop"], "Wash it"),
        (["write a story about a fox", "with a happy ending"], "was a happy ending"),
        (["5 ideas for a hobby", "make it 2"], "3. "),
        (["explain gravity", "as a haiku"], "as, and"),
    ],
)
def test_a_change_is_no_topic_and_no_name(turns, unwanted):
    assert unwanted not in last(*turns)


def test_a_long_story_is_longer():
    assert len(last("Tell me a long story about a robot.").split()) > 2 * len(last("Tell me a story about a robot.").split())
