"""Write notebooks/glossary.md anew: python tests/regenerate_glossary.py

The words and what they mean are those of offline/data/answers/glossary.yaml, from which the stand-in
answers too. Which lesson teaches a word, the lessons say under "Words worth keeping".
"""

import json
import re
from pathlib import Path

from offline.model import answer_file

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "notebooks"
GLOSSARY = NOTEBOOKS / "glossary.md"
PAGE = """# Glossary

The words that the lessons say are worth keeping, and where each is taught. You can also ask the stand-in: "What is a token?"

| word | what it means | lesson |
|---|---|---|
{taught}

## Other words

You meet these elsewhere: in documentation, in other courses, in the news.

| word | what it means |
|---|---|
{others}
"""


def taught_in() -> dict[str, list[Path]]:
    """Return, for each word worth keeping, the lessons that teach it, in their order."""
    lessons: dict[str, list[Path]] = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for line in re.findall(r"\*\*Words worth keeping:\*\* (.*)", "\n".join(_texts(path))):
            for word in re.findall(r"\*([^*]+)\*", line):
                lessons.setdefault(word, []).append(path)
    return lessons


def page(means: dict[str, str], lessons: dict[str, list[Path]]) -> str:
    """Return the glossary as Markdown.

    `means` has a sentence for each word, `lessons` the notebooks that teach it. Raises KeyError for a
    word that is taught and has no sentence.
    """
    names = {word.casefold(): word for word in means}
    if missing := [word for word in lessons if word.casefold() not in names]:
        raise KeyError(f"offline/data/answers/glossary.yaml does not say what these mean: {', '.join(missing)}.")
    links = {names[word.casefold()]: ", ".join(map(_link, paths)) for word, paths in lessons.items()}
    rows = {word: f"| **{word}** | {_plain(means[word])} |" for word in sorted(means, key=str.casefold)}
    taught = [f"{row} {links[word]} |" for word, row in rows.items() if word in links]
    others = [row for word, row in rows.items() if word not in links]
    return PAGE.format(taught="\n".join(taught), others="\n".join(others))


def current() -> str:
    """Return the glossary as it should be now."""
    terms = answer_file.load().tables["term"]
    return page({word: facts["means"] for word, facts in terms.items()}, taught_in())


def _texts(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def _link(path: Path) -> str:
    """Return a link to a lesson, named by the number in its title."""
    title = re.search(r"^# (.+)", _texts(path)[0], re.MULTILINE)[1]
    return f"[{re.split(r'[.:] ', title)[0]}]({path.name})"


def _plain(sentence: str) -> str:
    """Return a sentence so that Markdown shows its signs instead of obeying them."""
    return re.sub(r"([\\`*_|<#])", r"\\\1", sentence)


if __name__ == "__main__":
    GLOSSARY.write_text(current(), encoding="utf-8", newline="\n")
