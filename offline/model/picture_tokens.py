"""How many tokens a picture is counted as: patches or tiles, as the model does.

    tokens(640, 480, "high", "gpt-6-luna")  ->  360: 20 × 15 patches of 32 pixels, times 1.2
    tokens(640, 480, "high", "gpt-4o")      ->  425: 85, and 170 for each of 2 tiles of 512 pixels

Source: OpenAI's guide "Images and vision", sections "Model sizing behavior" and "Calculating costs", in
copies from the autumn of 2026. Not in the guide: gpt-6 and later are taken to be as GPT-5.6. That fits
what gpt-6-luna was seen to count in September 2026 (a picture of 2400 × 2400 as 6,783 tokens with its
prompt; 5,625 patches × 1.2 = 6,750), and that it refuses more than 30,000 patches. The sizes of
gpt-5-mini and -nano are from an older copy, which gave 1,536 patches to all small models.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from ..refusals import Refused

PATCH = 32  # pixels, each side
MOST_PATCHES = 30_000  # of one picture; what still needs more is refused, not resized
TILE = 512  # pixels, each side


@dataclass(frozen=True)
class Fit:
    """What a picture is scaled down to: pixels of its longer side, and patches (None: no limit but MOST_PATCHES)."""

    side: int
    patches: int | None = None


@dataclass(frozen=True)
class Patches:
    """Counts patches, times a factor. `auto` is the detail that "auto" stands for."""

    factor: float
    details: dict[str, Fit]
    auto: str = "high"

    def count(self, width: int, height: int, detail: str) -> tuple[int, int]:
        """Return the patches that a picture needs after it was scaled down, and its tokens."""
        patches = _patches(width, height, self.details[detail])
        return patches, math.ceil(round(patches * self.factor, 6))


@dataclass(frozen=True)
class Tiles:
    """Counts tiles of 512 pixels, in a picture scaled down to 2048 pixels and then to a shorter side of 768."""

    base: int
    each: int
    details = ("low", "high")
    auto = "high"

    def count(self, width: int, height: int, detail: str) -> tuple[int, int]:
        """Return 0 patches, and the tokens."""
        if detail == "low":
            return 0, self.base
        width, height = _scaled(width, height, 2048 / max(width, height), round)
        width, height = _scaled(width, height, 768 / min(width, height), math.floor)
        return 0, self.base + self.each * math.ceil(width / TILE) * math.ceil(height / TILE)


_GPT_5_6 = {"low": Fit(512), "high": Fit(2048, 2500), "original": Fit(65_535)}
_GPT_5_5 = {"low": Fit(512), "high": Fit(2048, 2500), "original": Fit(6000, 10_000)}
_GPT_5_4 = {"low": Fit(2048, 6144), "high": Fit(2048, 2500), "original": Fit(6000, 10_000)}
_GPT_5_2 = {"low": Fit(2048, 6144), "high": Fit(2048, 6144)}
_SMALL = {"low": Fit(2048, 1536), "high": Fit(2048, 1536)}

# By how a model's name begins; the longest that fits counts, and "" is every newer model.
SIZING: dict[str, Patches | Tiles] = {
    "": Patches(1.2, _GPT_5_6, auto="original"),
    "gpt-5.5": Patches(1.2, _GPT_5_5, auto="original"),
    "gpt-5.4": Patches(1.2, _GPT_5_4),
    "gpt-5.3": Patches(1.2, _GPT_5_2),
    "gpt-5.2": Patches(1.2, _GPT_5_2),
    "gpt-5.1": Tiles(70, 140),
    "gpt-5": Tiles(70, 140),
    "gpt-5.": Patches(1.2, _GPT_5_6, auto="original"),
    "gpt-5-mini": Patches(1.2, _SMALL),
    "gpt-5-nano": Patches(1.5, _SMALL),
    "gpt-4": Tiles(85, 170),
    "gpt-4o-mini": Tiles(2833, 5667),
    "gpt-4.1-mini": Patches(1.62, _GPT_5_2),
    "gpt-4.1-nano": Patches(2.46, _GPT_5_2),
    "o1": Tiles(75, 150),
    "o3": Tiles(75, 150),
    "o4-mini": Patches(1.72, _SMALL),
}


def tokens(width: int, height: int, detail: str | None, model: str, where: str = "input") -> int:
    """Return the tokens of a picture of that many pixels, as `model` counts it.

    `detail` is "low", "high", "original", "auto" or None (which is "auto"); `where` is the picture's
    place in the request. Raises Refused for a detail that the model does not have (the wording is a
    guess), and for a picture that needs too many patches (wording seen in September 2026).
    """
    sizing = SIZING[max((known for known in SIZING if model.startswith(known)), key=len)]
    detail = sizing.auto if detail in (None, "auto") else detail
    if detail not in sizing.details:
        message = f"Unsupported value: '{detail}' is not supported with the '{model}' model. Supported values are: 'low', 'high', and 'auto'."
        raise Refused(message, param=f"{where}.detail", code="unsupported_value")
    patches, count = sizing.count(width, height, detail)
    if patches > MOST_PATCHES:
        message = (
            f"The image you provided requires {patches} patches after processing, exceeding the limit of {MOST_PATCHES}. "
            "Please resize the image and try again."
        )
        raise Refused(message, param=where.partition("[")[0], code="invalid_value")
    return count


def _patches(width: int, height: int, fit: Fit) -> int:
    width, height = _scaled(width, height, fit.side / max(width, height), round)
    if fit.patches is not None and _cover(width, height) > fit.patches:
        scale = math.sqrt(PATCH**2 * fit.patches / (width * height))
        across, down = width * scale / PATCH, height * scale / PATCH
        # Whole patches along the side that loses least by it, or the picture would still need too many.
        scale *= min(math.floor(across) / across, math.floor(down) / down)
        width, height = _scaled(width, height, scale, math.floor)
    return _cover(width, height)


def _cover(width: int, height: int) -> int:
    return math.ceil(width / PATCH) * math.ceil(height / PATCH)


def _scaled(width: int, height: int, scale: float, whole: Callable[[float], int]) -> tuple[int, int]:
    """Scale down to whole pixels, at least one; a scale of 1 or more changes nothing."""
    if scale >= 1:
        return width, height
    return max(1, whole(round(width * scale, 6))), max(1, whole(round(height * scale, 6)))
