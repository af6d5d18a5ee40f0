"""What a request says of tools and of the form of its reply, checked and in the words of `model.speak`."""

import json

from ..model import tokens
from ..model.tool import Tool
from ..refusals import Refused, schemas
from ..refusals import tools as rules


def tools(body: dict, *, chat: bool) -> dict:
    """Return the arguments of `speak.Asked` about tools. Raises Refused for what the API refuses."""
    given, choice = body.get("tools") or [], body.get("tool_choice")
    rules.check_tools(given, chat=chat) if given or (chat and body.get("tools") is not None) else None
    rules.check_choice(choice, given, chat=chat)
    offered = [_tool(tool[tool["type"]] if chat else tool, tool["type"]) for tool in given]
    asked = {"tools": offered, "parallel": body.get("parallel_tool_calls") is not False}
    return asked | _chosen(choice, chat)


def _tool(tool: dict, kind: str) -> Tool:
    return Tool(
        tool["name"],
        tool.get("description") or "",
        tool.get("parameters"),
        custom=kind == "custom",
        strict=tool.get("strict") is True,
    )


CHOICES: dict[str, dict] = {"auto": {}, "none": {"only": frozenset()}, "required": {"forced": True}}


def _chosen(choice: str | dict | None, chat: bool) -> dict:
    if choice is None or isinstance(choice, str):
        return CHOICES[choice or "auto"]
    if choice["type"] == "allowed_tools":
        allowed = choice["allowed_tools"] if chat else choice
        names = frozenset((tool[tool["type"]] if chat else tool)["name"] for tool in allowed["tools"])
        return {"only": names, "forced": allowed["mode"] == "required"}
    return {"only": frozenset({(choice[choice["type"]] if chat else choice)["name"]}), "forced": True}


def in_force(given: list[dict]) -> list[dict]:
    """Return the tools of a request as a response says them: strict where that could be had."""
    return [_strict(tool) if tool["type"] == "function" else tool for tool in given]


def _strict(tool: dict) -> dict:
    tool = {"description": None, "parameters": None} | tool
    if tool.get("strict") is None:
        closed = schemas.made_strict(tool["parameters"]) if tool["parameters"] else None
        tool |= {"strict": closed is not None} | ({"parameters": closed} if closed is not None else {})
    return tool


def form(text: dict | None) -> dict:
    """Return the arguments of `speak.Asked` about the form that `text` of the Responses API asks for."""
    asked = (text or {}).get("format") or {}
    if asked.get("type") == "json_schema":
        return _schema(asked, "text.format", "text.format.schema", "invalid_json_schema")
    return {"json": True} if asked.get("type") == "json_object" else {}


def chat_form(asked: dict | None) -> dict:
    """Return the arguments of `speak.Asked` about the form that `response_format` of Chat Completions asks for."""
    asked = asked or {}
    if asked.get("type") == "json_schema":
        return _schema(asked["json_schema"], "response_format.json_schema", "response_format", None)
    return {"json": True} if asked.get("type") == "json_object" else {}


def _schema(asked: dict, where: str, param: str, code: str | None) -> dict:
    schemas.check_name(asked.get("name"), f"{where}.name")
    schema = asked.get("schema")
    if schema is None:
        raise Refused(
            f"Missing required parameter: '{where}.schema'.", param=f"{where}.schema", code="missing_required_parameter"
        )
    strict = asked.get("strict") is True
    schemas.check(schema, context="response_format", name=asked["name"], param=param, code=code, strict=strict)
    return {"schema": schema}


def count(body: dict) -> int:
    """Return the tokens of tools and schema, which count as input."""
    given = [*(body.get("tools") or []), (body.get("text") or {}).get("format"), body.get("response_format")]
    counted = [part for part in given if part and part.get("type") not in ("text", "json_object")]
    return sum(tokens.count(json.dumps(part, separators=(",", ":"))) for part in counted)
