"""Conversations that the API keeps, through the real SDK."""

import asyncio
from itertools import islice

import openai
import pytest
from asking import FOLLOW_UP, FRANCE, PARIS, create

import offline


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


def test_what_an_item_refers_to_is_put_into_the_conversation(client):
    said = create(client).output[0]
    refers = {"type": "item_reference", "id": said.id}
    talks = [client.conversations.create(items=[refers]), client.conversations.create()]
    client.conversations.items.create(talks[1].id, items=[refers])
    assert [[text(item) for item in client.conversations.items.list(talk.id)] for talk in talks] == [[PARIS], [PARIS]]


def test_an_item_that_refers_to_nothing_is_refused(client):
    with pytest.raises(openai.NotFoundError, match=r"Item with id 'msg_x' not found\."):
        client.conversations.create(items=[{"type": "item_reference", "id": "msg_x"}])


def test_conversations_of_two_stand_ins_are_apart(client):
    talk = client.conversations.create()
    with pytest.raises(openai.NotFoundError):
        offline.client(offline.StandIn()).conversations.retrieve(talk.id)


def test_a_conversation_cannot_be_combined_with_a_previous_response(client):
    talk, first = client.conversations.create(), create(client)
    with pytest.raises(openai.BadRequestError) as raised:
        create(client, conversation=talk.id, previous_response_id=first.id)
    assert raised.value.code == "mutually_exclusive_parameters"
    assert "Ensure you are only providing one of: 'pre..._id' or 'conversation'." in raised.value.body["message"]


def test_over_http(server):
    with openai.OpenAI(base_url=server, api_key=offline.KEY) as client:
        talk = client.conversations.create(items=[{"role": "user", "content": "a"}, {"role": "user", "content": "b"}])
        assert [text(item) for item in client.conversations.items.list(talk.id, limit=1)] == ["b", "a"]
        vector = client.embeddings.create(model="text-embedding-3-small", input="A cat", dimensions=8).data[0].embedding
        assert len(vector) == 8
