"""Messages in a layout of marked fields, as DSPy writes them, are read for what their fields hold."""

import json

import pytest

import offline

MODEL = "gpt-6-luna"
TOLD = """Your input fields are:
1. `question` (str):
Your output fields are:
1. `answer` (str):
All interactions will be structured in the following way, with the appropriate values filled in.

[[ ## question ## ]]
{question}

[[ ## answer ## ]]
{answer}

[[ ## completed ## ]]
In adhering to this structure, your objective is:
        Given the fields `question`, produce the fields `answer`."""
ENDS = (
    "Respond with the corresponding output fields, starting with the field `[[ ## answer ## ]]`, "
    "and then ending with the marker for `[[ ## completed ## ]]`."
)
AS_JSON = "Respond with a JSON object in the following order of fields: `answer`."
ANSWER = {"type": "object", "properties": {"answer": {"type": "string"}}, "required": ["answer"], "additionalProperties": False}


def said(*messages: dict, **form) -> str:
    settings = {"temperature": 0, "reasoning": {"effort": "none"}}
    return offline.client().responses.create(model=MODEL, input=list(messages), **settings, **form).output_text


def asked(question: str, ends: str = ENDS) -> dict:
    return {"role": "user", "content": f"[[ ## question ## ]]\n{question}\n\n{ends}"}


@pytest.mark.parametrize(
    ("question", "answer"), [("What is 17 times 23?", "391"), ("What is the capital of Mongolia?", "Ulaanbaatar")]
)
def test_a_field_holds_the_answer_alone(question, answer):
    reply = said({"role": "system", "content": TOLD}, asked(question))
    assert reply.startswith("[[ ## answer ## ]]\n")
    assert reply.endswith("\n\n[[ ## completed ## ]]")
    assert answer in reply
    assert "could not follow" not in reply


def test_an_earlier_turn_is_read_without_its_marks():
    told = asked("My name is Odalys and I live in Trondheim.")
    reply = {"role": "assistant", "content": "[[ ## answer ## ]]\nNice to meet you!\n\n[[ ## completed ## ]]"}
    assert "Trondheim" in said(told, reply, asked("Where do I live?"))


def test_the_answer_goes_before_what_an_earlier_reply_holds_by_the_same_key():
    form = {"text": {"format": {"type": "json_schema", "name": "answer", "schema": ANSWER, "strict": True}}}
    told = asked("My name is Odalys and I live in Trondheim.", AS_JSON)
    reply = {"role": "assistant", "content": '{"answer": "Nice to meet you!"}'}
    assert "Trondheim" in json.loads(said(told, reply, asked("Where do I live?", AS_JSON), **form))["answer"]


def test_without_marks_nothing_is_laid_out():
    assert "[[" not in said(
        {"role": "user", "content": f"What is 17 times 23?\n\n{ENDS.replace('[[ ## answer ## ]]', 'answer')}"}
    )
