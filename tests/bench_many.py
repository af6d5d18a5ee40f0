"""Print what `ask_many` adds to a bare gather with a semaphore: python tests/bench_many.py

1,000 prompts at a latency of half a second, 50 at once, in turns with the bare one; and 50,000 prompts through a trivial
coroutine, in megabytes. It takes about a minute. The suite does a tenth of it.
"""

import asyncio
import statistics
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from support.many import ask_many

ROUNDS = 3


def bare_seconds(prompts: int, latency: float, at_once: int) -> float:
    """Return how long a bare gather with a semaphore takes."""

    async def gather() -> None:
        gate = asyncio.Semaphore(at_once)

        async def ask(prompt: int) -> int:
            async with gate:
                await asyncio.sleep(latency)
                return prompt

        await asyncio.gather(*[ask(prompt) for prompt in range(prompts)])

    return _seconds(gather())


def our_seconds(prompts: int, latency: float, at_once: int) -> float:
    """Return how long `ask_many` takes, with a file."""

    async def ask(prompt: int) -> int:
        await asyncio.sleep(latency)
        return prompt

    with tempfile.TemporaryDirectory() as folder:
        return _seconds(ask_many(ask, range(prompts), Path(folder) / "replies.jsonl", at_once=at_once))


def megabytes(prompts: int, file: Path | None) -> float:
    """Return how much memory `ask_many` takes at most for so many prompts through a trivial coroutine."""

    async def trivial(prompt: str) -> str:
        return prompt

    tracemalloc.start()
    try:
        asyncio.run(ask_many(trivial, [f"prompt {number}" for number in range(prompts)], file, at_once=50))
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def _seconds(work) -> float:
    started = time.perf_counter()
    asyncio.run(work)
    return time.perf_counter() - started


def main() -> None:
    timed = [(bare_seconds(1_000, 0.5, 50), our_seconds(1_000, 0.5, 50)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / bare for bare, ours in timed)
    print(f"ask_many / bare gather          {ratio:.3f}   (1,000 prompts of 0.5 s, 50 at once; aim: under 1.05)")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "replies.jsonl"
        for name, path in (("no file", None), ("a new file", file), ("a file that has all", file)):
            print(f"memory, {name:<23} {megabytes(50_000, path):.1f} MB   (50,000 prompts; aim: under 40)")


if __name__ == "__main__":
    main()
