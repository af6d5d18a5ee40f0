"""Calculations that are asked for in another language: "Quanto fa 25 x 4?" (the words for it are in data/languages.yaml)."""

import re
from functools import cache

from ...tables import read_table
from . import calculator
from .question import Answer, Question, says

LONGEST = 80  # characters
_SUM = r"[\d\s().,+\-*/x×÷:]+"
_SHOWN = {"*": "×", "/": "÷"}


def answer(question: Question) -> Answer | None:
    """Return what a calculation gives, as an equation, which is the same in every language; None for anything else."""
    text = question.text.strip(" ¿¡").casefold()
    if len(text) > LONGEST or not re.search(r"\d", text):
        return None
    for language, (opening, signs) in _asked().items():
        if found := re.fullmatch(rf"(?:{opening})\s+(.*?\d.*?)\W*", text):
            written = _in_signs(found[1], signs)
            if re.fullmatch(_SUM, written) and (result := calculator.answer(question.asking(written))) and result.short:
                shown = re.sub(r"[*/]", lambda sign: _SHOWN[sign[0]], written)
                return says(f"{shown} = {result.short}", short=result.short, language=language)
    return None


def _in_signs(text: str, signs: dict[str, str]) -> str:
    text = re.sub(r"(?<=\d)\s*[x×]\s*(?=\d)", " * ", text)
    for sign, words in signs.items():
        text = re.sub(rf"\b(?:{words})\b", sign, text)
    return re.sub(r"\s+", " ", text).strip()


@cache
def _asked() -> dict[str, tuple[str, dict[str, str]]]:
    table = read_table("languages.yaml")
    return {name: (given["sums"], given["signs"]) for name, given in table.items() if "sums" in given}
