"""The shared helpers: the switch, one prompt, money, conversations."""

import importlib.util
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import httpx2
import openai
import pytest

import offline
import utils
from offline import models
from offline.model.context import count_messages
from utils import Conversation, create_response, generate_text

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
FOLLOW_UP = "What is its population?"
SECRET = "Zq8Rk2Lw5Tn9Xv3B"
KEY = "sk-" + "proj-" + SECRET
OPENAI, STANDIN, LOCAL = "https://api.openai.com/v1/", "http://offline/v1/", "http://localhost:9/v1/"


# --- The switch ---

SWITCH = {
    "nothing set": ({}, "", STANDIN, "no key, no network"),
    "key in the environment": ({"OPENAI_API_KEY": KEY}, "", OPENAI, "The OpenAI API answers"),
    "key in .env": ({}, f"OPENAI_API_KEY={KEY}", OPENAI, "gpt-6-luna"),
    "key in .env, quoted": ({}, f'OPENAI_API_KEY="{KEY}"', OPENAI, "The OpenAI API"),
    "key in .env, spaces around it": ({}, f" OPENAI_API_KEY =  {KEY}  \r\n", OPENAI, "The OpenAI API"),
    "key in .env, a mark before it": ({}, f"\ufeffOPENAI_API_KEY={KEY}", OPENAI, "The OpenAI API"),
    "key in .env, UTF-16": ({}, f"OPENAI_API_KEY={KEY}\r\n".encode("utf-16"), OPENAI, "The OpenAI API"),
    "empty in the environment, key in .env": ({"OPENAI_API_KEY": ""}, f"OPENAI_API_KEY={KEY}", OPENAI, "The OpenAI API"),
    "placeholder in .env": ({}, "OPENAI_API_KEY=your_api_key_here", STANDIN, "is still a placeholder"),
    "empty in .env": ({}, "OPENAI_API_KEY=", STANDIN, "is empty"),
    "name alone in .env": ({}, "OPENAI_API_KEY", STANDIN, "is empty"),
    "spaces": ({"OPENAI_API_KEY": "   "}, "", STANDIN, "is empty"),
    "quotes": ({"OPENAI_API_KEY": f"'{KEY}'"}, "", STANDIN, "has quotation marks"),
    "space within": ({"OPENAI_API_KEY": KEY[:9] + " " + KEY[9:]}, "", STANDIN, "has a space"),
    "smart dash": ({}, f"OPENAI_API_KEY=sk–{SECRET}", STANDIN, "has a long dash"),
    "forced offline": ({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "1"}, "", STANDIN, "no key, no network"),
    "forced offline, with a server": ({"OPENAI_BASE_URL": LOCAL, "TUTORIAL_OFFLINE": "1"}, "", STANDIN, "no network"),
    "forced offline in .env": ({"OPENAI_API_KEY": KEY}, "TUTORIAL_OFFLINE=yes", STANDIN, "no key, no network"),
    "not forced": ({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "0"}, "", OPENAI, "The OpenAI API"),
    "another server": ({"OPENAI_BASE_URL": LOCAL}, "", LOCAL, f"The server at {LOCAL} answers"),
    "another server, key": ({"OPENAI_API_KEY": KEY}, f"OPENAI_BASE_URL={LOCAL}", LOCAL, "The server at"),
    "another server, placeholder": ({"OPENAI_BASE_URL": LOCAL}, "OPENAI_API_KEY=your_api_key_here", LOCAL, "The server at"),
    "empty address": ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": " "}, "", OPENAI, "The OpenAI API"),
}


@pytest.fixture
def settings(no_switch, monkeypatch):
    """Return a function that sets the environment and writes `.env`."""

    def use(environment: dict, env_file: str | bytes = "") -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        (no_switch / ".env").write_bytes(env_file if isinstance(env_file, bytes) else env_file.encode())

    return use


@pytest.mark.parametrize(("environment", "env_file", "address", "line"), SWITCH.values(), ids=SWITCH)
def test_who_answers(settings, capsys, environment, env_file, address, line):
    settings(environment, env_file)
    client = utils.get_client()
    said = capsys.readouterr().out
    assert client.base_url == address
    assert line in said and said.count("\n") == 1
    assert not [at for at in range(len(SECRET) - 3) if SECRET[at : at + 4] in said], "a part of the key was printed"
    if address != STANDIN:
        assert client.api_key == (KEY if address == OPENAI or KEY in environment.values() else "not-needed")


def test_the_environment_beats_the_file(settings):
    settings({"OPENAI_API_KEY": KEY}, "OPENAI_API_KEY=sk-other")
    assert utils.get_client().api_key == KEY


def test_the_file_is_found_from_a_folder_below(settings, no_switch, monkeypatch):
    settings({}, f"OPENAI_API_KEY={KEY}")
    (no_switch / "notebooks").mkdir()
    monkeypatch.chdir(no_switch / "notebooks")
    assert utils.get_client().base_url == OPENAI


def test_where_offline_is_forced_the_file_is_not_read(settings, monkeypatch):
    settings({"TUTORIAL_OFFLINE": "1"}, f"OPENAI_API_KEY={KEY}")
    monkeypatch.setattr("support.settings.read_env_file", lambda path: pytest.fail("it was read"))
    assert utils.get_client().base_url == STANDIN


def test_offline_can_be_asked_for(settings):
    settings({"OPENAI_API_KEY": KEY})
    assert utils.get_client(offline=True).base_url == STANDIN
    assert utils.get_client(offline=False).base_url == OPENAI


@pytest.mark.parametrize(
    ("env_file", "problem"), [("", "is not set"), (f"OPENAI_API_KEY='{KEY} x'", "has a space")], ids=["no key", "bad key"]
)
def test_the_real_api_asked_for_without_a_key(settings, env_file, problem):
    settings({}, env_file)
    with pytest.raises(openai.OpenAIError, match=problem) as error:
        utils.get_client(offline=False)
    assert SECRET not in str(error.value)


def test_the_switch_beats_what_is_asked_for(settings):
    settings({"OPENAI_API_KEY": KEY, "TUTORIAL_OFFLINE": "1"})
    assert utils.get_client(offline=False).base_url == STANDIN


def test_the_environment_names_the_default_model(settings):
    settings({"TUTORIAL_MODEL": "gpt-6-sol"})
    spec = importlib.util.spec_from_file_location("utils_again", utils.__file__)
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    assert (again.DEFAULT_MODEL, utils.DEFAULT_MODEL) == ("gpt-6-sol", "gpt-6-luna")


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (KEY, None),
        (offline.KEY, None),
        ("", "is empty"),
        ("<your-key>", "is still a placeholder"),
        ("sk-...", "is still a placeholder"),
        ("sk-" + "x" * 20, "is still a placeholder"),
        (KEY + "\n", "has a space or a line break in it"),
        (f"“{KEY}”", "has quotation marks in it"),
        (KEY.replace("-", "—"), "has a long dash in it where the key has a plain hyphen"),
        (KEY + "é", "has a character in it that no key has"),
    ],
)
def test_key_problem(key, problem):
    assert utils.key_problem(key) == problem


# --- One prompt ---


def test_the_example_of_2023():
    assert generate_text(FRANCE) == PARIS


def test_text_comes_without_spaces_around_it():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body["output"][0]["content"][0]["text"] = "\n Hi. \n"
    assert generate_text("Hello", client=client_saying(json.dumps(body))) == "Hi."


@pytest.mark.parametrize("model", models.offered())
def test_the_defaults_suit_every_model(standin, client, model):
    assert "Paris" in generate_text(FRANCE, model, client=client)
    efforts, (_, sent) = models.find(model).efforts, standin.requests[-1]
    assert sent["max_output_tokens"] == 150
    assert sent.get("temperature") == (0.5 if not efforts or "none" in efforts else None)


@pytest.mark.parametrize(
    ("model", "defaults"),
    [
        ("gpt-5.2-pro", {}),
        ("gpt-7-nova", {}),
        ("o3", {"reasoning": {"effort": "low"}}),
        ("llama3.2", {"temperature": 0.5}),
    ],
)
def test_the_defaults_for_other_models_are_careful(model, defaults):
    assert utils.default_parameters(model) == defaults


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"temperature": 0}, {"temperature": 0, "reasoning": {"effort": "none"}}),
        ({"reasoning": {"effort": "high"}, "max_tokens": 900}, {"reasoning": {"effort": "high"}, "max_output_tokens": 900}),
        ({"instructions": "Speak like a pirate."}, {"instructions": "Speak like a pirate.", "temperature": 0.5}),
        ({"max_tokens": None}, {"temperature": 0.5}),
    ],
    ids=["temperature", "reasoning", "instructions", "no bound"],
)
def test_what_is_given_is_sent(standin, given, sent):
    generate_text(FRANCE, **given)
    body = standin.requests[-1][1]
    assert body.items() >= sent.items()
    assert ("temperature" in body, "max_output_tokens" in body) == (
        "temperature" in sent,
        given.get("max_tokens", 150) is not None,
    )


@pytest.mark.parametrize(
    ("params", "error", "wording"),
    [
        ({"temperature": 5}, openai.BadRequestError, "Expected a value <= 2, but got 5"),
        ({"model": "gpt-5", "temperature": 0.5}, openai.BadRequestError, "'temperature' is not supported with this model"),
        ({"temperature": 0.5, "reasoning": {"effort": "high"}}, openai.BadRequestError, "'temperature' is not supported"),
        ({"model": "gpt-6-astra", "reasoning": {"effort": "none"}}, openai.BadRequestError, "'none' is not supported with the"),
        ({"max_tokens": 5}, openai.BadRequestError, "Expected a value >= 16"),
        ({"model": "gpt-9"}, openai.BadRequestError, "'gpt-9' does not exist"),
        ({"client": offline.client(api_key="wrong")}, openai.AuthenticationError, "Incorrect API key"),
        ({"seed": 1}, TypeError, "seed"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) and "client" not in value else "",
)
def test_what_the_api_refuses_reaches_the_caller(params, error, wording):
    with pytest.raises(error, match=re.escape(wording)):
        generate_text(FRANCE, **params)


def test_a_reply_cut_off_before_its_first_word():
    with pytest.raises(utils.CutOff, match="Allow more tokens"):
        generate_text(FRANCE, "gpt-6-astra", max_tokens=20)


def test_a_refusal_is_the_text():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body["output"][0]["content"] = [{"type": "refusal", "refusal": "I cannot help with that."}]
    assert generate_text("Hello", client=client_saying(json.dumps(body))) == "I cannot help with that."


# --- Replies that are none ---

NO_REPLIES = {
    "a login page": ("<html><body>Please log in</body></html>", "text/html"),
    "a login page called JSON": ("<html><body>Please log in</body></html>", "application/json"),
    "cut JSON": ('{"id": "resp_1", "output": [{"ty', "application/json"),
    "an empty body": ("", "application/json"),
    "an empty body of no type": ("", None),
    "null": ("null", "application/json"),
    "a list": ("[]", "application/json"),
    "an empty object": ("{}", "application/json"),
}


def client_saying(content, kind: str | None = "application/json", status: int = 200) -> openai.OpenAI:
    """Return a client to which every request gets `content`: text, or a function that makes pieces of a stream."""
    headers = {"content-type": kind} if kind else {}

    def handle(request):
        body = content() if callable(content) else content.encode()
        return httpx2.Response(status, headers=headers, content=body)

    http_client = openai.DefaultHttpx2Client(transport=httpx2.MockTransport(handle))
    return openai.OpenAI(api_key="any", base_url="http://hotel/v1", http_client=http_client, max_retries=0)


@pytest.mark.parametrize(("content", "kind"), NO_REPLIES.values(), ids=NO_REPLIES)
def test_no_reply_is_a_clear_error(content, kind):
    client = client_saying(content, kind)
    with pytest.raises(openai.APIError, match="No answer from http://hotel/v1/") as error:
        create_response(client, model="gpt-4o", input="Hello")
    assert error.value.request.url.host == "hotel"
    conversation = Conversation(client=client)
    with pytest.raises(openai.APIError):
        conversation.ask("Hello")
    with pytest.raises(openai.APIError):
        list(conversation.stream("Hello"))
    assert conversation.messages == []


def test_a_failed_response_is_an_error():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body |= {"status": "failed", "output": [], "error": {"code": "server_error", "message": "The model broke."}}
    client = client_saying(json.dumps(body))
    with pytest.raises(openai.APIError, match=r"The model broke\."):
        create_response(client, model="gpt-4o", input="Hello")


# --- Money ---


def reply_of(model: str, **params):
    return offline.client().responses.create(model=model, input=FRANCE, **params)


def test_the_cost_of_a_reply():
    reply = reply_of("gpt-6-luna")
    assert utils.cost(reply) == pytest.approx((reply.usage.input_tokens * 0.10 + reply.usage.output_tokens * 0.50) / 1e6)
    chat = offline.client().chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": FRANCE}])
    assert utils.cost(chat) == pytest.approx((chat.usage.prompt_tokens * 0.10 + chat.usage.completion_tokens * 0.50) / 1e6)
    assert utils.describe_usage(chat).startswith(
        f"{chat.usage.prompt_tokens} tokens in, {chat.usage.completion_tokens} tokens out, $0.0"
    )


def test_an_unknown_price_is_not_zero():
    reply = reply_of("gpt-4o").model_copy(update={"model": "gpt-9-nova"})
    assert utils.cost(reply) is None
    assert utils.describe_usage(reply) == "15 tokens in, 8 tokens out, price unknown"
    assert utils.describe_usage(reply.model_copy(update={"usage": None})) == "usage unknown, price unknown"


@pytest.mark.parametrize(
    ("dollars", "text"), [(None, "price unknown"), (0.0, "$0.00"), (0.0000055, "$0.0000055"), (1.5, "$1.50"), (12.25, "$12.25")]
)
def test_format_cost(dollars, text):
    assert utils.format_cost(dollars) == text


# --- Conversations ---


@pytest.fixture
def talk(client) -> Conversation:
    """Return a conversation with one turn behind it."""
    talk = Conversation("Be brief.", client=client)
    talk.ask(FRANCE, temperature=0)
    return talk


def broken_stream(error: BaseException | None = None, pieces: int = 8):
    """Return a function that makes the first pieces of a stream, which then breaks or just ends."""

    def make():
        body = json.dumps({"model": "gpt-4o", "input": "Hello", "stream": True}).encode()
        stream = offline.StandIn().handle("POST", "/v1/responses", {"authorization": f"Bearer {offline.KEY}"}, body).body
        yield from (piece for piece, _ in zip(stream, range(pieces), strict=False))
        if error:
            raise error

    return make


STREAM = "text/event-stream"
FAILED_EVENT = (
    'event: error\ndata: {"type": "error", "sequence_number": 1, "code": null, "param": null, "message": "Overloaded."}\n\n'
)
FAILURES = {
    "bad key": (offline.client(api_key="wrong"), openai.AuthenticationError),
    "server error": (client_saying('{"error": {"message": "Broken."}}', status=500), openai.InternalServerError),
    "connection cut": (client_saying(broken_stream(httpx2.ReadError("cut")), STREAM), openai.APIConnectionError),
    "stream ends early": (client_saying(broken_stream(), STREAM), utils.CutOff),
    "error event": (client_saying(FAILED_EVENT, STREAM), openai.APIError),
    "interrupted": (client_saying(broken_stream(KeyboardInterrupt()), STREAM), KeyboardInterrupt),
}


def ask(talk, question, **params):
    return talk.ask(question, **params)


def stream(talk, question, **params):
    return "".join(talk.stream(question, **params))


both_ways = pytest.mark.parametrize("say", [ask, stream])


@both_ways
def test_a_conversation_remembers(client, say):
    talk = Conversation(client=client)
    assert say(talk, FRANCE, temperature=0) == PARIS
    assert "2.1 million" in say(talk, FOLLOW_UP, temperature=0)
    assert [message["role"] for message in talk.messages] == ["user", "assistant"] * 2
    assert talk.messages[1] == {"role": "assistant", "content": PARIS}
    assert 0 < talk.output_tokens < talk.input_tokens and talk.cost > 0


@both_ways
def test_instructions_go_along_every_time(talk, standin, say):
    say(talk, FOLLOW_UP)
    assert [body["instructions"] for _, body in standin.requests] == ["Be brief."] * 2
    assert "system" not in {message["role"] for message in talk.messages}


def assert_unchanged_and_usable(talk, client, before):
    assert talk.messages == before
    talk.client = client
    assert "million" in talk.ask(FOLLOW_UP) and len(talk.messages) == len(before) + 2


@pytest.mark.parametrize(("broken", "error"), FAILURES.values(), ids=FAILURES)
def test_a_failed_turn_leaves_no_trace(talk, client, broken, error):
    before, talk.client = list(talk.messages), broken
    with pytest.raises(error):
        list(talk.stream("Hello"))
    assert_unchanged_and_usable(talk, client, before)


@both_ways
def test_a_cut_off_turn_leaves_no_trace_but_its_cost(talk, client, say):
    before, sent = list(talk.messages), talk.input_tokens
    with pytest.raises(utils.CutOff, match="not kept") as error:
        say(talk, "Tell me a story", max_output_tokens=16)
    assert error.value.text.split() and talk.input_tokens > sent
    assert_unchanged_and_usable(talk, client, before)


@pytest.mark.parametrize("pieces", [1, 3])
def test_leaving_a_stream_leaves_no_trace(talk, client, pieces):
    before = list(talk.messages)
    for number, _ in enumerate(talk.stream("Tell me a joke"), 1):
        if number == pieces:
            break
    assert_unchanged_and_usable(talk, client, before)


def test_an_interrupted_question_leaves_no_trace(talk, client):
    def interrupt(request):
        raise KeyboardInterrupt

    http_client = openai.DefaultHttpx2Client(transport=httpx2.MockTransport(interrupt))
    before, talk.client = list(talk.messages), openai.OpenAI(api_key="any", http_client=http_client)
    with pytest.raises(KeyboardInterrupt):
        talk.ask("Hello")
    assert_unchanged_and_usable(talk, client, before)


@pytest.mark.parametrize("bound", range(40, 200, 13))
def test_a_bounded_history_forgets_whole_oldest_turns(client, standin, bound):
    talk = Conversation("Always mention the number 42. " * 20, client=client, max_history_tokens=bound)
    for number in range(12):
        talk.ask(f"Question number {number}: what is the capital city of France?")
        _, body = standin.requests[-1]
        assert body["instructions"] == talk.instructions
        assert [message["role"] for message in body["input"]] == (["user", "assistant"] * 12)[: len(body["input"])]
        assert len(body["input"]) % 2 == 1 and body["input"][-1]["content"].startswith(f"Question number {number}:")
        assert count_messages(body["input"]) <= bound
    assert 1 < len(talk.messages) < 24
    assert not talk.messages[0]["content"].startswith("Question number 0:")


def test_the_question_is_sent_even_where_it_is_over_the_bound(client):
    talk = Conversation(client=client, max_history_tokens=1)
    assert talk.ask(FRANCE, temperature=0) == PARIS
    assert talk.messages_to_send(FOLLOW_UP) == [{"role": "user", "content": FOLLOW_UP}]


def test_a_failed_turn_forgets_nothing(talk):
    before = list(talk.messages)
    talk.max_history_tokens, talk.client = 1, offline.client(api_key="wrong")
    with pytest.raises(openai.AuthenticationError):
        talk.ask("Hello")
    assert talk.messages == before


def test_reset(talk):
    talk.reset()
    assert (talk.messages, talk.input_tokens, talk.output_tokens, talk.cost) == ([], 0, 0, 0.0)
    assert talk.instructions == "Be brief."
    assert "Which place do you mean?" in talk.ask(FOLLOW_UP)


def test_save_and_load(talk, client, tmp_path):
    path = tmp_path / "talk.json"
    talk.ask("Say hello in a café — 你好 🙂")
    talk.save(path)
    again = Conversation.load(path, client=client)
    assert {name: value for name, value in vars(again).items() if name != "client"} == {
        name: value for name, value in vars(talk).items() if name != "client"
    }
    assert "million" in Conversation.load(str(path), client=client).ask("And the population of France?")
    assert [entry.name for entry in tmp_path.iterdir()] == ["talk.json"]
    assert "你好 🙂" in path.read_text(encoding="utf-8")


def test_a_save_that_fails_leaves_the_older_file_whole(talk, tmp_path):
    path = tmp_path / "talk.json"
    talk.save(path)
    before = path.read_bytes()
    talk.messages[0]["content"] = date.today()
    with pytest.raises(TypeError):
        talk.save(path)
    assert path.read_bytes() == before


WHOLE = {"instructions": None, "model": "gpt-4o", "max_history_tokens": None, "input_tokens": 1, "output_tokens": 1, "cost": 0.0}
TURN = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}]
DAMAGED = {
    "empty": "",
    "cut": json.dumps(WHOLE | {"messages": TURN})[:-20],
    "no object": "[]",
    "no messages": json.dumps(WHOLE),
    "half a turn": json.dumps(WHOLE | {"messages": TURN[:1]}),
    "roles the wrong way round": json.dumps(WHOLE | {"messages": TURN[::-1]}),
    "messages of another kind": json.dumps(WHOLE | {"messages": ["Hi", "Hello!"]}),
    "content of another kind": json.dumps(WHOLE | {"messages": [TURN[0], {"role": "assistant", "content": 5}]}),
    "not UTF-8": b"\xff\xfe\xfa",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_reported(tmp_path, content):
    path = tmp_path / "talk.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=r"talk\.json is not a saved conversation, or it is damaged"):
        Conversation.load(path)


def test_the_transcript_escapes_html(talk):
    talk.messages = [{"role": "user", "content": "<script>alert(1)</script> & 2"}, {"role": "assistant", "content": "<b>"}]
    shown = talk._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; 2" in shown
    assert "(1 turn, " in shown and f"{talk.input_tokens} tokens in" in shown


def test_the_transcript_in_plain_text(talk, client):
    assert repr(talk).splitlines()[:2] == [f"user: {FRANCE}", f"assistant: {PARIS}"]
    talk.cost = None
    assert repr(talk).endswith("price unknown)")
    talk.ask(FOLLOW_UP)
    assert talk.cost is None, "once unknown, a sum stays unknown"


def test_ask_chatgpt_as_in_2023():
    assert utils.ask_chatgpt(FRANCE) == PARIS
    assert "Paris" in utils.ask_chatgpt("What is the population of Paris?")
    assert "Paris" in utils.ask_chatgpt("Which country is it in?")
    assert len(utils.default_conversation().messages) == 6


# --- Weight ---


def test_importing_utils_costs_little_more_than_importing_openai():
    program = (
        "import time; start = time.perf_counter(); import openai; middle = time.perf_counter(); import utils; "
        "print((time.perf_counter() - middle) / (middle - start))"
    )
    shares = []
    for _ in range(5):
        shares.append(float(subprocess.check_output([sys.executable, "-c", program])))
        if shares[-1] <= 0.10:
            return
    pytest.fail(f"importing utils adds {min(shares):.0%} to importing openai")


# --- Replies that are nearly replies ---

NEARLY = {
    "a word for an item": {"output": ["x"]},
    "no content": {"output": [{"type": "message", "content": None}]},
    "a part of an unknown type": {"output": [{"type": "message", "content": [{"type": "text"}]}]},
    "no text in a part": {"output": [{"type": "message", "content": [{"type": "output_text", "text": None}]}]},
    "an error that is a text": {"output": [], "error": "model not found"},
    "nothing yet": {"output": [], "status": "queued"},
    "the usage of another API": {"output": [], "usage": {"prompt_tokens": 1}},
}


@pytest.mark.parametrize("body", NEARLY.values(), ids=NEARLY)
def test_what_is_nearly_a_reply_is_a_clear_error(body):
    whole = {"id": "resp_1", "object": "response", "model": "gpt-6-luna", "created_at": 1, "status": "completed"} | body
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json=whole))
    client = openai.OpenAI(api_key="x", http_client=openai.DefaultHttpx2Client(transport=transport), max_retries=0)
    talk = Conversation(client=client)
    with pytest.raises(openai.APIError):
        talk.ask("Hello!")
    assert talk.messages == []


def stream_client(*events, error=None):
    def body():
        for event in events:
            yield f"data: {json.dumps(event)}\n\n".encode()
        if error:
            raise error

    headers = {"content-type": "text/event-stream"}
    transport = httpx2.MockTransport(lambda request: httpx2.Response(200, headers=headers, content=body()))
    return openai.OpenAI(api_key="x", http_client=openai.DefaultHttpx2Client(transport=transport), max_retries=0)


PIECE = {"type": "response.output_text.delta", "delta": "Hello", "item_id": "m", "output_index": 0, "content_index": 0}


def completed(client, **changes) -> dict:
    whole = client.responses.create(model="gpt-6-luna", input="Hello!", reasoning={"effort": "none"}).model_dump(mode="json")
    return {"type": "response.completed", "sequence_number": 9, "response": whole | changes}


def test_a_connection_that_breaks_after_the_last_event_costs_nothing(client):
    broken = stream_client(PIECE, completed(client), error=httpx2.RemoteProtocolError("gone"))
    talk = Conversation(client=broken)
    assert list(talk.stream("Hi")) == ["Hello"]
    assert len(talk.messages) == 2 and talk.output_tokens > 0


def test_a_stream_whose_last_event_has_no_text_keeps_what_it_brought(client):
    talk = Conversation(client=stream_client(PIECE, completed(client, output=[])))
    assert list(talk.stream("Hi")) == ["Hello"]
    assert talk.messages[1] == {"role": "assistant", "content": "Hello"}


def test_a_lost_stream_tells_what_it_brought(client):
    with pytest.raises(utils.CutOff) as lost:
        list(Conversation(client=stream_client(PIECE)).stream("Hi"))
    assert lost.value.text == "Hello"


def test_a_long_history_is_bounded_quickly():
    talk = Conversation(max_history_tokens=2000)
    talk.messages = [{"role": ("user", "assistant")[n % 2], "content": "word " * 60} for n in range(2000)]
    began = time.perf_counter()
    sent = talk.messages_to_send("Hi")
    assert time.perf_counter() - began < 5
    assert count_messages(sent) <= 2000 < count_messages([*talk.messages[-len(sent) - 1 :], sent[-1]])


def test_an_address_that_is_none(settings):
    settings({"OPENAI_BASE_URL": "http://localhost:port/v1", "OPENAI_API_KEY": "a-key-of-a-good-shape"})
    with pytest.raises(openai.OpenAIError, match="OPENAI_BASE_URL is not an address"):
        utils.get_client()


@pytest.mark.parametrize("url", ["http://me:secret@host/v1", "http://me:s/cret@host/v1", "http://me:s?cret@host/v1"])
def test_an_address_is_shown_without_its_password(url):
    assert utils.show_address(url) == "http://host/v1"


def test_threads_may_save_to_the_same_file(tmp_path, client):
    talk = Conversation(client=client)
    talk.ask("Hello!")
    path = tmp_path / "talk.json"
    with ThreadPoolExecutor(4) as pool:
        for saved in [pool.submit(talk.save, path) for _ in range(60)]:
            saved.result()
    assert Conversation.load(path).messages == talk.messages
    assert list(tmp_path.iterdir()) == [path]


def test_generate_text_does_not_stream(client):
    with pytest.raises(TypeError, match=r"Conversation\.stream"):
        generate_text("Hello!", client=client, stream=True)
