"""How fast the widgets are; `python tests/bench_widgets.py` prints it.

The reply is one of 2,000 tokens, over the real SDK and a far end that streams it.
"""

import gc
import json
import time

import openai
import psutil
import regenerate  # noqa: F401  (everything is offline, and comes from this folder's project)
from far_end import events, far_end

import offline
import utils
import widgets
from widgets import elements, runs

TOKENS = 2_000
CALL = {"model": "gpt-6-luna", "input": "Count."}


def long_reply_client(tokens: int = TOKENS) -> openai.OpenAI:
    """Return a client whose every streamed reply has so many tokens."""
    whole = offline.client().responses.create(**CALL).to_dict()
    at = {"item_id": "m", "output_index": 0, "content_index": 0, "logprobs": []}
    said = [{"type": "response.output_text.delta", "delta": f" word{n % 10}", "sequence_number": n, **at} for n in range(tokens)]
    said.append({"type": "response.completed", "sequence_number": tokens, "response": whole})
    pieces = [f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode() for event in said]
    return far_end(always=events(*pieces), base_url=offline.BASE_URL)


def bare_stream(client) -> tuple[float, float]:
    """Return seconds to the first token and in all, for the bare event loop."""
    begun, first, text = time.perf_counter(), 0.0, ""
    with client.responses.create(stream=True, **CALL) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                first = first or time.perf_counter() - begun
                text += event.delta
    return first, time.perf_counter() - begun


def playground_stream(client) -> tuple[float, float]:
    """Return seconds from the click to the first text in the widget, and to the end of the run."""
    play = widgets.playground(client=client)
    play.slow.value = False
    return _watch(play.screen, "word0", play.run, play)


def chat_stream(client) -> tuple[float, float]:
    """Return the same for the chat box, which renders Markdown while the reply comes."""
    chat = widgets.chat_box(utils.Conversation(client=client))
    chat.beside.slow.value = False
    return _watch(chat.screen, "word0", lambda: chat.ask("Count."), chat)


def _watch(screen: elements.Screen, word: str, begin, face) -> tuple[float, float]:
    first = []
    screen.observe(lambda change: word in change["new"] and not first and first.append(time.perf_counter()), "live")
    begun = time.perf_counter()
    begin()
    face.wait()
    return first[0] - begun, time.perf_counter() - begun


def best(measure, times: int = 5) -> tuple[float, float]:
    """Return the best times to the first token and in all."""
    firsts, totals = zip(*(measure() for _ in range(times)), strict=True)
    return min(firsts), min(totals)


def megabytes() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 2**20


def memory_of_runs(runs: int = 200) -> tuple[float, float]:
    """Return the megabytes that runs of 2,000 tokens each add to the process, the second half by itself too."""
    client = long_reply_client()
    play = widgets.playground(client=client)
    play.slow.value = False
    sizes = []
    for _ in range(2):
        before = megabytes()
        for _ in range(runs // 2):
            play.run()
            play.wait()
        sizes.append(megabytes() - before)
    return sum(sizes), sizes[1]


def bench_widgets() -> None:
    """Print all measurements."""
    client = long_reply_client()
    bare_first, bare_total = best(lambda: bare_stream(client))
    print(f"bare event loop      {TOKENS / bare_total:7,.0f} tokens/s, first token after {1000 * bare_first:5.1f} ms")
    for name, measure in (("playground", playground_stream), ("chat box", chat_stream)):
        first, total = best(lambda measure=measure: measure(client))
        share = bare_total / total
        delay = 1000 * (first - bare_first)
        print(f"{name:<20} {TOKENS / total:7,.0f} tokens/s ({share:.0%} of bare), first token {delay:+5.1f} ms (aim: under 50)")
    added, second_half = memory_of_runs()
    print(f"memory of 200 runs of {TOKENS} tokens: {added:.1f} MB, the second hundred {second_half:.1f} MB")
    top = widgets.tokens_of(widgets.ask_with_logprobs("The sky is", client=offline.client()))[0].top
    begun = time.perf_counter()
    for step in range(1000):
        widgets.pictures.bars.bars(widgets.reshape_top(top, 0.1 + step / 1000))
    print(f"redrawing the bars: {time.perf_counter() - begun:.2f} ms each")
    run = runs.Run(1, CALL, text="word " * TOKENS)
    begun = time.perf_counter()
    for _ in range(100):
        widgets.cards.replies([run])
    print(f"redrawing a reply of {TOKENS} tokens: {10 * (time.perf_counter() - begun):.2f} ms")


if __name__ == "__main__":
    bench_widgets()
