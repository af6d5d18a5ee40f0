"""Lesson 16: the part for a picture in a file, the tokens of a picture, receipts that need a person, and a picture of one's own."""

import base64
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, SupportsFloat

from pydantic import BaseModel

from offline.model import picture_tokens, pictures
from offline.refusals import Refused

from .registry import exercise
from .stand_in import MODEL

FILES = {  # pictures of 2 × 2 pixels, by the name of their file, with the type that they are to be sent as
    "a.png": ("image/png", "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACAQMAAABIeJ9nAAAAA1BMVEUAAACnej3aAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC"),
    "b.jpg": ("image/jpeg", "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAACAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"),
    "c.webp": ("image/webp", "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoCAAIAAUAmJaQAA3AA/v02aAA="),
    "d.gif": ("image/gif", "R0lGODdhAgACAIAAAAAAAAAAACwAAAAAAgACAAAIBgABCAQQEAA7"),
    "E.PNG": ("image/png", "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACAQMAAABIeJ9nAAAAA1BMVEUAAACnej3aAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC"),
}  # fmt: skip
SIZES = [(640, 480), (512, 512), (513, 512), (3000, 2000), (100, 4000), (1, 1), (33, 32), (1000, 3), (1536, 98), (1536, 97)]
LEAST_COLORS, MOST_TOKENS = 3, 200


class Item(BaseModel):
    """A line of a receipt, as in the lesson."""

    product: str
    quantity: int
    price: float


class Receipt(BaseModel):
    """A receipt, as in the lesson."""

    shop: str
    date: str
    items: list[Item]
    total: float | None


@exercise("16.1", praise="Any picture of yours can go along.", returns={"type": str, "image_url": str})
def _part_of(part_of: Callable) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        for name, (kind, letters) in FILES.items():
            path = Path(folder) / name
            path.write_bytes(base64.b64decode(letters))
            if missing := _wrong_in(part_of(path), name, f"data:{kind};base64,{letters}"):
                return missing
    return None


def _wrong_in(part: dict, name: str, url: str) -> str | None:
    if part["type"] != "input_image":
        return f'the type should be "input_image", and it is "{part["type"]}".'
    if part["image_url"] != url:
        return f"for {name}, the URL should begin with {url.partition(',')[0]}, and have the file in base64 after the comma. It is {_short(part['image_url'])}"
    if part.get("detail") != "low":
        return f'the detail should be "low", and it is {part.get("detail")!r}.'
    if extra := part.keys() - {"type", "image_url", "detail"}:
        return f"there is a key too many: {', '.join(sorted(extra))}."
    return None


@exercise("16.2", praise="You know the price before you send it.", returns=SupportsFloat)
def _tokens_of(tokens_of: Callable) -> str | None:
    for detail in ("original", "low"):
        for width, height in SIZES:
            wanted = picture_tokens.tokens(width, height, detail, MODEL)
            if (found := tokens_of(width, height, detail)) != wanted:
                return f'a picture of {width} × {height} pixels with the detail "{detail}" is {wanted} tokens, and your function says {found}.'
    return None


GOOD = Receipt(
    shop="A",
    date="today",
    items=[Item(product="Tea", quantity=2, price=1.1), Item(product="Pie", quantity=1, price=2.2)],
    total=3.3,
)
BROKEN = {
    "without items": (GOOD.model_copy(update={"items": []}), 1),
    "without a total": (GOOD.model_copy(update={"total": None}), 1),
    "with a wrong total": (GOOD.model_copy(update={"total": 6.0}), 1),
    "with nothing at all": (GOOD.model_copy(update={"items": [], "total": None}), 2),
    "in which one price is 0": (GOOD.model_copy(update={"items": [*GOOD.items, Item(product="Jam", quantity=1, price=0)]}), 1),
    "in which one price is below zero": (
        GOOD.model_copy(update={"items": [*GOOD.items, Item(product="Jam", quantity=1, price=-2)], "total": 1.3}),
        1,
    ),
}


@exercise("16.3", praise="A person looks at what matters, and at nothing else.", returns=[str])
def _problems(problems: Callable) -> str | None:
    if found := problems(GOOD.model_copy(deep=True)):
        return (
            f"for a good receipt (1.10 and 2.20, in all 3.30) the list should be empty, and it is {found}. Did you round the sum?"
        )
    for name, (receipt, number) in BROKEN.items():
        found = problems(receipt.model_copy(deep=True))
        if not found:
            return f"for a receipt {name} your function finds nothing."
        if len(found) != number:
            return f"for a receipt {name} there {'is one problem' if number == 1 else f'are {number} problems'}, and your function finds {found}."
    return None


@exercise("16.4", praise="A work of art, and cheap.", value=object)
def _picture(my_picture: Any) -> str | None:
    file = io.BytesIO()
    try:
        my_picture.save(file, "png")
    except (OSError, ValueError) as error:
        return f'Pillow cannot make a PNG of it ({error}). Make it with Image.new("RGB", ...).'
    except (AttributeError, TypeError):
        return "this is no picture of Pillow: make one with Image.new(...)."
    try:
        seen = pictures.look(f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}", "my_picture")
        counted = pictures.tokens(seen, "auto", MODEL)
    except Refused as refused:
        return f"it cannot be sent: {refused}"
    colors = [name for name, share in seen.colors if share >= pictures.WORTH_SAYING]
    if len(colors) < LEAST_COLORS:
        return f"the stand-in sees only {' and '.join(colors)} in it. A color counts that covers at least 5% of the picture."
    if counted >= MOST_TOKENS:
        return f"it has {seen.width} × {seen.height} pixels, and that makes {counted} tokens. Make it smaller."
    return None


def _short(url: str) -> str:
    return url if len(url) <= 40 else f"{url[:40]}..."
