"""The model declines: no error, but a reply of its own kind."""

import pydantic
from asking import PARIS
from ways import ASKED, create, each_way, said

import offline
from offline.model.speak import DECLINED


@each_way
def test_a_refusal_in_responses(standin, way):
    with standin.failing("declined"):
        reply = way(standin, "responses", [])
    if isinstance(reply, list):
        assert "".join(event.delta for event in reply if event.type == "response.refusal.delta") == DECLINED
        reply = reply[-1].response
    (part,) = reply.output[0].content
    assert (reply.status, reply.output_text, part.type, part.refusal) == ("completed", "", "refusal", DECLINED)
    assert reply.usage.output_tokens > 5


@each_way
def test_a_refusal_in_chat(standin, way):
    with standin.failing("declined"):
        reply = way(standin, "chat", [])
    if isinstance(reply, list):
        assert "".join(chunk.choices[0].delta.refusal or "" for chunk in reply) == DECLINED and said(reply) == ""
    else:
        message = reply.choices[0].message
        assert (message.refusal, message.content, reply.choices[0].finish_reason) == (DECLINED, None, "stop")


class Capital(pydantic.BaseModel):
    city: str


def test_a_refusal_is_not_parsed(client):
    with offline.failing("declined", times=2):
        parsed = client.responses.parse(**ASKED["responses"], text_format=Capital)
        message = client.chat.completions.parse(**ASKED["chat"], response_format=Capital).choices[0].message
    assert parsed.output_parsed is None and parsed.output[0].content[0].refusal == DECLINED
    assert message.parsed is None and message.refusal == DECLINED


def test_a_refusal_in_the_stream_helpers(client):
    with offline.failing("declined", times=2):
        with client.responses.stream(**ASKED["responses"]) as stream:
            assert stream.get_final_response().output[0].content[0].refusal == DECLINED
        with client.chat.completions.stream(**ASKED["chat"]) as stream:
            assert stream.get_final_completion().choices[0].message.refusal == DECLINED


def test_a_conversation_goes_on_after_a_refusal(client):
    with offline.failing("declined"):
        declined = create(client, "responses")
    assert create(client, "responses", previous_response_id=declined.id).output_text == PARIS
