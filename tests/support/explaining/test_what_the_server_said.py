"""`explain` passes on what a server said, in whatever form it said it."""

import httpx2
import openai
import pytest
from far_end import events, far_end
from telling import OTHERS, refusal, told

import utils

HERE = OTHERS["on this machine"]
SAID = "the cache is full of left socks"
FORMS = {
    "OpenAI's": refusal(SAID),
    "OpenAI's, without the rest": {"error": {"message": SAID}},
    "a text": {"error": SAID},
    "a list": [{"error": {"code": 400, "message": SAID, "status": "FAILED_PRECONDITION"}}],
    "a list of texts": [SAID],
    "vLLM's": {"object": "error", "message": SAID, "type": "BadRequestError", "param": None, "code": 400},
    "FastAPI's, a sentence": {"detail": SAID},
    "FastAPI's, a list": {"detail": [{"type": "missing", "loc": ["body", "input"], "msg": SAID, "input": {}}]},
    "FastAPI's, an object": {"detail": {"error": SAID}},
    "problem+json": {"type": "about:blank", "title": "Bad", "status": 400, "detail": SAID},
    "OAuth's": {"error_description": SAID, "hint": None},
    "a list of errors": {"errors": [{"message": SAID}]},
    "an error within the error": {"error": {"error": {"message": SAID}}},
    "no known field": {"fault": {"text": SAID}},
    "just a text": SAID,
}
STATUSES = [400, 402, 403, 404, 409, 418, 422, 429, 500, 503]


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("body", FORMS.values(), ids=FORMS)
def test_what_the_server_says_is_passed_on(body, status):
    said = told(status, body, HERE)
    assert SAID in said
    assert "localhost:11434" in said or status == 409


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_plain_text_is_passed_on(status):
    assert SAID in told(status, SAID, HERE, kind="text/plain")


def test_where_the_mistake_is_stands_beside_it():
    body = {"detail": [{"loc": ["body", "input"], "msg": "field required"}, {"loc": ["body", "model", 0], "msg": "no text"}]}
    assert "field required (body.input); no text (body.model.0)." in told(422, body, HERE)


NOTHING = {"an empty object": {}, "null": None, "a number": 7, "an empty list": [], "empty texts": {"error": "", "detail": []}}


@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING)
def test_a_server_that_does_not_say_why(body):
    assert "it does not say why" in told(400, body, HERE) or body == NOTHING["empty texts"]


def test_an_empty_answer():
    assert "it does not say why" in told(400, "", HERE, kind="text/plain")


PAGES = {
    "a title": "<!DOCTYPE html><html><head><title>Access denied by policy</title></head><body>no</body></html>",
    "a heading": "<html><body><h1 class='x'>Access denied by policy</h1><p>Go away.</p></body></html>",
    "lines and capitals": "\n\n<HTML>\n<HEAD><TITLE>\nAccess denied\n by policy\n</TITLE></HEAD></HTML>",
    "after a comment": "<!-- made by a wall -->\n<!doctype html><title>Access denied by policy</title>",
    "neither": "<html><body><p>Access <b>denied</b> by&nbsp;policy</p></body></html>",
}


@pytest.mark.parametrize("url", ["https://api.openai.com/v1", OTHERS["at a company"]])
@pytest.mark.parametrize("status", [401, 403, 404, 429, 451])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_told_from_an_answer_of_the_api(page, status, url):
    said = told(status, page, url, kind="text/html; charset=utf-8")
    assert "Access denied by policy" in said and "page" in said
    assert "key" not in said and "<" not in said


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_that_comes_within_a_stream(page):
    """Such an error has no status of its own."""
    with pytest.raises(openai.APIError) as error:
        list(utils.Conversation(client=far_end(events({"error": page}), base_url=HERE)).stream("Hello!"))
    said = utils.explain(error.value)
    assert "Access denied by policy" in said and "A web page came back" in said


@pytest.mark.parametrize("status", [500, 502, 520])
def test_a_page_about_a_failure_is_the_servers_problem(status):
    said = told(status, "<html><title>502 Bad gateway</title></html>", kind="text/html")
    assert "problem of its own: 502 Bad gateway." in said and "try again" in said


def test_keys_are_hidden_in_every_form():
    key = "sk-" + "Zq8Rk2Lw5Tn9Xv3B"
    for body in ({"error": f"bad {key}"}, {"detail": [{"msg": key}]}, [key], f"no {key}"):
        assert "Zq8R" not in told(401, body, HERE)
    assert "Zq8R" not in told(403, f"<html><title>{key}</title>", HERE, kind="text/html")


def test_a_key_in_an_answer_is_hidden_in_the_error_as_well():
    key = "sk-" + "Zq8Rk2Lw5Tn9Xv3B"
    step = httpx2.Response(422, json={"detail": [{"msg": f"not {key}", "loc": ["body"]}]})
    with pytest.raises(Exception) as error:
        utils.generate_text("Hello!", client=far_end(step, base_url=HERE))
    assert error.value.body == {"detail": [{"msg": "not (hidden)", "loc": ["body"]}]}
