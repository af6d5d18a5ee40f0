"""Whether somebody answers: one short question, to whoever `get_client` chooses."""

import contextlib
import io

import openai

import utils
from support.settings import names, read_settings

from .setup import Line

PATIENCE = 120  # seconds; a model on one's own machine may first have to be loaded


def check_answer() -> Line:
    """Return a line that says who answers, or why nobody does."""
    who = io.StringIO()
    try:
        with contextlib.redirect_stdout(who):
            client = utils.get_client().with_options(timeout=PATIENCE)
        utils.generate_text("Say hello.", max_tokens=16, client=client)
    except utils.CutOff:
        pass  # it did answer; the model only thinks longer than 16 tokens
    except openai.OpenAIError as error:
        return "answer", f"none ({type(error).__name__}){_key_sent(error)}", utils.explain(error)
    return "answer", (who.getvalue().splitlines() or ["somebody answers"])[0], ""


def _key_sent(error: openai.OpenAIError) -> str:
    """Return where the key came from, for a refusal that may be about it."""
    read = read_settings()
    if getattr(error, "status_code", None) not in (401, 403, 429) or names.KEY not in read:
        return ""
    return f" with the key from {read.source(names.KEY)}"


CHECKS = {"answer": lambda: [check_answer()]}
