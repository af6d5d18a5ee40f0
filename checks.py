"""What the notebooks use to check your work: `check_setup()`, and `check(...)` for the exercises.

A check looks at what you built (a request, a list of messages, what a function sends), never at the
wording of a model's answer. It always runs against the offline stand-in, so it costs nothing.
"""

import contextlib
import io
import json
import math
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import openai
from dotenv import find_dotenv
from packaging.requirements import Requirement

import offline
import utils

# --- check_setup ---


def check_setup() -> None:
    """Look at everything that the course needs, and print for each line that is not right what to do."""
    for name, found, advice in setup_report():
        print(f"{'[ok] ' if not advice else '[fix]'} {name:<9} {found}")
        if advice:
            print(f"      -> {advice}")


def setup_report():
    """Yield a name, what was found, and what to do about it (empty if it is right) for every check."""
    yield check_python(sys.version_info[:2])
    yield check_kernel()
    yield from check_packages()
    settings = utils.read_settings()
    yield check_env_file(Path.cwd())
    yield check_key(settings.get("OPENAI_API_KEY"))
    yield check_address(settings.get("OPENAI_BASE_URL", ""))
    yield check_answer()


def check_python(running: tuple[int, int]):
    advice = "" if running >= (3, 11) else "Install Python 3.11 or newer from python.org, and set up the course again."
    return "Python", platform.python_version(), advice


def check_kernel():
    in_environment = sys.prefix != sys.base_prefix or "google.colab" in sys.modules or "CONDA_PREFIX" in os.environ
    advice = "Choose the kernel in the folder .venv of this course (menu Kernel, Change Kernel)." if not in_environment else ""
    return "kernel", "in an environment of its own" if in_environment else "the Python of the whole system", advice


def check_packages():
    """Yield one line about the packages in requirements.txt, or one for each that is wrong."""
    wrong = 0
    lines = Path(utils.__file__).with_name("requirements.txt").read_text(encoding="utf-8").splitlines()
    for wanted in [Requirement(line) for line in lines if line and line[0].isalpha()]:
        try:
            found = version(wanted.name)
        except PackageNotFoundError:
            found = None
        if found is None or not wanted.specifier.contains(found, prereleases=True):
            wrong += 1
            advice = f'Run this in a cell, and restart the kernel: %pip install "{wanted}"'
            yield wanted.name, found or "is not installed", advice
    if not wrong:
        yield "packages", f"all installed (openai {openai.__version__})", ""


def check_env_file(folder: Path):
    """Look for `.env` in the folder or above it, and for names that Windows may have given it."""
    if utils.is_on(os.environ.get("TUTORIAL_OFFLINE")):
        return ".env", "not read, because TUTORIAL_OFFLINE is set", ""
    if find_dotenv(usecwd=True):
        return ".env", "found", ""
    for wrong in (".env.txt", "env", "env.txt", ".env.example.txt"):
        if any((place / wrong).is_file() for place in (folder, folder.parent)):
            return ".env", f"found {wrong}", f"Rename {wrong} to .env (on Windows, switch on View, File name extensions first)."
    return ".env", "none, and you need none without a key", ""


def check_key(key: str | None):
    if key is None:
        return "key", "none, so the offline stand-in answers", ""
    problem = utils.key_problem(key)
    advice = "Copy the key again, whole, and put it into .env after OPENAI_API_KEY= with nothing around it." if problem else ""
    return "key", f"it {problem}" if problem else "looks like a key", advice


def check_address(base_url: str):
    if not base_url:
        return "address", "the one of the OpenAI API", ""
    advice = "" if base_url.startswith(("http://", "https://")) else "OPENAI_BASE_URL must begin with https:// or http://."
    return "address", utils.show_address(base_url), advice


def check_answer():
    who = io.StringIO()
    try:
        with contextlib.redirect_stdout(who):
            client = utils.get_client()
        utils.generate_text("Say hello.", max_tokens=16, client=client)
    except utils.CutOff:
        pass  # it did answer; the model only thinks longer than 16 tokens
    except openai.AuthenticationError:
        return "answer", "the key was refused", "Make a new key on platform.openai.com and put it into .env."
    except openai.RateLimitError:
        return "answer", "refused for now", "Is there credit on your account? See Billing on platform.openai.com."
    except openai.APIConnectionError:
        return "answer", "no connection", "Is this computer online? Does a proxy or a firewall stand between?"
    except openai.OpenAIError as error:
        return "answer", f"none ({type(error).__name__})", str(error)
    return "answer", who.getvalue().strip(), ""


# --- Exercises ---


def check(number: str, built) -> None:
    """Say whether exercise `number` is solved, or what is still missing."""
    try:
        missing = CHECKS[number](_filled_in(built) if not callable(built) else lambda *given: _returned(built(*given)))
    except NotFilledIn:
        missing = "replace the ... with your own."
    except ReturnedNothing:
        missing = "your function returned nothing (None). Did you print the result instead of returning it?"
    except Exception as error:
        missing = f"your code raised {type(error).__name__}: {error}"
    print(f"Exercise {number}: not yet: {missing}" if missing else f"Exercise {number}: done. {PRAISE[number]}")


class NotFilledIn(Exception):
    """The learner has not replaced the `...` yet."""


class ReturnedNothing(Exception):
    """The learner's function returns None."""


def _filled_in(built):
    if built is ...:
        raise NotFilledIn
    return built


def _returned(result):
    if result is None:
        raise ReturnedNothing
    return _filled_in(result)


PRAISE = {
    "1.1": "That is a whole request.",
    "1.2": "You can read a reply.",
    "2.1": "Instructions and input are kept apart.",
    "2.2": "Every sample is a call of its own, and each of them costs.",
    "2.3": "You can move old code to the new API.",
    "3.1": "Oldest first, each with its role.",
    "3.2": "The old list is as it was.",
    "3.3": "Only whole turns are kept.",
    "4.1": "You can read logprobs.",
    "4.2": "That is all there is to temperature.",
    "4.3": "Short, cheap, and the same every time.",
    "5.1": "That is what output_text does.",
    "5.2": "A program that looks at the end is not fooled by half a reply.",
    "5.3": "You stop as soon as you have enough.",
    "6.1": "You know when to give up.",
    "6.2": "You catch what you can handle, and nothing else.",
    "6.3": "A server in trouble will thank you.",
    "7.1": "You can check any bill.",
    "7.2": "Unknown is not free.",
    "7.3": "Now you know why long conversations need a bound.",
    "A.1": "That request would be answered today.",
    "A.2": "Names became attributes.",
}


def _refused(request: dict) -> str | None:
    """Send a request to the stand-in; return why it was refused, or None."""
    try:
        offline.client(offline.StandIn(), max_retries=0).responses.create(**request)
    except (openai.APIError, TypeError) as error:
        return f"the API would refuse this request: {error}"
    return None


def _check_first_request(request):
    if not isinstance(request, dict):
        return f"`request` must be a dictionary, and it is a {type(request).__name__}."
    for name in ("model", "input", "reasoning"):
        if name not in request:
            return f'the key "{name}" is missing.'
    if request["model"] != utils.DEFAULT_MODEL:
        return "use DEFAULT_MODEL for the model."
    if "japan" not in str(request["input"]).lower():
        return "the input should ask about Japan."
    if request["reasoning"] != {"effort": "none"}:
        return 'for no reasoning, write {"effort": "none"}.'
    return _refused(request)


def _check_summarize(summarize):
    reply = offline.client(offline.StandIn()).responses.create(model=utils.DEFAULT_MODEL, input="What is an API?")
    summary = summarize(reply)
    if not isinstance(summary, dict):
        return f"your function should return a dictionary, and it returns {summary!r}."
    if summary.get("text") != reply.output_text:
        return '"text" should be the text of the reply.'
    if summary.get("tokens") != reply.usage.total_tokens:
        return f'"tokens" should be {reply.usage.total_tokens} for my test reply, and it is {summary.get("tokens")}.'
    return None


def _check_translation(translation_request):
    first, second = translation_request("good morning", "French"), translation_request("thank you", "Spanish")
    for built, text, language in ((first, "good morning", "French"), (second, "thank you", "Spanish")):
        if not isinstance(built, dict) or not {"instructions", "input"} <= set(built):
            return f'your function should return a dictionary with "instructions" and "input", and it returns {built!r}.'
        if built["input"] != text:
            return f"the input should be just the text, {text!r}, and it is {built['input']!r}."
        if language.lower() not in built["instructions"].lower():
            return f"the instructions should name the language, {language}."
        if text in built["instructions"]:
            return "the text does not belong in the instructions."
    return _refused({"model": utils.DEFAULT_MODEL, **first})


def _check_samples(samples):
    standin = offline.StandIn()
    replies = samples("Suggest a name for a small coffee shop.", 4, offline.client(standin))
    if not isinstance(replies, list) or not all(isinstance(reply, str) for reply in replies):
        return f"your function should return a list of texts, and it returns {replies!r}."
    sent = [body for _, body in standin.requests]
    if not sent:
        return "no request came through the client: pass it on with client=client."
    if len(sent) != 4 or len(replies) != 4:
        return f"for n=4 there should be 4 requests and 4 replies, but there were {len(sent)} and {len(replies)}."
    if any(body.get("temperature") != 1.2 for body in sent):
        return f"the temperature should be 1.2, and it was {sent[0].get('temperature')}."
    if any("coffee" not in json.dumps(body.get("input")) for body in sent):
        return "each request should send the prompt."
    return None


def _check_to_responses(request):
    if not isinstance(request, dict):
        return f"`request` must be a dictionary, and it is a {type(request).__name__}."
    for old, new in (
        ("messages", "instructions and input"),
        ("max_completion_tokens", "max_output_tokens"),
        ("reasoning_effort", "reasoning"),
    ):
        if old in request:
            return f'"{old}" belongs to Chat Completions; Responses has {new}.'
    if request.get("max_output_tokens") != 50:
        return "the limit of 50 tokens is missing (max_output_tokens)."
    if request.get("reasoning") != {"effort": "none"}:
        return 'the effort is missing: {"effort": "none"} under "reasoning".'
    if request.get("model") != utils.DEFAULT_MODEL:
        return "the model should be DEFAULT_MODEL."
    listed = request.get("input") if isinstance(request.get("input"), list) else []
    told = [message["content"] for message in listed if message["role"] in ("developer", "system")]
    if "one word" not in json.dumps([request.get("instructions"), *told]):
        return "the instructions are missing (in instructions, or in a message with the role developer)."
    if "Spain" not in json.dumps(request.get("input")):
        return "the input should ask about Spain."
    return _refused(request)


def _check_messages(messages):
    if not isinstance(messages, list) or not all(isinstance(message, dict) for message in messages):
        return "`messages` should be a list of dictionaries."
    if any(set(message) != {"role", "content"} for message in messages):
        return 'each message needs the keys "role" and "content", and no others.'
    roles = [message["role"] for message in messages]
    if roles != ["user", "assistant", "user"]:
        return f"the roles should be user, assistant, user, and they are {', '.join(map(str, roles))}."
    for message, word in zip(messages, ("Germany", "Berlin", "how many people"), strict=True):
        if word.lower() not in message["content"].lower():
            return f'a message should say "{word}" here: {message["content"]!r}.'
    return None


def _check_add_turn(add_turn):
    old = [{"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hi!"}]
    before = [dict(message) for message in old]
    new = add_turn(old, "How are you?", "Fine, thanks.")
    turn = [{"role": "user", "content": "How are you?"}, {"role": "assistant", "content": "Fine, thanks."}]
    if old != before:
        return "your function changed the old list. Make a new one."
    if new != before + turn:
        return f"the new list should have the old messages, then the question, then the answer, and it is {new!r}."
    return None


def _check_last_turns(last_turns):
    turns = [[{"role": "user", "content": f"question {n}"}, {"role": "assistant", "content": f"answer {n}"}] for n in range(3)]
    history = [message for turn in turns for message in turn]
    for n, expected in ((1, history[4:]), (2, history[2:]), (3, history), (4, history), (9, history), (0, [])):
        kept = last_turns(list(history), n)
        if kept != expected:
            kept = kept if kept is None else [message["content"] for message in kept]
            return f"of 3 turns, n={n} should keep {[message['content'] for message in expected]}, and it keeps {kept}."
    return None


def _check_percents(percents):
    top = [("blue", math.log(0.6)), ("clear", math.log(0.14)), ("gray", math.log(0.0312))]
    found = percents(top)
    if found != {"blue": 60.0, "clear": 14.0, "gray": 3.1}:
        return f"for chances of 0.6, 0.14 and 0.0312 there should be 60.0, 14.0 and 3.1 percent, and there is {found!r}."
    return None


def _check_apply_temperature(apply_temperature):
    chances = [0.6, 0.3, 0.1]
    for temperature, wanted in ((1, [0.6, 0.3, 0.1]), (0.5, [0.783, 0.196, 0.022]), (2, [0.473, 0.334, 0.193])):
        found = apply_temperature(list(chances), temperature)
        if len(found) != 3 or abs(sum(found) - 1) > 1e-9:
            return f"at temperature {temperature} the results should be 3 numbers that sum to 1: {found!r}."
        if any(abs(chance - right) > 0.001 for chance, right in zip(found, wanted, strict=True)):
            return f"at temperature {temperature}, {chances} should become {wanted}, and it becomes {found!r}."
    return None


def _check_strict_parameters(parameters):
    if not isinstance(parameters, dict):
        return f"`parameters` must be a dictionary, and it is a {type(parameters).__name__}."
    wanted = {"reasoning": {"effort": "none"}, "text": {"verbosity": "low"}, "temperature": 0, "max_output_tokens": 16}
    for name, value in wanted.items():
        if parameters.get(name) != value:
            return f'"{name}" should be {value!r}, and it is {parameters.get(name)!r}.'
    return _refused({"model": utils.DEFAULT_MODEL, **parameters, "input": "The soup was cold."})


def _events(**more) -> list:
    request = {"model": utils.DEFAULT_MODEL, "input": "Write a short story about a robot.", "reasoning": {"effort": "none"}}
    return list(offline.client(offline.StandIn()).responses.create(**request, **more, stream=True))


def _check_collect(collect):
    events = _events()
    if collect(iter(events)) != events[-1].response.output_text:
        return "the text should be all deltas joined, and nothing else."
    return None


def _check_how_it_ended(how_it_ended):
    whole, cut_off = _events(), _events(max_output_tokens=16)
    for events, ending in ((whole, "whole"), (cut_off, "cut off"), (whole[:-1], "lost"), ([], "lost")):
        found = how_it_ended(events)
        if found != ending:
            last = events[-1].type if events else "no event at all"
            return f'a stream that ends with {last} is "{ending}", and your function says {found!r}.'
    return None


def _check_first_sentence(first_sentence):
    for said in (["The", " sky", " is", " blue", ".", " The", " sea", " too", "."], ["The sky is", " blue.\n\nThe", " sea too."]):
        pieces = iter(said)
        found = first_sentence(pieces)
        if found != "The sky is blue.":
            return f"of the pieces {said} the first sentence is 'The sky is blue.', and your function returns {found!r}."
        left = "".join(pieces)
        if not left.endswith(" sea too."):
            return f"it must not read beyond the first sentence, but only {left!r} was left."
    return None


def _check_worth_retrying(worth_retrying):
    answers = {"rate_limit": True, "server_error": True, "overloaded": True, "no_connection": True, "timeout": True}
    answers |= {"no_quota": False, "bad_key": False, "no_permission": False, "unknown_model": False, "too_long": False}
    standin = offline.StandIn()
    client = offline.client(standin, max_retries=0)
    for fault, helps in answers.items():
        try:
            with standin.failing(fault):
                utils.generate_text("Hello!", client=client)
        except openai.APIError as error:
            found = worth_retrying(error)
            if found is not helps:
                return f"for {type(error).__name__} ({error.code}) it should be {helps}, and it is {found!r}."
    return None


def _check_ask_politely(ask_politely):
    standin = offline.StandIn()
    client = offline.client(standin, max_retries=0)
    if not isinstance(ask_politely("What is an API?", client), str):
        return "without an error, it should return the text of the reply."
    for fault, wanted in (("rate_limit", "busy"), ("no_connection", "offline")):
        with standin.failing(fault):
            try:
                found = ask_politely("Hello!", client)
            except openai.APIError as error:
                found = f"{type(error).__name__} raised"
        if found != wanted:
            return f'for {fault} it should return "{wanted}", and there is {found!r}.'
    for fault in ("bad_key", "no_quota", "unknown_model", "server_error", "not_json"):
        try:
            with standin.failing(fault):
                found = ask_politely("Hello!", client)
        except openai.APIError:
            continue
        return f"{fault} should reach the caller as an exception, but your function returned {found!r}."
    return None


def _check_my_delays(my_delays):
    for n, wanted in ((0, []), (1, [1]), (3, [1, 3, 9]), (5, [1, 3, 9, 20, 20])):
        found = my_delays(n)
        if found != wanted:
            return f"for n={n} there should be {wanted}, and there is {found!r}."
    return None


def _check_dollars(dollars):
    for given, wanted in (((1_000_000, 0, 2, 10), 2), ((0, 500_000, 2, 10), 5), ((3_000, 1_000, 0.1, 0.5), 0.0008)):
        found = dollars(*given)
        if not math.isclose(found, wanted):
            return f"dollars{given} should be {wanted}, and it is {found!r}."
    return None


def _check_cheapest(cheapest):
    for prices, wanted in (({"a": 3, "b": 2}, "b"), ({"a": None, "b": 2, "c": 5}, "b"), ({"a": 0, "b": None}, "a")):
        found = cheapest(dict(prices))
        if found != wanted:
            return f'of {prices} the cheapest is "{wanted}", and your function says {found!r}.'
    return None


def _check_turns_within(turns_within):
    for limit, wanted in ((0, 0), (49, 0), (50, 1), (300, 2), (749, 2), (750, 3), (100_000, 31)):
        found = turns_within(limit)
        if found != wanted:
            return f"within {limit} tokens there are {wanted} turns, and your function says {found!r}."
    return None


def _check_modern_request(request):
    if not isinstance(request, dict):
        return f"`request` must be a dictionary, and it is a {type(request).__name__}."
    for old, new in (("engine", "model"), ("prompt", "input"), ("max_tokens", "max_output_tokens")):
        if old in request:
            return f'"{old}" is the old name; today it is "{new}".'
    for name, value in (("input", "Name a fruit."), ("max_output_tokens", 20), ("temperature", 0.9)):
        if request.get(name) != value:
            return f'"{name}" should be {value!r}, and it is {request.get(name)!r}.'
    return _refused(request)


def _check_chat_text(chat_text):
    messages = [{"role": "user", "content": "What is an API?"}]
    chat = offline.client(offline.StandIn()).chat.completions
    completion = chat.create(model=utils.DEFAULT_MODEL, messages=messages, reasoning_effort="none")
    found = chat_text(completion)
    if found != completion.choices[0].message.content:
        return f"the text should be {completion.choices[0].message.content!r}, and your function returns {found!r}."
    return None


CHECKS = {
    "1.1": _check_first_request,
    "1.2": _check_summarize,
    "2.1": _check_translation,
    "2.2": _check_samples,
    "2.3": _check_to_responses,
    "3.1": _check_messages,
    "3.2": _check_add_turn,
    "3.3": _check_last_turns,
    "4.1": _check_percents,
    "4.2": _check_apply_temperature,
    "4.3": _check_strict_parameters,
    "5.1": _check_collect,
    "5.2": _check_how_it_ended,
    "5.3": _check_first_sentence,
    "6.1": _check_worth_retrying,
    "6.2": _check_ask_politely,
    "6.3": _check_my_delays,
    "7.1": _check_dollars,
    "7.2": _check_cheapest,
    "7.3": _check_turns_within,
    "A.1": _check_modern_request,
    "A.2": _check_chat_text,
}
