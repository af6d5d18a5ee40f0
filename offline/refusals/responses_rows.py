"""The rows of the Responses API: of replies, of counting their input, and of compacting it."""

from .item_rows import ITEMS
from .rows import (
    ACTS,
    COUNTED_ALIKE,
    ECHO,
    FOR_OPENAI,
    HOSTED_ONLY,
    MODERATION,
    NO_CACHE,
    NO_THOUGHTS,
    USUAL,
    acts,
    own_name,
)

HOSTED_TOOLS = {
    "web_search": "web search", "web_search_2025_08_26": "web search", "web_search_preview": "web search",
    "web_search_preview_2025_03_11": "web search", "file_search": "file search", "code_interpreter": "code interpreter",
    "image_generation": "image generation", "computer": "computer use", "computer_use_preview": "computer use", "mcp": "MCP servers", "shell": "shell", "local_shell": "shell", "apply_patch": "apply_patch",
    "programmatic_tool_calling": "programmatic tool calling", "tool_search": "tool search", "namespace": "namespaces of tools",
}  # fmt: skip
HOSTED_CHOICES = {
    "web_search_preview": "web search", "web_search_preview_2025_03_11": "web search", "file_search": "file search",
    "code_interpreter": "code interpreter", "image_generation": "image generation", "computer": "computer use",
    "computer_use": "computer use", "computer_use_preview": "computer use", "mcp": "MCP servers", "shell": "shell",
    "apply_patch": "apply_patch", "programmatic_tool_calling": "programmatic tool calling",
}  # fmt: skip

_TOOLS = (
    {f"tools[{kind}]": own_name(what) for kind, what in HOSTED_TOOLS.items()}
    | acts("tools tools[function].name tools[function].description tools[function].parameters tools[function].strict")
    | acts("tools[custom].name tools[custom].description tools[custom].format tools[custom].format[text]")
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
_HOSTED_CHOICE = {f"tool_choice[{kind}]": own_name(what) for kind, what in HOSTED_CHOICES.items()}
_CHOICE = acts(
    "tool_choice tool_choice[allowed_tools].mode tool_choice[allowed_tools].tools tool_choice[function].name tool_choice[custom].name"
)
_TEXT = acts(
    "text text.verbosity text.format text.format[json_object] text.format[json_schema].schema "
    "text.format[json_schema].strict text.format[json_schema].name text.format[json_schema].description"
) | {"text.format[text]": USUAL}
_CONTINUED = acts("conversation conversation.id instructions previous_response_id model")

RESPONSES = (
    ITEMS | _TOOLS | _HOSTED_CHOICE | _CHOICE | _TEXT | MODERATION | _CONTINUED
    | acts("background include max_output_tokens parallel_tool_calls prompt_cache_key prompt_cache_options prompt_cache_options.mode")
    | acts("reasoning reasoning.effort service_tier store stream stream_options stream_options.include_obfuscation temperature")
    | acts("top_logprobs top_p truncation prompt_cache_options.ttl prompt_cache_options.comparison_response_id")
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

_BREAKPOINTS = [path for path, row in ITEMS.items() if row is ACTS and "prompt_cache_breakpoint" in path]

INPUT_TOKENS = (
    ITEMS | dict.fromkeys(_BREAKPOINTS, COUNTED_ALIKE) | _TOOLS | _HOSTED_CHOICE | dict.fromkeys(_CHOICE, COUNTED_ALIKE) | _TEXT | _CONTINUED
    | {
        "input[message].role": COUNTED_ALIKE,
        "text.verbosity": COUNTED_ALIKE,
        "text.format[json_object]": COUNTED_ALIKE,
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
    ITEMS
    | dict.fromkeys(_BREAKPOINTS, NO_CACHE)
    | acts("model instructions previous_response_id")
    | {
        "prompt_cache_key": NO_CACHE,
        "prompt_cache_options": own_name("prompt cache for compaction"),
        "prompt_cache_retention": NO_CACHE,
        "service_tier": own_name("service tiers for compaction"),
        "image": own_name("compression of pictures"),
    }
)
