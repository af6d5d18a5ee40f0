"""Lists that come page by page: `after`, `limit` and `order` in the query of a GET."""

from collections.abc import Callable
from urllib.parse import parse_qs

from ..refusals import rules


def read(query: str) -> dict[str, str]:
    """Return the parameters of a query; the last one counts where a name comes twice."""
    return {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}


def page(items: list[dict], query: dict[str, str], find: Callable[[str], object], *, usual: int = 20, most: int = 100) -> dict:
    """Return a page of `items`, which come oldest first; the page begins with the newest unless the order is "asc".

    `find` raises Refused for an id that there is not. Raises Refused for a wrong order or limit.
    """
    rules._one_of(query, "order", ("asc", "desc"))
    limit = query.get("limit", str(usual))
    limit = int(limit) if limit.removeprefix("-").isdecimal() else limit
    rules._integer({"limit": limit}, "limit", 1, most)
    ordered = items if query.get("order") == "asc" else items[::-1]
    if after := query.get("after"):
        find(after)
        ids = [item["id"] for item in ordered]
        ordered = ordered[ids.index(after) + 1 :] if after in ids else []
    shown = ordered[:limit]
    return {
        "object": "list",
        "data": shown,
        "first_id": shown[0]["id"] if shown else None,
        "last_id": shown[-1]["id"] if shown else None,
        "has_more": len(ordered) > len(shown),
    }
