"""Prompts that were sent before are cached."""

import time
from itertools import pairwise

import pytest
from asking import FRANCE, LONG, create, picture
from openai.types.responses import Response

import offline


def cached(reply) -> tuple[int, int]:
    if isinstance(reply, Response):
        return reply.usage.input_tokens_details.cached_tokens, reply.usage.input_tokens_details.cache_write_tokens
    return reply.usage.prompt_tokens_details.cached_tokens, reply.usage.prompt_tokens_details.cache_write_tokens


def told(*questions: str, mark: bool = False) -> list[dict]:
    """Return an input with a long beginning, marked as a breakpoint or not, and questions after it."""
    beginning = {"type": "input_text", "text": LONG} | ({"prompt_cache_breakpoint": {"mode": "explicit"}} if mark else {})
    return [{"role": "user", "content": [beginning, *({"type": "input_text", "text": question} for question in questions)]}]


def test_the_same_prompt_again_is_read_from_the_cache(client):
    first, second = (create(client, FRANCE, instructions=LONG) for _ in range(2))
    written = cached(first)[1]
    assert cached(first) == (0, written) and 1024 < written == first.usage.input_tokens
    assert cached(second) == (written, 0)


def test_a_long_beginning_with_another_end_is_missed(client):
    create(client, "Hello!", instructions=LONG)
    assert cached(create(client, FRANCE, instructions=LONG))[0] == 0


def test_a_breakpoint_after_the_beginning_is_found(client):
    first, second = (create(client, told(question, mark=True)) for question in ("Hello!", FRANCE))
    assert cached(first)[0] == 0 and cached(second)[0] > 1024
    assert cached(second)[0] + cached(second)[1] == second.usage.input_tokens


def test_without_the_breakpoint_it_is_missed(client):
    create(client, told("Hello!"))
    assert cached(create(client, told(FRANCE)))[0] == 0


def test_only_explicit_breakpoints_if_so_asked(client):
    options = {"prompt_cache_options": {"mode": "explicit"}}
    assert {cached(create(client, FRANCE, instructions=LONG, **options)) for _ in range(2)} == {(0, 0)}
    create(client, told("Hello!", mark=True), **options)
    assert cached(create(client, told(FRANCE, mark=True), **options))[0] > 1024


@pytest.mark.parametrize("ttl", ["30m", "12h"])
def test_what_is_written_is_told_by_how_long_it_is_kept(client, ttl):
    details = create(client, FRANCE, instructions=LONG, prompt_cache_options={"ttl": ttl}).usage.input_tokens_details
    kept = details.cache_write_tokens_details
    assert (kept.ttl_12h_tokens, kept.ttl_30m_tokens) == {"30m": (0, kept.ttl_30m_tokens), "12h": (kept.ttl_12h_tokens, 0)}[ttl]
    assert kept.ttl_12h_tokens + kept.ttl_30m_tokens == details.cache_write_tokens > 1024


def test_each_turn_of_a_long_conversation_reuses_those_before(client):
    talk = client.conversations.create(items=[{"role": "system", "content": LONG}])
    replies = [create(client, f"Explain recursion. {LONG[:1200]}", conversation=talk.id) for _ in range(4)]
    for before, after in pairwise(replies):
        assert cached(after)[0] == sum(cached(before))
        assert sum(cached(after)) == after.usage.input_tokens


@pytest.mark.parametrize(
    "other",
    [
        {"instructions": "New: " + LONG},
        {"model": "gpt-6-sol"},
        {"tools": [{"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}}]},
        {"prompt_cache_key": "another"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_at_its_beginning_is_not_cached(client, other):
    create(client, instructions=LONG)
    assert cached(create(client, **{"instructions": LONG} | other))[0] == 0
    assert cached(create(client, instructions=LONG))[0] > 1024


def test_every_stand_in_has_a_cache_of_its_own(client):
    create(client, instructions=LONG)
    assert cached(create(offline.client(offline.StandIn()), instructions=LONG))[0] == 0


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
    written = cached(replies[0])[1]
    assert written > 1024 and [cached(reply) for reply in replies] == [(0, written), (written, 0)]


MARK = {"prompt_cache_breakpoint": {"mode": "explicit"}}
TEXTS = ("One sentence.", "two words", "three")


@pytest.mark.parametrize("marked", [(0,), (1,), (2,), (0, 1, 2)])
def test_a_breakpoint_costs_no_tokens(client, marked):
    def counted(places) -> tuple[int, int]:
        parts = [{"text": text} | (MARK if number in places else {}) for number, text in enumerate(TEXTS)]
        said = [{"role": "user", "content": [{"type": "input_text"} | part for part in parts]}]
        chat = [{"role": "user", "content": [{"type": "text"} | part for part in parts]}]
        completion = client.chat.completions.create(model="gpt-6-luna", messages=chat)
        return create(client, said).usage.input_tokens, completion.usage.prompt_tokens

    assert counted(marked) == counted(())


CALL = {"type": "function_call", "call_id": "c", "name": "get_weather", "arguments": '{"city": "Paris"}'}
SAID = [{"type": "input_text", "text": "It is 18 degrees."}, {"type": "input_image", "image_url": picture("red")}]
PLACES = {
    "a question": lambda parts: [{"role": "user", "content": [*parts, {"type": "input_text", "text": FRANCE}]}],
    "an output": lambda parts: [
        {"role": "user", "content": "How is the weather in Paris?"},
        CALL,
        {"type": "function_call_output", "call_id": "c", "output": [*parts, {"type": "input_text", "text": "Cloudy."}]},
    ],
}


@pytest.mark.parametrize("said", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("marked", [(0,), (1,), (0, 1)])
def test_a_breakpoint_changes_nothing_in_the_answer(said, marked):
    parts = [part | (MARK if number in marked else {}) for number, part in enumerate(SAID)]
    replies = [
        create(offline.client(offline.StandIn()), said(given), temperature=1, tools=[{"type": "function", "name": "get_weather"}])
        for given in (SAID, parts)
    ]
    assert replies[0].output_text == replies[1].output_text != ""
    assert replies[0].usage.input_tokens == replies[1].usage.input_tokens


def test_a_long_prompt_is_cached_quickly(client):
    started = time.perf_counter()
    for _ in range(2):
        reply = create(client, "All work and no play. " * 40_000)
    assert cached(reply)[0] > 200_000 and time.perf_counter() - started < 10
