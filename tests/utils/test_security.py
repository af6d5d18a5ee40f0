"""A key never shows: not in what is printed, logged, raised, shown or saved, whatever the server says."""

import json
import logging
import threading
import traceback
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import openai
import pytest

import checks
import utils
from support.settings import read_env_file
from utils import Conversation, explain, generate_text

pytestmark = pytest.mark.usefixtures("hurry")

SECRET = "Zq8Rk2Lw5Tn9Xv3BmYp7"
KEY = "sk-" + "proj-" + SECRET


def parts_of_the_key(text) -> list[str]:
    """Return the parts of the secret, of four characters or more, that are in `text`."""
    return [SECRET[at : at + 4] for at in range(len(SECRET) - 3) if SECRET[at : at + 4] in str(text)]


@contextmanager
def http_server(answer):
    """Run a server in this process; `answer` gets the handler of each request. Gives its base URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length") or 0))
            answer(self)

        do_GET = do_POST

        def log_message(self, *args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.shutdown()
            thread.join()


def send(handler, status: int, body: str, **headers) -> None:
    handler.send_response(status)
    for name, value in {"content-type": "application/json", "content-length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body.encode())


def echo(status: int, mask=lambda key: key):
    """Return an answer that repeats the key, as careless servers do."""

    def answer(handler):
        key = mask(handler.headers["authorization"].removeprefix("Bearer "))
        send(handler, status, json.dumps({"error": {"message": f"Incorrect API key provided: {key}.", "code": "c"}}))

    return answer


@pytest.fixture
def settings(no_switch, monkeypatch):
    """Return a function that puts the key, and perhaps a server, into the environment."""

    def use(base_url: str = "", key: str = KEY) -> None:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("OPENAI_API_KEY", key)
        monkeypatch.setenv("OPENAI_BASE_URL", base_url)

    return use


# --- What is shown ---


def test_objects_do_not_show_it(settings):
    settings()
    with utils.get_client() as client, utils.get_client(budget=1) as limited:
        talk = Conversation(client=client)
        shown = [client, limited, limited.budget, client.with_options(timeout=1), talk, talk._repr_html_(), utils.read_settings()]
        assert client.api_key == limited.api_key == KEY
        assert not parts_of_the_key([f"{thing!r} {thing!s}" for thing in shown])


def test_settings_are_still_a_dictionary(settings):
    settings()
    read = utils.read_settings()
    assert read["OPENAI_API_KEY"] == KEY and isinstance(read, dict) and "OPENAI_API_KEY" in repr(read)


def test_the_env_file_is_not_shown_either(settings, no_switch):
    (no_switch / ".env").write_text(f"OPENAI_API_KEY={KEY}")
    read = read_env_file(str(no_switch / ".env"))
    assert read.values["OPENAI_API_KEY"] == KEY and not parts_of_the_key(repr(read))


WRONG_PLACES = {
    "a key that is not usable": {"key": f"'{KEY}'"},
    "a key with a space": {"key": f"{KEY[:12]} {KEY[12:]}"},
    "the key as the address": {"base_url": KEY},
    "the key in the address": {"base_url": f"http://user:{SECRET}@127.0.0.1:9/v1"},
    "the key in the query": {"base_url": f"http://127.0.0.1:9/v1?key={SECRET}"},
    "the key in the path": {"base_url": f"http://127.0.0.1:9/{KEY}/v1"},
}


@pytest.mark.parametrize("given", WRONG_PLACES.values(), ids=WRONG_PLACES)
def test_who_answers_and_check_setup_do_not_print_it(settings, capsys, given, monkeypatch):
    settings(**given)
    made = utils.get_client
    monkeypatch.setattr(utils, "get_client", lambda: made().with_options(max_retries=0))
    checks.check_setup()
    printed = capsys.readouterr()
    assert "[ok]" in printed.out and not parts_of_the_key(printed)


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
def test_check_setup_does_not_repeat_what_the_server_says_of_it(settings, capsys, status, monkeypatch):
    made = utils.get_client
    monkeypatch.setattr(utils, "get_client", lambda: made().with_options(max_retries=0))
    with http_server(echo(status)) as url:
        settings(url)
        checks.check_setup()
    printed = capsys.readouterr()
    assert "answer" in printed.out and not parts_of_the_key(printed)


# --- What is raised ---

MASKS = {
    "whole": lambda key: key,
    "with stars": lambda key: f"{key[:12]}{'*' * 20}{key[-4:]}",
    "with dots": lambda key: f"{key[:12]}...{key[-4:]}",
}


def ask(client):
    Conversation(client=client).ask("Hello")


def stream(client):
    list(Conversation(client=client).stream("Hello"))


def generate(client):
    generate_text("Hello", client=client)


@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
@pytest.mark.parametrize("helper", [ask, stream, generate])
@pytest.mark.parametrize("status", [400, 401, 500])
def test_errors_and_their_tracebacks_do_not_show_it(settings, status, helper, mask):
    with http_server(echo(status, mask)) as url:
        settings(url)
        with utils.get_client() as client, pytest.raises(openai.APIStatusError) as error:
            helper(client.with_options(max_retries=0))
    shown = "".join(traceback.format_exception(error.value))
    assert "Incorrect API key provided" in shown
    assert not parts_of_the_key([shown, repr(error.value), error.value.message, explain(error.value)])


@pytest.mark.parametrize("key", [f"{KEY} x", f"'{KEY}'", f"“{KEY}”"])
def test_a_refused_key_is_not_even_in_a_traceback_with_variables(settings, key):
    settings(key=key)
    with pytest.raises(openai.OpenAIError) as error:
        utils.get_client(offline=False)
    detailed = traceback.TracebackException.from_exception(error.value, capture_locals=True)
    frames = [frame for frame in detailed.stack if frame.filename == utils.__file__]
    assert frames and not parts_of_the_key([frame.locals for frame in frames])
    assert not parts_of_the_key("".join(traceback.format_exception(error.value)))


# --- What is logged, saved and sent ---


@pytest.mark.parametrize("budget", [None, 1.0])
def test_debug_logs_do_not_show_it(settings, caplog, budget):
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "httpx2", "httpcore2"):
        caplog.set_level(logging.DEBUG, logger=name)
    with http_server(echo(401)) as url:
        settings(url)
        with utils.get_client(budget=budget) as client:
            for helper in (ask, stream, generate):
                with pytest.raises(openai.AuthenticationError):
                    helper(client)
    loggers = {record.name.split(".")[0] for record in caplog.records}
    assert {"openai", "httpx2", "httpcore2"} <= loggers
    assert not parts_of_the_key(caplog.text)


def test_a_saved_conversation_does_not_hold_it(settings, client, tmp_path):
    settings()
    talk = Conversation("Be brief.", client=client)
    talk.ask("Hello")
    talk.client = openai.OpenAI(api_key=KEY)
    talk.save(tmp_path / "talk.json")
    assert not parts_of_the_key((tmp_path / "talk.json").read_text())
    assert "client" not in (tmp_path / "talk.json").read_text()


def test_a_redirect_to_another_server_does_not_take_it_along(settings):
    seen = []

    def note(handler):
        seen.append(handler.headers["authorization"])
        send(handler, 200, "{}")

    with http_server(note) as other, http_server(lambda h: send(h, 307, "", location=f"{other}/responses")) as url:
        settings(url)
        for budget in (None, 1.0):
            with utils.get_client(budget=budget) as client, pytest.raises(utils.NoReply):
                ask(client)
    assert set(seen) == {None}


def test_a_key_is_only_sent_to_its_server(settings):
    seen = []

    def note(handler):
        seen.append(handler.headers["authorization"])
        send(handler, 200, "{}")

    with http_server(note) as url:
        settings(url)
        with utils.get_client() as client, pytest.raises(utils.NoReply):
            ask(client)
    with utils.get_client(offline=True) as client:
        assert KEY not in client.api_key
    assert set(seen) == {f"Bearer {KEY}"}
