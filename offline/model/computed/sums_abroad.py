"""Calculations that are asked for in another language: "Quanto fa 25 x 4?" and "10 Meilen in km" (the words for it are in data/languages.yaml)."""

import re
from functools import cache

from ...tables import read_table
from .. import tongues
from . import calculator, units
from .question import Answer, Question, says

LONGEST = 80  # characters
_SUM = r"[\d\s().,+\-*/x×÷:]+"
_AND = "|und|et|y|e|en"  # goes on from a sum before
# What may stand around two units and a number in a question for a conversion.
_AROUND = frozenset(
    "wie viel viele wieviel wieviele sind ist hat haben in umgerechnet rechne um konvertiere bitte mir sag und das ein eine einem einer combien de d fait font il y a dans en est convertis convertir svp et "
    "cuánto cuánta cuántos cuántas cuantos cuantas son es hay tiene un una convierte por favor y quanti quante quanto quanta sono è ci converti per favore e fa fanno quantos quantas são há tem em um uma "
    "converta converte hoeveel zijn is zitten er gaan reken om een hallo hola bonjour ciao olá danke".split()
)
_SHOWN = {"*": "×", "/": "÷"}


def answer(question: Question) -> Answer | None:
    """Return what a calculation gives, as an equation, which is the same in every language; None for anything else."""
    text = question.text.strip(" ¿¡").casefold()
    if len(text) > LONGEST or not re.search(r"\d", text):
        return None
    for language, (opening, signs) in _asked().items():
        if found := re.fullmatch(
            rf"(?:{opening}{_AND if question.before else ''})\s+(?:el |il |o |le |das |het |l.)?(.*?\d.*?)\W*", text
        ):
            written = _in_signs(found[1], signs)
            if re.fullmatch(_SUM, written) and (result := calculator.answer(question.asking(written))) and result.short:
                shown = re.sub(r"[*/]", lambda sign: _SHOWN[sign[0]], written)
                return says(f"{shown} = {result.short}", short=result.short, language=language)
    return _converted(question, text)


def _converted(question: Question, text: str) -> Answer | None:
    """Return so much of one unit in another, as an equation with the words that were used; None where there are not just two units and a number."""
    for language in tongues.candidates(text):
        names = {word.casefold(): unit for unit, words in _units().get(language, {}).items() for word in words.split("|")}
        found = (
            list(
                re.finditer(
                    rf"(?:(?P<n>\d+(?:[.,]\d+)?)\s*)?(?<!\w)(?P<unit>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)",
                    question.text.replace("ß", "ss"),
                    re.IGNORECASE,
                )
            )
            if names
            else []
        )
        numbers, others = [one for one in found if one["n"]], [one for one in found if not one["n"]]
        if len(numbers) != 1 or len(others) != 1 or len(re.findall(r"\d+(?:[.,]\d+)?", text)) != 1:
            continue
        around = re.sub("|".join(re.escape(one[0]) for one in found), " ", question.text.replace("ß", "ss"))
        if not set(re.findall(r"[^\W\d_]+", around.casefold())) <= _AROUND:
            continue
        source, target, number = numbers[0]["unit"], others[0]["unit"], numbers[0]["n"]
        result = units.answer(
            question.asking(f"convert {number.replace(',', '.')} {names[source.casefold()]} to {names[target.casefold()]}")
        )
        if result and result.short and (value := re.match(r"-?[\d,.]+", result.short)):
            exact = "=" if " about " not in result.ways[0][1] else "≈"
            return says(
                f"{number} {source} {exact} {value[0].replace(',', ' ').replace('.', ',')} {target}",
                short=value[0],
                language=language,
            )
    return None


def _in_signs(text: str, signs: dict[str, str]) -> str:
    text = re.sub(r"(?<=\d)\s*[x×]\s*(?=\d)", " * ", text)
    text = re.sub(r"(?<=\d)\s*%", "%", text)
    for sign, words in signs.items():
        text = re.sub(rf"\b(?:{words})\b", sign, text)
    return re.sub(r"\s+", " ", re.sub(r"\s*([*/])\s*", r" \1 ", text)).strip()


@cache
def _units() -> dict[str, dict[str, str]]:
    return {name: given["units"] for name, given in read_table("languages.yaml").items() if "units" in given}


@cache
def _asked() -> dict[str, tuple[str, dict[str, str]]]:
    table = read_table("languages.yaml")
    return {name: (given["sums"], given["signs"]) for name, given in table.items() if "sums" in given}
