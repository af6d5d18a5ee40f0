"""An address that is not whole, and a server that does not offer what it was asked for."""

import httpx2
import pytest
from telling import OPENAI, told, told_of

from support.explaining.addresses import better_address

NOT_WHOLE = {  # what stands in OPENAI_BASE_URL, and what should
    "http://localhost:11434": "http://localhost:11434/v1",
    "http://localhost:11434/": "http://localhost:11434/v1",
    "http://127.0.0.1:1234//": "http://127.0.0.1:1234/v1",
    "http://[::1]:8080": "http://[::1]:8080/v1",
    "https://api.groq.com/openai": "https://api.groq.com/openai/v1",
    "http://localhost:8000/v1/responses": "http://localhost:8000/v1",
    "http://localhost:8000/v1/responses/": "http://localhost:8000/v1",
    "http://localhost:8000/v1/chat/completions": "http://localhost:8000/v1",
    "http://localhost:8000/v1/models": "http://localhost:8000/v1",
    "http://localhost:8000/chat/completions": "http://localhost:8000/v1",
    "http://localhost:8000/v1//": "http://localhost:8000/v1",
    "http://localhost:8000//v1": "http://localhost:8000/v1",
    "http://me:secret@localhost:8000/v1/responses": "http://localhost:8000/v1",
}
WHOLE = [
    "http://localhost:11434/v1",
    "http://localhost:11434/v1/",
    "https://openrouter.ai/api/v1",
    "https://generativelanguage.googleapis.com/v1beta/openai/",
    "https://me.openai.azure.com/openai/v1/",
    "https://open.bigmodel.cn/api/paas/v4",
]
NO_SUCH_PATH = {  # how servers say it
    "Ollama": (404, "404 page not found", "text/plain"),
    "FastAPI": (404, '{"detail":"Not Found"}', "application/json"),
    "llama.cpp": (404, '{"error":{"code":404,"message":"File Not Found","type":"not_found_error"}}', "application/json"),
    "OpenAI": (404, '{"error":{"message":"Invalid URL (POST /responses)","type":"invalid_request_error"}}', "application/json"),
    "Express": (404, "<!DOCTYPE html><html><body><pre>Cannot POST /responses</pre></body></html>", "text/html"),
    "nothing": (404, "", "text/plain"),
    "another method": (405, "Method Not Allowed", "text/plain"),
    "LM Studio, with status 200": (200, '{"error":"Unexpected endpoint or method. (POST /responses)"}', "application/json"),
}
SAID = pytest.mark.parametrize(("status", "body", "kind"), NO_SUCH_PATH.values(), ids=NO_SUCH_PATH)


@pytest.mark.parametrize(("url", "better"), NOT_WHOLE.items())
@SAID
def test_an_address_that_is_not_whole(url, better, status, body, kind):
    said = told(status, body, url, kind=kind)
    assert "OPENAI_BASE_URL" in said and f"Try {better} instead" in said and "does not help" in said


@pytest.mark.parametrize("url", ["http://localhost:3000", "https://chat.example.com/v1/responses"])
def test_a_website_in_the_place_of_a_server(url):
    assert "/v1 instead" in told(200, "<!doctype html><title>Open WebUI</title>", url, kind="text/html")


@pytest.mark.parametrize("url", WHOLE)
@SAID
def test_an_address_that_is_whole_is_not_blamed(url, status, body, kind):
    said = told(status, body, url, kind=kind)
    assert " instead" not in said
    assert "does not offer what you asked it for" in said or "page" in said


@pytest.mark.parametrize("url", WHOLE)
def test_of_a_whole_address_nothing_is_better(url):
    for asked in ("", "/", "/responses", "/chat/completions", "/models"):
        assert better_address(httpx2.URL(url.rstrip("/") + asked)) is None


@pytest.mark.parametrize("asked", ["/responses/resp_1", "/responses/input_tokens", "/conversations/conv_1/items", "/files"])
def test_what_stands_behind_an_endpoint_is_no_mistake(asked):
    assert better_address(httpx2.URL("http://localhost:1234/v1" + asked)) is None


def test_what_openai_does_not_know_is_asked_for_wrongly_and_not_elsewhere():
    said = told(404, {"error": {"message": "Response with id 'resp_1' not found.", "code": None}})
    assert "'resp_1' not found. Check the name, the id" in said


def test_an_error_in_the_middle_of_a_reply_is_not_the_addresss_fault():
    said = told_of({"error": "slot unavailable"}, "http://localhost:1234")
    assert "slot unavailable" in said and "address" not in said


def test_openais_own_address_is_never_bettered():
    assert "instead" not in told(404, "gone", OPENAI.removesuffix("/v1"), kind="text/plain")
