"""What the widgets offer to click: settings that show something, and beginnings of sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """A setting to try: its name, what it changes of the values at the start, and what it shows."""

    name: str
    values: dict
    shows: str


PRESETS = [
    Preset("precise", {"temperature": 0.0}, "Temperature 0 takes the likeliest token each time: run it twice, and compare."),
    Preset("creative", {"temperature": 1.5}, "At temperature 1.5 unlikely tokens get their chance: take 5 samples, and compare."),
    Preset(
        "thinking", {"effort": "high"}, "With effort high it thinks before it answers: look at the reasoning tokens and the cost."
    ),
    Preset(
        "cut off", {"max_tokens": 16}, "With 16 tokens the reply ends in the middle: ask for a story, and look at how it ended."
    ),
    Preset("as at first", {}, "Everything is again as it was at the start."),
]

OPENINGS = ["The sky is", "Once upon a time", "My favorite food is"]
