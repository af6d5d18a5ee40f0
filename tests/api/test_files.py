"""Files through the real SDK: kept, listed, given back, forgotten, and refused as the API refuses them."""

import io
import time
from typing import get_args

import openai
import pytest
from openai.types import FileDeleted, FileObject, FilePurpose

from offline.api import files
from offline.wire import Request

LINE = b'{"custom_id": "1"}\n'


def strict(kind, reply):
    """Return a reply that the SDK's own type takes as it is."""
    return kind.model_validate(reply.model_dump(), strict=True)


def test_a_file_is_kept_and_given_back_byte_by_byte(client):
    content = bytes(range(256)) + b"\r\n--\r\n\r\nContent-Type: text/html\n" + "é".encode()
    for name in ("notes.bin", "letter.eml", 'with "quotes" and é.txt'):
        kept = client.files.create(file=(name, content), purpose="evals")
        assert (kept.bytes, kept.filename.replace("%22", '"'), kept.purpose) == (len(content), name, "evals")
        assert client.files.content(kept.id).read() == content


def test_what_is_said_of_a_file(client):
    before = int(time.time())
    kept = strict(FileObject, client.files.create(file=("lines.jsonl", LINE), purpose="batch"))
    assert kept.id.startswith("file-") and (kept.object, kept.status) == ("file", "processed")
    assert before <= kept.created_at <= time.time()
    assert kept.expires_at == kept.created_at + 30 * 24 * 60 * 60, "a batch's file goes after 30 days"
    assert strict(FileObject, client.files.retrieve(kept.id)) == kept
    assert strict(FileObject, client.files.create(file=("a.txt", b"Hello!"), purpose="user_data")).expires_at is None


def test_a_file_may_be_kept_for_a_while(client):
    policy = {"anchor": "created_at", "seconds": 3600}
    kept = client.files.create(file=("a.txt", b"Hello!"), purpose="user_data", expires_after=policy)
    assert kept.expires_at == kept.created_at + 3600


def test_a_file_is_forgotten(client):
    kept = client.files.create(file=("a.txt", b"Hello!"), purpose="user_data")
    assert strict(FileDeleted, client.files.delete(kept.id)).deleted is True
    for again in (client.files.retrieve, client.files.delete, client.files.content):
        with pytest.raises(openai.NotFoundError) as missing:
            again(kept.id)
        assert error(missing) == (404, f"No such File object: {kept.id}", "id", None)


def error(raised) -> tuple:
    body = raised.value.body
    assert body["type"] == "invalid_request_error"
    return raised.value.status_code, body["message"], body["param"], body["code"]


JSONL = "Invalid file format for Batch API. Must be .jsonl"
REFUSED = {
    "another purpose": (("a.txt", b"a"), "vector_store", {}, ("'vector_store' is not one of ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] - 'purpose'", "purpose", None)),
    "nothing in it": (("a.txt", b""), "user_data", {}, ("File is empty.", "file", None)),
    "a batch of nothing": (("a.jsonl", b""), "batch", {}, (JSONL, None, None)),
    "a batch of no JSON": (("a.jsonl", b"{broken"), "batch", {}, (JSONL, None, None)),
    "a batch with another ending": (("a.json", LINE), "batch", {}, (JSONL, None, None)),
    "a batch without a name": (io.BytesIO(LINE), "batch", {}, (JSONL, None, None)),
    "examples with another ending": (("a.txt", LINE), "fine-tune", {}, ("Invalid file format for Fine-Tuning API. Must be .jsonl", None, None)),
    "kept too short": (("a.txt", b"a"), "user_data", {"anchor": "created_at", "seconds": 60}, ("Invalid 'expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 60 instead.", "expires_after.seconds", "integer_below_min_value")),
    "kept too long": (("a.txt", b"a"), "user_data", {"anchor": "created_at", "seconds": 9_999_999}, ("Invalid 'expires_after.seconds': integer above maximum value. Expected a value <= 2592000, but got 9999999 instead.", "expires_after.seconds", "integer_above_max_value")),
    "kept for no number": (("a.txt", b"a"), "user_data", {"anchor": "created_at", "seconds": "long"}, ("Invalid type for 'expires_after.seconds': expected an integer, but got a string instead.", "expires_after.seconds", "invalid_type")),
    "kept from another time": (("a.txt", b"a"), "user_data", {"anchor": "now", "seconds": 3600}, ("Invalid value: 'now'. Supported values are: 'created_at'.", "expires_after.anchor", "invalid_value")),
    "kept from when": (("a.txt", b"a"), "user_data", {"seconds": 3600}, ("Missing required parameter: 'expires_after.anchor'.", "expires_after.anchor", "missing_required_parameter")),
}  # fmt: skip


@pytest.mark.parametrize(("file", "purpose", "expires_after", "expected"), REFUSED.values(), ids=REFUSED)
def test_an_upload_is_refused(client, file, purpose, expires_after, expected):
    options = {"expires_after": expires_after} if expires_after else {}
    with pytest.raises(openai.BadRequestError) as refused:
        client.files.create(file=file, purpose=purpose, **options)
    assert error(refused) == (400, *expected)
    assert not list(client.files.list())


FORM = "multipart/form-data; boundary=x"
NO_FORM = {
    "JSON": ("application/json", b'{"purpose": "batch"}', "file"),
    "no boundary": ("multipart/form-data", b"--x--", "file"),
    "no field": (FORM, b"--x--\r\n", "file"),
    "a field without a head": (FORM, b"--x\r\nfile\r\n--x--\r\n", "file"),
    "a text for a file": (FORM, b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\na\r\n--x--\r\n', "file"),
    "no purpose": (FORM, b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n--x--\r\n', "purpose"),
}


@pytest.mark.parametrize(("kind", "content", "missing"), NO_FORM.values(), ids=NO_FORM)
def test_what_is_no_whole_form_is_refused(standin, kind, content, missing):
    with pytest.raises(files.Refused, match=f"'{missing}' is a required property"):
        files.create(standin, Request("POST", "/files", "", {"content-type": kind}, content))


@pytest.mark.parametrize(("name", "code"), [("color", "unknown_parameter"), ("expires_after", "invalid_type")])
def test_no_field_of_an_upload_is_ignored(client, name, code):
    with pytest.raises(openai.BadRequestError) as raised:
        client.files.create(file=("a.txt", b"a"), purpose="user_data", extra_body={name: "3600"})
    assert (raised.value.param, raised.value.code) == (name, code)


@pytest.mark.parametrize("purpose", ["assistants", "user_data", "vision"])
def test_some_files_are_not_given_back(client, purpose):
    kept = client.files.create(file=("a.txt", b"Hello!"), purpose=purpose)
    with pytest.raises(openai.BadRequestError) as refused:
        client.files.content(kept.id)
    assert error(refused) == (400, f"Not allowed to download files of purpose: {purpose}", None, None)


def test_there_is_an_end_of_room(client, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES_KEPT", 2 * 1024**2)
    large = client.files.create(file=("a.bin", b"a" * 1024**2), purpose="user_data")
    with pytest.raises(openai.BadRequestError) as refused:
        client.files.create(file=("b.bin", b"b" * 1024**2 + b"b"), purpose="user_data")
    message = "The offline stand-in has no room for more than 2 MB of files at a time; the real API does."
    assert error(refused) == (400, message, "file", "offline_unsupported")
    client.files.delete(large.id)
    client.files.create(file=("b.bin", b"b" * 1024**2 + b"b"), purpose="user_data")


# --- Lists ---


@pytest.fixture
def five(client) -> list[str]:
    """Return the ids of five files, the oldest first; the third and the fifth are for batches."""
    return [client.files.create(file=(f"{n}.jsonl", LINE), purpose="batch" if n in (2, 4) else "user_data").id for n in range(5)]


def ids(found) -> list[str]:
    return [file.id for file in found]


def test_a_list_begins_with_the_newest(client, five):
    assert ids(client.files.list()) == five[::-1]
    assert ids(client.files.list(order="asc")) == five
    assert ids(client.files.list(purpose="batch")) == [five[4], five[2]]
    assert ids(client.files.list(purpose="vision")) == []


def test_a_list_comes_page_by_page(client, five):
    first = client.files.list(limit=2)
    assert (ids(first.data), first.has_more) == (five[:2:-1], True)
    second = client.files.list(limit=3, after=first.data[-1].id)
    assert (ids(second.data), second.has_more) == (five[2::-1], False)
    assert ids(client.files.list(limit=2, order="asc")) == five, "the SDK asks for the further pages by itself"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"limit": 0}, (400, "Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead.", "limit", "integer_below_min_value")),
        ({"limit": 10_001}, (400, "Invalid 'limit': integer above maximum value. Expected a value <= 10000, but got 10001 instead.", "limit", "integer_above_max_value")),
        ({"limit": "all"}, (400, "Invalid type for 'limit': expected an integer, but got a string instead.", "limit", "invalid_type")),
        ({"order": "up"}, (400, "Invalid value: 'up'. Supported values are: 'asc' and 'desc'.", "order", "invalid_value")),
        ({"after": "file-0"}, (404, "No such File object: file-0", "id", None)),
    ],
    ids=["too few", "too many", "no number", "no order", "after nothing"],
)  # fmt: skip
def test_a_list_is_refused(client, five, query, expected):
    with pytest.raises(openai.APIStatusError) as refused:
        client.files.list(**query)
    assert error(refused) == expected


def test_the_purposes_are_those_of_the_sdk():
    assert set(files.PURPOSES) == set(get_args(FilePurpose))
