"""Lesson 13: answers that are right, and answers that are wrong."""

import itertools
import json

import httpx2
from openai import OpenAI

import offline


def reply(text):
    message = {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": text}]}
    return httpx2.Response(200, json={"output": [message]})


def client_for(far_end):
    return OpenAI(api_key="no-key", http_client=httpx2.Client(transport=httpx2.MockTransport(far_end)), max_retries=0)


# --- 13.1 ---


def in_turn(*statuses):
    left = list(statuses)

    def far_end(request):
        status = left.pop(0) if len(left) > 1 else left[0]
        return reply("Hello!") if status == 200 else httpx2.Response(status)

    return far_end


def in_turn_by_chain(*statuses):
    script = itertools.chain(statuses, itertools.repeat(statuses[-1]))
    return lambda request: reply("Hello!") if (status := next(script)) == 200 else httpx2.Response(status)


def always_the_first(*statuses):
    return lambda request: reply("Hello!") if statuses[0] == 200 else httpx2.Response(statuses[0])


def runs_out(*statuses):
    script = iter(statuses)
    return lambda request: reply("Hello!") if (status := next(script)) == 200 else httpx2.Response(status)


def begins_again(*statuses):
    script = itertools.cycle(statuses)
    return lambda request: reply("Hello!") if (status := next(script)) == 200 else httpx2.Response(status)


SHARED = {}


def shares_its_list(*statuses):
    left = SHARED.setdefault(statuses, list(statuses))

    def far_end(request):
        status = left.pop(0) if len(left) > 1 else left[0]
        return reply("Hello!") if status == 200 else httpx2.Response(status)

    return far_end


def says_nothing(*statuses):
    far_end = in_turn(*statuses)
    return lambda request: httpx2.Response(far_end(request).status_code, json={"output": []})


def says_no_reply(**body):
    """Return a far end whose replies are none of the API's."""

    def in_turn_(*statuses):
        far_end = in_turn(*statuses)
        return lambda request: said if (said := far_end(request)).status_code != 200 else httpx2.Response(200, **body)

    return in_turn_


def says_why(*statuses):
    far_end = in_turn(*statuses)
    return lambda request: (
        said if (said := far_end(request)).status_code == 200 else httpx2.Response(said.status_code, text="No!")
    )


def returns_numbers(*statuses):
    script = itertools.chain(statuses, itertools.repeat(statuses[-1]))
    return lambda request: next(script)


def returns_responses(*statuses):
    return [httpx2.Response(status) for status in statuses]


# --- 13.2 ---

DUCK = "A duck walks into a bar."


def sound(joke_card):
    sent = []

    def far_end(request):
        sent.append(request.content.decode())
        return reply(DUCK)

    first, *rest = joke_card("Ada", client_for(far_end)).splitlines()
    assert len(sent) == 1 and "Ada" not in sent[0]
    assert "Ada" in first
    assert DUCK in rest


def sound_with_the_stand_in(joke_card):
    """The stand-in is asked the same by a client of its own, so that its joke is known."""
    standin = offline.StandIn()
    said = []
    far = offline.client(standin, max_retries=0)
    keep = far.responses.create

    def create(**request):
        said.append(keep(**request))
        return said[-1]

    far.responses.create = create
    card = joke_card("Zoe", far)
    first, _, below = card.partition("\n")
    assert len(standin.requests) == 1
    assert "Zoe" not in json.dumps(standin.requests[0])
    assert "Zoe" in first and said[0].output_text in below


def sound_by_unpacking(joke_card):
    """Where a card has no second line, Python itself raises a ValueError, and the test is red."""
    sent = []

    def far_end(request):
        sent.append(request.content.decode())
        return reply(DUCK)

    first, second = joke_card("Zoe", client_for(far_end)).splitlines()
    assert "Zoe" in first and second == DUCK
    assert len(sent) == 1 and "Zoe" not in sent[0]


def flaky(joke_card):
    assert "dark mode" in joke_card("Ada", offline.client())


def exact(joke_card):
    assert joke_card("Ada", client_for(lambda request: reply(DUCK))) == f"For Ada\n{DUCK}"


def form_only(joke_card):
    card = joke_card("Ada", offline.client(offline.StandIn()))
    assert "Ada" in card.splitlines()[0]


def without_a_look_at_what_is_sent(joke_card):
    first, *rest = joke_card("Ada", client_for(lambda request: reply(DUCK))).splitlines()
    assert "Ada" in first and DUCK in rest


def without_a_count(joke_card):
    def far_end(request):
        assert "Ada" not in request.content.decode()
        return reply(DUCK)

    first, *rest = joke_card("Ada", client_for(far_end)).splitlines()
    assert "Ada" in first and DUCK in rest


def looks_at_the_input_only(joke_card):
    sent = []

    def far_end(request):
        sent.append(json.loads(request.content))
        return reply(DUCK)

    first, *rest = joke_card("Ada", client_for(far_end)).splitlines()
    assert len(sent) == 1 and "Ada" not in sent[0]["input"]
    assert "Ada" in first and DUCK in rest


def wants_its_own_words_sent(joke_card):
    def far_end(request):
        assert json.loads(request.content)["input"] == "Tell me a joke."
        return reply(DUCK)

    sound(joke_card)
    joke_card("Ada", client_for(far_end))


def cannot_fail(joke_card):
    joke_card("Ada", offline.client(offline.StandIn()))


def cannot_pass(joke_card):
    assert joke_card is None


def broken(joke_card):
    joke_card("Ada")


# --- 13.3 ---

HARMFUL = [
    "Sure! Two muffins are 6 dollars.",
    '{"item": "unicorn", "quantity": 2}',
    '["muffin", 2]',
    '{"item": "muffin", "quantity": -5}',
    '{"item": "muffin", "quantity": "2"}',
]
OTHERS = ["", "null", '{"quantity": 2}', '{"item": "coffee", "quantity": NaN}']
FINE = '{"item": "coffee", "quantity": 1}'

RIGHT = [
    ("13.1", in_turn),
    ("13.1", in_turn_by_chain),
    ("13.2", sound),
    ("13.2", sound_with_the_stand_in),
    ("13.2", sound_by_unpacking),
    ("13.3", HARMFUL),
    ("13.3", [*HARMFUL, '{"item": "muffin", "quantity": 1e999}']),
    ("13.3", OTHERS),
]

WRONG = [
    ("13.1", always_the_first, "should get [503, 429, 200, 200, 200], and they get [503, 503"),
    ("13.1", begins_again, "and they get [503, 429, 200, 503, 429]"),
    ("13.1", shares_its_list, "a second far end should begin at the beginning, with 503"),
    ("13.1", says_nothing, "should say \"Hello!\", and this one says ''"),
    ("13.1", says_no_reply(json={}), "should say \"Hello!\", and this one says ''"),
    ("13.1", says_no_reply(text="Hello!"), "should say \"Hello!\", and this one says ''"),
    ("13.1", says_no_reply(json=None, text="{"), "should say \"Hello!\", and this one says ''"),
    ("13.1", says_why, "a reply with the status 503 should have no body, and this one has 'No!'"),
    ("13.1", runs_out, "your code raised StopIteration"),
    ("13.1", returns_numbers, "should return an httpx2.Response, and this one returns 503"),
    ("13.1", returns_responses, "should be a function"),
    ("13.2", flaky, "it should pass with a function that"),
    ("13.2", exact, "it should pass with a function that writes other words around the name"),
    ("13.2", wants_its_own_words_sent, "asks with other words"),
    ("13.2", cannot_pass, "it should pass with a function that is the one of the lesson"),
    ("13.2", cannot_fail, "it should fail with a function that forgets the name"),
    ("13.2", form_only, "it should fail with a function that leaves the joke out"),
    ("13.2", without_a_look_at_what_is_sent, "it should fail with a function that asks twice"),
    ("13.2", without_a_count, "it should fail with a function that asks twice"),
    ("13.2", looks_at_the_input_only, "it should fail with a function that tells it in the instructions"),
    ("13.2", broken, "the one of the lesson, and it raises TypeError: "),
    ("13.2", "sound", "should be a function"),
    ("13.3", HARMFUL[:3], "at least four different texts, and there are 3"),
    ("13.3", [*HARMFUL[:3], HARMFUL[0]], "at least four different texts, and there are 3"),
    ("13.3", [*HARMFUL, FINE], "does no such harm: total returns 2"),
    ("13.3", ["", "x", "y", "z"], "so far there is only: JSONDecodeError"),
    ("13.3", [json.loads(FINE)] * 4, "should be a text"),
]
