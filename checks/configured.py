"""What is set: the `.env` file, the key, the address, and the proxies and certificates of the system."""

import os
from collections.abc import Iterator

from support import settings, who_answers
from support.settings import ENVIRONMENT, is_on, key_problem, names, read_settings

from .setup import Line


def check_env_file() -> Iterator[Line]:
    """Yield a line about `.env`, and one for all that is set but not read: in it, beside it, and in the environment."""
    if is_on(os.environ.get(names.OFFLINE)):
        yield ".env", f"not read, because {names.OFFLINE} is set in {ENVIRONMENT}", ""
        return
    read = read_settings()
    yield ".env", read.file.path or "none, and you need none without a key", ""
    for problem in who_answers.problems(read):
        yield ".env", problem.said, problem.advice


def check_key() -> Iterator[Line]:
    """Yield a line about the key: where it comes from, and what is wrong with its shape."""
    read = read_settings()
    if names.KEY not in read:
        yield "key", "none" if read.value(names.ADDRESS) else "none, so the offline stand-in answers", ""
        return
    problem, source = key_problem(read[names.KEY]), read.source(names.KEY)
    place = f"the value of {names.KEY} in {source}" if source == ENVIRONMENT else f"{source} after {names.KEY}="
    advice = f"Copy the key again, whole, and put it into {place}, with nothing around it." if problem else ""
    yield "key", f"it {problem} (from {source})" if problem else f"looks like a key (from {source})", advice


def check_address() -> Iterator[Line]:
    """Yield a line about the address of the server, and one for each id that cannot be sent."""
    read = read_settings()
    for name in (names.ORGANIZATION, names.PROJECT):
        if (value := read.value(name)) and (problem := settings.id_problem(value)):
            yield name, f"it {problem} (from {read.source(name)})", "Copy it again from platform.openai.com, under Settings."
    if not (url := read.value(names.ADDRESS)):
        yield "address", "the one of the OpenAI API", ""
        return
    problem = settings.address_problem(url)
    advice = f"{names.ADDRESS} {problem}." if problem else ""
    yield "address", f"{settings.show_address(url)} (from {read.source(names.ADDRESS)})", advice


def check_connection() -> Iterator[Line]:
    """Yield a line for each proxy and each file of certificates that keeps a client from being made."""
    from support.connecting import system_problems  # here: it needs the openai package

    for problem in system_problems():
        what, _, advice = problem.partition(". ")
        yield "network", what, advice


CHECKS = {".env": check_env_file, "key": check_key, "address": check_address, "network": check_connection}
