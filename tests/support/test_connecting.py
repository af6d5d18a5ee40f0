"""Proxies and certificates of the system that keep a client from being made: the variable is named, nothing secret is."""

import importlib.util
import os

import openai
import pytest
from asking import FRANCE, PARIS

import checks
import utils
from support.connecting import system_problems

KEY, SECRET = "a-key-of-a-good-shape", "p4ssw0rd"
NOT_A_PROXY = "is not the address of a proxy"
# What the environment has, and what is said of it.
PREVENTED = {
    "socks4": ({"ALL_PROXY": "socks4://127.0.0.1:1080"}, f"ALL_PROXY, from the environment, {NOT_A_PROXY}"),
    "a scheme that there is not": ({"HTTPS_PROXY": "foo://127.0.0.1:3128"}, f"HTTPS_PROXY, from the environment, {NOT_A_PROXY}"),
    "lower case": ({"https_proxy": "foo://127.0.0.1:3128"}, f"https_proxy, from the environment, {NOT_A_PROXY}"),
    "# in the password": ({"HTTPS_PROXY": f"http://me:{SECRET}#1@127.0.0.1:3128"}, f"HTTPS_PROXY, from the environment, {NOT_A_PROXY}"),
    "/ in the password": ({"HTTP_PROXY": f"http://me:{SECRET}/1@127.0.0.1:3128"}, f"HTTP_PROXY, from the environment, {NOT_A_PROXY}"),
    "a word for the port": ({"HTTP_PROXY": "http://127.0.0.1:port"}, f"HTTP_PROXY, from the environment, {NOT_A_PROXY}"),
    "no scheme, a word for the port": ({"ALL_PROXY": "127.0.0.1:port"}, f"ALL_PROXY, from the environment, {NOT_A_PROXY}"),
    "half an IPv6 address": ({"HTTPS_PROXY": "http://[::1"}, f"HTTPS_PROXY, from the environment, {NOT_A_PROXY}"),
    "a space in front": ({"HTTPS_PROXY": " http://127.0.0.1:3128"}, f"HTTPS_PROXY, from the environment, {NOT_A_PROXY}"),
    "quotation marks": ({"HTTPS_PROXY": '"http://127.0.0.1:3128"'}, f"HTTPS_PROXY, from the environment, {NOT_A_PROXY}"),
    "no certificates": ({"SSL_CERT_FILE": "/nowhere/cacert.pem"}, "SSL_CERT_FILE, from the environment, names a file of certificates that is not there"),
    "a folder": ({"SSL_CERT_FILE": os.path.dirname(__file__)}, "SSL_CERT_FILE, from the environment, names something that is no file of"),
    "another file": ({"SSL_CERT_FILE": __file__}, "SSL_CERT_FILE, from the environment, names something that is no file of certificates"),
    "two at once": ({"SSL_CERT_FILE": "/nowhere", "ALL_PROXY": "foo://x"}, "SSL_CERT_FILE, from the environment, names a file"),
}  # fmt: skip


@pytest.fixture
def system(no_switch, monkeypatch):
    """Return a function that sets the environment, with a key and without any other proxy or certificates."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy") or name.startswith("SSL_CERT")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def use(environment: dict[str, str]) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    return use


@pytest.mark.parametrize("make", [utils.get_client, utils.get_async_client])
@pytest.mark.parametrize(("environment", "said"), PREVENTED.values(), ids=PREVENTED)
def test_why_no_client_can_be_made(system, environment, said, make):
    system(environment)
    with pytest.raises(openai.OpenAIError) as error:
        make()
    assert said in str(error.value) and error.value.__suppress_context__
    assert SECRET not in str(error.value) and "OPENAI_BASE_URL" not in str(error.value)


@pytest.mark.parametrize(("environment", "said"), PREVENTED.values(), ids=PREVENTED)
def test_check_setup_ends_in_lines(system, capsys, environment, said):
    system(environment)
    checks.check_setup()
    printed = capsys.readouterr().out
    assert f"[fix] network   {said}" in printed
    assert printed.splitlines()[-2] == "[fix] answer    none (OpenAIError)"
    assert SECRET not in printed


@pytest.mark.parametrize(("environment", "said"), PREVENTED.values(), ids=PREVENTED)
def test_the_stand_in_needs_no_network(system, environment, said):
    system(environment)
    assert utils.generate_text(FRANCE, client=utils.get_client(offline=True)) == PARIS


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "socks5h://me:secret@127.0.0.1:1080"])
@pytest.mark.parametrize("name", ["ALL_PROXY", "all_proxy", "HTTPS_PROXY"])
def test_a_socks_proxy_without_its_package(system, monkeypatch, name, proxy):
    real = importlib.util.find_spec
    monkeypatch.setattr("support.connecting.find_spec", lambda module: None if module == "socksio" else real(module))
    system({name: proxy})
    ((said),) = system_problems()
    assert said.startswith(f"{name}, from the environment, names a SOCKS proxy") and '%pip install "httpx2[socks]"' in said
    monkeypatch.setattr("support.connecting.find_spec", lambda module: module)
    assert not list(system_problems())


@pytest.mark.parametrize(
    "environment",
    [
        {"HTTPS_PROXY": "http://127.0.0.1:3128"},
        {"HTTP_PROXY": "127.0.0.1:3128"},
        {"HTTPS_PROXY": "http://me:p%23ss@127.0.0.1:3128"},
        {"NO_PROXY": "::1,[::1],fe80::/10,localhost"},
        {"HTTPS_PROXY": ""},
        {"SSL_CERT_FILE": ""},
        {"FTP_PROXY": "foo://x"},
    ],
    ids=str,
)
def test_what_is_right_is_not_spoken_of(system, environment):
    system(environment)
    assert not list(system_problems())
    utils.get_client().close()


def test_what_nobody_foresaw_is_still_an_error_in_words(system, monkeypatch):
    def broken(**options):
        raise ValueError(KEY)

    system({})
    monkeypatch.setattr(utils, "OpenAI", broken)
    with pytest.raises(openai.OpenAIError, match=r"The client cannot be made \(ValueError\)"):
        utils.get_client()
