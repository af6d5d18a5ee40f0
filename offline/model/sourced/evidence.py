"""What sources tell, for the fields of a form: an answer, its quotes, where they stand, and whether there is an answer at all."""

from .. import evidence
from ..evidence.field import Field, Option, Span, stem
from .finding import Quote

_QUOTE, _LABEL, _ANSWER, _FOUND, _LACKS = (
    frozenset(map(stem, words.split()))
    for words in (
        "quote quotation sentence excerpt evidence citation cite passage verbatim text snippet support proof extract words",
        "source document doc page id number ref reference label index chunk url title file where origin name",
        "answer reply response summary explanation conclusion result statement output",
        "found answerable answered supported sufficient grounded known covered contained available present certain sure success",
        "missing unknown unanswerable unanswered absent insufficient unsupported lacking",
    )
)


class SourcedEvidence(evidence.Evidence):
    """What sources tell. `quotes` answer the question, in the words `answer`; without any, `answer` says that they do not."""

    def __init__(self, answer: str, quotes: list[Quote], taken: frozenset[Span] = frozenset()):
        read = evidence.find([(1.0, text) for text in (quote.sentence for quote in quotes)])
        super().__init__(read.readings, taken)
        self.answer = answer
        self.quotes = quotes

    def assign(self, fields: list[Field]) -> list[list[Option]]:
        """Return the values that each of `fields` could have; what no field of such a form is called is read from the quotes."""
        known = [self._known(field) for field in fields]
        others = iter(super().assign([field for field, values in zip(fields, known, strict=True) if values is None]))
        return [next(others) if values is None else [Option(1.0, value) for value in values] for values in known]

    def without(self, options: list[list[Option]]) -> "SourcedEvidence":
        """Return the same evidence: a quote may be told in several places."""
        return self

    def rows(self, fields: list[Field], name: str) -> list[evidence.Evidence]:
        """Return the evidence of each quote, for a list of them."""
        if any(self._is(field, _QUOTE) or self._is(field, _LABEL) for field in fields):
            return [SourcedEvidence(quote.sentence, [quote]) for quote in self.quotes]
        return super().rows(fields, name)

    def _known(self, field: Field) -> list | None:
        """Return the values for a field; None if its name says nothing of answers and sources."""
        if field.types == {"boolean"} and not field.many:
            words = frozenset(field.words)
            negative = bool(words & _LACKS) or ("not" in words and bool(words & _FOUND))
            asked = negative or words & (_FOUND | _ANSWER | _QUOTE | _LABEL)
            return [bool(self.quotes) != negative] if asked else None
        if field.values:
            return None
        if self._is(field, _ANSWER) and not field.many and not field.numeric:
            return [self.answer]
        if self._is(field, _QUOTE) and not field.numeric:
            return self._of_quotes(field, [quote.sentence for quote in self.quotes])
        if self._is(field, _LABEL):
            labels = [quote.label for quote in self.quotes]
            return self._of_quotes(field, [int(label) if field.numeric and label.isdecimal() else label for label in labels])
        return None

    def _is(self, field: Field, words: frozenset[str]) -> bool:
        return bool(frozenset(field.words[-1:]) & words) or (len(field.words) > 1 and bool(frozenset(field.words[:1]) & words))

    @staticmethod
    def _of_quotes(field: Field, values: list) -> list:
        return [list(dict.fromkeys(values))] if field.many else values[:1]
