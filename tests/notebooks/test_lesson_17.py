"""Lesson 17: its checks see what a server leaves out, its numbers are computed, and its tool server is a real one."""

import ast
import json
import random

import httpx2
import nbformat
import openai
import pytest
from regenerate import NOTEBOOKS, ROOT, run

import offline

LESSON = nbformat.read(NOTEBOOKS / "17_other_servers.ipynb", as_version=4)
CODE = [cell for cell in LESSON.cells if cell.cell_type == "code"]
ENDS_IN_A_LINE = ("translated.responses.retrieve", "ask(other")  # NotOffered, which only IPython shows as a line
OLDER = "gpt-4.1"  # takes `stop`, so that all twelve can be seen to pass
NOT_INSTALLED = "NotOffered: This needs the package mcp, and the Python that runs here lacks it"
NEEDS_IT = ("await session.list_tools()).tools:\n        print", "all items", "unicorn")  # what tells the cells that need mcp


def said(cell) -> str:
    return "".join(output.get("text", "") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)


def cell_with(text: str, cells=CODE):
    [found] = [cell for cell in cells if text in cell.source]
    return found


@pytest.fixture(scope="module")
def built() -> dict:
    """Return what the lesson builds before it starts servers, and what it needs to reckon."""
    names: dict = {}
    checks = CODE[: CODE.index(cell_with("CHECKS = [")) + 1]
    reckoning = [cell_with(f"def {name}(") for name in ("quantize", "tokens_a_second")]
    for cell in [*checks, *reckoning]:
        if "raises-exception" not in cell.metadata.get("tags", []) and not any(text in cell.source for text in ENDS_IN_A_LINE):
            exec(cell.source, names)
    return names


def answers(built: dict, standin: offline.StandIn, model: str = OLDER) -> dict[str, str]:
    server = built["Server"](offline.client(standin, max_retries=0), model, "text-embedding-3-small")
    return {check.__name__: built["look"](check, server)[0] for check in built["CHECKS"]}


# --- The checks ---


class Forgetful(offline.StandIn):
    """A stand-in that takes no notice of some parameters, without a word: nor of the turns before the last, or of what was used."""

    def __init__(self, *forgotten: str):
        super().__init__()
        self.forgotten = forgotten

    def handle(self, method, path, headers, content):
        body = json.loads(content) if content else {}
        if "turns" in self.forgotten and isinstance(body.get("input"), list):
            body["input"] = body["input"][-1:]
        kept = {name: value for name, value in body.items() if name not in self.forgotten}
        reply = super().handle(method, path, headers, json.dumps(kept).encode() if kept else content)
        if "usage" in self.forgotten and isinstance(reply.body, bytes):
            reply.body = json.dumps(json.loads(reply.body) | {"usage": None}).encode()
        return reply


class Without(offline.StandIn):
    """A stand-in that lacks an endpoint."""

    def __init__(self, method: str, part: str):
        super().__init__()
        self.lacks = method, part

    def handle(self, method, path, headers, content):
        lacks = method == self.lacks[0] and self.lacks[1] in path
        return super().handle(method, "/v1/nowhere" if lacks else path, headers, content)


LEFT_OUT = {
    "stream": Forgetful("stream"),
    "conversation": Forgetful("turns"),
    "structured": Forgetful("text"),
    "tool": Forgetful("tools"),
    "logprobs": Forgetful("include", "top_logprobs"),
    "stored_replies": Without("GET", "/responses/"),
    "embeddings": Without("POST", "/embeddings"),
    "limits": Forgetful("max_output_tokens"),
    "errors": Forgetful("temperature"),
    "usage": Forgetful("usage"),
    "stop": Forgetful("stop"),
}


def test_there_are_twelve_checks_and_a_server_can_pass_them_all(built):
    found = answers(built, offline.StandIn())
    assert len(found) == 12 and set(found.values()) == {"yes"}


@pytest.mark.parametrize("check", LEFT_OUT)
def test_a_check_sees_what_is_left_out_and_only_that(built, check):
    found = answers(built, LEFT_OUT[check])
    assert [name for name, answer in found.items() if answer == "no"] == [check]


@pytest.mark.parametrize("status", [400, 404, 500])
def test_nothing_passes_where_everything_is_refused(built, status):
    refused = httpx2.MockTransport(lambda request: httpx2.Response(status, json={"error": {"message": "No."}}))
    client = openai.OpenAI(api_key="not-needed", max_retries=0, http_client=httpx2.Client(transport=refused))
    server = built["Server"](client, OLDER, "text-embedding-3-small")
    assert [built["look"](check, server)[0] for check in built["CHECKS"]] == ["no"] * 12


def test_every_answer_of_the_table_is_one_of_a_check(built):
    rows = "".join(output.data["text/markdown"] for output in cell_with("def table(").outputs).splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == [check.__name__ for check in built["CHECKS"]]
    columns = list(zip(*([cell.strip() for cell in row.split("|")[2:-1]] for row in rows[2:]), strict=True))
    assert [column.count("yes") for column in columns] == [11, 0, 1]


# --- The file ---


def test_the_text_tells_what_is_in_the_small_file():
    begin = ast.literal_eval(said(cell_with("write_gguf(parrot_file")))
    assert begin == b"GGUF\x03\0\0\0" + b"\x01" + bytes(7) + b"\x02" + bytes(7) + b"\x14" + bytes(7) + b"general.architecture"
    assert "128 weights, 42.0 bits each" in said(cell_with("path = model_file or"))


# --- The arithmetic ---


@pytest.mark.parametrize("bits", [2, 3, 4, 5, 6, 8])
def test_a_weight_comes_back_within_half_a_step(built, bits):
    dice = random.Random(bits)
    for _ in range(50):
        block = [dice.gauss(0, dice.choice([0.01, 1, 100])) for _ in range(32)]
        scale, numbers = built["quantize"](block, bits)
        assert max(map(abs, numbers)) == 2 ** (bits - 1) - 1
        back = built["restore"](scale, numbers)
        assert all(abs(a - b) <= scale / 2 * 1.0001 for a, b in zip(block, back, strict=True))


def test_a_block_of_zeros_comes_back(built):
    assert built["restore"](*built["quantize"]([0.0] * 32, 4)) == [0.0] * 32


def test_tokens_a_second_are_those_of_the_stream(built):
    pace = 100
    server = built["Server"](offline.client(pace=pace), OLDER, "")
    assert pace / 3 < built["tokens_a_second"](server) < pace * 1.1


# --- The tool server ---


def about_mcp(cells) -> list:
    """Return the cells that do something only with the package."""
    return [cell_with(text, [cell for cell in cells if cell.cell_type == "code"]) for text in NEEDS_IT]


def test_what_is_stored_is_what_a_learner_sees_without_the_package():
    assert NOT_INSTALLED in said(cell_with("import mcp"))
    assert {said(cell) for cell in about_mcp(LESSON.cells)} == {
        "NotOffered: This needs 'mcp', which a cell above could not make.\n"
    }


def test_with_the_package_the_part_does_what_the_text_says(tmp_path):
    lesson = nbformat.read(NOTEBOOKS / "17_other_servers.ipynb", as_version=4)
    cells = [cell for cell in lesson.cells if cell.cell_type == "code"]
    where = {text: cells.index(cell_with(text, cells)) for text in ("def plain(", "import mcp", 'items[-2]["output"]')}
    lesson.cells = cells[: where["def plain("]] + cells[where["import mcp"] : where['items[-2]["output"]'] + 1]
    looked, *_ = [cell for cell in run(lesson, folder=tmp_path, extras=True).cells if "import mcp" in cell.source]
    listed, ran, failed = about_mcp(lesson.cells)
    assert said(looked) == ""
    assert said(listed).startswith("list_items {} - List the items")
    assert "get_stock {'item': {'title': 'Item', 'type': 'string'}} - Return how many" in said(listed)
    assert "Stock for oat milk: 3. Stock for muffins: 0. Stock for coffee beans: 14." in said(ran)
    assert said(failed) == "Error executing tool get_stock\n"
    assert "KeyError: 'unicorn milk'" in (tmp_path / "shop_server.log").read_text(encoding="utf-8")


def test_the_tool_server_has_fifteen_lines():
    assert len(cell_with("%%writefile shop_server.py").source.splitlines()) == 15


def test_what_the_text_says_to_install_is_what_the_tests_install():
    named = "requirements-mcp.txt"
    assert named in "".join(cell.source for cell in LESSON.cells)
    assert f"-r ../{named}" in (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8")
    assert "mcp~=" in (ROOT / named).read_text(encoding="utf-8")
