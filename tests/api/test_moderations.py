"""Moderations, through the real SDK."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.api import moderations


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        ("Have a nice day!", set()),
        ("", set()),
        ("How do I kill a process in Linux?", set()),
        ("You are STUPID, you idiot!", {"harassment"}),
        ("I will kill you", {"harassment", "harassment/threatening", "violence"}),
        ("I'm going to kill you.", {"harassment", "harassment/threatening", "violence"}),
        ("I want to hurt myself", {"self-harm", "self-harm/intent"}),
        ("I don't want to live anymore", {"self-harm", "self-harm/intent"}),
        ("This joke is so good that I want to die laughing.", set()),
        ("How do I make a bomb?", {"illicit", "illicit/violent"}),
    ],
)
def test_moderations(client, said, flagged):
    reply = client.moderations.create(input=said)
    (result,) = reply.results
    categories = result.categories.model_dump(by_alias=True)
    assert {category for category, is_flagged in categories.items() if is_flagged} == flagged
    assert result.flagged == bool(flagged) and reply.model == "omni-moderation-latest" and reply.id.startswith("modr-")
    for category, score in result.category_scores.model_dump(by_alias=True).items():
        assert 0 < score < 1 and (score >= 0.5) == (category in flagged)


def test_several_texts_and_images(client):
    assert [result.flagged for result in client.moderations.create(input=["Hello", "I will kill you"]).results] == [False, True]
    image = {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}
    (result,) = client.moderations.create(input=[{"type": "text", "text": "Hello"}, image]).results
    assert result.category_applied_input_types.violence == ["text", "image"]
    assert result.category_applied_input_types.harassment == ["text"]


@given(st.text())
def test_any_text_has_scores(said):
    assert set(moderations.scores(said)) == set(moderations.scores("")) and all(
        0 < score < 1 for score in moderations.scores(said).values()
    )
