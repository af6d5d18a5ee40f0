"""The appendix: answers that are right, and answers that are wrong."""

import re

import checks.stand_in
from utils import DEFAULT_MODEL

MODERN = {"model": DEFAULT_MODEL, "input": "Name a fruit.", "max_output_tokens": 20, "temperature": 0.9}
WITHOUT_THINKING = MODERN | {"reasoning": {"effort": "none"}}
FRUIT = {"role": "user", "content": "Name a fruit."}
FRUIT_IN_PARTS = {"role": "user", "content": [{"type": "input_text", "text": "Name a fruit."}]}
NAMES = {"openai.Completion": "client.responses", "engine": "model", "prompt": "input", "max_tokens": "max_output_tokens"}


def asks_anew(completion):
    messages = [{"role": "user", "content": "What is an API?"}]
    asked = checks.stand_in.client().chat.completions.create(model=DEFAULT_MODEL, messages=messages)
    return asked.choices[0].message.content


def modernize(line):
    line = line.replace("openai.Completion.create", "client.responses.create")
    line = re.sub(r'engine="[^"]*"', "model=DEFAULT_MODEL", line)
    return line.replace("prompt=", "input=").replace("max_tokens=", "max_output_tokens=")


def by_a_table(line):
    for old, new in NAMES.items():
        line = line.replace(old, new)
    return re.sub('"text-davinci-00[0-9]"', "DEFAULT_MODEL", line)


def by_splitting(line):
    _, *rest = line.split(",")
    return (
        ",".join(["client.responses.create(model=DEFAULT_MODEL", *rest])
        .replace("prompt", "input")
        .replace("max_t", "max_output_t")
    )


def names_only(line):
    return modernize(line).replace("model=DEFAULT_MODEL", 'model="text-davinci-003"')


RIGHT = [
    ("A.1", WITHOUT_THINKING),
    ("A.1", MODERN | {"model": "gpt-4.1"}),
    ("A.1", WITHOUT_THINKING | {"input": [FRUIT]}),
    ("A.1", WITHOUT_THINKING | {"input": [FRUIT_IN_PARTS]}),
    ("A.1", WITHOUT_THINKING | {"input": "Name a fruit. ", "store": False}),
    ("A.2", lambda completion: completion.choices[0].message.content),
    ("A.2", lambda completion: completion.model_dump()["choices"][0]["message"]["content"]),
    ("A.2", lambda completion: "".join(choice.message.content for choice in completion.choices)),
    ("A.2", lambda completion: completion.choices[-1].message.content.strip()),
    ("A.3", modernize),
    ("A.3", by_a_table),
    ("A.3", by_splitting),
    ("A.3", lambda line: f"  {modernize(line)}\n"),
]

WRONG = [
    ("A.1", {"engine": "x"}, '"engine" is the old name; today it is "model"'),
    ("A.1", {"model": DEFAULT_MODEL, "prompt": "Name a fruit."}, '"prompt" is the old name; today it is "input"'),
    ("A.1", {"model": DEFAULT_MODEL, "messages": [FRUIT]}, '"messages" is the old name; today it is "input"'),
    ("A.1", WITHOUT_THINKING | {"max_tokens": 20}, '"max_tokens" is the old name'),
    ("A.1", WITHOUT_THINKING | {"temperature": 0.5}, '"temperature" should be 0.9, and it is 0.5'),
    ("A.1", {"model": DEFAULT_MODEL, "input": "Name a fruit."}, '"max_output_tokens" is missing'),
    ("A.1", WITHOUT_THINKING | {"input": "Name a tree."}, "should ask 'Name a fruit.', and it is 'Name a tree.'"),
    ("A.1", WITHOUT_THINKING | {"input": [FRUIT, FRUIT]}, "should ask 'Name a fruit.', and it is [{"),
    ("A.1", MODERN, "would refuse"),
    ("A.1", MODERN | {"model": "gpt-2023"}, "would refuse"),
    ("A.1", WITHOUT_THINKING | {"stop": None, "n": 1}, "would refuse"),
    ("A.1", "client.responses.create()", "request should be a dictionary"),
    ("A.2", lambda completion: completion["choices"], "your code raised TypeError"),
    ("A.2", lambda completion: completion.choices[0].text, "your code raised AttributeError"),
    ("A.2", lambda completion: completion.output_text, "your code raised AttributeError"),
    ("A.2", lambda completion: completion.choices[0].message, "chat_text(...) should be a text"),
    ("A.2", lambda completion: "x", "and it returns 'x'. Does it use its argument?"),
    ("A.2", asks_anew, "Does it use its argument?"),
    ("A.2", lambda completion: print(completion), "Did you print the result"),
    ("A.3", lambda line: line, "It should call client.responses.create."),
    ("A.3", lambda line: line.replace("openai.Completion", "client.responses"), "engine should have become model"),
    ("A.3", lambda line: modernize(line).replace("input=", "prompt="), "prompt should have become input"),
    ("A.3", names_only, "The model should be DEFAULT_MODEL"),
    ("A.3", lambda line: modernize(line).removesuffix(")"), "That is no Python"),
    (
        "A.3",
        lambda line: modernize('openai.Completion.create(engine="x", prompt="Name a fruit.", max_tokens=20)'),
        "input should be 'Tell me a joke.'",
    ),
    (
        "A.3",
        lambda line: (
            line.replace(line[: line.index("prompt")], "client.responses.create(")
            .replace("prompt", "input")
            .replace("max_t", "max_output_t")
        ),
        "model is missing",
    ),
    ("A.3", lambda line: print(line), "Did you print the result"),
]
