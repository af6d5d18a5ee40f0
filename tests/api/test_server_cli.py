"""`python -m offline`, as another program meets it: the real process, the SDK and curl, 200 streams at once, a clean stop."""

import asyncio
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import openai
import psutil
import pytest

import offline
from offline import __main__ as cli

PROJECT = Path(offline.__file__).parents[1]
WINDOWS = sys.platform == "win32"
POLITE = [signal.CTRL_BREAK_EVENT] if WINDOWS else [signal.SIGINT, signal.SIGTERM]
FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
AT_ONCE = 200
IN_TIME = 20.0  # seconds for that many streams, on two cores


@contextmanager
def running(*arguments: str):
    """Run `python -m offline --port 0`; give the process and what it printed when it was ready."""
    command = [sys.executable, "-m", "offline", "--port", "0", *arguments]
    flags = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if WINDOWS else {}
    process = subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", **flags
    )
    try:
        said = ""
        while "Ctrl+C" not in said:
            line = process.stdout.readline()
            assert line, process.communicate()
            said += line
        yield process, said
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def greeting():
    with running() as (_, said):
        yield said


@pytest.fixture
def url(greeting, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return re.search(r"OPENAI_BASE_URL=(\S+)", greeting)[1]


def test_it_prints_its_address_and_its_key(greeting, url, monkeypatch):
    key = re.search(r"OPENAI_API_KEY=(\S+)", greeting)[1]
    with openai.OpenAI(base_url=url, api_key=key) as client:
        assert client.responses.create(model="gpt-4o", input=FRANCE).output_text == PARIS


def test_its_curl_line_works(greeting, url):
    command = shlex.split(re.search("curl .*", greeting)[0])
    address, rest = command[1], command[2:]
    options = list(zip(rest[::2], rest[1::2], strict=True))
    headers = dict(value.split(": ") for option, value in options if option == "-H")
    (data,) = (value for option, value in options if option == "-d")
    with urllib.request.urlopen(urllib.request.Request(address, data.encode(), headers), timeout=10) as reply:
        assert PARIS in reply.read().decode()
    if shutil.which("curl"):
        assert PARIS in subprocess.check_output(command, text=True, stderr=subprocess.DEVNULL)


def test_the_readme_says_the_same(greeting):
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    curl = re.search("curl .*", greeting)[0]
    assert re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{cli.PORT}", curl) in readme
    assert "python -m offline" in readme


def test_200_streams_at_once_from_threads(url):
    with openai.OpenAI(base_url=url, api_key=offline.KEY, max_retries=0) as client:

        def said(number: int) -> str:
            events = client.responses.create(model="gpt-4o", input=f"My name is Person{number}.", stream=True)
            return "".join(event.delta for event in events if event.type == "response.output_text.delta")

        began = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            replies = list(pool.map(said, range(AT_ONCE)))
    assert all(f"Person{number}!" in reply for number, reply in enumerate(replies))
    assert time.monotonic() - began < IN_TIME


def test_200_streams_at_once_from_an_event_loop(url):
    async def said(client, number: int) -> str:
        messages = [{"role": "user", "content": f"My name is Person{number}."}]
        chunks = await client.chat.completions.create(model="gpt-4o", messages=messages, stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in chunks])

    async def all_said():
        async with openai.AsyncOpenAI(base_url=url, api_key=offline.KEY, max_retries=0) as client:
            return await asyncio.gather(*(said(client, number) for number in range(AT_ONCE)))

    began = time.monotonic()
    assert all(f"Person{number}!" in reply for number, reply in enumerate(asyncio.run(all_said())))
    assert time.monotonic() - began < IN_TIME


def test_pace_slows_every_stream_down():
    with running("--pace", "20") as (_, said):
        url = re.search(r"OPENAI_BASE_URL=(\S+)", said)[1]
        with openai.OpenAI(base_url=url, api_key=offline.KEY) as client:
            began = time.monotonic()
            events = list(client.responses.create(model="gpt-4o", input=FRANCE, stream=True))
            assert time.monotonic() - began >= len(events) / 20
            began = time.monotonic()
            client.responses.create(model="gpt-4o", input=FRANCE)
            assert time.monotonic() - began < len(events) / 20


@pytest.mark.parametrize("sent", POLITE, ids=lambda number: number.name)
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "in mid-stream"])
def test_it_stops_cleanly_when_told_to(sent, busy):
    with running("--pace", "2") as (process, said), socket.socket() as connection:
        connection.connect(("127.0.0.1", int(re.search(r":(\d+)/v1", said)[1])))
        connection.settimeout(10)
        if busy:
            body = f'{{"model": "gpt-4o", "input": "{FRANCE}", "stream": true}}'
            head = f"POST /v1/responses HTTP/1.1\r\nAuthorization: Bearer {offline.KEY}\r\nContent-Length: {len(body)}\r\n\r\n"
            connection.sendall((head + body).encode())
            assert connection.recv(10)
        process.send_signal(sent)
        out, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")
    assert out.endswith("Stopped.\n")


@pytest.mark.skipif(WINDOWS, reason="there, a signal cannot be sent twice to a process that ends")
def test_an_impatient_second_ctrl_c_does_no_harm():
    with running() as (process, _):
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")


def test_a_port_in_use_is_said_plainly(url, capsys):
    port = url.rpartition(":")[2].removesuffix("/v1")
    assert cli.main(["--port", port]) == 1
    assert capsys.readouterr().err.startswith(f"Port {port} is in use")


def test_an_address_that_is_not_ours_is_said_plainly(capsys):
    assert cli.main(["--host", "192.0.2.1", "--port", "0"]) == 1
    assert capsys.readouterr().err.startswith("The stand-in cannot listen at 192.0.2.1, port 0: ")


WRONG = {
    "a port that is no number": (["--port", "many"], "'many'"),
    "a port that there is not": (["--port", "65536"], "'65536'"),
    "no pace": (["--pace", "0"], "'0'"),
    "an endless pace": (["--pace", "inf"], "'inf'"),
    "a pace that is no number": (["--pace", "slow"], "'slow'"),
    "every address by saying nothing": (["--host", ""], "0.0.0.0"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_argument_is_said_plainly(arguments, words, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    assert stop.value.code == 2 and words in capsys.readouterr().err


def listening_at(process: subprocess.Popen) -> set[str]:
    """Return the addresses at which a process listens."""
    connections = psutil.Process(process.pid).net_connections("tcp")
    return {connection.laddr.ip for connection in connections if connection.status == "LISTEN"}


def test_it_listens_on_loopback_and_nowhere_else():
    with running() as (process, _):
        assert listening_at(process) == {"127.0.0.1"}


def test_elsewhere_only_when_told_to_and_with_a_warning():
    with running("--host", "0.0.0.0") as (process, said):
        assert listening_at(process) == {"0.0.0.0"}
        assert "http://127.0.0.1:" in said
        process.send_signal(POLITE[0])
        assert process.communicate(timeout=10)[1].startswith("Warning: 0.0.0.0 is not only this machine.")


def test_serving_needs_nothing_but_what_the_stand_in_needs():
    """No framework came in by the back door."""
    code = "import offline.clients, sys; before = set(sys.modules); import offline.server, offline.__main__; print(*sys.modules.keys() - before)"
    new = subprocess.check_output([sys.executable, "-c", code], cwd=PROJECT, text=True).split()
    assert {name.partition(".")[0] for name in new} <= set(sys.stdlib_module_names) | {"offline"}
