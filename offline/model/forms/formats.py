"""The formats that a schema may ask of a text: what they look like, and the plainest text in each."""

import ipaddress
import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Format(NamedTuple):
    """A format: all of a text must match `pattern` and satisfy `check`; `plainest` does."""

    pattern: re.Pattern
    plainest: str
    check: Callable[[str], object] | None = None  # raises ValueError

    def fits(self, text: str) -> bool:
        """Return whether `text` is in this format."""
        if not self.pattern.fullmatch(text):
            return False
        try:
            return self.check is None or bool(self.check(text))
        except ValueError:
            return False


def _format(pattern: str, plainest: str, check: Callable[[str], object] | None = None) -> Format:
    return Format(re.compile(pattern, re.ASCII), plainest, check)


_DAY = r"\d{4}-\d\d-\d\d"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = _format(rf"(?=.{{1,253}}$)(?:{_LABEL}\.)+(?=[A-Za-z]){_LABEL}", "example.com")
_EMAIL = _format(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "unknown@example.com")
_URI = _format(r"[A-Za-z][A-Za-z0-9+.-]*:(?://)?(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+", "https://example.com")

# Names and meanings: JSON Schema 2020-12, validation, section 7.3. A time has a zone there.
FORMATS = {
    "date": _format(_DAY, "2026-01-01", date.fromisoformat),
    "date-time": _format(rf"{_DAY}T{_TIME}", "2026-01-01T00:00:00Z", lambda text: date.fromisoformat(text[:10])),
    "time": _format(_TIME, "00:00:00Z"),
    "duration": _format(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|P\d+W", "PT0S"),
    "email": _EMAIL,
    "idn-email": _EMAIL,
    "hostname": _HOST,
    "idn-hostname": _HOST,
    "ipv4": _format(r"[\d.]+", "0.0.0.0", ipaddress.IPv4Address),
    "ipv6": _format(r"[\dA-Fa-f:.]+", "::", ipaddress.IPv6Address),
    "uuid": _format(r"[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}", "00000000-0000-0000-0000-000000000000"),
    "uri": _URI,
    "iri": _URI,
    "uri-reference": _URI,
    "iri-reference": _URI,
    "uri-template": _URI,
    "json-pointer": _format(r"(?:/[\w-]+)+", "/unknown"),
    "relative-json-pointer": _format(r"\d(?:/[\w-]+)*", "0"),
    "regex": _format(r"[\w ]+", "unknown"),
}
