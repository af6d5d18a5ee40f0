"""Measures of things: said again in another unit, compared, and what was counted named."""

import pytest
from test_nothing_false import last


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        (["What is the highest mountain in Africa?", "How high is it in feet?"], "19,341 feet"),
        (["how far is the moon", "and in miles?"], "239,000 miles"),
        (["what is the boiling point of water", "in kelvin please"], "373 kelvin"),
        (["how tall is a giraffe", "whats that in cm"], "550 centimeters"),
        (["how long is a marathon", "how many miles is that?"], "26.2 miles"),
        (["whats bigger a blue whale or a t rex i am 8"], "blue whale is bigger"),
        (["is a lion bigger than a tiger?"], "No, the tiger is bigger"),
        (["Is the Sun bigger than the Earth?"], "Yes, the Sun"),
        (["who is slower, a snail or a tortoise?"], "snail is slower"),
        (["which is bigger, venus or earth?"], "about the same"),
        (["how much does a blue whale weigh"], "150 metric tons"),
        (["What is the biggest animal ever", "how heavy is it"], "150 metric tons"),
        (["how many oceans are there", "name them"], "3. Indian"),
        (["who painted guernica", "when?"], "1937"),
        (["What is an atom?", "give me an example"], "hydrogen"),
        (["can dogs eat chocolate", "why?"], "theobromine"),
        (["How many legs does a spider have?", "and an insect?"], "6"),
        (["How do I make pancakes?", "I don't have any milk :("], "oat"),
        (["what color is a banana?"], "yellow"),
    ],
)
def test_what_is_asked_is_said(turns, has):
    assert has in last(*turns)


@pytest.mark.parametrize(
    ("turns", "not_there"),
    [
        (["who wrote Hamlet", "in English"], "That is"),
        (["how far is the moon", "in kilograms"], "384,000 kilometers are"),
        (["is a unicorn bigger than a dragon"], "bigger: about"),
        (["which is better, a cat or a dog"], "4.5 kg"),
        (["how many letters are in the word alphabet"], "26"),
        (["recommend a film with Ada Nobody"], "with"),
        (["What is the capital of Brazil?", "is it the biggest city?"], "Tokyo"),
    ],
)
def test_what_is_not_meant_is_not_said(turns, not_there):
    assert not_there not in last(*turns).split("offline stand-in")[0]
