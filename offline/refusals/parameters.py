"""What the stand-in does with every parameter that the SDK can send: one table for each endpoint.

A parameter is named by its path: "reasoning.effort", or "tools[function].strict" where the entries of a list are told
apart by their type ("messages[user]": by their role), and "stop[]" where they are not. It belongs to one of four classes:

- ACTS: it changes something. tests/refusals/test_parameters.py proves it with two requests for each.
- OWN_NAME: the stand-in cannot do it, and refuses it in its own name (code offline_unsupported); so is all below it.
- NOTHING: it shows nothing in the real API either; the reason stands with it.
- What the API itself refuses needs no row: the SDK's types and the rules of this folder refuse it first.

A name that is in no table is refused in the stand-in's own name, too: a newer SDK's parameter is never ignored.
"""

from typing import NamedTuple


class Class(NamedTuple):
    """What becomes of a parameter; `why` is the reason for NOTHING, and what there is not for OWN_NAME."""

    kind: str
    why: str = ""


ACTS = Class("acts")


def own_name(what: str) -> Class:
    """Return the class of what the stand-in has not; `what` goes into its refusal."""
    return Class("own name", what)


def nothing(why: str) -> Class:
    """Return the class of what shows nothing in the API either."""
    return Class("nothing", why)


def _acts(paths: str, under: str = "") -> dict[str, Class]:
    return dict.fromkeys((under + path for path in paths.split()), ACTS)


ECHO = nothing("it comes back in the reply, and changes nothing else")
FOR_OPENAI = nothing("it tells OpenAI who asks; the reply does not show it")
GUIDES = nothing("it guides the model's choice of words, which the form of the reply does not show")
CARRIED = nothing("an earlier reply carried it; the model does not read it again")
NO_PAGES = nothing("it says how closely to look at pages, and text files have none")
COUNTED_ALIKE = nothing("it does not change how many tokens the input has")
NO_THOUGHTS = nothing("it says which reasoning is read again, and the stand-in's reasoning has nothing to read")
HOSTED_ONLY = nothing("it counts the calls of hosted tools, and there are none")


def _breakpoint(under: str) -> dict[str, Class]:
    """Return the rows of a block after which the prompt may be cached."""
    return _acts("prompt_cache_breakpoint prompt_cache_breakpoint.mode", under) | {
        f"{under}prompt_cache_breakpoint.ttl": own_name("cache lifetimes for single breakpoints")
    }


def _input_parts(place: str) -> dict[str, Class]:
    """Return the rows of the parts that a message, or the output of a tool, may have."""
    rows = {}
    for part in ("input_text", "input_image", "input_file"):
        rows |= _breakpoint(f"{place}[{part}].")
    rows |= _acts("text", f"{place}[input_text].")
    rows |= _acts("image_url file_id detail", f"{place}[input_image].")
    rows |= _acts("file_data file_id filename", f"{place}[input_file].")
    return rows | {
        f"{place}[input_file].file_url": own_name("way to fetch files from the web"),
        f"{place}[input_file].detail": NO_PAGES,
        f"{place}[input_audio]": own_name("ears: it takes no audio"),
    }


def _tool_call(kind: str, given: str) -> dict[str, Class]:
    under = f"input[{kind}]."
    return _acts(f"{given} call_id id name", under) | {
        f"{under}async": own_name("calls that go on in the background"),
        f"{under}caller": own_name("programmatic tool calling"),
        f"{under}namespace": own_name("namespaces of tools"),
        f"{under}status": CARRIED,
    }


def _tool_output(kind: str) -> dict[str, Class]:
    under = f"input[{kind}]."
    return (
        _input_parts(f"{under}output")
        | _acts("call_id output", under)
        | {
            f"{under}id": CARRIED,
            f"{under}caller": own_name("programmatic tool calling"),
            f"{under}name": CARRIED,
            f"{under}namespace": own_name("namespaces of tools"),
            f"{under}status": CARRIED,
        }
    )


HOSTED_TOOLS = {
    "web_search": "web search", "web_search_2025_08_26": "web search", "web_search_preview": "web search",
    "web_search_preview_2025_03_11": "web search", "file_search": "file search", "code_interpreter": "code interpreter",
    "image_generation": "image generation", "computer": "computer use", "computer_use": "computer use",
    "computer_use_preview": "computer use", "mcp": "MCP servers", "shell": "shell", "local_shell": "shell", "apply_patch": "apply_patch",
    "programmatic_tool_calling": "programmatic tool calling", "tool_search": "tool search", "namespace": "namespaces of tools",
}  # fmt: skip
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

_TOOLS = (
    {f"tools[{kind}]": own_name(what) for kind, what in HOSTED_TOOLS.items()}
    | _acts("tools tools[function].name tools[function].description tools[function].parameters tools[function].strict")
    | _acts("tools[custom].name tools[custom].description tools[custom].format tools[custom].format[text]")
    | {
        f"tools[{kind}].{name}": own_name(what)
        for kind in ("function", "custom")
        for name, what in (
            ("async", "calls that go on in the background"),
            ("defer_loading", "tool search"),
            ("allowed_callers", "programmatic tool calling"),
        )
    }
    | {
        "tools[function].output_schema": own_name("programmatic tool calling"),
        "tools[custom].format[grammar]": own_name("custom tools with a grammar"),
    }
)
_TOOL_CHOICE = (
    {f"tool_choice[{kind}]": own_name(what) for kind, what in HOSTED_TOOLS.items()}
    | _acts("tool_choice tool_choice[allowed_tools].mode tool_choice[allowed_tools].tools tool_choice[function].name")
    | _acts("tool_choice[custom].name")
)
_TEXT = _acts(
    "text text.verbosity text.format text.format[text] text.format[json_object] text.format[json_schema].schema "
    "text.format[json_schema].strict text.format[json_schema].name"
) | {"text.format[json_schema].description": GUIDES}
_MODERATION = _acts("moderation moderation.model moderation.policy moderation.policy.input moderation.policy.input.mode") | _acts(
    "moderation.policy.output moderation.policy.output.mode"
)
_ITEMS = (
    _input_parts("input[message].content")
    | _acts("input input[message].role input[message].content input[message].content[output_text].text")
    | _acts(
        "input[message].content[refusal].refusal input[message].id input[item_reference].id input[compaction].encrypted_content"
    )
    | _tool_call("function_call", "arguments")
    | _tool_call("custom_tool_call", "input")
    | _tool_output("function_call_output")
    | _tool_output("custom_tool_call_output")
    | {f"input[{kind}]": own_name(what) for kind, what in HOSTED_ITEMS.items()}
    | {
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
_CONTINUED = _acts("conversation conversation.id instructions previous_response_id model")

INCLUDES = {
    "message.output_text.logprobs": ACTS,
    "reasoning.encrypted_content": ACTS,
    "message.input_image.image_url": own_name("way to give pictures back"),
    "file_search_call.results": own_name("file search"),
    "web_search_call.results": own_name("web search"),
    "web_search_call.action.sources": own_name("web search"),
    "computer_call_output.output.image_url": own_name("computer use"),
    "code_interpreter_call.outputs": own_name("code interpreter"),
}
TIERS = dict.fromkeys(("auto", "default", "flex", "priority"), ACTS) | {
    tier: own_name(f"service tier {tier!r}") for tier in ("scale", "fast", "ultrafast")
}

RESPONSES = (
    _ITEMS | _TOOLS | _TOOL_CHOICE | _TEXT | _MODERATION | _CONTINUED
    | _acts("background include max_output_tokens parallel_tool_calls prompt_cache_key prompt_cache_options prompt_cache_options.mode")
    | _acts("reasoning reasoning.effort service_tier store stream stream_options stream_options.include_obfuscation temperature")
    | _acts("top_logprobs top_p truncation prompt_cache_options.ttl prompt_cache_options.comparison_response_id")
    | {
        "max_tool_calls": HOSTED_ONLY,
        "metadata": ECHO,
        "prompt_cache_retention": ECHO,
        "safety_identifier": FOR_OPENAI,
        "user": FOR_OPENAI,
        "access_programs": own_name("access programs"),
        "background_options": own_name("completion windows"),
        "context_management": own_name("compaction within a reply"),
        "image": own_name("compression of pictures"),
        "prompt": own_name("stored prompts"),
        "prompt_cache_options.prewarm": own_name("prewarming of the prompt cache"),
        "reasoning.context": NO_THOUGHTS,
        "reasoning.mode": own_name("modes of reasoning"),
        "reasoning.summary": own_name("summaries of reasoning"),
    }
)  # fmt: skip

INPUT_TOKENS = (
    _ITEMS | _TOOLS | dict.fromkeys(_TOOL_CHOICE, COUNTED_ALIKE) | _TEXT | _CONTINUED
    | {
        "text.verbosity": COUNTED_ALIKE,
        "parallel_tool_calls": COUNTED_ALIKE,
        "reasoning": COUNTED_ALIKE,
        "reasoning.effort": COUNTED_ALIKE,
        "reasoning.context": NO_THOUGHTS,
        "reasoning.mode": own_name("modes of reasoning"),
        "reasoning.summary": own_name("summaries of reasoning"),
        "truncation": COUNTED_ALIKE,
        "personality": own_name("personalities"),
    }
)  # fmt: skip

COMPACT = (
    _ITEMS
    | _acts("model instructions previous_response_id")
    | {
        "prompt_cache_key": nothing("the stand-in reads nothing from the cache for it"),
        "prompt_cache_options": own_name("prompt cache for compaction"),
        "prompt_cache_retention": ECHO,
        "service_tier": own_name("service tiers for compaction"),
        "image": own_name("compression of pictures"),
    }
)


def _chat_texts(role: str) -> dict[str, Class]:
    place = f"messages[{role}].content[]"
    return _acts(f"messages[{role}].content {place}.text") | _breakpoint(f"{place}.")


_MESSAGES = (
    _chat_texts("system") | _chat_texts("developer") | _chat_texts("tool")
    | _acts("messages messages[system].name messages[developer].name messages[user].name messages[assistant].name")
    | _acts("messages[user].content messages[user].content[text].text messages[tool].tool_call_id")
    | _acts("messages[user].content[image_url].image_url messages[user].content[image_url].image_url.url")
    | _acts("messages[user].content[image_url].image_url.detail messages[assistant].content")
    | _acts("messages[assistant].content[text].text messages[assistant].content[refusal].refusal messages[assistant].refusal")
    | _acts("messages[assistant].tool_calls")
    | {"messages[assistant].annotations": CARRIED, "messages[assistant].parsed": CARRIED}
    | {"messages[assistant].tool_calls[function].function.parsed_arguments": CARRIED}
    | _acts("id function function.name function.arguments", "messages[assistant].tool_calls[function].")
    | _acts("id custom custom.name custom.input", "messages[assistant].tool_calls[custom].")
    | _breakpoint("messages[user].content[text].") | _breakpoint("messages[user].content[image_url].")
    | _breakpoint("messages[assistant].content[text].")
    | {
        "messages[user].content[input_audio]": own_name("ears: it takes no audio"),
        "messages[user].content[file]": own_name("way to read files in Chat Completions, which takes PDFs only"),
        "messages[assistant].audio": own_name("voice: it gives no audio"),
        "messages[assistant].function_call": own_name("functions as they were before tools"),
        "messages[function]": own_name("functions as they were before tools"),
    }
)  # fmt: skip

CHAT = (
    _MESSAGES | _MODERATION
    | _acts("model frequency_penalty logit_bias logprobs max_completion_tokens max_tokens n parallel_tool_calls presence_penalty")
    | _acts("prompt_cache_key prompt_cache_options prompt_cache_options.mode prompt_cache_options.ttl reasoning_effort seed stop stop[]")
    | _acts("service_tier store metadata stream stream_options stream_options.include_usage stream_options.include_obfuscation")
    | _acts("temperature top_logprobs top_p verbosity tools tool_choice tool_choice[function].function modalities")
    | _acts("response_format response_format[text] response_format[json_object] response_format[json_schema].json_schema")
    | _acts("schema strict name", "response_format[json_schema].json_schema.")
    | _acts("function function.name function.description function.parameters function.strict", "tools[function].")
    | _acts("custom custom.name custom.description custom.format custom.format[text]", "tools[custom].")
    | _acts("tool_choice[function].function.name tool_choice[custom].custom tool_choice[custom].custom.name")
    | {"tool_choice[function].function.parsed_arguments": CARRIED}
    | _acts("allowed_tools allowed_tools.mode allowed_tools.tools", "tool_choice[allowed_tools].")
    | {
        "response_format[json_schema].json_schema.description": GUIDES,
        "tools[custom].custom.format[grammar]": own_name("custom tools with a grammar"),
        "prompt_cache_retention": ECHO,
        "safety_identifier": FOR_OPENAI,
        "user": FOR_OPENAI,
        "audio": own_name("voice: it gives no audio"),
        "functions": own_name("functions as they were before tools"),
        "function_call": own_name("functions as they were before tools"),
        "prediction": own_name("predicted outputs"),
        "web_search_options": own_name("web search"),
    }
)  # fmt: skip


def _renamed(table: dict[str, Class], new: str) -> dict[str, Class]:
    return {f"{new}{path.removeprefix('input')}": row for path, row in table.items()}


CONVERSATIONS = _renamed(_ITEMS, "items") | {"metadata": ECHO}
ITEMS = _renamed(_ITEMS, "items")
METADATA = {"metadata": ECHO}
EMBEDDINGS = _acts("input model dimensions encoding_format") | {"user": FOR_OPENAI}
MODERATIONS = _acts("input model input[text].text input[image_url].image_url") | {
    "input[image_url].image_url.url": nothing("the stand-in judges words only, and says so: no image counts")
}
BATCHES = (
    _acts("completion_window endpoint input_file_id output_expires_after")
    | _acts("anchor seconds", "output_expires_after.")
    | {"metadata": ECHO}
)

TABLES = {
    "responses": RESPONSES,
    "responses/input_tokens": INPUT_TOKENS,
    "responses/compact": COMPACT,
    "chat/completions": CHAT,
    "conversations": CONVERSATIONS,
    "conversations/items": ITEMS,
    "conversations/update": METADATA,
    "embeddings": EMBEDDINGS,
    "moderations": MODERATIONS,
    "batches": BATCHES,
}
BY_VALUE = {
    "include[]": INCLUDES,
    "service_tier": TIERS,
    "modalities[]": {"text": ACTS, "audio": own_name("voice: it gives no audio")},
}
"""Paths of which each value has a class of its own."""
