"""Lists that come page by page: `after`, `limit` and `order` in the query of a GET."""

from collections.abc import Callable

from ..refusals import words


def page(items: list[dict], query: dict[str, str], find: Callable[[str], object], *, usual: int = 20, most: int = 100) -> dict:
    """Return a page of `items`, which come oldest first; the page begins with the newest unless the order is "asc".

    `find` raises Refused for an id that there is not. Raises Refused for a wrong order or limit.
    """
    if query.get("order", "desc") not in ("asc", "desc"):
        raise words.not_one_of(query["order"], ("asc", "desc"), "order")
    given = query.get("limit", str(usual))
    if not given.removeprefix("-").isdecimal():
        raise words.wrong_type("limit", "an integer", given)
    limit = int(given)
    if not 1 <= limit <= most:
        raise words.out_of_bounds("limit", limit, 1, most)
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
