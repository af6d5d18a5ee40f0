"""The chances of the next token as HTML."""

import html

from .chances import Shares, Token, sureness

BARS_SHOWN = 10


def visible(token: str) -> str:
    """Return a token with its spaces and line breaks made visible."""
    return token.replace(" ", "␣").replace("\n", "⏎") or "(end)"


def bars(shares: Shares, *, still: bool = False) -> str:
    """Return chances as a bar chart; `still`: as one that needs no style sheet."""
    shown, rest = shares.listed[:BARS_SHOWN], shares.listed[BARS_SHOWN:]
    rows = [_bar(visible(token), chance, "", still) for token, chance in shown]
    if rest:
        rows.append(_bar(f"{len(rest)} more of the list", sum(chance for _, chance in rest), "", still))
    bound = "" if shares.bound == "exactly" else f"{shares.bound} "
    rows.append(_bar("all other tokens", shares.others, bound, still))
    caption = "Chance of the next token (␣ is a space, ⏎ a line break)"
    return f'<table class="tut-bars"><caption>{caption}</caption><tbody>{"".join(rows)}</tbody></table>'


def _bar(name: str, chance: float, bound: str, still: bool) -> str:
    said = f"cut off, {'about ' if bound else ''}0%" if chance == 0 else f"{bound}{percent(chance)}"
    dim = ' class="tut-dim"' if chance == 0 else ""
    head = f'<tr{dim}><th scope="row">{html.escape(name)}</th>'
    if still:
        return f'{head}<td aria-hidden="true">{"█" * round(30 * chance)}</td><td>{said}</td></tr>'
    bar = f'<div class="tut-bar" style="width: {75 * chance:.2f}%"></div>'  # the number stands at the end of the bar
    return f'{head}<td><div class="tut-barline">{bar}<span>{said}</span></div></td></tr>'


def percent(chance: float) -> str:
    """Return a chance as a percentage for reading."""
    if chance < 0.0001:
        return "under 0.01%"
    return f"{100 * chance:.2f}%" if chance < 0.01 else f"{100 * chance:.1f}%"


SURENESS = {"sure": 0.95, "likely": 0.7, "one of several": 0.3, "surprising": 0.01}


def colored_reply(tokens: list[Token], chosen: int | None = None) -> str:
    """Return a reply with each token marked, by color and by line, with how sure the model was of it."""
    marked = "".join(_colored(token, place, place == chosen) for place, token in enumerate(tokens))
    legend = " ".join(f'<span class="tut-{_slug(word)}">{word}</span>' for word in SURENESS)
    return f'<div class="tut-text tut-sure-reply">{marked}</div><div class="tut-note">How sure it was: {legend}</div>'


def _colored(token: Token, place: int, chosen: bool) -> str:
    """Return a token as a button that shows what else could have stood there."""
    word = sureness(token.chance)
    title = html.escape(f"{visible(token.text)}: {percent(token.chance)}, {word}")
    mark = " tut-chosen" if chosen else ""
    return (
        f'<button type="button" class="tut-token tut-{_slug(word)}{mark}" title="{title}" data-do="token" data-which="{place + 1}"'
        f' data-key="token {place}">{html.escape(token.text)}</button>'
    )


def _slug(word: str) -> str:
    return word.replace(" ", "-")
