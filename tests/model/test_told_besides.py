"""What is told in further sentences ends what the sentence before it is about: a slot of a text never gets it."""

import pytest

import offline


def said(*turns: str) -> str:
    """Return the last reply of a talk."""
    kept = []
    for turn in turns:
        kept.append({"role": "user", "content": turn})
        reply = offline.client().responses.create(
            model="gpt-6-luna", input=kept, temperature=0, reasoning={"effort": "none"}
        ).output_text  # fmt: skip
        kept.append({"role": "assistant", "content": reply})
    return reply


@pytest.mark.parametrize(
    ("asked", "there", "never"),
    [
        ("Email my landlord that the heating is broken and asking when he can come. Firm but polite. My name is Ida Berg, flat 7.",
         "ask you when you can come.|Ida Berg\nFlat 7", "asking when|Firm|My name"),
        ("Write a letter to my landlord saying the sink leaks. Nothing too formal please. I'm Maria.", "\nMaria", "formal|I'm Maria"),
        ("text my boss that I'll be late. keep it short. my name is leo", "\nLeo", "keep it|my name"),
        ("Write an email to my teacher that I was ill. Not too long. Sign it Ben.", "\nBen", "Sign it|too long"),
        ("Write an email to my boss asking for a day off on Friday and telling him that I am moving.", "I am moving.", "and telling"),
    ],
)  # fmt: skip
def test_a_letter_is_signed_and_has_no_wish_in_it(asked, there, never):
    text = said(asked)
    assert all(one in text for one in there.split("|"))
    assert not any(one in text for one in never.split("|"))


def test_what_somebody_is_remains_a_fact():
    text = said("Write an email to my landlord that the window is broken. I am Polish and speak little English.")
    assert "I am Polish and speak little English." in text and "[Your name]" in text


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Write a bedtime story about a little owl that is afraid of the rain. My daughter is 3, her name is Lotte", "Lotte"),
        ("tell me a story about a goat who can't jump, my son is 5 and he is called Finn", "Finn"),
        ("A story about a hedgehog for my niece. She is 4. Her name is Ada. Thanks", "Ada"),
        ("Write a tale for my girl. she is 5 and her name is Ida. it is about a hedgehog who is afraid of water", "Ida"),
    ],
)
def test_a_story_is_for_the_child_that_is_named(asked, name):
    text = said(asked)
    assert text.endswith(f"Good night, {name}. Sleep well.")
    assert not any(one in text for one in ("my son", "y daughter", "my girl", "name is", "is 3", "is called", "niece"))


def test_without_a_child_the_name_is_the_hero_s():
    text = said("Write a story about a dog who wants to fly. His name is Rex.")
    assert text.startswith("Once there was a dog called Rex") and "Good night" not in text


def test_what_a_story_cannot_have_in_it_is_named():
    text = said("A story about a snail that wants to win a race. The snail should meet a frog.")
    assert text.endswith('could not follow: "The snail should meet a frog"') and text.count("frog") == 1


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("i worked 3 years in a hotel front desk, speak english and polish", "I worked for 3 years at a hotel front desk. I speak English and Polish."),
        ("I worked 2 years in the checkout, speak spanish, polish and some german", "Polish and some German."),
        ("I like to polish and paint", "I like to polish and paint."),
    ],
)  # fmt: skip
def test_an_application_is_in_whole_sentences(told, right):
    assert right in said(f"cover letter for a job as receptionist, {told}")


def test_a_later_name_signs():
    assert "\nOliver" in said("Write an email to my landlord that the tap drips.", "my name is Oliver")


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("Write a product description for a wooden spoon. Friendly but firm.", "Friendly"),
        ("Write a toast for my friend's birthday. His name is Karl. Funny but not rude.", "To my friend"),
        ("Write a happy birthday message for my mum. She turns 60. Her name is Anna. Warm tone", "Neutral"),
        ("Write an instagram post about my trip to Rome. Make it short. I was there with my wife.", "trip to short"),
    ],
)
def test_other_texts_are_not_led_astray_either(asked, never):
    assert never not in said(asked) and "I have no answer" not in said(asked)
