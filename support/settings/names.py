"""The names of the settings, and the names that people write instead of them.

meant("OPENAI_KEY")       # "OPENAI_API_KEY"
meant("OPENAI_API_BASE")  # "OPENAI_BASE_URL"
meant("PATH")             # None
"""

import re

KEY, ADDRESS, MODEL, OFFLINE = "OPENAI_API_KEY", "OPENAI_BASE_URL", "TUTORIAL_MODEL", "TUTORIAL_OFFLINE"
ORGANIZATION, PROJECT, LOCAL = "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "TUTORIAL_LOCAL"

# Each setting, with names that other programs and older tutorials use for it, and that nothing here reads.
_INSTEAD = {
    KEY: "OPENAI_KEY OPENAI OPENAI_API OPENAI_TOKEN OPENAI_API_TOKEN OPENAI_SECRET OPENAI_SECRET_KEY OPENAPI_KEY "
    "CHATGPT_KEY CHATGPT_API_KEY GPT_KEY GPT_API_KEY AI_KEY AI_API_KEY API_KEY KEY",
    ADDRESS: "OPENAI_API_BASE OPENAI_BASE OPENAI_API_BASE_URL OPENAI_URL OPENAI_API_URL OPENAI_HOST OPENAI_API_HOST "
    "OPENAI_ENDPOINT OPENAI_API_ENDPOINT API_BASE API_BASE_URL BASE_URL",
    ORGANIZATION: "OPENAI_ORG OPENAI_ORGANIZATION OPENAI_ORGANIZATION_ID OPENAI_API_ORG",
    PROJECT: "OPENAI_PROJECT OPENAI_API_PROJECT",
    MODEL: "OPENAI_MODEL OPENAI_MODEL_NAME OPENAI_API_MODEL MODEL_NAME DEFAULT_MODEL MODEL",
    OFFLINE: "OPENAI_OFFLINE OFFLINE",
    LOCAL: "",
}
KNOWN = tuple(_INSTEAD)
_OTHERS = {"OPENAI_ADMIN_KEY", "OPENAI_WEBHOOK_SECRET", "AZURE_OPENAI_API_KEY"}  # right names, of something else
_ALIKE = 0.85  # how alike two names are, from 0 to 1, where one is a misspelling of the other


def meant(name: str) -> str | None:
    """Return the setting that somebody means who writes `name`; None if it is read as it is, or is another program's."""
    if name in KNOWN or name in _OTHERS:
        return None
    folded = _folded(name)
    if exact := _BY_FOLDED.get(folded):
        return exact
    import difflib  # costs more than all of this file, and most names are right

    alike = difflib.get_close_matches(folded, map(_folded, KNOWN), n=1, cutoff=_ALIKE)
    return _BY_FOLDED[alike[0]] if alike else None


def mentioned(text: str) -> str | None:
    """Return the setting that is named anywhere in a text, however it is spelled there, or None."""
    return next(
        (known for word in re.findall(r"[A-Za-z]\w{2,}", text) if (known := word if word in KNOWN else meant(word))), None
    )


def _folded(name: str) -> str:
    """Return a name without what people vary: capitals, signs between words, characters that do not show."""
    return re.sub(r"[^A-Z]", "", name.upper())


_BY_FOLDED = {_folded(name): known for known, others in _INSTEAD.items() for name in (known, *others.split())}
