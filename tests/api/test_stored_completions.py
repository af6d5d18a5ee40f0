"""Chat completions that are kept: store=True."""

import openai
import pytest
from asking import FRANCE, create_chat


def test_only_what_is_to_be_kept_is_kept(client):
    with pytest.raises(openai.NotFoundError):
        client.chat.completions.retrieve(create_chat(client).id)


@pytest.mark.parametrize("stream", [False, True])
def test_it_can_be_looked_up(client, stream):
    reply = create_chat(client, store=True, metadata={"topic": "France"}, stream=stream)
    chunks = list(reply) if stream else [reply]
    made = chunks[-1].id
    found = client.chat.completions.retrieve(made)
    assert "Paris" in found.choices[0].message.content and found.metadata == {"topic": "France"}


def test_the_list_can_be_narrowed(client):
    one = create_chat(client, store=True, metadata={"topic": "a"})
    other = create_chat(client, store=True, model="gpt-4.1")
    ids = [kept.id for kept in client.chat.completions.list()]
    assert ids == [one.id, other.id]
    assert [kept.id for kept in client.chat.completions.list(metadata={"topic": "a"})] == [one.id]
    assert [kept.id for kept in client.chat.completions.list(model="gpt-4.1")] == [other.id]


def test_its_metadata_can_change_and_it_can_be_deleted(client):
    made = create_chat(client, store=True)
    assert client.chat.completions.update(made.id, metadata={"read": "yes"}).metadata == {"read": "yes"}
    assert client.chat.completions.delete(made.id).deleted
    with pytest.raises(openai.NotFoundError):
        client.chat.completions.retrieve(made.id)


def test_the_messages_it_was_given(client):
    made = create_chat(client, store=True)
    assert [message.content for message in client.chat.completions.messages.list(made.id)] == [FRANCE]
