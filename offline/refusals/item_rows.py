"""The rows of what the Responses API is given: messages, calls, outputs, and the other items of `input`."""

from .rows import ACTS, CARRIED, NO_PAGES, Class, acts, breakpoint_rows, own_name

HOSTED_ITEMS = {
    "file_search_call": "file search", "web_search_call": "web search", "computer_call": "computer use",
    "computer_call_output": "computer use", "image_generation_call": "image generation",
    "code_interpreter_call": "code interpreter", "local_shell_call": "shell", "local_shell_call_output": "shell",
    "shell_call": "shell", "shell_call_output": "shell", "apply_patch_call": "apply_patch", "apply_patch_call_output": "apply_patch",
    "mcp_list_tools": "MCP servers", "mcp_approval_request": "MCP servers", "mcp_approval_response": "MCP servers",
    "mcp_call": "MCP servers", "tool_search_call": "tool search", "tool_search_output": "tool search",
    "additional_tools": "tools that come with the input", "configuration_update": "changes of settings within the input",
    "compaction_trigger": "compaction within a reply", "program": "programmatic tool calling",
    "program_output": "programmatic tool calling",
}  # fmt: skip


def _input_parts(place: str) -> dict[str, Class]:
    """Return the rows of the parts that a message, or the output of a tool, may have."""
    rows = {}
    for part in ("input_text", "input_image", "input_file"):
        rows |= breakpoint_rows(f"{place}[{part}].")
    rows |= acts("text", f"{place}[input_text].")
    rows |= acts("image_url file_id detail", f"{place}[input_image].")
    rows |= acts("file_data file_id filename", f"{place}[input_file].")
    return rows | {
        f"{place}[input_file].file_url": own_name("way to fetch files from the web"),
        f"{place}[input_file].detail": NO_PAGES,
    }


def _tool_call(kind: str, given: str) -> dict[str, Class]:
    under = f"input[{kind}]."
    return acts(f"{given} call_id id name", under) | {
        f"{under}async": own_name("calls that go on in the background"),
        f"{under}caller": own_name("programmatic tool calling"),
        f"{under}namespace": own_name("namespaces of tools"),
        f"{under}status": CARRIED,
    }


def _tool_output(kind: str) -> dict[str, Class]:
    under = f"input[{kind}]."
    return (
        _input_parts(f"{under}output")
        | acts("call_id output", under)
        | {f"{under}id": CARRIED, f"{under}caller": own_name("programmatic tool calling"), f"{under}status": CARRIED}
    )


ITEMS = (
    _input_parts("input[message].content")
    | acts("input input[message].role input[message].content input[message].content[output_text].text")
    | acts(
        "input[message].content[refusal].refusal input[message].id input[item_reference].id input[compaction].encrypted_content"
    )
    | _tool_call("function_call", "arguments")
    | _tool_call("custom_tool_call", "input")
    | _tool_output("function_call_output")
    | _tool_output("custom_tool_call_output")
    | {f"input[{kind}]": own_name(what) for kind, what in HOSTED_ITEMS.items()}
    | {
        "input[function_call_output].name": CARRIED,
        "input[function_call_output].namespace": own_name("namespaces of tools"),
        "input[message].content[output_text].annotations": CARRIED,
        "input[message].content[output_text].logprobs": CARRIED,
        "input[message].status": CARRIED,
        "input[message].phase": CARRIED,
        "input[compaction].id": CARRIED,
        "input[reasoning].id": ACTS,
        "input[reasoning].summary": CARRIED,
        "input[reasoning].content": CARRIED,
        "input[reasoning].encrypted_content": CARRIED,
        "input[reasoning].status": CARRIED,
    }
)


def renamed(table: dict[str, Class], new: str) -> dict[str, Class]:
    """Return the rows of items that are given under another name than `input`."""
    return {f"{new}{path.removeprefix('input')}": row for path, row in table.items()}
