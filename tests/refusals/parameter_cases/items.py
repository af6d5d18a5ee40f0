"""For every row of the items of the Responses API, two requests whose replies must differ."""

from asking import data, picture

from .samples import CALLED, FRANCE_LIST, LONG, NOTED, QUESTION
from .sending import Case, linked


def said(*parts, role: str = "user") -> dict:
    """Return a request with one message of these parts."""
    return {"input": [{"role": role, "content": list(parts)}]}


def part(kind: str, **rest) -> dict:
    return {"type": f"input_{kind}", **rest}


def changed(items: list[dict], number: int, **changes) -> dict:
    """Return a request with one of the items changed."""
    return {"input": [item | changes if place == number else item for place, item in enumerate(items)]}


def output(items: list[dict], *parts) -> dict:
    return changed(items, 2, output=list(parts))


ARCHIVE = part("file", filename="a.zip", file_data="data:application/octet-stream;base64,UEsDBA==")


def _outputs(items: list[dict], place: str) -> dict[str, Case]:
    """Return the cases of the parts of a tool's output; files and pictures are proven by messages, too."""
    under = f"input[{place}].output"
    return {
        under: ("text", changed(items, 2, output="18 degrees"), changed(items, 2, output="21 degrees, cloudy")),
        f"{under}[input_text].text": (
            "text",
            output(items, part("text", text="18")),
            output(items, part("text", text="21 degrees")),
        ),
        f"{under}[input_image].image_url": (
            "usage",
            output(items, part("image", image_url=picture("red", 64))),
            output(items, part("image", image_url=picture("red", 640))),
        ),
        f"{under}[input_image].detail": (
            "usage",
            {"model": "gpt-4o", "reasoning": None, **output(items, part("image", image_url=picture("red", 640), detail="low"))},
            {"model": "gpt-4o", "reasoning": None, **output(items, part("image", image_url=picture("red", 640), detail="high"))},
        ),
        f"{under}[input_image].file_id": (
            "usage",
            output(items, part("image", file_id="RED")),
            output(items, part("image", file_id="LARGE")),
        ),
        f"{under}[input_file].file_data": (
            "usage",
            output(items, part("file", filename="a.txt", file_data=data("18 degrees"))),
            output(items, part("file", filename="a.txt", file_data=data("18 degrees and very cloudy"))),
        ),
        f"{under}[input_file].file_id": (
            "usage",
            output(items, part("file", file_id="NOTES")),
            output(items, part("file", file_id="MORE")),
        ),
        f"{under}[input_file].filename": (
            "refusal",
            output(items, ARCHIVE | {"filename": "a.docx"}),
            output(items, ARCHIVE),
        ),
        f"input[{place}].call_id": ("refusal", changed(items, 2), changed(items, 2, call_id="call_2")),
    }


def _breakpoints(place: str, one: dict, before: list[dict] | None = None) -> dict[str, Case]:
    """Return the cases of a breakpoint after a long block: a later request with another end finds it in the cache."""
    marked = one | {"prompt_cache_breakpoint": {"mode": "explicit"}}
    return {f"{place}.prompt_cache_breakpoint.mode": ("later", _later(one, before), _later(marked, before))}


def _later(block: dict, before: list[dict] | None) -> list[dict]:
    long = part("text", text=LONG)
    blocks = [long, block] if block["type"] != "input_text" else [block | {"text": LONG}]
    if before:
        return [output(before, *blocks, part("text", text=end)) for end in ("One.", "Two.")]
    return [said(*blocks, part("text", text=end)) for end in ("One.", "Two.")]


RED, FILE = part("image", image_url=picture("red")), part("file", filename="a.txt", file_data=data("18 degrees"))
ITEMS: dict[str, Case] = {
    "input": ("text", {"input": QUESTION}, {"input": "What is the capital of Spain, please?"}),
    "input[message].role": ("text", changed(FRANCE_LIST, 0), changed(FRANCE_LIST, 0, role="developer")),
    "input[message].content": ("text", changed(FRANCE_LIST, 0), changed(FRANCE_LIST, 0, content="Hello!")),
    "input[message].content[input_text].text": ("text", said(part("text", text=QUESTION)), said(part("text", text="Hello!"))),
    "input[message].content[input_image].image_url": ("text", said(RED), said(part("image", image_url=picture("blue", 640)))),
    "input[message].content[input_image].file_id": (
        "text",
        said(part("image", file_id="RED")),
        said(part("image", file_id="LARGE")),
    ),
    "input[message].content[input_image].detail": (
        "usage",
        {"model": "gpt-4o", "reasoning": None} | said(part("image", image_url=picture("red", 640), detail="low")),
        {"model": "gpt-4o", "reasoning": None} | said(part("image", image_url=picture("red", 640), detail="high")),
    ),
    "input[message].content[input_file].file_data": ("text", said(FILE), said(FILE | {"file_data": data("rain all day long")})),
    "input[message].content[input_file].file_id": (
        "text",
        said(part("file", file_id="NOTES")),
        said(part("file", file_id="MORE")),
    ),
    "input[message].content[input_file].filename": ("refusal", said(ARCHIVE | {"filename": "a.docx"}), said(ARCHIVE)),
    "input[message].content[output_text].text": (
        "usage",
        {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "Lyon"}]}, *FRANCE_LIST]},
        {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "Lyon and Nice"}]}, *FRANCE_LIST]},
    ),
    "input[message].content[refusal].refusal": (
        "usage",
        {"input": [{"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]}, *FRANCE_LIST]},
        {"input": [{"role": "assistant", "content": [{"type": "refusal", "refusal": "I cannot help."}]}, *FRANCE_LIST]},
    ),
    "input[message].id": ("refusal", linked("message", broken=True), linked("message", broken=True, unnamed=True)),
    "input[function_call].id": ("refusal", linked("call", broken=True), linked("call", broken=True, unnamed=True)),
    "input[custom_tool_call].id": ("refusal", linked("custom", broken=True), linked("custom", broken=True, unnamed=True)),
    "input[reasoning].id": ("refusal", linked("call"), linked("call", renamed=True)),
    "input[item_reference].id": (
        "usage",
        {"input": [{"type": "item_reference", "id": "ITEM"}, *FRANCE_LIST]},
        {"input": FRANCE_LIST},
    ),
    "input[compaction].encrypted_content": (
        "usage",
        {"input": [{"type": "compaction", "encrypted_content": "COMPACTED"}, *FRANCE_LIST]},
        {"input": FRANCE_LIST},
    ),
    "input[function_call].arguments": ("text", changed(CALLED, 1), changed(CALLED, 1, arguments='{"city":"Saint-Denis"}')),
    "input[function_call].call_id": ("refusal", changed(CALLED, 1), changed(CALLED, 1, call_id="call_2")),
    "input[function_call].name": ("text", changed(CALLED, 1), changed(CALLED, 1, name="look_up_the_weather")),
    "input[custom_tool_call].input": ("usage", changed(NOTED, 1), changed(NOTED, 1, input="milk and bread")),
    "input[custom_tool_call].call_id": ("refusal", changed(NOTED, 1), changed(NOTED, 1, call_id="call_2")),
    "input[custom_tool_call].name": ("usage", changed(NOTED, 1), changed(NOTED, 1, name="take_a_note_of_it")),
    **_outputs(CALLED, "function_call_output"),
    **_outputs(NOTED, "custom_tool_call_output"),
    **_breakpoints("input[message].content[input_text]", part("text", text=LONG)),
    **_breakpoints("input[message].content[input_image]", RED),
    **_breakpoints("input[message].content[input_file]", FILE),
    **_breakpoints("input[function_call_output].output[input_file]", FILE, CALLED),
    **_breakpoints("input[custom_tool_call_output].output[input_file]", FILE, NOTED),
    **_breakpoints("input[function_call_output].output[input_text]", part("text", text=LONG), CALLED),
    **_breakpoints("input[function_call_output].output[input_image]", RED, CALLED),
    **_breakpoints("input[custom_tool_call_output].output[input_text]", part("text", text=LONG), NOTED),
    **_breakpoints("input[custom_tool_call_output].output[input_image]", RED, NOTED),
}
