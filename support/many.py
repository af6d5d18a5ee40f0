"""Many prompts through one coroutine: so many at once, and a file with which a stopped run goes on where it was.

    async def ask(prompt):
        response = await client.responses.create(model=DEFAULT_MODEL, input=prompt)
        return response.output_text

    replies = await ask_many(ask, prompts, "replies.jsonl", at_once=20)

The file has one line for each reply, written the moment it comes: {"prompt": ..., "reply": ...}. A prompt that is in the
file is not asked again, whatever its place in the list; one that is twice in the list is asked twice.
"""

import asyncio
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sized
from pathlib import Path
from typing import Any

from .budget import BudgetExceeded
from .not_offered import NotOffered

Ask = Callable[[Any], Awaitable[Any]]

MOST_IN_A_ROW = 20
"""So many failures without a reply between them are no accident: they would go on to the last prompt."""


async def ask_many(
    ask: Ask, prompts: Iterable, file: str | os.PathLike | None = None, *, at_once: int = 20, bar: bool = False
) -> list:
    """Return the replies to `prompts`, in their order: what `ask(prompt)` returns.

    Where `ask` raised, its exception stands in the place of the reply, and the others go on. It is not written into
    `file`, so that the next run asks again. BudgetExceeded, NotOffered, and MOST_IN_A_ROW failures in a row, end the run: what is
    under way is waited for and kept, and then the exception is raised.

    At most `at_once` prompts are under way at a time. With a `file`, prompts and replies must be such as JSON has, and a
    reply is what it is after a way through JSON: TypeError for others. Only one run at a time may use a file. ValueError
    for a file that another program wrote. With `bar`, a progress bar shows how many there are.
    """
    if at_once < 1:
        raise ValueError(f"at_once must be 1 or more, and it is {at_once}.")
    with _Kept(file) as kept, _progress(bar, prompts) as progress:
        run = _Run(ask, prompts, kept, progress)
        async with asyncio.TaskGroup() as workers:
            for _ in range(at_once):
                workers.create_task(run.work())
    if run.ended_by:
        raise run.ended_by
    return run.replies


class _Run:
    """One run: its workers take the next prompt from one list, and write into one file."""

    def __init__(self, ask: Ask, prompts: Iterable, kept: "_Kept", progress: Any):
        self.ask, self.prompts, self.kept, self.progress = ask, enumerate(prompts), kept, progress
        self.replies: list = []
        self.failed = self.in_a_row = 0
        self.ended_by: BaseException | None = None

    async def work(self) -> None:
        """Ask one prompt after the other, until there is none or the run has ended."""
        try:
            for place, prompt in self.prompts:
                self.replies.append(None)
                await self._answer(place, prompt)
                if self.ended_by:
                    return
        except Exception as error:  # of the file, or of the list
            self.ended_by = self.ended_by or error

    async def _answer(self, place: int, prompt: Any) -> None:
        if self.kept.has(prompt):
            self._done(place, self.kept.take(prompt))
            return
        try:
            reply = await self.ask(prompt)
        except (Exception, asyncio.CancelledError) as error:
            if (task := asyncio.current_task()) and task.cancelling():  # not this prompt, but the run
                raise
            self._fail(place, error)
        else:  # nothing is awaited between the coming of a reply and its being written
            self._done(place, self.kept.write(prompt, reply))
            self.in_a_row = 0

    def _fail(self, place: int, error: BaseException) -> None:
        self.failed += 1
        self.in_a_row += 1
        if isinstance(error, BudgetExceeded | NotOffered) or self.in_a_row >= MOST_IN_A_ROW:
            self.ended_by = self.ended_by or error
        self.progress.set_postfix(failed=self.failed)
        self._done(place, error)

    def _done(self, place: int, reply: Any) -> None:
        self.replies[place] = reply
        self.progress.update()


class _Kept:
    """The replies in a file: those of earlier runs, and those that are written now. Without a file, there are none."""

    def __init__(self, file: str | os.PathLike | None):
        self.path = None if file is None else Path(file)
        self.replies: dict[bytes, list] = defaultdict(list)

    def __enter__(self) -> "_Kept":
        if self.path:
            self.file = self.path.open("a+b")
            try:
                self._read()
            except BaseException:
                self.file.close()
                raise
        return self

    def __exit__(self, *error: object) -> None:
        if self.path:
            self.file.close()

    def _read(self) -> None:
        """Read what earlier runs wrote; of a last line that was cut off, nothing stays."""
        self.file.seek(0)
        end = 0
        for number, line in enumerate(self.file, 1):
            try:
                prompt, reply = _parsed(line)
            except ValueError:
                if line.endswith(b"\n") or not _is_cut(line):
                    raise ValueError(f"{self.path}, line {number}, was not written by ask_many. Choose another file.") from None
                self.file.truncate(end)
                return
            self.replies[_key(prompt)].append(reply)
            end += len(line)
            if not line.endswith(b"\n"):
                self.file.write(b"\n")

    def has(self, prompt: Any) -> bool:
        return bool(self.path and self.replies.get(_key(prompt)))

    def take(self, prompt: Any) -> Any:
        """Return a reply to a prompt; it counts for this one place in the list."""
        return self.replies[_key(prompt)].pop(0)

    def write(self, prompt: Any, reply: Any) -> Any:
        """Write a reply, and return it as a later run will read it."""
        if not self.path:
            return reply
        line = json.dumps({"prompt": prompt, "reply": reply})
        self.file.write(line.encode() + b"\n")
        self.file.flush()
        return json.loads(line)["reply"]


_BEGINS = b'{"prompt": '


def _parsed(line: bytes) -> tuple[Any, Any]:
    """Return the prompt and the reply of a line. Raises ValueError for any other line."""
    given = json.loads(line)
    if not isinstance(given, dict) or given.keys() != {"prompt", "reply"}:
        raise ValueError
    return given["prompt"], given["reply"]


def _is_cut(line: bytes) -> bool:
    """Return whether a line that is not whole is the beginning of one of ours."""
    return line.startswith(_BEGINS) or _BEGINS.startswith(line)


def _key(prompt: Any) -> bytes:
    return hashlib.sha256(json.dumps(prompt, sort_keys=True).encode()).digest()


def _progress(bar: bool, prompts: Iterable) -> Any:
    """Return a progress bar, or one that shows nothing."""
    from tqdm import tqdm as plain
    from tqdm.auto import tqdm

    total = len(prompts) if isinstance(prompts, Sized) else None
    return tqdm(total=total) if bar else plain(total=total, disable=True)
