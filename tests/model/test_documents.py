"""Files as input: text is read whatever it is called, all else is refused and named."""

import base64
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.model import documents
from offline.model.documents import read_file
from offline.refusals import Refused

PLACE = "input[0].content[1].file_data"
CHAT = "messages[0].content[1].file.file_data"
GREETING = "Grüße aus Zürich, 5 € 👋\n"


def data_url(content: bytes | str, mime: str = "text/plain") -> str:
    content = content.encode() if isinstance(content, str) else content
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


TEXTS = {
    "plain text": ("a.txt", data_url(GREETING), GREETING),
    "markdown": ("a.md", data_url("# Hi", "text/markdown"), "# Hi"),
    "a table": ("a.csv", data_url("a;b\r\n1;2", "text/csv"), "a;b\r\n1;2"),
    "JSON": ("a.json", data_url('{"a": 1}', "application/json"), '{"a": 1}'),
    "a page": ("a.html", data_url("<p>Hi", "text/html"), "<p>Hi"),
    "code": ("a.py", data_url("print('Hi')\n", "text/x-python"), "print('Hi')\n"),
    "with a charset": ("a.txt", data_url("Hi", "text/plain;charset=utf-8"), "Hi"),
    "without a name": (None, data_url("Hi"), "Hi"),
    "of an unknown type": ("a.log", data_url("Hi", "application/octet-stream"), "Hi"),
    "called what it is not": ("a.docx", data_url("Hi"), "Hi"),
    "with a byte order mark": ("a.txt", data_url(GREETING.encode("utf-8-sig")), GREETING),
    "in UTF-16": ("a.txt", data_url(GREETING.encode("utf-16")), GREETING),
    "in UTF-16 of the other order": ("a.txt", data_url(b"\xfe\xff" + GREETING.encode("utf-16-be")), GREETING),
    "in Latin-1": ("a.txt", data_url("Grüße".encode("latin-1")), "Grüße"),
    "a terminal's output": ("a.log", data_url("\x1b[31mred\x1b[0m\ttab\f"), "\x1b[31mred\x1b[0m\ttab\f"),
    "text that begins like something else": (
        "a.txt",
        data_url("ID3 tags, BM25, PK and %PDF-1.4"),
        "ID3 tags, BM25, PK and %PDF-1.4",
    ),
}


@pytest.mark.parametrize(("name", "url", "text"), TEXTS.values(), ids=TEXTS)
def test_text_is_read(name, url, text):
    assert read_file(name, url, PLACE) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])).filter(bool))
def test_any_text_comes_back_as_it_was(text):
    if not text.startswith("\ufeff"):
        assert read_file("a.txt", data_url("." + text), PLACE) == "." + text


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return file.getvalue()


BINARY = {
    "a PDF": ("a.pdf", data_url(b"%PDF-1.7\n...", "application/pdf"), "PDF", True),
    "a PDF called text": ("a.txt", data_url(b"%PDF-1.7\n..."), "PDF", True),
    "text called a PDF": ("a.pdf", data_url("Hi", "application/pdf"), "PDF", True),
    "Word": (
        "a.docx",
        data_url(zipped(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "DOCX",
        True,
    ),
    "old Excel": ("a.xls", data_url(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/vnd.ms-excel"), "XLS", True),
    "rich text": ("a.rtf", data_url(r"{\rtf1 Hi}", "text/rtf"), "RTF", True),
    "an archive": ("a.zip", data_url(zipped(), "application/zip"), "ZIP", False),
    "an archive without a name": (None, data_url(zipped(), "application/zip"), "binary", False),
    "a picture": ("a.png", data_url(b"\x89PNG\r\n\x1a\n", "image/png"), "image", False),
    "sound": ("a.mp3", data_url(b"ID3\x03\x00", "audio/mpeg"), "audio", False),
    "a film": ("a.mp4", data_url(b"\0\0\0\x18ftypmp42", "video/mp4"), "video", False),
    "a program": ("a.exe", data_url(b"MZ\x90\0\x03", "application/octet-stream"), "EXE", False),
    "UTF-16 that does not say so": ("a.txt", data_url("Hi".encode("utf-16-le")), "TXT", False),
}


@pytest.mark.parametrize(("name", "url", "kind", "real"), BINARY.values(), ids=BINARY)
def test_what_is_no_text_is_refused_in_the_stand_ins_own_name(name, url, kind, real):
    with pytest.raises(Refused) as refused:
        read_file(name, url, PLACE)
    error = refused.value.body["error"]
    also = "the real API does" if real else "the real API takes no such file, either"
    assert error["message"] == f"The offline stand-in has no way to read {kind} files; {also}."
    assert (refused.value.status, error["code"], error["param"]) == (400, "offline_unsupported", PLACE)


def test_chat_takes_pdfs_only_and_says_so():
    with pytest.raises(Refused) as refused:
        read_file("a.md", data_url("# Hi", "text/markdown"), CHAT)
    assert refused.value.body["error"] == {
        "message": f"Invalid file data: '{CHAT}'. Expected a base64-encoded data URL with an application/pdf MIME type "
        "(e.g. 'data:application/pdf;base64,SGVsbG8sIFdvcmxkIQ=='), but got unsupported MIME type 'text/markdown'.",
        "type": "invalid_request_error",
        "param": CHAT,
        "code": "invalid_value",
    }
    with pytest.raises(Refused, match="no way to read PDF files; the real API does"):
        read_file("a.pdf", data_url(b"%PDF-1.7", "application/pdf"), CHAT)


@pytest.mark.parametrize("url", ["SGVsbG8=", "data:text/plain,Hello", "data:text/plain;base64,", "data:text/plain;base64,A"])
def test_what_is_no_data_url_is_refused(url):
    with pytest.raises(Refused) as refused:
        read_file("a.txt", url, PLACE)
    assert refused.value.body["error"]["code"] == "invalid_value" and refused.value.body["error"]["param"] == PLACE


def test_too_large_a_file_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "LONGEST", 1000)
    with pytest.raises(Refused) as refused:
        read_file("a.txt", data_url("a" * 2000), PLACE)
    assert refused.value.body["error"]["code"] == "file_too_large"
