"""Who answers, decided in one place from the settings: the stand-in, another server, or the OpenAI API.

    who = decide(read_settings(), offline=None)
    who.line("gpt-6-luna")  # "The OpenAI API answers. Model: gpt-6-luna. (OPENAI_API_KEY from /course/.env)"
    who.notes               # what is hidden, misspelled or not read, a sentence each

`get_client` prints that and makes the client, `check_setup` says the same. No part of a key is in either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import httpx2  # the HTTP client of the openai package
import openai
from openai import AsyncOpenAI, OpenAI

import offline as offline_stand_in

from . import local
from .settings import (
    ENVIRONMENT,
    Problem,
    Settings,
    address_problem,
    id_problem,
    is_on,
    key_problem,
    names,
    show_address,
    switch_problem,
    unread_files,
)

OPENAI = "https://api.openai.com/v1"
IN_USE = (names.KEY, names.ADDRESS, names.ORGANIZATION, names.PROJECT, names.MODEL)
STALE = (
    "To use the one in the file, take the other out of the environment (where your shell or system sets it) and start Jupyter "
    "anew. VS Code puts what .env once said into the environment: close all its windows and open it again."
)


@dataclass(frozen=True)
class WhoAnswers:
    """Who answers, and by which settings. `key` is what is sent, and is not shown."""

    kind: Literal["stand-in", "local", "server", "OpenAI"]
    base_url: str = ""
    file: str = ""  # of a local model
    key: str = field(default="", repr=False)
    organization: str | None = None
    project: str | None = None
    sources: tuple[tuple[str, str], ...] = ()  # the settings in use, each with where it comes from
    notes: tuple[str, ...] = ()

    def line(self, model: str) -> str:
        """Return one line that says who answers, with which model, and where the settings come from."""
        said = _said(self.kind, self.base_url, model)
        return f"{said} ({self._sources()})" if self.sources else said

    def _sources(self) -> str:
        places = dict.fromkeys(place for _, place in self.sources)
        grouped = {place: [name for name, where in self.sources if where == place] for place in places}
        return "; ".join(f"{' and '.join(found)} from {place}" for place, found in grouped.items())


def decide(settings: Settings, offline: bool | None = None) -> WhoAnswers:
    """Return who answers. `offline` is what the caller asks for: True, False, or None for what the settings say.

    Raises openai.OpenAIError where the stand-in is ruled out and there is no usable key, or where a
    setting cannot be sent.
    """
    forced = is_on(settings.get(names.OFFLINE))
    if forced or offline:
        file = settings.file.path if forced and settings.source(names.OFFLINE) != ENVIRONMENT else None
        return WhoAnswers("stand-in", notes=(f"{names.OFFLINE} is set in {file}.",) if file else ())
    if file := settings.value(names.LOCAL):
        return WhoAnswers("local", file=file, sources=tuple(_in_use(settings, names.LOCAL, names.MODEL)))
    url = settings.value(names.ADDRESS)
    problem = key_problem(settings[names.KEY]) if names.KEY in settings else "is not set"
    notes = tuple(_notes(settings, problem))
    if problem and not url:
        if offline is False:
            raise openai.OpenAIError(" ".join([f"There is no usable {names.KEY}: it {problem}. See 01_setup.ipynb.", *notes]))
        return WhoAnswers("stand-in", notes=notes)
    _refuse_what_cannot_be_sent(settings)
    return WhoAnswers(
        kind="server" if url else "OpenAI",
        base_url=url or OPENAI,
        key="not-needed" if problem else settings[names.KEY],
        organization=settings.value(names.ORGANIZATION) or None,
        project=settings.value(names.PROJECT) or None,
        sources=tuple(_in_use(settings, *(name for name in IN_USE if not (problem and name == names.KEY)))),
        notes=notes,
    )


def describe(client: OpenAI | AsyncOpenAI, model: str) -> str:
    """Return one line that says who answers a client, and with which model if none is named."""
    base_url = str(client.base_url).rstrip("/")
    if base_url == offline_stand_in.BASE_URL:
        return _said("stand-in", base_url, model)
    if base_url in local.started:
        return _said("local", base_url, model)
    return _said("OpenAI" if _is_openai(base_url) else "server", base_url, model)


def _said(kind: str, base_url: str, model: str) -> str:
    if kind == "stand-in":
        return "The offline stand-in answers: no key, no network, no cost."
    if kind == "local":
        return f"A model on this machine answers: no key, no cost (llama.cpp, until this kernel ends). Model: {model}."
    who = "The OpenAI API" if kind == "OpenAI" else f"The server at {show_address(base_url.rstrip('/'))}"
    return f"{who} answers. Model: {model}."


def _is_openai(base_url: str) -> bool:
    host = httpx2.URL(base_url).host
    return host == "openai.com" or host.endswith(".openai.com")


def _in_use(settings: Settings, *wanted: str) -> Iterator[tuple[str, str]]:
    """Yield those of the settings that say something, each with where it comes from."""
    return ((name, settings.source(name)) for name in wanted if settings.value(name))


def hidden(settings: Settings, name: str) -> Problem | None:
    """Return that the environment's value of a setting hides another one in the file, if it does."""
    file = settings.hidden(name)
    return Problem(name, f"{name} from the environment hides another one in {file}", STALE) if file else None


def problems(settings: Settings) -> Iterator[Problem]:
    """Yield everything that is not read as it was meant: hidden, misspelled, in the wrong line or the wrong file."""
    yield from (found for name in names.KNOWN if (found := hidden(settings, name)))
    yield from settings.problems()
    if problem := switch_problem(settings.get(names.OFFLINE, "")):
        yield Problem(names.OFFLINE, f"{names.OFFLINE}, from {settings.source(names.OFFLINE)}, {problem}", "Set it to 1 or 0.")
    yield from unread_files(Path.cwd(), settings.file.path)


def _notes(settings: Settings, problem: str | None) -> Iterator[str]:
    """Yield sentences for the line of `get_client`; `problem` is the one of the key, if it has one."""
    placeholder = settings.value(names.ADDRESS) and "placeholder" in (problem or "")  # copied along with .env.example
    if problem and names.KEY in settings and not placeholder:
        where = settings.source(names.KEY)
        yield f"Your {names.KEY} (from {where}) {problem}. Put your own key there, just as you copied it."
    for found in problems(settings):
        concerned = found.setting is None or found.setting != names.KEY or (problem and not settings.value(names.ADDRESS))
        if concerned or found == hidden(settings, names.KEY):
            yield f"{found.said}. {found.advice}"


def _refuse_what_cannot_be_sent(settings: Settings) -> None:
    url = settings.value(names.ADDRESS)
    wrong = {names.ADDRESS: url and address_problem(url)}
    wrong |= {name: settings.value(name) and id_problem(settings.value(name)) for name in (names.ORGANIZATION, names.PROJECT)}
    for name, problem in wrong.items():
        if problem:
            raise openai.OpenAIError(f"{name} (from {settings.source(name)}) {problem}.")
