"""What the notebooks use to check your work: `check_setup()`, and `check(...)` for the exercises.

A check looks at what you built (a request, a list of messages, what a function sends), never at the
wording of a model's answer. It always runs against the offline stand-in, so it costs nothing.
"""

import contextlib
import io
import json
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
    if utils._is_on(os.environ.get("TUTORIAL_OFFLINE")):
        return ".env", "not read, because TUTORIAL_OFFLINE is set", ""
    if find_dotenv(usecwd=True):
        return ".env", "found", ""
    for wrong in (".env.txt", "env", "env.txt", ".env.example.txt"):
        if any((place / wrong).exists() for place in (folder, folder.parent)):
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
    return "address", base_url, advice


def check_answer():
    who = io.StringIO()
    try:
        with contextlib.redirect_stdout(who):
            client = utils.get_client()
        utils.generate_text("Say hello.", max_tokens=16, client=client)
    except openai.AuthenticationError:
        return "answer", "the key was refused", "Make a new key on platform.openai.com and put it into .env."
    except openai.RateLimitError:
        return "answer", "refused for now", "Is there credit on your account? See Billing on platform.openai.com."
    except openai.APIConnectionError:
        return "answer", "no connection", "Is this computer online? Does a proxy or a firewall stand between?"
    except openai.APIError as error:
        return "answer", f"none ({type(error).__name__})", str(error)
    return "answer", who.getvalue().strip(), ""


# --- Exercises ---


def check(number: str, built) -> None:
    """Say whether exercise `number` is solved, or what is still missing."""
    try:
        missing = CHECKS[number](_filled_in(built) if not callable(built) else lambda *given: _filled_in(built(*given)))
    except NotFilledIn:
        missing = "replace the ... with your own."
    except Exception as error:
        missing = f"your code raised {type(error).__name__}: {error}"
    print(f"Exercise {number}: not yet: {missing}" if missing else f"Exercise {number}: done. {PRAISE[number]}")


class NotFilledIn(Exception):
    """The learner has not replaced the `...` yet."""


def _filled_in(built):
    if built is ...:
        raise NotFilledIn
    return built


PRAISE = {
    "1.1": "That is a whole request.",
    "1.2": "You can read a reply.",
    "2.1": "Instructions and input are kept apart.",
    "2.2": "Every sample is a call of its own, and each of them costs.",
    "2.3": "You can move old code to the new API.",
    "3.1": "Oldest first, each with its role.",
    "3.2": "The old list is as it was.",
    "3.3": "Only whole turns are kept.",
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
        if language not in built["instructions"]:
            return f"the instructions should name the language, {language}."
        if text in built["instructions"]:
            return "the text does not belong into the instructions."
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
    if "one word" not in json.dumps([request.get("instructions"), request.get("input")]):
        return "the instructions are missing."
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
    for message, word in zip(messages, ("capital", "Berlin", "How many people"), strict=True):
        if word not in message["content"]:
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
    for n, expected in ((1, history[4:]), (2, history[2:]), (3, history), (9, history), (0, [])):
        kept = last_turns(list(history), n)
        if kept != expected:
            kept = kept if kept is None else [message["content"] for message in kept]
            return f"of 3 turns, n={n} should keep {[message['content'] for message in expected]}, and it keeps {kept}."
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
}
