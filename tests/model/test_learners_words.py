"""What people type in their own words: what is computed answers it, or says that it does not know; never something false.

The prompts are in prompts/computed/, one file a kind. A turn is asked at temperature 0. Where a reply lacks
what a true one has, it is a *miss* if it says that it is the offline stand-in, and *false* otherwise.
"""

import json
import random
import re
from pathlib import Path

import pytest
import yaml

import offline
from offline.model import answer_file, sampling, speak
from offline.tables import read_table

FOLDER = Path(__file__).parent / "prompts" / "computed"
KINDS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
LEAST = 0.9
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")


def reply(messages: list[dict]) -> str:
    ((_, (part,)),) = speak.plan(speak.Asked(messages), answer_file.load())
    return "".join(choice.token for choice in sampling.write(part.ways, temperature=0, rng=random.Random(0)))


def cases(kind: str) -> list[dict]:
    """Return the cases of a kind: a mapping of prompts is short for a list of cases."""
    given = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8"))
    return [{"says": [prompt], "has": has} for prompt, has in given.items()] if isinstance(given, dict) else given


def talk(case: dict) -> list[str]:
    """Have the conversation of a case, and return the stand-in's replies."""
    messages, replies = [], []
    if "instructions" in case:
        messages.append({"role": "system", "content": case["instructions"]})
    for said in case["says"]:
        role, text = next(iter(said.items())) if isinstance(said, dict) else ("user", str(said))
        messages.append({"role": role, "content": str(text)})
        invented = isinstance(said, dict) and case["says"][-1] is not said
        if role == "user" and not invented:
            replies.append(reply(messages))
            messages.append({"role": "assistant", "content": replies[-1]})
    return replies


def has(text: str, wanted: str) -> bool:
    """Return whether a text has what is wanted: "a & b" both, "a | b" one of them; "|" alone is a bar."""
    folded = text.casefold()
    if wanted.strip() == "|":
        return "|" in text
    return any(all(part.strip().casefold() in folded for part in option.split("&")) for option in wanted.split("|"))


def wrong(case: dict, replies: list[str]) -> str | None:
    """Return what is wrong with the last reply, or None."""
    text = replies[-1]
    body = text.partition("\n\nThe offline stand-in could not follow")[0]
    checks = {
        "has": lambda: has(text, str(case["has"])),
        "lacks": lambda: not any(part.strip() in text for part in case["lacks"].split("|")),
        "is": lambda: text == case["is"],
        "starts": lambda: text.startswith(case["starts"]),
        "ends": lambda: text.endswith(case["ends"]),
        "words": lambda: len(body.split()) <= case["words"],
        "sentences": lambda: len(re.findall(r"[.!?](?=\s|\Z)", body)) == case["sentences"],
        "json": lambda: isinstance(json.loads(text), dict),
        "emoji": lambda: bool(EMOJI.search(text)),
        "differs": lambda: len(set(replies)) == len(replies),
        "shorter": lambda: len(replies[-1]) < len(replies[-2]),
    }
    return next((name for name, check in checks.items() if name in case and not check()), None)


@pytest.mark.parametrize("kind", KINDS)
def test_most_get_a_true_answer_and_none_a_false_one(kind):
    missed, false = [], []
    for case in cases(kind):
        replies = talk(case)
        if problem := wrong(case, replies):
            line = f"{case.get('instructions', '')!r} {case['says']} -> {replies[-1]!r} ({problem}: {case[problem]})"
            (missed if "I am the offline stand-in" in replies[-1] else false).append(line)
    count = len(cases(kind))
    rate = 1 - (len(missed) + len(false)) / count
    print(f"{kind:<14} {count:>3} prompts, {rate:.0%} answered")
    assert not false, "\n".join(["false:", *false])
    assert rate >= LEAST, "\n".join(["missed:", *missed])


EXAMPLES = [(kind, prompt) for kind, prompts in offline.examples().items() for prompt in prompts]
SUGGESTIONS = [prompt for prompts in read_table("suggestions.yaml").values() for prompt in prompts]


@pytest.mark.parametrize(("kind", "prompt"), EXAMPLES, ids=[prompt[:40] for _, prompt in EXAMPLES])
def test_every_example_works(kind, prompt):
    text = reply([{"role": "user", "content": prompt}])
    assert "I am the offline stand-in" not in text and "could not follow" not in text


@pytest.mark.parametrize(
    "prompt", ["zorblax?", "which river is the longest in Narnia", "", "???", "what is the capital of Wakanda"]
)
def test_what_is_unknown_is_said_to_be_so_with_three_prompts_that_work(prompt):
    (_, (part,)) = speak.plan(speak.Asked([{"role": "user", "content": prompt}]), answer_file.load())[0]
    text = part.likeliest()
    named = [prompt for prompt in [*(example for _, example in EXAMPLES), *SUGGESTIONS] if f'"{prompt}"' in text]
    assert "offline stand-in" in text and "API key" in text and len(named) == 3
    assert part.guarded, "it must not be garbled"


@pytest.mark.parametrize(
    "prompt", ["Suggest a name for a small coffee shop.", "What is photosynthesis?", "capital of Kyrgyzstan"]
)
def test_at_high_temperature_whole_words_slip_in(prompt):
    (_, (part,)) = speak.plan(speak.Asked([{"role": "user", "content": prompt}]), answer_file.load())[0]
    said = {
        word.strip() for choices in part.ways for slot in choices[1] for _, tokens in slot for word in "".join(tokens).split()
    }
    said |= {word for slip in sampling.SLIPS for word in slip.split()} | {"".join(sampling.SLIPS)}
    for seed in range(60):
        hot = "".join(choice.token for choice in sampling.write(part.ways, temperature=2, rng=random.Random(seed)))
        odd = [word for word in re.findall(r"\w+", hot) if not any(word in known for known in said)]
        assert not odd, hot


def test_what_is_not_asked_for_in_a_known_way_is_never_ignored():
    """Orders that no table has are named, whoever words them."""
    for order in (
        "Juggle while you answer.",
        "Answer in iambic pentameter.",
        "Wear a hat.",
        "Use three metaphors.",
        "Cite your sources.",
    ):
        messages = [{"role": "system", "content": order}, {"role": "user", "content": "capital of Chile"}]
        assert f'could not follow: "{order.rstrip(".")}"' in reply(messages), order
