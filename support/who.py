"""Who answers a client: the offline stand-in, a model on this machine, another server, or the OpenAI API."""

import httpx2
from openai import AsyncOpenAI, OpenAI

import offline

from . import local
from .settings import show_address

OPENAI = "https://api.openai.com/v1"


def is_openai(base_url: str) -> bool:
    """Return whether an address is that of the OpenAI API. Raises httpx2.InvalidURL for what is no address."""
    host = httpx2.URL(base_url).host
    return host == "openai.com" or host.endswith(".openai.com")


def who_answers(client: OpenAI | AsyncOpenAI, model: str) -> str:
    """Return one line that says who answers a client, and with which model if none is named."""
    base_url = str(client.base_url).rstrip("/")
    if base_url == offline.BASE_URL:
        return "The offline stand-in answers: no key, no network, no cost."
    if is_openai(base_url):
        return f"The OpenAI API answers. Model: {model}."
    if base_url in local.started:
        return (
            f"A model on this machine answers: no key, no cost (llama.cpp at {base_url}, until this kernel ends). Model: {model}."
        )
    return f"The server at {show_address(base_url)} answers. Model: {model}."
