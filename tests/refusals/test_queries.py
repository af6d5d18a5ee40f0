"""No name in a query is ignored: it acts, or it is refused."""

import openai
import pytest
from asking import create
from openai.types import BatchListParams, FileListParams
from openai.types.chat.completion_list_params import CompletionListParams
from openai.types.chat.completions.message_list_params import MessageListParams
from openai.types.conversations.item_create_params import ItemCreateParams
from openai.types.conversations.item_list_params import ItemListParams
from openai.types.conversations.item_retrieve_params import ItemRetrieveParams
from openai.types.responses.input_item_list_params import InputItemListParams
from openai.types.responses.response_retrieve_params import ResponseRetrieveParamsStreaming

from offline.refusals import Refused, queries

KINDS = {
    "responses/retrieve": ResponseRetrieveParamsStreaming,
    "responses/input_items": InputItemListParams,
    "chat/completions/list": CompletionListParams,
    "chat/completions/messages": MessageListParams,
    "conversations/items/create": ItemCreateParams,
    "conversations/items/list": ItemListParams,
    "conversations/items/retrieve": ItemRetrieveParams,
    "batches/list": BatchListParams,
    "files/list": FileListParams,
}
ELSEWHERE = {"items", "conversation_id"}  # in the body, in the path


@pytest.mark.parametrize("endpoint", queries.QUERIES)
def test_every_name_of_the_sdk_has_a_class_and_no_other_has(endpoint):
    assert set(queries.QUERIES[endpoint]) == set(KINDS[endpoint].__annotations__) - ELSEWHERE


@pytest.mark.parametrize(
    ("query", "code", "message"),
    [
        ("color=red", "unknown_parameter", "Unknown parameter: 'color'."),
        ("limt=3", "unknown_parameter", "Unknown parameter: 'limt'. Did you mean 'limit'?"),
        ("include[]=message.output_text.logprobs", "offline_unsupported", "The offline stand-in has no way to include"),
        ("include=", "offline_unsupported", "The offline stand-in has no way to include"),
    ],
)
def test_what_is_refused(query, code, message):
    with pytest.raises(Refused) as refused:
        queries.read("conversations/items/list", query)
    assert refused.value.body["error"]["code"] == code
    assert str(refused.value).startswith(message)


def test_what_acts_is_read():
    assert queries.read("files/list", "purpose=batch&limit=5&limit=6") == {"purpose": "batch", "limit": "6"}
    assert queries.read("chat/completions/list", "metadata[a]=b") == {"metadata[a]": "b"}


def test_through_the_sdk(client):
    reply, talk = create(client), client.conversations.create()
    for call in (
        lambda: client.responses.retrieve(reply.id, include=["message.output_text.logprobs"]),
        lambda: client.responses.input_items.list(reply.id, include=["message.input_image.image_url"]),
        lambda: client.conversations.items.list(talk.id, include=["message.input_image.image_url"]),
        lambda: client.responses.retrieve(reply.id, extra_query={"color": "red"}),
        lambda: client.responses.retrieve(reply.id, extra_query={"stream": "perhaps"}),
        lambda: client.responses.retrieve(reply.id, extra_query={"starting_after": "the third"}),
    ):
        with pytest.raises(openai.BadRequestError):
            call()
