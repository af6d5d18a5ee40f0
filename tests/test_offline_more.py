"""What else the stand-in answers, through the real SDK: conversations, moderations, embeddings, cached prompts."""

import asyncio
import hashlib
import json
import math
import time
from itertools import islice, pairwise

import openai
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai.types import CreateEmbeddingResponse, ModerationCreateResponse
from openai.types.chat import ChatCompletion
from openai.types.conversations import Conversation, ConversationDeletedResource, ConversationItem, ConversationItemList
from openai.types.responses import Response
from test_drift import send, validate

import offline
from offline.api import embeddings, moderations

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
FOLLOW_UP = "What is its population?"
ITEM = pydantic.TypeAdapter(ConversationItem)


def create(client, question=FRANCE, **params):
    """Ask at temperature 0 and without reasoning."""
    asked = {"model": "gpt-6-luna", "input": question, "reasoning": {"effort": "none"}, "temperature": 0}
    return client.responses.create(**asked | params)


def post(path: str, body) -> tuple[int, dict]:
    reply = offline.StandIn().handle("POST", f"/v1/{path}", {"authorization": f"Bearer {offline.KEY}"}, json.dumps(body).encode())
    return reply.status, json.loads(reply.body)


# --- Conversations ---


def text(item) -> str:
    return item.content[0].text


def test_a_conversation_remembers(client):
    talk = client.conversations.create(metadata={"lesson": "3"})
    first = create(client, conversation=talk.id)
    second = create(client, FOLLOW_UP, conversation={"id": talk.id})
    assert (first.output_text, first.conversation.id) == (PARIS, talk.id)
    assert second.output_text == "The population of Paris is about 2.1 million."
    assert second.usage.input_tokens > first.usage.input_tokens
    said = [(item.role, text(item)) for item in client.conversations.items.list(talk.id, order="asc")]
    assert said == [("user", FRANCE), ("assistant", PARIS), ("user", FOLLOW_UP), ("assistant", second.output_text)]
    assert "Which place" in create(client, FOLLOW_UP).output_text, "without the conversation there is nothing to know it from"


def test_a_streamed_response_is_added_when_it_is_complete(client):
    talk = client.conversations.create()
    stream = create(client, conversation=talk.id, stream=True)
    next(stream)
    assert list(client.conversations.items.list(talk.id)) == []
    *_, last = stream
    assert last.response.conversation.id == talk.id
    assert "2.1 million" in create(client, FOLLOW_UP, conversation=talk.id).output_text


def test_async_conversations(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            kept = await client.conversations.create(items=[{"role": "user", "content": FRANCE}])
            await create(client, conversation=kept.id)
            return [item.role async for item in client.conversations.items.list(kept.id, order="asc", limit=1)]

    assert asyncio.run(talk()) == ["user", "user", "assistant"]


def test_a_conversation_that_begins_with_items(client):
    talk = client.conversations.create(
        items=[
            {"type": "message", "role": "developer", "content": "Answer in one word."},
            {"role": "user", "content": [{"type": "input_text", "text": "Hello"}]},
            {"role": "assistant", "content": "Hi!"},
        ]
    )
    items = client.conversations.items.list(talk.id, order="asc").data
    assert [(item.role, item.content[0].type, item.status) for item in items] == [
        ("developer", "input_text", "completed"),
        ("user", "input_text", "completed"),
        ("assistant", "output_text", "completed"),
    ]
    assert create(client, conversation=talk.id).output_text == "Paris"


def test_instructions_do_not_stay_in_a_conversation(client):
    talk = client.conversations.create()
    assert create(client, conversation=talk.id, instructions="Answer in one word.").output_text == "Paris"
    assert create(client, conversation=talk.id).output_text == PARIS


def test_input_tokens_of_a_conversation(client):
    talk = client.conversations.create()
    create(client, conversation=talk.id)
    counted = client.responses.input_tokens.count(model="gpt-6-luna", input=FOLLOW_UP, conversation=talk.id)
    assert counted.input_tokens == create(client, FOLLOW_UP, conversation=talk.id).usage.input_tokens


def test_keep_change_and_delete_a_conversation(client):
    talk = client.conversations.create(metadata={"lesson": "3"})
    assert client.conversations.retrieve(talk.id) == talk and talk.id.startswith("conv_")
    assert client.conversations.update(talk.id, metadata={"lesson": "4"}).metadata == {"lesson": "4"}
    assert client.conversations.retrieve(talk.id).metadata == {"lesson": "4"}
    assert client.conversations.delete(talk.id).deleted
    for gone in (client.conversations.retrieve, client.conversations.delete, client.conversations.items.list):
        with pytest.raises(openai.NotFoundError, match=f"Conversation with id '{talk.id}' not found"):
            gone(talk.id)
    with pytest.raises(openai.NotFoundError, match=f"Conversation with id '{talk.id}' not found"):
        create(client, conversation=talk.id)


def test_items_come_and_go(client):
    talk = client.conversations.create()
    added = client.conversations.items.create(talk.id, items=[{"role": "user", "content": word} for word in ("a", "b", "c")])
    assert [text(item) for item in added.data] == ["a", "b", "c"]
    assert (added.first_id, added.last_id, added.has_more) == (added.data[0].id, added.data[2].id, False)
    second = added.data[1]
    assert client.conversations.items.retrieve(second.id, conversation_id=talk.id) == second
    assert client.conversations.items.delete(second.id, conversation_id=talk.id).id == talk.id
    assert [text(item) for item in client.conversations.items.list(talk.id)] == ["c", "a"]
    with pytest.raises(openai.NotFoundError, match=second.id):
        client.conversations.items.retrieve(second.id, conversation_id=talk.id)


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("limit", [1, 3, 20, 100])
def test_items_in_pages(client, order, limit):
    words = [str(number) for number in range(25)]
    talk = client.conversations.create(items=[{"role": "user", "content": word} for word in words[:20]])
    client.conversations.items.create(talk.id, items=[{"role": "user", "content": word} for word in words[20:]])
    page = client.conversations.items.list(talk.id, order=order, limit=limit)
    assert len(page.data) == min(limit, 25) and page.has_more == (limit < 25)
    assert [text(item) for item in islice(page, 50)] == (words if order == "asc" else words[::-1])


def test_conversations_of_two_stand_ins_are_apart(client):
    talk = client.conversations.create()
    with pytest.raises(openai.NotFoundError):
        offline.client(offline.StandIn()).conversations.retrieve(talk.id)


def test_a_conversation_cannot_be_combined_with_a_previous_response(client):
    talk, first = client.conversations.create(), create(client)
    with pytest.raises(openai.BadRequestError) as raised:
        create(client, conversation=talk.id, previous_response_id=first.id)
    assert raised.value.code == "mutually_exclusive_parameters"
    assert "Ensure you are only providing one of: 'previous_response_id' or 'conversation'." in raised.value.body["message"]


# fmt: off
REFUSED_CONVERSATIONS = {  # path under /conversations, body, then status, param and code
    "21 items": ("", {"items": [{"role": "user", "content": "a"}] * 21}, 400, "items", "array_above_max_length"),
    "items that are none": ("", {"items": ["a"]}, 400, "items[0]", "invalid_type"),
    "an item without role": ("", {"items": [{"content": "a"}]}, 400, "items[0].role", "missing_required_parameter"),
    "items of a wrong kind": ("", {"items": "a"}, 400, "items", "invalid_type"),
    "wrong metadata": ("", {"metadata": {"a": 5}}, 400, "metadata.a", "invalid_type"),
    "unknown parameter": ("", {"input": "a"}, 400, "input", "unknown_parameter"),
    "unknown conversation": ("/conv_0/items", {"items": []}, 404, None, None),
    "unknown address": ("/conv_0/things", {}, 404, None, None),
}
# fmt: on


@pytest.mark.parametrize(("path", "body", "status", "param", "code"), REFUSED_CONVERSATIONS.values(), ids=REFUSED_CONVERSATIONS)
def test_what_conversations_refuse(path, body, status, param, code):
    answered, error = post(f"conversations{path}", body)
    assert (answered, error["error"]["param"], error["error"]["code"]) == (status, param, code)


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 101}, {"limit": "many"}, {"order": "random"}, {"after": "msg_0"}], ids=str
)
def test_pages_that_there_are_not(client, query):
    talk = client.conversations.create()
    with pytest.raises(openai.APIStatusError) as raised:
        client.conversations.items.list(talk.id, extra_query=query)
    assert raised.value.status_code in (400, 404) and raised.value.param in query


# --- Embeddings ---


def embed(client, *texts, **params) -> list[list[float]]:
    params = {"model": "text-embedding-3-small"} | params
    return [entry.embedding for entry in client.embeddings.create(input=list(texts), **params).data]


def likeness(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(("model", "size"), embeddings.MODELS.items(), ids=embeddings.MODELS)
def test_embeddings_are_unit_vectors(client, model, size):
    reply = client.embeddings.create(model=model, input=["Hello there", "?!", "🙂", "word " * 2_000])
    assert [len(entry.embedding) for entry in reply.data] == [size] * 4
    assert [entry.index for entry in reply.data] == [0, 1, 2, 3] and reply.model == model
    for entry in reply.data:
        assert math.isclose(likeness(entry.embedding, entry.embedding), 1, abs_tol=1e-5)
    assert reply.usage.prompt_tokens == reply.usage.total_tokens > 2_000


@pytest.mark.parametrize("dimensions", [1, 2, 256, 1536])
def test_dimensions(client, dimensions):
    (whole,), (short,) = embed(client, "A cat"), embed(client, "A cat", dimensions=dimensions)
    assert len(short) == dimensions and math.isclose(likeness(short, short), 1, abs_tol=1e-6)
    length = math.sqrt(likeness(whole[:dimensions], whole[:dimensions]))
    assert short == pytest.approx([number / length for number in whole[:dimensions]], abs=1e-5), "the beginning, made to length 1"


def test_both_encodings_say_the_same(client):
    (usual,), (plain,) = embed(client, "A cat"), embed(client, "A cat", encoding_format="float")
    assert usual == pytest.approx(plain, abs=1e-7) and isinstance(plain[0], float)
    (raw,) = embed(client, "A cat", encoding_format="base64")
    assert isinstance(raw, str)


ABOUT = {
    "cats": ["The cat sat on the mat.", "A kitten is purring.", "My cats love to sleep"],
    "passwords": ["How do I reset my password?", "I forgot my login"],
    "weather": ["It will rain tomorrow.", "Bring an umbrella, it is wet", "A sunny forecast for the weekend"],
    "money": ["The bank raised the cost of my loan.", "What is the price of this credit?"],
    "refunds": ["I want my money back: the package arrived damaged", "Refund for a broken order", "My parcel was delivered late"],
    "food": ["Baking bread in the oven", "A recipe for a chocolate cake"],
}


@pytest.mark.parametrize("params", [{}, {"model": "text-embedding-3-large"}, {"dimensions": 256}], ids=str)
def test_texts_about_the_same_thing_lie_closer(client, params):
    vectors = {
        text: vector for texts in ABOUT.values() for text, vector in zip(texts, embed(client, *texts, **params), strict=True)
    }
    for texts in ABOUT.values():
        for one in texts:
            same = [likeness(vectors[one], vectors[other]) for other in texts if other != one]
            apart = [likeness(vectors[one], vectors[other]) for other in vectors if other not in texts]
            assert max(same) > max(apart), one
            assert sum(same) / len(same) > 0.1 + sum(apart) / len(apart), one


def test_closer_meaning_lies_closer(client):
    cat, kitten, dog, car = embed(client, "cat", "kitten", "dog", "car")
    assert likeness(cat, kitten) > likeness(cat, dog) > likeness(cat, car) + 0.1
    same, other = embed(client, "The CAT!", "the cat")
    assert same == other


def test_embeddings_are_the_same_on_every_machine():
    vector = embeddings.embed("The cat sat on the mat in Paris.", "text-embedding-3-small", 64)
    digest = hashlib.sha256(json.dumps([round(number, 6) for number in vector]).encode()).hexdigest()
    assert digest[:16] == "f1272664738ab04d"


def test_token_numbers_are_taken_too(client):
    reply = client.embeddings.create(model="text-embedding-3-small", input=[[1, 2, 3], [4]])
    assert len(reply.data) == 2 and reply.usage.prompt_tokens == 4


def test_async_embeddings(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            return (await client.embeddings.create(model="text-embedding-3-small", input="A cat")).data[0].embedding

    assert asyncio.run(talk()) == embed(offline.client(), "A cat")[0]


def test_many_texts_are_embedded_quickly(client):
    started = time.perf_counter()
    embed(client, *(f"Text number {number} is about the weather in Paris and other things" for number in range(200)))
    assert time.perf_counter() - started < 5


# fmt: off
REFUSED_EMBEDDINGS = {  # what is sent, then status, param, code and message
    "empty text": ({"input": ""}, 400, None, None, "'$.input' is invalid. Please check the API reference"),
    "empty list": ({"input": []}, 400, None, None, "'$.input' is invalid."),
    "an empty text among others": ({"input": ["a", ""]}, 400, None, None, "'$.input' is invalid."),
    "numbers and texts": ({"input": ["a", 5]}, 400, None, None, "'$.input' is invalid."),
    "no input": ({"input": None}, 400, "input", "missing_required_parameter", "Missing required parameter: 'input'."),
    "unknown model": ({"model": "text-embedding-9"}, 404, None, "model_not_found", "The model `text-embedding-9` does not exist"),
    "a model for chat": ({"model": "gpt-6-luna"}, 404, None, "model_not_found", "The model `gpt-6-luna` does not exist"),
    "no model": ({"model": None}, 400, "model", "missing_required_parameter", "Missing required parameter: 'model'."),
    "too many dimensions": ({"dimensions": 1537}, 400, None, None,
        "Invalid value for 'dimensions' = 1537. Must be less than or equal to 1536."),
    "no dimensions": ({"dimensions": 0}, 400, "dimensions", "integer_below_min_value", "Invalid 'dimensions': integer below minimum"),
    "dimensions of the old model": ({"model": "text-embedding-ada-002", "dimensions": 5}, 400, None, None,
        "This model does not support specifying dimensions."),
    "unknown encoding": ({"encoding_format": "hex"}, 400, "encoding_format", "invalid_value",
        "Invalid value: 'hex'. Supported values are: 'float' and 'base64'."),
    "unknown parameter": ({"prompt": "a"}, 400, "prompt", "unknown_parameter", "Unknown parameter: 'prompt'."),
    "too long a text": ({"input": ["a", "word " * 9_000]}, 400, None, None, "Invalid 'input[1]': maximum input length is 8192 tokens."),
    "too many texts": ({"input": ["a"] * 2049}, 400, None, None, "Invalid 'input': array length must be 2048 or less."),
    "too many tokens": ({"input": ["word " * 8_000] * 40}, 400, None, "max_tokens_per_request",
        "Requested 320040 tokens, max 300000 tokens per request"),
}
# fmt: on


@pytest.mark.parametrize(("body", "status", "param", "code", "message"), REFUSED_EMBEDDINGS.values(), ids=REFUSED_EMBEDDINGS)
def test_what_embeddings_refuse(body, status, param, code, message):
    answered, reply = post("embeddings", {"model": "text-embedding-3-small", "input": "a"} | body)
    error = reply["error"]
    assert (answered, error["param"], error["code"]) == (status, param, code)
    assert error["message"].startswith(message)


# --- Moderations ---


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


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "input", "missing_required_parameter"),
        ({"input": 5}, "input", "invalid_type"),
        ({"input": []}, "input", "invalid_type"),
        ({"input": [{"type": "audio"}]}, "input", "invalid_type"),
        ({"input": "a", "model": "text-moderation-latest"}, "model", None),
        ({"input": "a", "text": "b"}, "text", "unknown_parameter"),
    ],
    ids=str,
)
def test_what_moderations_refuse(body, param, code):
    status, reply = post("moderations", body)
    assert (status, reply["error"]["param"], reply["error"]["code"]) == (400, param, code)


@given(st.text())
def test_any_text_has_scores(said):
    assert set(moderations.scores(said)) == set(moderations.scores("")) and all(
        0 < score < 1 for score in moderations.scores(said).values()
    )


JUNK = [
    None,
    5,
    -1,
    0.5,
    True,
    "x",
    "",
    [],
    {},
    [1],
    ["a"],
    [None],
    [{}],
    [[]],
    [[5]],
    [["a"]],
    {"a": 1},
    {"id": 5},
    {"id": "conv_0"},
]


@pytest.mark.parametrize(
    ("path", "base"),
    [
        ("embeddings", {"model": "text-embedding-3-small", "input": "a", "dimensions": None, "encoding_format": None}),
        ("moderations", {"model": "omni-moderation-latest", "input": "a"}),
        ("conversations", {"items": [], "metadata": {}}),
        ("responses", {"model": "gpt-6-luna", "input": "a", "conversation": None}),
    ],
    ids=["embeddings", "moderations", "conversations", "responses"],
)
def test_no_value_of_any_parameter_breaks_it(path, base):
    for name in base:
        for junk in JUNK:
            status, reply = post(path, base | {name: junk})
            assert status in (200, 400, 404)
            assert status == 200 or reply["error"]["message"]


# --- Cached prompts ---

LONG = "The rules of this shop are many and they matter. " * 150  # 1,650 tokens and a few


def cached(reply) -> tuple[int, int]:
    if isinstance(reply, Response):
        return reply.usage.input_tokens_details.cached_tokens, reply.usage.input_tokens_details.cache_write_tokens
    return reply.usage.prompt_tokens_details.cached_tokens, reply.usage.prompt_tokens_details.cache_write_tokens


def test_a_prompt_that_was_sent_before_is_cached(client):
    first, second = (create(client, f"{number}. {FRANCE}", instructions=LONG) for number in (1, 2))
    size = first.usage.input_tokens
    assert size == second.usage.input_tokens > 1024
    assert cached(first) == (0, size // 128 * 128)
    assert sum(cached(second)) == size // 128 * 128 and cached(second)[0] in (size // 128 * 128, size // 128 * 128 - 128)


def test_each_turn_of_a_long_conversation_reuses_those_before(client):
    talk = client.conversations.create(items=[{"role": "system", "content": LONG}])
    replies = [create(client, f"Explain recursion. {LONG[:1200]}", conversation=talk.id) for _ in range(4)]
    for before, after in pairwise(replies):
        assert cached(after)[0] >= sum(cached(before)) and cached(after)[0] % 128 == 0
        assert cached(after)[0] + cached(after)[1] <= after.usage.input_tokens


def test_what_differs_at_its_beginning_is_not_cached(client):
    create(client, instructions=LONG)
    assert cached(create(client, instructions="New: " + LONG))[0] == 0
    assert cached(create(client, instructions=LONG, model="gpt-6-sol"))[0] == 0
    assert cached(create(client, instructions=LONG, tools=[{"type": "function", "name": "f", "parameters": {}}]))[0] == 0
    assert cached(create(offline.client(offline.StandIn()), instructions=LONG))[0] == 0
    assert cached(create(client, instructions=LONG))[0] > 1024


def test_a_prompt_that_differs_after_a_while(client):
    create(client, instructions=LONG + "One end. " * 100)
    assert cached(create(client, instructions=LONG + "Another way it can end. " * 100)) == (1536, 640)


def test_short_prompts_are_not_cached(client):
    short = "word " * 1_000
    assert {cached(create(client, short)) for _ in range(3)} == {(0, 0)}
    assert create(client, short).usage.input_tokens < 1024


def test_writing_is_counted_by_the_newer_models_only(client):
    replies = [client.responses.create(model="gpt-4o", input=LONG) for _ in range(2)]
    assert [cached(reply) for reply in replies] == [(0, 0), (1536, 0)]


@pytest.mark.parametrize("stream", [False, True])
def test_cached_prompts_in_chat(client, stream):
    options = {"stream": True, "stream_options": {"include_usage": True}} if stream else {}
    asked = {"model": "gpt-6-luna", "messages": [{"role": "system", "content": LONG}, {"role": "user", "content": FRANCE}]}
    replies = [client.chat.completions.create(**asked, **options) for _ in range(2)]
    replies = [list(reply)[-1] if stream else reply for reply in replies]
    assert [cached(reply) for reply in replies] == [(0, 1664), (1664, 0)]


def test_a_long_prompt_is_cached_quickly(client):
    started = time.perf_counter()
    for _ in range(2):
        reply = create(client, "All work and no play. " * 40_000)
    assert cached(reply)[0] > 200_000 and time.perf_counter() - started < 10


# --- Drift ---


def test_what_they_send_is_what_the_types_say():
    items = [
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Hi!"},
        {"role": "user", "content": [{"type": "input_image", "image_url": "https://example.com/a.png"}]},
        {"type": "function_call", "call_id": "call_1", "name": "f", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "call_1", "output": "5"},
    ]
    talk = validate(Conversation, send("POST", "conversations", {"items": items, "metadata": {"a": "b"}}))
    path = f"conversations/{talk.id}"
    assert validate(Conversation, send("GET", path)) == talk
    validate(Conversation, send("POST", path, {"metadata": None}))
    asked = {"model": "gpt-6-luna", "input": "Hello", "conversation": talk.id}
    validate(Response, send("POST", "responses", asked))  # with reasoning
    with offline.failing("declined"):
        validate(Response, send("POST", "responses", asked))
    page = validate(ConversationItemList, send("GET", f"{path}/items?limit=100"))
    assert [item.type for item in page.data[:6]] == ["message", "reasoning", "message"] * 2 and len(page.data) == 11
    for item in page.data:
        validate(ITEM, send("GET", f"{path}/items/{item.id}"))
    validate(ConversationItemList, send("POST", f"{path}/items", {"items": items}))
    validate(Conversation, send("DELETE", f"{path}/items/{page.last_id}"))
    validate(ConversationDeletedResource, send("DELETE", path))

    validate(CreateEmbeddingResponse, send("POST", "embeddings", {"model": "text-embedding-3-large", "input": ["a", "b"]}))
    validate(ModerationCreateResponse, send("POST", "moderations", {"input": "I will kill you"}))
    validate(Response, send("POST", "responses", {"model": "gpt-6-luna", "input": LONG}))
    chat = {"model": "gpt-6-luna", "messages": [{"role": "user", "content": LONG}]}
    validate(ChatCompletion, send("POST", "chat/completions", chat))


def test_over_http(server):
    with openai.OpenAI(base_url=server, api_key=offline.KEY) as client:
        talk = client.conversations.create(items=[{"role": "user", "content": "a"}, {"role": "user", "content": "b"}])
        assert [text(item) for item in client.conversations.items.list(talk.id, limit=1)] == ["b", "a"]
        assert len(embed(client, "A cat", dimensions=8)[0]) == 8
