"""Texts for the public that use what was told: ads for a job or something to sell, product texts, slogans, captions, posts.

The lists are in data/everyday/texts.yaml.
"""

import re
from functools import cache
from itertools import zip_longest
from types import SimpleNamespace

from ...tables import read_table
from ..computed.english import STOPWORDS
from ..computed.question import Answer
from ..regex import Regex
from . import besides
from .wish import NUMBER, UNSAFE, Wish, bare, capital, has, listed, mended, number, sentence

LONGEST = 350  # characters of a request

_MAY = Regex(
    r"sell|sale|\bad\b|advert|listing|classified|vacancy|posting|description|product|item|shop|etsy|amazon|slogan|tagline|motto|phrase|claim|caption|post|announce",
    re.IGNORECASE,
)
_SELLS = Regex(
    r"\b(?:text|ad|advert|advertisement|listing|classified(?: ad)?|description|post|offer)\b.*?\b(?:to sell|for selling|selling|for the sale of|for sale of)\s+(?P<item>.+)|\b(?:ad|advert|advertisement|listing|classified(?: ad)?|sales text) (?:for|about|on) (?P<item2>.+)|\b(?:description|text|ad|post) (?:for|of|about) (?P<item4>.+?),? (?:which |that )?i (?:want|would like|'d like|have|plan) to sell\b|\A(?:help me )?(?:to )?sell my (?P<item3>.+)",
    re.IGNORECASE,
)
_FOR_SALE = Regex(
    r"\b(?:sell|selling|sale|sales|classified|e-?bay|craigslist|marketplace|used|second[- ]?hand|price|garage)\b", re.IGNORECASE
)
_AD = r"(?:ad|advert|advertisement|announcement|posting|post|listing|notice|text)"
_HIRES = Regex(
    rf"\b(?:job|help[- ]wanted|recruiting|recruitment|hiring|vacancy|employment|position|staff)(?: {_AD}| description)s? (?:for|to find|to hire|seeking|looking for) (?P<role>.+)"
    rf"|\b{_AD} (?:for|to fill) (?:an? |the |our )?(?:open )?(?:job|position|vacancy|role) (?:of|as|for) (?P<role2>.+)"
    rf"|\b{_AD} (?:\w+ )?(?:to (?:hire|find|recruit)|(?:that|because) we(?:'re| are) (?:hiring|looking for)|we(?:'re| are) hiring|looking for|seeking) (?P<role3>.+)"
    rf"|\bvacancy (?:notice |text )?for (?P<role4>.+)",
    re.IGNORECASE,
)
_NO_JOB = Regex(
    r"\b(?:flat ?mate|room ?mate|flat|apartment|room|house|band|partner|girlfriend|boyfriend|dog|cat|owner|lost|home for)\b",
    re.IGNORECASE,
)
_PRODUCT = Regex(
    r"\b(?:product|item|shop|etsy|amazon) (?:description|text)s?\b(?: for| of| about)? (?P<item>.+)|\bdescribe (?:my|our|this) product\W+(?P<item2>.+)",
    re.IGNORECASE,
)
_SLOGAN = Regex(r"\b(?:slogans?|taglines?|mottos?|catchphrases?|claims?)\b\s*(?:for|about|of)\s+(?P<topic>.+)", re.IGNORECASE)
_SLOGAN_OF = Regex(  # "school motto"
    rf"\A(?:(?:an?|the|good|nice|funny|catchy|cool|short|give|me|need|find|make|write|our|my|new|{NUMBER})\s+)*(?P<topic>[\w'-]+(?: \w+)?) (?:slogans?|taglines?|mottos?)\W*\Z",
    re.IGNORECASE,
)
_SLOGAN_CAFE = Regex(r"\b(?:slogan|tagline|motto)s?\b.*\b(?:cafe|café|my coffee ?shop|our coffee ?shop)\b", re.IGNORECASE)
_SERVICE = Regex(
    r"\b(?:ad|advert|advertisement|flyer|notice|text|offer)\b (?:for|about) (?:my |our )?(?P<what>babysitting|tutoring|(?:\w+ )?lessons|dog[- ]walking|(?:window |house )?cleaning|gardening|pet[- ]sitting|ironing|repairs|computer help)\b",
    re.IGNORECASE,
)
_CAPTION = Regex(r"\b(?:captions?)\b(?: (?:for|about|to|with|under))?\s+(?P<topic>.+)", re.IGNORECASE)
_POST = Regex(
    r"\b(?:(?:linkedin|facebook|instagram|social media|xing)\s+)?\bpost\b(?: for \w+)? (?:about|on|that|announcing|saying|for)\s+(?P<topic>.+)|\bannouncement (?:about|of|for)\s+(?P<topic2>.+)|\A(?:(?:write|make|create)(?: me)? )?(?:an? )?(?:linkedin|facebook|instagram)(?: post)?\s*[:,]\s*(?P<topic3>(?:i|we|my|our)\b.+)",
    re.IGNORECASE,
)
_PRICE = Regex(
    r"(?:\bfor\s+|\bprice:?\s+|\bcosts?\s+|\bwant\s+)?(?P<price>(?:€|\$|£)\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|euros?|eur|dollars?|usd|pounds?|chf|francs?|bucks)(?=\W|\Z))",
    re.IGNORECASE,
)
_NOT = Regex(
    r"\b(?:function|code|python (?:function|code|script)|sql|blog post ideas|ideas?|email|mail|letter|coffee ?shop|cafe|café|post request|http|names?)\b",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the text that is wished for; None if none is, or for a subject without one."""
    if not _MAY.search(wish.text):
        return None
    whole = mended(wish.whole)
    if len(whole) > LONGEST or UNSAFE.search(whole) or (_NOT.search(wish.text) and not _SLOGAN_CAFE.search(wish.text)):
        return None
    text = mended(bare(wish.text))
    details = [mended(detail.strip(" .")) for detail in wish.details]
    if (found := _HIRES.search(text)) and not _NO_JOB.search(text):
        return Answer([(1.0, _job(_first(found), details))], about="job ad")
    if found := _SERVICE.search(text):
        return Answer(
            [(1.0, _known().service.replace("{What}", capital(found["what"])).replace("{what}", found["what"]))], about="ad"
        )
    if (found := _SELLS.search(text)) and (found["item2"] is None or _FOR_SALE.search(text) or _PRICE.search(whole)):
        return Answer([(1.0, _ad(_first(found), details))], about="ad")
    if found := _PRODUCT.search(text):
        return _product(_first(found), details)
    if found := _SLOGAN.search(text) or _SLOGAN_OF.search(text):
        topic = re.split(r"\b(?:made|with|that|which|called|named)\b", found["topic"])[0]  # a shampoo with honey is no honey
        return _some(_known().slogans, topic, number(text, "slogans?|taglines?|mottos?", 1))
    if found := _CAPTION.search(text):
        return _captions(found["topic"], number(text, "captions?", 1))
    if found := _POST.search(text):
        return _post(_first(found))
    return None


def _first(found: re.Match) -> str:
    return next(filter(None, found.groups())).strip(" .!?")


def _some(known: list[dict], topic: str, count: int) -> Answer | None:
    """Return so many of the texts on a topic; for one, each is a way."""
    rows = [one for one in known if has(topic, one["asked"])]
    # a row that has more of what was named goes first: the dog on the beach
    said = list(dict.fromkeys(text for row in zip_longest(*(one["say"] for one in rows)) for text in row if text))
    if not said or count > len(said):
        return None
    texts = [listed(said[at : at + count]) for at in range(0, len(said), count)]
    texts[-1] += "\n\nI know no more for that." if len(said) % count else ""
    return Answer([(1.0 / (place + 1), text) for place, text in enumerate(texts)], obeys="witty. funny. catchy. creative")


def _captions(topic: str, count: int) -> Answer | None:
    """Return captions that name the topic as it was told, and then those for the things in it."""
    topic = re.sub(
        r"\A(?:an? |the |this |my |our )?(?:photo|picture|pic|image|selfie|video|post|reel|story)s? (?:of|from|with|about|where|in which) ",
        "",
        topic,
        flags=re.IGNORECASE,
    )
    topic = re.sub(
        r"\A(?:an?|the) ",
        "",
        re.sub(r"[\s,.!?]*(?:\b(?:please|pls|for (?:instagram|insta|facebook)))?[\s.!?]*\Z", "", topic, flags=re.IGNORECASE),
    )
    topic = re.sub(r"\s(?:photo|picture|pic|selfie|video)\Z", "", topic, flags=re.IGNORECASE)
    if not topic or len(topic.split()) > 9:
        return _some(_known().captions, topic, count)
    tags = " ".join(
        f"#{word}" for word in re.findall(r"[a-z]{3,}", topic.casefold()) if word not in STOPWORDS and not word.endswith("ing")
    )
    rows = [one for one in _known().captions if has(topic, one["asked"])]
    own = [one["say"][0].partition(" #")[0] for one in rows]
    texts = [f"{capital(topic)}. {line} {tags}".strip() for line in [*own, *_known().any_caption]]
    texts = [texts[at : at + count] for at in range(0, len(texts), count)]
    return (
        Answer(
            [(1.0 / (place + 1), listed(one)) for place, one in enumerate(texts)],
            short=[*own, *_known().any_caption][0],
            obeys="witty. funny. catchy. creative",
        )
        if len(texts[0]) == count
        else None
    )


def _parts(text: str, details: list[str]) -> tuple[str, list[str], str]:
    """Return what is offered, what was told about it, and its price."""
    whole = ", ".join([text, *details])
    price = _PRICE.search(whole)
    item, *more = [
        part.strip(" .")
        for part in re.split(r",(?!\d{3})|;|\. |\bwith (?=\w)", _PRICE.sub("", whole))
        if part.strip(" .")
        and not besides.is_manner(part)
        and not re.match(r"\s*(?:please )?(?:write|make|create) (?:the|an?|me|my)\b", part, re.IGNORECASE)
    ]
    item = re.sub(r"\A(?:my|our|an?|the|some) ", "", item, flags=re.IGNORECASE)
    return (
        item,
        [one for one in more if not re.fullmatch(r"(?:and|for|please|price|short|funny)", one)],
        price["price"].strip() if price else "",
    )


def _listing(more: list[str]) -> str:
    return "\n\n" + "\n".join(f"- {capital(one)}" for one in more) if more else ""


def _ad(text: str, details: list[str]) -> str:
    item, more, price = _parts(text, details)
    cost = f"{price}, a little talk included" if price else "none, it is free" if has(text, "free") else "make me a fair offer"
    return _known().ad.format(item=item, told=_listing(more), cost=cost)


def _job(text: str, details: list[str]) -> str:
    role, more, _ = _parts(text, details)
    role, _, where = role.partition(" for ")
    article = "an" if re.match(r"[aeio]|u(?!n?i)", role, re.IGNORECASE) else "a"
    wanted = role if re.match(r"(?:\d|two|three|four|five)", role) or re.search(r"(?<!s)s\Z", role) else f"{article} {role}"
    return _known().job.format(role=role, wanted=wanted, team=f" for {where}" if where else "", told=_listing(more))


def _product(text: str, details: list[str]) -> Answer:
    """Return a text on a product; in so many sentences, those that say most of it."""
    item, more, price = _parts(text, details)
    named = item if "with" not in text or not more else f"{item} with {more.pop(0)}"
    values = {"item": named, "Item": capital(named), "told": _listing(more), "cost": f" Yours for {price}." if price else ""}
    values |= {"facts": f" ({', '.join(more)})" if more else "", "price": f", yours for {price}" if price else ""}
    few = [one.format(**values) for one in _known().product_in_sentences]
    return Answer(
        [(1.0, _known().product.format(**values))],
        short=few[0],
        about="product",
        of_length=lambda unit, count: " ".join(few[:count]) if unit == "sentences" and count <= len(few) else None,
    )


def _post(topic: str) -> Answer | None:
    said = next((one["say"] for one in _known().posts if has(topic, one["asked"])), None)
    if said is None and re.match(r"(?:i|we|my|our) (?:\w+ )?\w+", topic, re.IGNORECASE):
        said = f"{sentence(topic)}\n\nPlease share this, and write to me if you can help or have a question. Thank you!"
        return Answer([(1.0, said)], about=topic)
    if said is None:
        return None
    role = re.search(
        r"\bas (?P<role>(?:an? |the )?[\w -]+)|\b(?:hiring|looking for|need) (?P<role2>(?:an? )?[\w -]+)", topic, re.IGNORECASE
    )
    name = (role["role"] or role["role2"]).strip() if role else ""
    plain = re.sub(r"\A(?:an?|the) ", "", name)
    text = said.replace("{as}", f" as {name}" if name and "hiring" not in said else f": {name}" if name else "").replace(
        "{in}", f" as {name}" if name else " there"
    )
    return Answer([(1.0, text.replace("{topic}", re.sub(r"\A(?:my|our) ", "", topic)).replace("{role}", plain))], about=topic)


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/texts.yaml"))
