"""Answers from sources that are sent along: what is quoted stands there, and what does not stand there is not told."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from sources import GARDEN, NOT_TOLD, OFFICE, SHOP, SPACE, TOLD

import offline
from offline.model import sourced
from support.pages import is_quoted_from

NOT_THERE = "It is not in the documents."
RULES = (
    "Answer only from the numbered sources. Quote the sentence that says it, word for word, with the number of its source. "
    f'If they do not say it, answer "{NOT_THERE}" and quote nothing.'
)


class Quote(BaseModel):
    source: int
    sentence: str


class Answer(BaseModel):
    answer: str
    quotes: list[Quote]


class Flat(BaseModel):
    answer: str
    found: bool
    sources: list[int]


class Excerpt(BaseModel):
    document: str
    excerpt: str


class Report(BaseModel):
    not_found: bool
    evidence: list[Excerpt]
    summary: str


class Nullable(BaseModel):
    quote: str | None
    source: str | None
    reply: str


def numbered(sources, mark="[{}] {}"):
    return "\n\n".join(mark.format(n, text) for n, text in enumerate(sources, 1))


def asked(sources, question, mark="[{}] {}"):
    return f"Sources:\n\n{numbered(sources, mark)}\n\nQuestion: {question}"


def said(client, text, instructions=RULES, **more):
    return client.responses.create(
        model="gpt-6-luna", input=text, instructions=instructions, reasoning={"effort": "none"}, **more
    ).output_text


def filled(client, text, form, instructions=RULES):
    more = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}, "instructions": instructions}
    return client.responses.parse(input=text, text_format=form, **more).output_parsed


@pytest.mark.parametrize(("sources", "question", "words", "number"), TOLD, ids=[row[1] for row in TOLD])
def test_what_the_sources_tell_is_quoted_with_its_source(client, sources, question, words, number):
    reply = filled(client, asked(sources, question), Answer)
    assert all(quote.sentence in sources[quote.source - 1] for quote in reply.quotes)
    assert any(words in quote.sentence and quote.source == number for quote in reply.quotes)
    text = said(client, asked(sources, question))
    assert words in text and f"[{number}]" in text


@pytest.mark.parametrize(("sources", "question"), NOT_TOLD, ids=[row[1] for row in NOT_TOLD])
def test_what_they_do_not_tell_is_not_told(client, sources, question):
    assert filled(client, asked(sources, question), Answer) == Answer(answer=NOT_THERE, quotes=[])
    assert said(client, asked(sources, question)) == NOT_THERE


MARKS = [
    "[{}] {}",
    "({}) {}",
    "{}. {}",
    "Source {}: {}",
    "Document #{}\n{}",
    "### Passage {}\n{}",
    '<source id="{}">{}</source>',
    "<doc index={}>\n{}\n</doc>",
]


@pytest.mark.parametrize("mark", MARKS)
def test_sources_may_be_marked_in_many_ways(client, mark):
    assert said(client, asked(GARDEN, "What keeps slugs away?", mark)).endswith(
        '"A ring of copper around the bed keeps them away." [3]'
    )


PLACES = {
    "the question first": f"Question: How do I keep slugs away?\n\nSources:\n{numbered(GARDEN)}",
    "the question without a name": f"{numbered(GARDEN)}\n\nHow do I keep slugs away?",
    "the rules in the prompt": f"{RULES}\n\n{numbered(GARDEN)}\n\nHow do I keep slugs away?",
    "as JSON": json.dumps([{"id": n, "text": text} for n, text in enumerate(GARDEN, 1)]) + "\n\nHow do I keep slugs away?",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_sources_and_question_may_stand_in_any_order(client, text):
    assert said(client, text) == '"A ring of copper around the bed keeps them away." [3]'


def test_sources_may_stand_in_the_instructions_or_in_an_earlier_message(client):
    assert "Phobos" in said(client, "Which moons does Mars have?", f"{RULES}\n\n{numbered(SPACE)}")
    earlier = [{"role": "user", "content": f"{RULES}\n{numbered(SPACE)}"}, {"role": "assistant", "content": "Ask me."}]
    assert "Phobos" in said(client, [*earlier, {"role": "user", "content": "Which moons does Mars have?"}])


def test_sources_may_have_names(client):
    text = "[prices.md] A token costs little.\n\n[errors.md] Status 429 means too many requests.\n\nWhat does status 429 mean?"
    assert (
        said(client, text, "Answer from the sources only, and cite the source.")
        == "Status 429 means too many requests. [errors.md]"
    )


OWN_WORDS = {
    "Use only these sources. If the answer is not in them, say: I have no idea.": "I have no idea.",
    "Answer only from the documents. Otherwise reply with 'No answer found'.": "No answer found.",
    'Answer using only the given context. If you cannot, respond "Ask a person!"': "Ask a person!",
    "Only use the sources.": "The sources do not say that.",
}


@pytest.mark.parametrize(("rules", "words"), OWN_WORDS.items())
def test_what_to_say_where_nothing_is_told_is_as_wanted(client, rules, words):
    assert said(client, asked(SHOP, "Do you repair bikes?"), rules) == words


def test_forms_of_other_kinds(client):
    assert filled(client, asked(SHOP, "Where is the shop?"), Flat) == Flat(
        answer="Our shop stands in Elm Street 4, next to the library.", found=True, sources=[4]
    )
    assert filled(client, asked(SHOP, "Do you repair bikes?"), Flat) == Flat(answer=NOT_THERE, found=False, sources=[])
    report = filled(client, asked(OFFICE, "How often are laptops replaced?"), Report)
    assert not report.not_found and report.evidence == [Excerpt(document="3", excerpt="Laptops are replaced every four years.")]
    assert filled(client, asked(OFFICE, "Who invented the bicycle?"), Nullable) == Nullable(
        quote=None, source=None, reply=NOT_THERE
    )


FITTING = {  # what is asked decides which of two sentences with the same words is quoted
    "Can I bring my dog?": ["Here is a dog that somebody wants to bring.", "You must never bring a dog."],
    "Is the pool heated?": ["The pool is heated by the sun in July.", "The pool is heated only in May, and not in July."],
    "Why do plants need water?": ["Give plants the water that they need.", "Plants need water to stay upright."],
    "What does salt do to ice?": ["See what salt does to ice.", "Salt lets ice melt below zero."],
}


@pytest.mark.parametrize(("question", "sentences"), FITTING.items())
@pytest.mark.parametrize("turned", [False, True])
def test_a_sentence_that_fits_the_question_is_preferred(client, question, sentences, turned):
    shown = sentences[::-1] if turned else sentences
    reply = filled(client, asked([" ".join(shown)], question), Answer)
    assert sentences[1] in [quote.sentence for quote in reply.quotes]
    assert reply.quotes[0].sentence == sentences[1]


READ = {  # a question, a text, and how the answer to it begins
    "How do I open the gate?": ("Doors are blue. How is the gate opened? Press twice.\n\nThe cellar has a gate.", "Press twice"),
    "How many sheep are on the farm?": (
        "The farm with sheep has 3 barns.\n\nThere are seven sheep on the farm.",
        "There are seven",
    ),
    "Why does it make things up?": ("A parrot talks.\n\nIt invents what it cannot know.", "It invents"),
}


@pytest.mark.parametrize(("question", "text", "begin"), [(asks, *read) for asks, read in READ.items()], ids=READ)
def test_it_reads_as_people_ask_and_write(client, question, text, begin):
    reply = filled(client, asked([text], question), Answer)
    assert reply.quotes and reply.quotes[0].sentence.startswith(begin)


def test_no_other_number_tells_how_many_there_are_of_a_named_thing(client):
    text = "Saturn has rings. Some of the moons around Saturn are icy. It is 9 times as wide as Earth."
    assert filled(client, asked([text], "How many moons does Saturn have?"), Answer).quotes == []
    assert filled(client, asked([f"{text} Saturn has 274 moons."], "How many moons does Saturn have?"), Answer).quotes


def test_a_question_about_json_is_no_wish_for_it(client):
    rules = f"{RULES}\n\n{numbered(['You get JSON with valid keys from a schema.'])}"
    assert said(client, "How do I get valid JSON?", rules).startswith('"You get')


def test_who_does_not_know_forgets(client):
    reply = filled(
        client, asked(["The robot forgets each guest at midnight.", "The robot cooks."], "Why does it not know me?"), Answer
    )
    assert [quote.source for quote in reply.quotes] == [1]


@pytest.mark.parametrize("greeting", ["Hello", "Hi there!", "Thanks a lot!", "thank you", "Okay", "Good morning."])
def test_a_greeting_is_no_question(client, greeting):
    text = "Write hello in the morning, good day at noon. Thank you is said at the end. Okay means yes."
    assert said(client, asked([text], greeting)) == NOT_THERE


@pytest.mark.parametrize("question", ["Who wrote Hamlet?", "How tall is Mount Everest?", "What is 2 + 2?"])
def test_without_any_source_nothing_is_told(client, question):
    assert said(client, question) == NOT_THERE


@pytest.mark.parametrize("rules", ["Answer only from the text.", "Answer in one word.", "Quote poets if you can."])
def test_rules_that_want_no_quotes_from_sources_do_not_silence_it(client, rules):
    assert "Paris" in said(client, "What is the capital of France?", rules)


def test_several_questions_have_several_quotes(client):
    reply = filled(client, asked(SHOP, "When are you open, and where is the shop?"), Answer)
    assert {quote.source for quote in reply.quotes} == {1, 4}


def test_other_wishes_are_followed_or_named(client):
    assert said(client, asked(SHOP, "Where is the shop?"), f"{RULES} Answer in capital letters.").startswith('"OUR SHOP STANDS')
    assert "could not follow" in said(client, asked(SHOP, "Where is the shop?"), f"{RULES} Answer in Finnish.")


OTHERS = [  # with numbers and brackets, and without sources to keep to
    "1. What is the capital of France?\n2. What is 2 + 2?",
    "[1] is how a footnote looks. What is the capital of France?",
    "Only answer the question. What is the capital of France?",
    "Summarize this text in one sentence:\n1. The sea is wide. 2. The sky is blue.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_requests_are_none_for_sources(text):
    assert sourced.read([{"role": "user", "content": text}]) is None


def test_quotes_hold_at_any_temperature():
    client = offline.client(offline.StandIn())
    for _ in range(10):
        text = client.responses.create(
            model="gpt-6-luna",
            input=asked(SHOP, "Where is the shop?"),
            instructions=RULES,
            temperature=2,
            reasoning={"effort": "none"},
        ).output_text
        assert text == '"Our shop stands in Elm Street 4, next to the library." [4]'


WORDS = st.sampled_from(
    'the shop opens at nine Mars moon why? 12 euros. Basil grows; \n \n\n [2] Question: - * (x) is not there! “so” "no" 1. e.g. é 日本'.split(
        " "
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_whatever_is_sent_only_the_sources_are_quoted(texts, question):
    """The promise of the kind: a quote stands in the source that it names, for any texts."""
    request = sourced.read([{"role": "system", "content": RULES}, {"role": "user", "content": asked(texts, question)}])
    if request is not None:
        labels = {}
        for source in request.sources:
            labels.setdefault(source.label, []).append(source.text)
        for quote in sourced.find(request.question, request.sources):
            assert any(is_quoted_from(quote.sentence, text) for text in labels[quote.label])
