"""A map of meaning: texts as points by their embeddings, a query among them, and what is nearest to it."""

import html

import ipywidgets

import utils
from support.pages import similarities

from .. import markup
from ..elements import FULL, Screen, button, row
from ..face import Face
from ..jobs import Job

WIDTH, HEIGHT, MARGIN = 640, 360, 40
NEAREST = 3
LINE = 16  # height of a label
TEXTS = (
    "My cat sleeps all day.",
    "The dog wants to go out.",
    "I paid for this twice.",
    "How do I get my money back?",
    "It will rain tomorrow.",
)


def project(vectors: list[list[float]]) -> list[tuple[float, float]]:
    """Return vectors as points of a plane, each between 0 and 1: the two directions in which they differ most."""
    import numpy

    centered = numpy.array(vectors) - numpy.mean(vectors, axis=0)
    directions = numpy.linalg.svd(centered, full_matrices=False)[2][:2]
    points = numpy.zeros((len(vectors), 2))
    points[:, : len(directions)] = centered @ directions.T
    low, high = points.min(axis=0), points.max(axis=0)
    spread = numpy.where(high - low < 1e-9, 1, high - low)
    return [(float(x), float(y)) for x, y in (points - low) / spread]


def ranked(texts: list[str], vectors: list[list[float]], query: list[float]) -> list[tuple[str, float]]:
    """Return the texts with how near they are to the query, the nearest first."""
    return sorted(zip(texts, similarities(vectors, query), strict=True), key=lambda item: -item[1])


def drawing(texts: list[str], vectors: list[list[float]], query: str, query_vector: list[float]) -> str:
    """Return the map as SVG: the query as a diamond, with lines to what is nearest."""
    *points, centre = [_place(point) for point in project([*vectors, query_vector])]
    near = {text for text, _ in ranked(texts, vectors, query_vector)[:NEAREST]}
    lines = "".join(
        f'<line x1="{centre[0]:.0f}" y1="{centre[1]:.0f}" x2="{x:.0f}" y2="{y:.0f}" class="tut-near"></line>'
        for text, (x, y) in zip(texts, points, strict=True)
        if text in near
    )
    heights = label_heights([*points, centre])
    dots = "".join(_dot(text, *point, text in near) for text, point in zip(texts, points, strict=True))
    labels = "".join(_label(*each) for each in zip([*texts, query], [*points, centre], heights, strict=True))
    x, y = centre
    diamond = f'<path d="M{x:.0f} {y - 8:.0f} l8 8 l-8 8 l-8 -8 z" class="tut-query"></path>'
    name = html.escape(f"A map of {len(texts)} texts and the query {query}")
    return (
        f'<svg class="tut-map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}">{lines}{dots}{diamond}{labels}</svg>'
    )


def _place(point: tuple[float, float]) -> tuple[float, float]:
    return MARGIN + point[0] * (WIDTH - 2 * MARGIN), MARGIN + point[1] * (HEIGHT - 2 * MARGIN)


def label_heights(points: list[tuple[float, float]]) -> list[float]:
    """Return at which height each point has its label, so that none covers another one."""
    heights: dict[int, float] = {}
    for place in sorted(range(len(points)), key=lambda place: points[place][1]):
        heights[place] = max(
            [points[place][1], *(height + LINE for height in heights.values() if height > points[place][1] - LINE)]
        )
    return [heights[place] for place in range(len(points))]


def _dot(text: str, x: float, y: float, near: bool) -> str:
    kind = "tut-dot tut-is-near" if near else "tut-dot"
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="6" class="{kind}"><title>{html.escape(text)}</title></circle>'


def _label(text: str, point: tuple[float, float], height: float) -> str:
    short = text if len(text) <= 32 else text[:31] + "…"
    anchor, dx = ("start", 12) if point[0] < WIDTH / 2 else ("end", -12)
    return f'<text x="{point[0] + dx:.0f}" y="{height + 4:.0f}" text-anchor="{anchor}">{html.escape(short)}</text>'


def nearest_table(found: list[tuple[str, float]]) -> str:
    """Return the texts with how near they are, the nearest first, as a table."""
    rows = "".join(f"<tr><td>{nearness:.3f}</td><td>{html.escape(text)}</td></tr>" for text, nearness in found)
    head = '<thead><tr><th scope="col">Similarity</th><th scope="col">Text</th></tr></thead>'
    return f'<table class="tut-table">{head}<tbody>{rows}</tbody></table>'


class MeaningMap(Face):
    """See `meaning_map`."""

    def __init__(self, texts, query, model, client):
        self.client = client or utils.default_client()
        self._model = model
        self.found: list[tuple[str, float]] = []
        self.texts = ipywidgets.Textarea("\n".join(texts), description="Texts, one a line", rows=6, layout=FULL)
        self.query = ipywidgets.Textarea(query, description="Query", rows=1, layout=FULL)
        self.query.add_class("tut-home")
        tooltip = "Ask for the embeddings, in one request (Ctrl+Enter)"
        self.draw_button = button("Draw", self.ask, tooltip, button_style="primary", marks="tut-run")
        self.message = Screen(label="Message", role="log", live=markup.note("One request brings the embeddings of all texts."))
        self.map = Screen(label="Map of meaning")
        self.table = Screen(label="The nearest texts")
        texts_and_query = ipywidgets.VBox([self.texts, self.query])
        texts_and_query.add_class("tut-control")
        super().__init__([texts_and_query, row(self.draw_button), self.message, self.map, self.table])

    def ask(self) -> None:
        """Ask for the embeddings and draw the map."""
        texts = [line.strip() for line in self.texts.value.splitlines() if line.strip()]
        query = self.query.value.strip()
        if self.running:
            return
        if len(texts) < 2 or not query:
            self.message.live = markup.note("A map needs at least two texts, each on a line of its own, and a query.", "warning")
            return
        self.message.live = markup.note("Waiting for the embeddings …")
        self.start(lambda job: self._work(job, list(dict.fromkeys(texts)), query))

    def _work(self, job: Job, texts: list[str], query: str) -> None:
        try:
            reply = self.client.embeddings.create(model=self._model, input=[*texts, query], encoding_format="float")
            *vectors, wanted = [each.embedding for each in reply.data]
            self.found = ranked(texts, vectors, wanted)
            self.map.live = drawing(texts, vectors, query, wanted)
            self.table.live = nearest_table(self.found)
            said = f"{reply.usage.total_tokens} tokens. {len(wanted)} numbers for each text, of which a map can show only two directions."
            self.message.live = markup.note(said)
        except Exception as error:
            self.message.live = markup.note(utils.explain(error), "error")
        finally:
            self.finish(job)

    def still(self) -> tuple[str, str]:
        title = f"Map of meaning: {self.query.value}"
        lines = [f"{nearness:.3f} {text}" for text, nearness in self.found]
        texts = nearest_table(self.found) if self.found else markup.plain(self.texts.value)
        return "\n".join([title, *lines]), markup.still(title, texts)


def meaning_map(
    texts: list[str] | tuple = TEXTS, query: str = "I want a refund.", *, model: str = "text-embedding-3-small", client=None
) -> MeaningMap:
    """Return a map of texts by their meaning, with a query among them and its nearest texts marked.

    One request, on a click, brings the embeddings. Distances on the map are a shadow of those between
    the embeddings: what is nearest is told by the similarities in the table.
    """
    return MeaningMap(texts, query, model, client)
