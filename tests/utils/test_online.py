"""The other side of the switch: the helpers against a real HTTP server on this machine, with a key and an address set."""

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import openai
import pytest
from asking import FRANCE, PARIS

import offline
import utils
from offline.server import serve
from utils import Conversation, generate_text


@pytest.fixture
def online(server, no_switch, monkeypatch):
    """Point the helpers at the server, as a learner would."""
    monkeypatch.setenv("OPENAI_BASE_URL", server)
    monkeypatch.setenv("OPENAI_API_KEY", offline.KEY)
    return server


def changing(change_stream):
    """Return a stand-in that hands out its streams through `change_stream`."""

    class Changed(offline.StandIn):
        def handle(self, *request):
            reply = super().handle(*request)
            if not isinstance(reply.body, bytes):
                reply.body = change_stream(reply.body)
            return reply

    return Changed()


def test_the_switch_says_who_answers(online, capsys):
    with utils.get_client() as client:
        assert str(client.base_url) == online + "/"
    sources = "OPENAI_API_KEY and OPENAI_BASE_URL from the environment"
    assert capsys.readouterr().out == f"The server at {online} answers. Model: gpt-6-luna. ({sources})\n"


def test_generate_text(online, standin):
    assert generate_text(FRANCE) == PARIS
    assert standin.requests[-1][0] == "/responses"


def test_conversation(online):
    talk = Conversation("Be kind.")
    assert talk.ask(FRANCE) == PARIS
    assert "2.1 million" in "".join(talk.stream("What is its population?"))
    assert len(talk.messages) == 4 and talk.cost > 0


def test_ask_chatgpt(online):
    assert utils.ask_chatgpt(FRANCE) == PARIS
    assert "2.1 million" in utils.ask_chatgpt("What is the population of Paris?")


def test_the_other_endpoints(online):
    with utils.get_client() as client:
        response = client.responses.create(model="gpt-4o", input=FRANCE)
        assert client.responses.retrieve(response.id) == response
        client.responses.delete(response.id)
        assert client.models.retrieve("gpt-4o").id == "gpt-4o"
        chunks = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": FRANCE}], stream=True)
        assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == PARIS


def test_a_wrong_key_is_refused(online, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-" + "wrong")
    with pytest.raises(openai.AuthenticationError, match="Incorrect API key"):
        generate_text(FRANCE)


def test_a_server_that_is_not_there(online, monkeypatch):
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        with openai.OpenAI(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}/v1", api_key="any", max_retries=0) as client:
            talk = Conversation(client=client)
            with pytest.raises(openai.APIConnectionError):
                talk.ask(FRANCE)
    assert talk.messages == []


def test_a_cut_connection_leaves_the_conversation_as_it_was(online):
    def cut(stream):
        yield from (piece for piece, _ in zip(stream, range(8), strict=False))
        raise ConnectionAbortedError

    talk = Conversation()
    talk.ask(FRANCE)
    before = list(talk.messages)
    with serve(changing(cut)) as broken, openai.OpenAI(base_url=broken.url, api_key=offline.KEY, max_retries=0) as client:
        talk.client, said = client, []
        with pytest.raises(openai.APIError):
            said.extend(talk.stream("Tell me a story"))
    assert said and talk.messages == before
    talk.client = None
    assert "2.1 million" in talk.ask("What is its population?")


def test_pieces_arrive_while_the_rest_is_being_written():
    seen = threading.Event()

    def wait_until_seen(stream):
        for piece in stream:
            yield piece
            if b"output_text.delta" in piece:
                assert seen.wait(10)

    with serve(changing(wait_until_seen)) as server, openai.OpenAI(base_url=server.url, api_key=offline.KEY) as client:
        pieces = []
        for piece in Conversation(client=client).stream(FRANCE):
            seen.set()
            pieces.append(piece)
    assert "".join(pieces) == PARIS and len(pieces) > 5


def test_many_at_once(online):
    with utils.get_client() as client, ThreadPoolExecutor(8) as pool:
        said = pool.map(lambda number: generate_text(f"My name is Person{number}.", client=client), range(24))
        assert all(f"Person{number}!" in text for number, text in enumerate(said))


def test_the_server_is_gone_afterwards():
    with serve() as server:
        port = urlsplit(server.url).port
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
