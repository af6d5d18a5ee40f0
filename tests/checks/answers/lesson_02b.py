"""Lesson 2b: answers that are right, and answers that are wrong."""

import openai

from utils import DEFAULT_MODEL, Conversation, generate_text


def few_shot(*pairs, last="The soup was cold.", before=()):
    told = [{"role": "developer", "content": text} for text in before]
    shown = [{"role": role, "content": text} for pair in pairs for role, text in zip(("user", "assistant"), pair, strict=True)]
    return [*told, *shown, {"role": "user", "content": last}]


KIND, LATE, FINE = ("So kind!", "good"), ("We waited an hour.", "bad"), ("A fine cake.", "good")


def in_a_loop(question, cast, client):
    said = {}
    for name, voice in cast.items():
        said[name] = Conversation(voice, client=client).ask(question)
    return said


def with_messages(question, cast, client):
    return {
        name: generate_text([{"role": "developer", "content": voice}, {"role": "user", "content": question}], client=client)
        for name, voice in cast.items()
    }


def with_chat(question, cast, client):
    def ask(voice):
        messages = [{"role": "system", "content": voice}, {"role": "user", "content": question}]
        return client.chat.completions.create(model=DEFAULT_MODEL, messages=messages).choices[0].message.content

    return {name: ask(voice) for name, voice in cast.items()}


def with_instructions(question, cast, client):
    return {name: generate_text(question, instructions=voice, client=client) for name, voice in cast.items()}


def in_the_prompt(question, cast, client):
    return {name: generate_text(f"{voice} {question}", client=client) for name, voice in cast.items()}


def own_question(question, cast, client):
    return {name: generate_text("What is an API?", instructions=voice, client=client) for name, voice in cast.items()}


def only_the_first(question, cast, client):
    name, voice = next(iter(cast.items()))
    return {name: generate_text(question, instructions=voice, client=client)}


def replies(question, cast, client):
    return {
        name: client.responses.create(model=DEFAULT_MODEL, input=question, instructions=voice) for name, voice in cast.items()
    }


def by_voice(question, cast, client):
    return {voice: generate_text(question, instructions=voice, client=client) for voice in cast.values()}


def own_client(question, cast, client):
    return with_instructions(question, cast, client=None)


def raising(question, cast, client):
    raise openai.OpenAIError("no")


RIGHT = [
    ("2b.1", lambda text: f"Summarize the text between the marks.\n\n<text>\n{text}\n</text>"),
    ("2b.1", lambda text: f'Summarize in one sentence:\n"""{text}"""'),
    ("2b.1", lambda text: f"---\n{text}\n---\nSummarize what stands between the lines."),
    ("2b.1", lambda text: f'Give me a summary of "{text}", please.'),
    ("2b.1", lambda text: f"Summarize the text.\nBEGIN\n{text}\nEND"),
    ("2b.1", lambda text: f"Give me the gist of what is between BEGIN and END. BEGIN {text} END"),
    ("2b.1", lambda text: f"Summarize:\nSTART OF TEXT\n{text}\nEND OF TEXT"),
    ("2b.1", lambda text: f"Fasse den Text zusammen: «{text}»"),
    ("2b.2", few_shot(KIND, LATE)),
    ("2b.2", few_shot(KIND, LATE, FINE)),
    ("2b.2", few_shot(LATE, KIND, last="the soup was cold", before=["Answer with good or bad."])),
    ("2b.2", few_shot(("So kind!", "Good."), ("We waited an hour.", "Bad."))),
    ("2b.3", with_instructions),
    ("2b.3", in_a_loop),
    ("2b.3", with_messages),
    ("2b.3", with_chat),
]

WRONG = [
    ("2b.1", lambda text: f"Summarize: {text}", "where the text ends"),
    ("2b.1", lambda text: f'Summarize: {text}"', "where the text begins"),
    ("2b.1", lambda text: f'"""{text}"""', "what to do with the text"),
    ("2b.1", lambda text: 'Summarize: """the text"""', "stands there 0 times"),
    ("2b.1", lambda text: f'"{text}" Summarize "{text}"', "stands there 2 times"),
    ("2b.1", lambda text: f"Summarize this: {text}. Be brief.", "where the text ends: behind it comes '. Be brief.'"),
    ("2b.1", lambda text: f"Translate into French: <text>{text}</text>", "should ask for a summary"),
    ("2b.1", lambda text: f"<text>{text}</text> Tell me a joke.", "it says only '<text></text> Tell me a joke.'"),
    ("2b.1", lambda text: f"Summarize THIS: {text} and be brief", "where the text ends"),
    ("2b.1", lambda text: ["Summarize", text], "should be a text"),
    ("2b.2", "The soup was cold.", "should be a list"),
    ("2b.2", few_shot(), "there is 0"),
    ("2b.2", few_shot(KIND), "there is 1"),
    ("2b.2", few_shot(KIND, FINE), 'all examples have the answer "good"'),
    ("2b.2", few_shot(KIND, LATE, last="Fine."), "still open"),
    ("2b.2", few_shot(KIND, LATE)[:-1], "still open"),
    ("2b.2", few_shot(KIND, ("The soup was cold.", "bad")), "the open review is among your examples"),
    ("2b.2", few_shot(("So kind!", "That is good."), LATE), 'one is "That is good."'),
    ("2b.2", few_shot(KIND, LATE, ("A fine cake.", "Good")), "yours are good, bad, Good"),
    ("2b.2", [message | {"role": "user"} for message in few_shot(KIND, LATE)], "they are user, user, user"),
    ("2b.3", own_client, "no request came"),
    ("2b.3", in_the_prompt, 'the instructions "You are a pirate." were not sent as instructions'),
    ("2b.3", own_question, "should ask 'Why is the sky blue?'"),
    ("2b.3", only_the_first, "a cast of 3 should be asked 3 times"),
    ("2b.3", by_voice, "the keys should be the names"),
    ("2b.3", replies, "one is Response"),
    ("2b.3", raising, "your code raised OpenAIError"),
]
