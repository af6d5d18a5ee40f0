"""The items of the Responses API, as messages that the model reads, and as the API gives them back."""

import base64
import copy
import json
import zlib
from collections.abc import Callable, Iterator

from ..model import context, documents, pictures
from ..refusals import Refused
from .files import Files

OUTPUT_KINDS = {"function_call_output": "call_id", "custom_tool_call_output": "call_id"}
USUAL: dict[str, dict] = {"output_text": {"annotations": [], "logprobs": []}, "input_image": {"detail": "auto"}}
PREFIXES = {
    "message": "msg",
    "function_call": "fc",
    "function_call_output": "fco",
    "custom_tool_call": "ctc",
    "custom_tool_call_output": "ctco",
    "reasoning": "rs",
    "compaction": "cmp",
}


class Reader:
    """Reads the items of one request.

    `model` counts pictures, `find_item` finds what an item_reference means, `breaks` says whether breakpoints count.
    """

    def __init__(self, model: str, files: Files, find_item: Callable[[str], dict | None], *, breaks: bool = True):
        self.model, self.files, self.find_item, self.breaks = model, files, find_item, breaks

    def items(self, given: str | list | None, where: str = "input") -> list[dict]:
        """Return the input as items, with what is referred to in place of references."""
        if isinstance(given, str):
            return [{"type": "message", "role": "user", "content": given}]
        return [self._referred(item, where) for item in given or []]

    def _referred(self, item: dict, where: str) -> dict:
        if item.get("type") != "item_reference" and (set(item) != {"id"}):
            return item
        if found := self.find_item(item["id"]):
            return found
        message = f"Item with id '{item['id']}' not found."
        raise Refused(message, param=where, status=404)

    def messages(self, items: list[dict], where: str = "input") -> list[dict]:
        """Return items as messages; see `model.history`."""
        return [message for number, item in enumerate(items) for message in self._read(item, f"{where}[{number}]")]

    def _read(self, item: dict, where: str) -> Iterator[dict]:
        kind = item.get("type") or "message"
        if kind == "message":
            yield from self._parts(item["role"], item["content"], f"{where}.content")
        elif kind in ("function_call", "custom_tool_call"):
            arguments = item["arguments"] if kind == "function_call" else item["input"]
            yield {"role": "call", "name": item["name"], "arguments": arguments, "call_id": item["call_id"], "content": ""}
        elif kind in OUTPUT_KINDS:
            for message in self._parts("output", item["output"], f"{where}.output"):
                yield message | ({} if "file" in message else {"call_id": item["call_id"]})
        elif kind == "compaction":
            yield from unpack(item["encrypted_content"], where)

    def _parts(self, role: str, content: str | list, where: str) -> Iterator[dict]:
        """Yield what a message holds: each file, and each text up to a breakpoint, as a message of its own."""
        if isinstance(content, str):
            yield {"role": role, "content": content}
            return
        texts, seen, counted, before = [], [], 0, None
        for number, part in enumerate(content):
            at = f"{where}[{number}]"
            if part["type"] == "input_file":
                yield self._file(part, at)
            elif part["type"] == "input_image":
                picture = pictures.look(self._image_url(part, at), f"{at}.image_url")
                seen.append(picture)
                counted += pictures.tokens(picture, part.get("detail"), self.model, at)
            else:
                texts.append(part["text"] if "text" in part else part["refusal"])
            if self._breaks(part):
                before = context.going_on(before, _message(role, texts, seen, counted)) | {"breakpoint": True}
                yield before
                texts, seen, counted = [], [], 0
        if texts or seen or not (content and self._breaks(content[-1])):
            yield context.going_on(before, _message(role, texts, seen, counted))

    def _breaks(self, part: dict) -> bool:
        return self.breaks and part.get("prompt_cache_breakpoint") is not None

    def _image_url(self, part: dict, where: str) -> str:
        url: str = part.get("image_url") or ""
        if url:
            return url
        if file_id := part.get("file_id"):
            content = self.files.find(file_id).content
            return f"data:image/unknown;base64,{base64.b64encode(content).decode()}"
        raise Refused(
            f"Missing required parameter: '{where}.image_url'.", param=f"{where}.image_url", code="missing_required_parameter"
        )

    def _file(self, part: dict, where: str) -> dict:
        name, data = part.get("filename"), part.get("file_data")
        if file_id := part.get("file_id"):
            kept = self.files.find(file_id)
            name, data = kept.about["filename"], f"data:text/plain;base64,{base64.b64encode(kept.content).decode()}"
        if data is None:
            raise Refused(
                f"Missing required parameter: '{where}.file_data'.", param=f"{where}.file_data", code="missing_required_parameter"
            )
        return {"role": "user", "content": documents.read_file(name, data, f"{where}.file_data"), "file": name or "the file"}


def _message(role: str, texts: list[str], seen: list, counted: int) -> dict:
    message = {"role": role, "content": "\n".join(texts)}
    return message | ({"pictures": tuple(seen), "tokens": counted} if seen else {})


def complete(items: list[dict], new_id: Callable[[str], str]) -> list[dict]:
    """Return items as the API gives them back: with an id, a status, and the content in parts."""
    return [_completed(item, new_id) for item in items]


def _completed(item: dict, new_id: Callable[[str], str]) -> dict:
    kind = item.get("type") or "message"
    new = copy.deepcopy(item) | {"id": item.get("id") or new_id(PREFIXES.get(kind, "item")), "type": kind}
    if kind not in ("reasoning", "compaction"):
        new["status"] = item.get("status") or "completed"
    if kind == "message":
        new["content"] = _content(item)
    return new


def _content(message: dict) -> list[dict]:
    kind = "output_text" if message["role"] == "assistant" else "input_text"
    content = message["content"]
    parts = content if isinstance(content, list) else [{"type": kind, "text": content}]
    return [USUAL.get(part.get("type", ""), {}) | part for part in parts]


def pack(messages: list[dict]) -> str:
    """Return messages as the content of a compaction item, which only the stand-in can read."""
    return base64.b64encode(zlib.compress(json.dumps(messages).encode())).decode()


def unpack(content: str, where: str) -> list[dict]:
    """Return what `pack` packed. Raises Refused for what it did not."""
    try:
        messages: list[dict] = json.loads(zlib.decompress(base64.b64decode(content, validate=True)))
    except (ValueError, zlib.error):
        message = "The encrypted content could not be verified. Reason: Encrypted content could not be decrypted or parsed."
        raise Refused(message, param=where, code="invalid_encrypted_content") from None
    return messages
