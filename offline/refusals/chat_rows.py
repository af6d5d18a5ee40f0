"""The rows of Chat Completions."""

from .rows import CARRIED, ECHO, FOR_OPENAI, MODERATION, USUAL, Class, acts, breakpoint_rows, own_name


def _chat_texts(role: str) -> dict[str, Class]:
    place = f"messages[{role}].content[text]"
    return acts(f"messages[{role}].content {place}.text") | breakpoint_rows(f"{place}.")


_MESSAGES = (
    _chat_texts("system") | _chat_texts("developer") | _chat_texts("tool")
    | acts("messages messages[system].name messages[developer].name messages[user].name messages[assistant].name messages[tool].name")
    | acts("messages[user].content messages[user].content[text].text messages[tool].tool_call_id")
    | acts("messages[user].content[image_url].image_url messages[user].content[image_url].image_url.url")
    | acts("messages[user].content[image_url].image_url.detail messages[assistant].content")
    | acts("messages[assistant].content[text].text messages[assistant].content[refusal].refusal messages[assistant].refusal")
    | acts("messages[assistant].tool_calls")
    | {"messages[assistant].annotations": CARRIED, "messages[assistant].parsed": CARRIED}
    | {"messages[assistant].tool_calls[function].function.parsed_arguments": CARRIED}
    | acts("id function function.name function.arguments", "messages[assistant].tool_calls[function].")
    | acts("id custom custom.name custom.input", "messages[assistant].tool_calls[custom].")
    | breakpoint_rows("messages[user].content[text].") | breakpoint_rows("messages[user].content[image_url].")
    | breakpoint_rows("messages[assistant].content[text].")
    | {
        "messages[user].content[input_audio]": own_name("ears: it takes no audio"),
        "messages[user].content[file]": own_name("way to read files in Chat Completions, which takes PDFs only"),
        "messages[assistant].audio": own_name("voice: it gives no audio"),
        "messages[assistant].function_call": own_name("functions as they were before tools"),
        "messages[function]": own_name("functions as they were before tools"),
    }
)  # fmt: skip

CHAT = (
    _MESSAGES | MODERATION
    | acts("model frequency_penalty logit_bias logprobs max_completion_tokens max_tokens n parallel_tool_calls presence_penalty")
    | acts("prompt_cache_key prompt_cache_options prompt_cache_options.mode reasoning_effort seed stop")
    | acts("service_tier store metadata stream stream_options stream_options.include_usage stream_options.include_obfuscation")
    | acts("temperature top_logprobs top_p verbosity tools tool_choice tool_choice[function].function")
    | acts("response_format response_format[json_object] response_format[json_schema].json_schema")
    | acts("schema strict name description", "response_format[json_schema].json_schema.")
    | acts("function function.name function.description function.parameters function.strict", "tools[function].")
    | acts("custom custom.name custom.description custom.format custom.format[text]", "tools[custom].")
    | acts("tool_choice[function].function.name tool_choice[custom].custom tool_choice[custom].custom.name")
    | acts("allowed_tools allowed_tools.mode allowed_tools.tools", "tool_choice[allowed_tools].")
    | {
        "response_format[text]": USUAL,
        "modalities": USUAL,
        "prompt_cache_options.ttl": USUAL,
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
