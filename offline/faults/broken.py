"""Faults in which a connection, a stream or a reply is broken, or the model declines."""

import json
from collections.abc import Callable, Iterable, Iterator

from ..wire import Reply, Request, event
from .kinds import Answer, ConnectionFault, fault, is_new_batch, is_streamed, is_streamed_response, is_written

TEXTS_BEFORE = 3  # pieces of text that a stream still brings before it fails
TROUBLE = "An error occurred while processing your request. You can retry your request, or contact us through our help center at help.openai.com if the error persists."


@fault("timeout", "no reply comes within the client's timeout, or `wait` seconds if that is less", wait=0.0)
def _timeout(request: Request, answer: Answer, wait: float) -> Reply:
    raise ConnectionFault("timeout", "The read operation timed out", wait)


@fault("slow", "the reply comes after `wait` seconds; a client whose timeout is shorter gives up before", wait=1.0)
def _slow(request: Request, answer: Answer, wait: float) -> Reply:
    reply = answer()
    return Reply(reply.status, reply.body, reply.headers, late=wait)


@fault("no_connection", "nobody answers at the address")
def _no_connection(request: Request, answer: Answer, wait: float) -> Reply:
    raise ConnectionFault("refused", "[Errno 111] Connection refused")


@fault("cut_connection", "the connection breaks in the middle of the reply, which the API has worked out")
def _cut_connection(request: Request, answer: Answer, wait: float) -> Reply:
    reply = answer()
    start: Iterable[bytes]
    if isinstance(reply.body, bytes):
        start, kind = [reply.body[: len(reply.body) // 2]], {"content-type": "application/json"}
    else:
        start, kind = _first_texts(reply.body), {}
    return Reply(reply.status, _then_cut(start), kind | reply.headers)


def _then_cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield from pieces
    raise ConnectionFault("cut", "peer closed connection without sending complete message body (incomplete chunked read)")


@fault("error_event", "a stream of the Responses API brings an error event, and ends", concerns=is_streamed_response)
def _error_event(request: Request, answer: Answer, wait: float) -> Reply:
    def events(pieces: Iterator[bytes]) -> Iterator[bytes]:
        sent = list(_first_texts(pieces))
        yield from sent
        trouble = {"code": "server_error", "message": TROUBLE, "param": None}
        yield event({"type": "error", "sequence_number": len(sent)} | trouble, named=True)

    return _changed(answer(), events)


@fault("stream_error", "a stream brings an error in place of its next event, and ends", concerns=is_streamed)
def _stream_error(request: Request, answer: Answer, wait: float) -> Reply:
    named = request.path.startswith("/responses")

    def events(pieces: Iterator[bytes]) -> Iterator[bytes]:
        sent = list(_first_texts(pieces))
        yield from sent
        trouble = {"error": {"type": "server_error", "code": "server_error", "message": TROUBLE, "param": None}}
        yield event(({"type": "error", "sequence_number": len(sent)} if named else {}) | trouble, named=named)

    return _changed(answer(), events)


@fault("failed_response", "a stream of the Responses API ends in response.failed", concerns=is_streamed_response)
def _failed_response(request: Request, answer: Answer, wait: float) -> Reply:
    def events(pieces: Iterator[bytes]) -> Iterator[bytes]:
        sent = list(_first_texts(pieces))
        yield from sent
        response = json.loads(sent[0].partition(b"data: ")[2])["response"]
        response |= {"status": "failed", "error": {"code": "server_error", "message": TROUBLE}}
        yield event({"type": "response.failed", "sequence_number": len(sent), "response": response}, named=True)

    return _changed(answer(), events)


@fault("cut_json", "200, but the JSON ends in the middle")
def _cut_json(request: Request, answer: Answer, wait: float) -> Reply:
    def half(pieces: Iterator[bytes]) -> Iterator[bytes]:
        *whole, last = _first_texts(pieces)
        yield from whole
        yield last[: len(last) // 2] + b"\n\n"

    return _changed(answer(), half)


def _changed(reply: Reply, change: Callable[[Iterator[bytes]], Iterator[bytes]]) -> Reply:
    """Return a reply whose stream is changed; one that is no stream loses its second half."""
    body = reply.body[: len(reply.body) // 2] if isinstance(reply.body, bytes) else change(reply.body)
    return Reply(reply.status, body, reply.headers)


def _first_texts(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the events of a stream up to its third piece of text, or to its last if there are fewer."""
    texts = 0
    for piece in pieces:
        is_text = b'.delta"' in piece or b'"delta": {"content": ' in piece or b'"delta": {"refusal": ' in piece
        if (texts and not is_text) or piece.startswith((b"event: response.incomplete", b"event: response.completed")):
            return
        yield piece
        texts += is_text
        if texts == TEXTS_BEFORE:
            return


@fault("not_json", "200, but a web page: a network's sign-in page, for example")
def _not_json(request: Request, answer: Answer, wait: float) -> Reply:
    page = "<!doctype html>\n<html><head><title>Sign in to the network</title></head><body>Please sign in.</body></html>\n"
    return Reply(200, page.encode(), {"content-type": "text/html; charset=utf-8"})


@fault("empty_reply", "200, but nothing in it")
def _empty_reply(request: Request, answer: Answer, wait: float) -> Reply:
    return Reply(200, b"")


@fault("declined", "the model declines to answer", concerns=is_written)
def _declined(request: Request, answer: Answer, wait: float) -> Reply:
    request.happening = "declined"
    return answer()


@fault("batch_expires", "a batch that is created now expires when half of it is done", concerns=is_new_batch)
def _batch_expires(request: Request, answer: Answer, wait: float) -> Reply:
    request.happening = "batch_expires"
    return answer()
