"""A talk with the stand-in, as tests have it."""

import offline


def talk(*turns: str, told: str = "") -> list[str]:
    """Return the replies to some turns of one conversation, under the instructions `told`."""
    kept, replies = [{"role": "developer", "content": told}] if told else [], []
    for turn in turns:
        kept.append({"role": "user", "content": turn})
        request = {"input": kept, "temperature": 0, "reasoning": {"effort": "none"}}
        said = offline.client().responses.create(model="gpt-6-luna", **request).output_text
        kept.append({"role": "assistant", "content": said})
        replies.append(said)
    return replies
