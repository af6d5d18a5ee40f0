"""Thirty things that a learner would try in lesson 11, each with what a useful reply has in it.

Written before anything of the stand-in was changed for the lesson. Each is a function of a client whose far end is a stand-in,
and says whether what came back was useful: it acts as the API does, or says in the stand-in's own name that it cannot.
"""

import asyncio
import json

import openai

import offline
from support.many import ask_many

MODEL = "gpt-6-luna"
PLAIN = {"model": MODEL, "reasoning": {"effort": "none"}, "max_output_tokens": 60}


def lines(*inputs, url="/v1/responses", **changes):
    return [
        {"custom_id": f"n{n}", "method": "POST", "url": url, "body": PLAIN | {"input": text} | changes}
        for n, text in enumerate(inputs)
    ]


def as_form(**properties):
    schema = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return {"format": {"type": "json_schema", "name": "reply", "strict": True, "schema": schema}}


STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def begin(client, requests, endpoint="/v1/responses", **options):
    content = "\n".join(json.dumps(request) for request in requests).encode()
    file = client.files.create(file=("lines.jsonl", content), purpose="batch")
    return client.batches.create(input_file_id=file.id, endpoint=endpoint, completion_window="24h", **options)


def ended(client, batch):
    for _ in range(10):
        batch = client.batches.retrieve(batch.id)
    return batch


def results(client, batch):
    return {one["custom_id"]: one for one in map(json.loads, client.files.content(batch.output_file_id).text.splitlines())}


def texts(client, *inputs, **changes):
    found = results(client, ended(client, begin(client, lines(*inputs, **changes))))
    return [found[f"n{n}"]["response"]["body"]["output"][0]["content"][0]["text"] for n in range(len(inputs))]


def errors(client, requests, endpoint="/v1/responses"):
    return [error.message for error in (ended(client, begin(client, requests, endpoint)).errors or []).data]


def asked(*inputs, read=lambda response: response.output_text, at_once=20, **changes):
    client = offline.async_client(offline.StandIn())

    async def ask(text):
        return read(await client.responses.create(**PLAIN | changes, input=text))

    return asyncio.run(ask_many(ask, inputs, at_once=at_once))


CITIES = {"France": "Paris", "Italy": "Rome", "Peru": "Lima", "Kenya": "Nairobi", "Japan": "Tokyo", "Norway": "Oslo"}
REVIEWS = {
    "I love this kettle, it is wonderful.": "positive",
    "Terrible. It broke after one day.": "negative",
    "The worst headphones I ever had.": "negative",
    "Great value, I am very happy with it.": "positive",
}
ORDERS = {
    "Hi, I'm Zoe. Please send 12 lemons.": ("Zoe", 12, "lemons"),
    "Three pizzas for Mario, please.": ("Mario", 3, "pizzas"),
    "My name is Lena and I would like 5 red apples.": ("Lena", 5, "apples"),
    "Order: 7 donuts. Name: Paul": ("Paul", 7, "donuts"),
    "Tom here, can I get 2 coffees?": ("Tom", 2, "coffees"),
    "This is Mia. 4 scones, please.": ("Mia", 4, "scones"),
}
ORDER = as_form(customer=STRING, quantity=INTEGER, item=STRING)


def an_order(text, found):
    customer, quantity, item = found
    read = json.loads(asked(text, text=ORDER)[0])
    return read["customer"] == customer and read["quantity"] == quantity and item.rstrip("s") in read["item"]


def refusal(call):
    try:
        call()
    except openai.APIStatusError as error:
        return str(error)
    return ""


def backgrounds(client, count):
    started = [client.responses.create(**PLAIN, input="What is an API?", background=True) for _ in range(count)]
    return [[client.responses.retrieve(one.id) for _ in range(4)][-1].output_text for one in started]


def stopped(client):
    started = client.responses.create(**PLAIN, input="Tell me a story.", background=True)
    return client.responses.cancel(started.id).status


def resumed(client):
    stream = client.responses.create(**PLAIN, input="What is a token?", background=True, stream=True)
    first = next(iter(stream))
    rest = client.responses.retrieve(first.response.id, stream=True, starting_after=first.sequence_number)
    return "".join(event.delta for event in rest if event.type == "response.output_text.delta")


def chat_batch(client):
    body = {
        "model": MODEL,
        "messages": [{"role": "user", "content": "What is the capital city of Peru?"}],
        "reasoning_effort": "none",
    }
    request = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": body}
    batch = ended(client, begin(client, [request], "/v1/chat/completions"))
    return results(client, batch)["a"]["response"]["body"]["choices"][0]["message"]["content"]


def embeddings_batch(client):
    body = {"model": "text-embedding-3-small", "input": "a cat"}
    request = {"custom_id": "a", "method": "POST", "url": "/v1/embeddings", "body": body}
    batch = ended(client, begin(client, [request], "/v1/embeddings"))
    return len(results(client, batch)["a"]["response"]["body"]["data"][0]["embedding"])


TRIES = {
    # other notes in the form of the lesson
    **{f"order: {text}": (lambda client, text=text, found=found: an_order(text, found)) for text, found in ORDERS.items()},
    # other jobs
    "capitals, at once": lambda client: all(map(str.__contains__, asked(*[f"What is the capital city of {land}?" for land in CITIES]), CITIES.values())),
    "capitals, as a batch": lambda client: all(map(str.__contains__, texts(client, *[f"capital of {land}" for land in CITIES]), CITIES.values())),
    "reviews, one word": lambda client: all(
        label in said.lower()
        for label, said in zip(REVIEWS.values(), asked(*[f"Is this review positive or negative? {text}" for text in REVIEWS]), strict=True)
    ),
    "reviews, in a form": lambda client: [
        json.loads(said)["sentiment"] for said in asked(*REVIEWS, text=as_form(sentiment={"type": "string", "enum": ["positive", "negative"]}))
    ] == list(REVIEWS.values()),
    "translate words": lambda client: "bonjour" in asked("Translate to French: good morning")[0].lower(),
    "summaries": lambda client: bool(asked("Summarize in one sentence: The shop opens at nine. It closes at five.")[0]),
    "a hundred jokes": lambda client: len(set(asked(*["Tell me a joke."] * 100))) > 1,
    "sums": lambda client: all(str(n + n) in said for n, said in zip(range(20), asked(*[f"What is {n} + {n}?" for n in range(20)]), strict=True)),
    "one at once": lambda client: len(asked("Hello!", "Hello!", at_once=1)) == 2,
    "more at once than prompts": lambda client: len(asked("Hello!", "Hello!", at_once=500)) == 2,
    # the background
    "three in the background": lambda client: all("program" in said for said in backgrounds(client, 3)),
    "cancel one": lambda client: stopped(client) == "cancelled",
    "go on with a stream": lambda client: "piece" in resumed(client),
    "a window of 8 hours": lambda client: "stand-in" in refusal(
        lambda: client.responses.create(**PLAIN, input="Hello!", background=True, background_options={"completion_window": "8h"})
    ),
    # batches
    "chat completions": lambda client: "Lima" in chat_batch(client),
    "embeddings": lambda client: embeddings_batch(client) == 1536,
    "two models": lambda client: "single model" in errors(client, [*lines("Hello!"), lines("a", "b", model="gpt-6-sol")[1]])[0],
    "an id twice": lambda client: "duplicate" in errors(client, lines("Hello!") * 2)[0],
    "a stream": lambda client: "Streaming" in errors(client, lines("Hello!", stream=True))[0],
    "cancel a batch": lambda client: client.batches.cancel(begin(client, lines("Hello!")).id).status == "cancelling",
    "list batches": lambda client: [begin(client, lines("Hello!")).id] == [batch.id for batch in client.batches.list()],
    "another window": lambda client: "24h" in refusal(lambda: client.batches.create(input_file_id="file-1", endpoint="/v1/responses", completion_window="1h")),
    "images": lambda client: "stand-in" in refusal(lambda: begin(client, lines("a cat", url="/v1/images/generations"), "/v1/images/generations")),
    "flex, many": lambda client: asked("Hello!", read=lambda response: response.service_tier, service_tier="flex") == ["flex"],
}  # fmt: skip
