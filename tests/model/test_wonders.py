"""What people wonder about: machines, nature, body, animals, history, famous people, and what they ask next."""

import pytest
from talks import talk
from test_nothing_false import last, no_answer


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("hi, my daughter wants to know why the sky gets dark at night", "turned away"),
        ("My husband keeps asking how a heat pump works in winter", "fridge"),
        ("I heard that sharks die when they stop swimming. Is that true?", "gills"),
        ("my friend says elephants never forget, true?", "water holes"),
        ("who was Hedy Lamarr", "torpedoes"),
        ("Who was Cleopatra and why is she famous?", "Mark Antony"),
        ("how did Mozart die", "fever"),
        ("what killed Marie Curie?", "radiation"),
        ("where does The Night Watch hang?", "Rijksmuseum"),
        ("who invented wifi and when", "1997"),
        ("who invented the clock", "Huygens"),
        ("what is the economy?", "wages"),
        ("why do we have leap seconds and time zones", "Greenwich"),
        ("why are car tires black", "carbon black"),
        ("what would happen if the earth stopped spinning?", "1,670"),
        ("how do giraffes sleep?", "standing"),
        ("who is Stephen King", "horror"),
        ("who was Dr. Seuss?", "children's books"),
        ("how do trains work?", "rails"),
        ("why are flamingos pink, is it paint?", "shrimp"),
        ("what is photosyntesis", "light"),
        ("Who was Beethoven and was he really deaf?", "deaf"),
        ("What is the heart for and why does it beat faster when I am scared?", "adrenaline"),
        ("What is the tallest mountain in Africa and can a normal person climb it?", "without ropes"),
        ("is a tomato a fruit or a vegetable, and does it matter?", "taxed"),
    ],
)
def test_what_is_wondered_about_is_told(prompt, said):
    assert any(one in last(prompt) for one in said.split("|"))


@pytest.mark.parametrize(
    ("turns", "there"),
    [
        (["Who painted Guernica?", "Where can I see it?"], "Madrid"),
        (["how do bees make honey", "do they get angry when you take it?"], "smoke"),
        (["When did the Titanic sink?", "how many people died"], "1,500"),
        (["how do birds fly", "why can't penguins?"], "fins"),
        (["who was Ada Lovelace", "when was she born"], "1815"),
        (["who was Martin Luther King", "when did he die"], "1968"),
        (["who was Einstein", "how did he die?"], "artery"),
        (["How big is the sun?", "and how hot is it?"], "°C"),
        (["who invented the light bulb", "when was that?"], "1879"),
        (["how do vaccines work", "can they make you sick?"], "weakened"),
        (["what is climate change", "what can I do about it?"], "coal"),
        (["do sharks sleep", "are they dangerous?"], "Hardly"),
    ],
)
def test_what_is_asked_next_is_told(turns, there):
    assert there in talk(*turns)[-1]


@pytest.mark.parametrize(
    ("prompt", "gone"),
    [
        ("do whales sleep", "Get up at the same time"),
        ("why do bees sting", "Muhammad Ali"),
        ("why do teenagers sleep so late", "Get up at the same time"),
        ("how many species are there", "plural"),
        ("who wrote Harry Potter and how many are there?", "welcome"),
        ("what is a hurricane and how does it form", "Take one small step back"),
        ("what can I see there", "What next"),
        ("who is the king", "horror"),
        ("list all birds", "warm-blooded"),
        ("can a normal person climb the tallest mountain", "Wadlow"),
        ("plan a trip to Atlantis", "Plato"),
        ("why is fast food bad for you", "eight hours"),
    ],
)
def test_what_only_shares_a_word_is_not_told(prompt, gone):
    assert gone not in last(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "why are tomatoes zorby",
        "who invented the telegraphone",
        "what killed the zorb",
        "how does a zorbing machine work",
        "why do zorbs hate mirrors",
    ],
)
def test_what_is_near_is_not_told(prompt):
    assert no_answer(last(prompt))
