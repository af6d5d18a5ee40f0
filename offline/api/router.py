"""From a method and a path to the function that answers: the routes of all endpoints, joined."""

from collections.abc import Callable
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..refusals import Refused, words
from ..wire import Reply, Request

if TYPE_CHECKING:
    from .standin import StandIn

# What the API has under other names than the SDK's resources.
MORE_RESOURCES = {"assistants", "threads", "organization", "projects", "chatkit", "agents", "live", "vaults"}


class Router:
    """Answers what one of the `endpoints` (modules with ROUTES) has a route for.

    A route is (method, path), such as ("GET", "/files/{file_id}"); what answers it gets the state, the
    request, and the parts of the path that have names. Raises ValueError if two endpoints claim one route.
    """

    def __init__(self, *endpoints: ModuleType):
        self._routes: dict[tuple[str, ...], dict[str, Callable[..., Reply]]] = {}
        for endpoint in endpoints:
            for (method, path), answer in endpoint.ROUTES.items():
                methods = self._routes.setdefault(tuple(path.strip("/").split("/")), {})
                if method in methods:
                    raise ValueError(f"{endpoint.__name__} claims {method} {path}, which another endpoint has already.")
                methods[method] = answer

    def answer(self, state: "StandIn", request: Request) -> Reply:
        """Answer a request. Raises Refused if there is no route for it."""
        parts = request.path.strip("/").split("/")
        if "{" not in request.path and (answer := self._routes.get(tuple(parts), {}).get(request.method)):
            return answer(state, request)
        found = [(names, route) for route in self._routes if (names := _match(route, parts)) is not None]
        for names, route in found:
            if answer := self._routes[route].get(request.method):
                return answer(state, request, **dict(names))
        url = f"{request.method} /v1/{'/'.join(parts)}"
        if not found and parts[0] in self._resources:
            raise words.unavailable(f"endpoint {url}")
        raise Refused(f"Invalid URL ({url})", status=404)

    @cached_property
    def _resources(self) -> set[str]:
        """The names of what the installed SDK can call."""
        from openai import OpenAI

        return {name for name, value in vars(OpenAI).items() if isinstance(value, cached_property)} | MORE_RESOURCES


def _match(route: tuple[str, ...], parts: list[str]) -> list[tuple[str, str]] | None:
    """Return what the names in a route stand for in a path, or None if it is another path."""
    if len(route) != len(parts):
        return None
    names = []
    for name, part in zip(route, parts, strict=True):
        if name.startswith("{") and part:
            names.append((name[1:-1], unquote(part)))
        elif name != part:
            return None
    return names
