"""Say what the stand-in saw in pictures, as far as a question asks for it, and that it sees no more.

describe([picture], "How large is it?")
"It is 640 × 480 pixels. I am the offline stand-in: format, size and main colors are all that I can see in a picture."
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .colors import NAMES, TRANSPARENT

if TYPE_CHECKING:
    from .pictures import Picture

LIMITS = "I am the offline stand-in: format, size and main colors are all that I can see in a picture."
WORTH_SAYING = 0.05  # the share from which a color is named
MOST_NAMED = 3
COMPARING = r"\b(compar\w*|differ\w*|same|alike|similar\w*|both|which|versus|vs|(larg|bigg|small|wid|tall|high)er|than)\b"


def describe(pictures: Sequence["Picture"], question: str) -> str:
    """Return what can be said of the pictures in answer to a question; "" as a question asks for everything."""
    asked = [say for pattern, say in QUESTIONS.items() if re.search(pattern, question, re.IGNORECASE)]
    if len(pictures) > 1 and re.search(COMPARING, question, re.IGNORECASE):
        sentences = [compare(pictures) for say, compare in COMPARED.items() if say in asked or not set(asked) & set(COMPARED)]
    else:
        sentences = [" ".join(say(picture, question) for say in asked or [_everything]) for picture in pictures]
        if len(pictures) > 1:
            sentences = [f"Picture {number}: {sentence}" for number, sentence in enumerate(sentences, 1)]
    return " ".join([*sentences, LIMITS])


def as_data(pictures: Sequence["Picture"]) -> str:
    """Return what forms can be filled with: for one picture lines of "key: value", for several the rows of a table."""
    rows = [
        {
            "format": picture.format,
            "width": str(picture.width),
            "height": str(picture.height),
            "main color": picture.colors[0][0],
            "colors": ", ".join(_worth_naming(picture)),
            "caption": f"{picture.format} picture",
            "description": _mostly(picture),
        }
        for picture in pictures
    ]
    if len(rows) == 1:
        return "\n".join(f"{key}: {value}" for key, value in rows[0].items())
    return "\n".join("|".join(cells) for cells in [rows[0].keys(), *(row.values() for row in rows)])


# --- One picture ---


def _everything(picture: "Picture", question: str) -> str:
    several = " with several frames (I see the first)" if picture.animated else ""
    return f"I see a {picture.format} picture{several}, {_pixels(picture)}, {_mostly(picture)}."


def _colors(picture: "Picture", question: str) -> str:
    if named := _named(question):
        return " ".join(_share(picture, name) for name in named)
    return f"It is {_mostly(picture)}."


def _size(picture: "Picture", question: str) -> str:
    return f"It is {_pixels(picture)}."


def _format(picture: "Picture", question: str) -> str:
    return f"It is a {picture.format} picture."


def _photo(picture: "Picture", question: str) -> str:
    shades = "1 shade" if picture.shades == 1 else f"{picture.shades:,} shades"
    return (
        f"What kind of picture it is I cannot tell. I see {shades} of color in it; photos mostly have hundreds, drawings fewer."
    )


# What a question asks for, in the order in which it is said.
QUESTIONS: dict[str, Callable[["Picture", str], str]] = {
    r"\b(formats?|file types?|types? of file|kind of file|extension|png|jpe?g|gif|webp)\b": _format,
    r"\b(sizes?|how (large|big|wide|tall|high|long)|dimensions?|resolution|pixels?|width|height|(larg|bigg|small|wid|tall|high)er)\b": _size,
    rf"\b(colou?r(s|ed|ful)?|hues?|palette|grey|{'|'.join({name.split()[-1] for name in NAMES})}|{TRANSPARENT})\b": _colors,
    r"\b(is|are)\b.*\ban? \w*\s?(photo\w*|drawing|painting|screenshot|illustration|logo|chart|diagram|sketch)\b(?! of)|\bphoto\w* or\b": _photo,
}


# --- Several, compared ---


def _compare_formats(pictures: Sequence["Picture"]) -> str:
    return _each(pictures, lambda picture: picture.format)


def _compare_sizes(pictures: Sequence["Picture"]) -> str:
    areas = [picture.width * picture.height for picture in pictures]
    said, largest = _each(pictures, _pixels), max(areas)
    if areas.count(largest) > 1:
        return said
    return f"{said} Picture {areas.index(largest) + 1} is the {'larger one' if len(areas) == 2 else 'largest'}."


def _compare_colors(pictures: Sequence["Picture"]) -> str:
    return _each(pictures, _mostly)


COMPARED = {_format: _compare_formats, _size: _compare_sizes, _colors: _compare_colors}


def _each(pictures: Sequence["Picture"], say: Callable[["Picture"], str]) -> str:
    said = [say(picture) for picture in pictures]
    if len(set(said)) == 1:
        return f"{'Both' if len(said) == 2 else 'All'} are {said[0]}."
    return "P" + "; ".join(f"picture {number} is {what}" for number, what in enumerate(said, 1))[1:] + "."


# --- Words ---


def _pixels(picture: "Picture") -> str:
    return f"{picture.width} × {picture.height} pixels"


def _mostly(picture: "Picture") -> str:
    name, share = picture.colors[0]
    if share >= 0.995:
        return f"all {name}"
    listed = _listed([f"{name} ({share:.0%})" for name, share in _worth_naming(picture).items()])
    return f"mostly {listed}" if share >= 0.4 else f"a mix of many colors, most of all {listed}"


def _worth_naming(picture: "Picture") -> dict[str, float]:
    """Return the colors that are named, with their shares, the largest first."""
    large = [(name, share) for name, share in picture.colors if share >= WORTH_SAYING]
    return dict(large[:MOST_NAMED] or picture.colors[:1])


def _named(question: str) -> list[str]:
    """Return the colors that a question names: those of two words first, and not their second word again."""
    names = sorted({*NAMES, *(name.split()[-1] for name in NAMES), TRANSPARENT}, key=len, reverse=True)
    found = re.findall(rf"\b({'|'.join(names)})\b", question.lower().replace("grey", "gray"))
    return list(dict.fromkeys(found))


def _share(picture: "Picture", name: str) -> str:
    """Say how much of a color there is; "blue" is every blue."""
    share = sum(share for known, share in picture.colors if known == name or (" " not in name and known.split()[-1] == name))
    if not share:
        return f"Nothing in it is {name}."
    return f"{'Less than 1%' if share < 0.005 else f'{share:.0%}'} of it is {name}."


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else parts[0]
