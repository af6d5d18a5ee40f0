"""Replies in the background: looked at, streamed again, cancelled."""

import openai
import pytest
from asking import EVENT, FRANCE, PARIS, create, send, validate
from openai.types.responses import Response


def test_each_look_moves_it_on(client):
    started = create(client, background=True)
    assert started.status == "queued" and started.background and not started.output
    looks = [client.responses.retrieve(started.id) for _ in range(4)]
    assert [look.status for look in looks] == ["in_progress", "in_progress", "completed", "completed"]
    assert looks[-1].output_text == PARIS and looks[-1].usage.output_tokens > 0


def test_a_conversation_goes_on_from_it(client):
    started = create(client, background=True)
    assert "Its" not in create(client, "What is its population?", previous_response_id=started.id).output_text


def test_it_can_be_cancelled(client):
    started = create(client, background=True)
    assert client.responses.cancel(started.id).status == client.responses.retrieve(started.id).status == "cancelled"


def test_what_has_ended_stays_as_it_is(client):
    started = create(client, background=True)
    for _ in range(3):
        client.responses.retrieve(started.id)
    assert client.responses.cancel(started.id).status == "completed"


def test_a_usual_reply_cannot_be_cancelled(client):
    with pytest.raises(openai.BadRequestError, match="Cannot cancel a synchronous response"):
        client.responses.cancel(create(client).id)


def test_its_stream_is_taken_up_again_where_it_was_left(client):
    seen = []
    with create(client, background=True, stream=True) as stream:
        for event in stream:
            seen.append(event)
            if len(seen) == 6:
                break
    rest = list(client.responses.retrieve(seen[0].response.id, stream=True, starting_after=seen[-1].sequence_number))
    numbers = [event.sequence_number for event in [*seen, *rest]]
    assert numbers == list(range(len(numbers))) and [event.type for event in seen[:3]][1] == "response.queued"
    assert rest[-1].type == "response.completed" and rest[-1].response.output_text == PARIS


def test_a_reply_that_was_not_streamed_cannot_be_streamed_again(client):
    with pytest.raises(openai.BadRequestError, match="can be streamed again"):
        client.responses.retrieve(create(client, background=True).id, stream=True)


def test_it_must_be_kept(client):
    with pytest.raises(openai.BadRequestError, match="Background mode requires 'store' to be true"):
        create(client, background=True, store=False)


def test_the_input_items_of_a_response_can_be_listed(client):
    asked = create(
        client,
        [{"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hi!"}, {"role": "user", "content": FRANCE}],
    )
    items = client.responses.input_items.list(asked.id, order="asc").data
    assert [item.content[0].text for item in items] == ["Hello!", "Hi!", FRANCE]
    assert [item.id for item in items] == [item.id for item in client.responses.input_items.list(asked.id, order="asc").data]
    assert len({item.id for item in items}) == 3


def test_a_long_talk_can_be_made_compact(client):
    said = [
        {"role": "user", "content": "My name is Anna."},
        {"role": "assistant", "content": "Nice to meet you, Anna! How can I help?"},
    ]
    compacted = client.responses.compact(model="gpt-6-luna", input=said)
    assert [item.type for item in compacted.output] == ["message", "compaction"]
    # The SDK's type of a message in an output knows only what a model writes, and warns of what the user wrote.
    again = [item.model_dump(exclude_none=True, warnings=False) for item in compacted.output]
    assert "Anna" in create(client, [*again, {"role": "user", "content": "What is my name?"}]).output_text


def test_what_tools_did_is_kept_in_a_compaction(client):
    call = {"type": "function_call", "call_id": "call_1", "name": "get_stock", "arguments": '{"item": "muffins"}'}
    output = {"type": "function_call_output", "call_id": "call_1", "output": "There are 7 muffins. " + "They are fresh. " * 90}
    asked = [{"role": "user", "content": "How many muffins are left?"}, call, output]
    compacted = client.responses.compact(model="gpt-6-luna", input=asked).to_dict(warnings=False)["output"]
    assert [item["type"] for item in compacted] == ["message", "compaction"]
    counts = [client.responses.input_tokens.count(model="gpt-6-luna", input=items).input_tokens for items in (asked, compacted)]
    assert counts[1] < counts[0] / 4
    assert "7 muffins" in create(client, compacted).output_text


def test_a_compaction_that_the_stand_in_did_not_make(client):
    with pytest.raises(openai.BadRequestError, match="encrypted content could not be verified"):
        create(client, [{"type": "compaction", "encrypted_content": "abc"}, {"role": "user", "content": FRANCE}])


def test_every_event_is_what_the_types_say():
    body = {"model": "gpt-4o", "input": FRANCE, "background": True}
    for event in send("POST", "responses", body | {"stream": True}):
        validate(EVENT, event)
    validate(Response, send("POST", "responses", body))
