"""Short posts about an event, with all that was told of it: "a tweet about our bake sale on Saturday at 10am at the library, entrance is free"."""

import re

from ..computed.question import Answer
from ..regex import Regex
from .letter_grammar import sound
from .wish import UNSAFE, Wish, bare, capital, mended, sentence

LONGEST = 300  # characters of a request
LONGEST_TWEET = 280  # characters
_ASKS = Regex(
    r"\A(?:(?:write|create|make|draft|give|compose|me|us|an?|the|short|quick|nice|funny|friendly)\s+)*(?P<form>tweet|facebook post|instagram post|social media post|announcement|whats ?app status|status update|post|poster text|flyer text|flyer)(?: for (?:facebook|instagram|twitter|x))?\s*(?:about|for|on|announcing|that announces|to announce|inviting to|:)\s+(?P<topic>.+)",
    re.IGNORECASE | re.DOTALL,
    needs="announcement flyer post status tweet",
)
_EVENT = r"concert|sale|party|festival|fair|market|workshop|course|class|meeting|meetup|event|opening|exhibition|show|play|performance|match|game|tournament|race|run|dinner|barbecue|bbq|lecture|talk|reading|quiz|picnic|cleanup|clean-up|open day|open house|fundraiser|flea market|screening|movie night|game night|webinar|training|celebration|parade|raffle|auction"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TOLD = Regex(
    rf"\A(?P<event>.*?\b(?:{_EVENT})\b)\s*(?P<when>(?:,? ?(?:on|this|next|at)? ?(?:{_DAY})\b.*?)?)(?P<facts>(?:[,.;]\s+|\s+(?=with\b|where\b)).*)?\Z",
    re.IGNORECASE | re.DOTALL,
)


def answer(wish: Wish) -> Answer | None:
    """Return the post about an event that is wished for; None without an event, or for more than a tweet can hold."""
    text = mended(bare(wish.text))
    if len(text) > LONGEST or UNSAFE.search(text) or not (found := _ASKS.match(text)):
        return None
    told = _TOLD.match(found["topic"].strip(" .!"))
    if not told or not (told["when"] or told["facts"]):
        return None
    event = re.sub(r"\A(?:an?|the) ", "", told["event"], flags=re.IGNORECASE)
    when = re.sub(r"\A[,\s]*on (?=\w)", "", told["when"]).strip(" ,")
    facts = [
        sentence(sound(re.sub(r"\A(?:and|where) ", "", one.strip())))
        for one in re.split(
            r"[,.;]\s+(?:and )?|\s+and\s+(?=(?:we|the|it|there|all|everybody|everyone|entrance|admission|bring)\b)",
            told["facts"] or "",
        )
        if re.search(r"\w", one)
    ]
    name = re.sub(r"\A(?:our|my) ", "", event, flags=re.IGNORECASE)
    tag = "".join(map(capital, re.findall(r"[A-Za-z0-9]+", name)))
    said = " ".join([f"{capital(event)}{': ' + when if when else ''}.", *facts, "Come along, and bring a friend!", f"#{tag}"])
    if found["form"].casefold() == "tweet" and len(said) > LONGEST_TWEET:
        return None
    return Answer([(1.0, said)], about="tweet")
