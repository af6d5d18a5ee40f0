"""hypothesis drives a `Conversation` through whatever may happen to one, and compares it with a simple list of turns."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import openai
import pytest
from asking import plain
from far_end import far_end
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

import offline
import utils
from offline.model.context import count_messages
from utils import Conversation

QUESTIONS = st.sampled_from(
    ["What is the capital city of France?", "And its population?", "Say hello.", "你好 🙂", "", "<b>&\n\"'", "Tell me a joke"]
)
WAYS = st.sampled_from(["ask", "stream"])
LONG = "Give me a recipe for pancakes."  # long even where a reply is to be brief
ANYWAY = {
    "slow",
    "error_event",
    "stream_error",
    "failed_response",
    "declined",
    "batch_expires",
}  # not to whole replies, or no error at all
INTERRUPTED = far_end(always=KeyboardInterrupt())


class Talking(RuleBasedStateMachine):
    """What may happen to a conversation. `turns` is what it must hold: pairs of question and reply."""

    streams = Bundle("streams")

    @initialize(bound=st.sampled_from([None, None, 1, 60, 150]))
    def begin(self, bound):
        self.standin = offline.StandIn()
        self.client = offline.client(self.standin, max_retries=0)
        self.talk = Conversation("Be brief.", client=self.client, max_history_tokens=bound)
        self.bound, self.turns, self.used = bound, [], (0, 0, 0.0)
        self.folder = Path(tempfile.mkdtemp())
        self.file, self.saved = self.folder / "talk.json", None

    def teardown(self):
        shutil.rmtree(self.folder)

    # --- What goes well ---

    @rule(questions=st.lists(QUESTIONS, min_size=1, max_size=3), way=WAYS)
    def say(self, questions, way):
        for question in questions:
            text = self.run(way, question)
            assert text
            sent = self.standin.requests[-1][1]
            assert plain(sent["input"]) == [*messages(self.kept(question)), {"role": "user", "content": question}]
            assert sent["instructions"] == "Be brief."
            self.keep(question, text)

    @rule(target=streams, question=QUESTIONS)
    def begin_stream(self, question):
        pieces = self.talk.stream(question)
        return multiple((self.talk, question, pieces, [next(pieces)]))

    @rule(stream=streams)
    def read_on(self, stream):
        self.read(stream, pieces=5)

    @rule(stream=consumes(streams))
    def read_to_the_end(self, stream):
        self.read(stream, pieces=1000)

    # --- What does not ---

    @rule(stream=consumes(streams), interrupted=st.booleans())
    def leave_stream(self, stream, interrupted):
        if interrupted and stream[2].gi_frame:
            with pytest.raises(KeyboardInterrupt):
                stream[2].throw(KeyboardInterrupt())
        stream[2].close()

    @rule(fault=st.sampled_from(sorted(set(offline.FAULTS) - ANYWAY)), question=QUESTIONS, way=WAYS)
    def meet_fault(self, fault, question, way):
        with self.standin.failing(fault, times=1, after=0, wait=None), pytest.raises(openai.APIError):
            self.run(way, question)

    @rule(question=QUESTIONS, way=WAYS)
    def interrupt(self, question, way):
        self.talk.client = INTERRUPTED
        with pytest.raises(KeyboardInterrupt):
            self.run(way, question)
        self.talk.client = self.client

    @rule(way=WAYS)
    def be_cut_off(self, way):
        with pytest.raises(utils.CutOff):
            self.run(way, LONG, max_output_tokens=16)

    # --- The whole of it ---

    @rule()
    def reset(self):
        self.talk.reset()
        self.turns, self.used = [], (0, 0, 0.0)

    @rule()
    def save(self):
        self.talk.save(self.file)
        self.saved = (list(self.turns), numbers(self.talk))

    @rule(halfway=st.booleans(), error=st.sampled_from([OSError, KeyboardInterrupt]))
    def crash_in_save(self, halfway, error):
        before = self.file.read_bytes() if self.saved else None
        crash = crash_halfway(error) if halfway else mock.patch("os.replace", side_effect=error)
        with crash, pytest.raises(error):
            self.talk.save(self.file)
        assert before is None or self.file.read_bytes() == before

    @rule()
    def load(self):
        if self.saved is None:
            with pytest.raises(OSError):
                Conversation.load(self.file)
            return
        self.talk = Conversation.load(self.file, client=self.client)
        self.turns, self.used = list(self.saved[0]), self.saved[1]
        assert numbers(self.talk) == self.saved[1] and self.talk.max_history_tokens == self.bound

    # --- What must always hold ---

    @invariant()
    def nothing_is_lost_or_doubled(self):
        assert self.talk.messages == messages(self.turns)

    @invariant()
    def nothing_is_counted_back(self):
        now = numbers(self.talk)
        assert all(was <= is_now for was, is_now in zip(self.used, now, strict=True))
        self.used = now

    @invariant()
    def only_the_saved_file_is_left(self):
        assert [path.name for path in self.folder.iterdir()] == (["talk.json"] if self.saved else [])

    # --- Help ---

    def run(self, way, question, **params) -> str:
        reply = getattr(self.talk, way)(question, **params)
        return reply if isinstance(reply, str) else "".join(reply)

    def read(self, stream, pieces: int) -> None:
        """Read pieces of a stream; the one that reads the last piece keeps the turn, in the conversation of that time."""
        talk, question, rest, said = stream
        for _ in range(pieces):
            if rest.gi_frame is None:  # it has ended
                return
            said += next(rest, "")
            if rest.gi_frame is None and talk is self.talk:
                self.keep(question, "".join(said))

    def kept(self, question) -> list:
        """Return the turns that are not too long to go along with a question."""
        turns = list(self.turns)
        while self.bound and turns and count_messages([*messages(turns), {"role": "user", "content": question}]) > self.bound:
            del turns[0]
        return turns

    def keep(self, question, text) -> None:
        self.turns = [*self.kept(question), (question, text)]


def crash_halfway(error):
    """Let a file that is opened take half of what is written into it, then raise `error`."""
    opened = Path.open

    @contextmanager
    def open_one_that_breaks(path, *args, **kwargs):
        with opened(path, *args, **kwargs) as file:

            def write_half(content):
                file.write(content[: len(content) // 2])
                raise error

            yield mock.Mock(write=write_half)

    return mock.patch.object(Path, "open", open_one_that_breaks)


def messages(turns) -> list[dict]:
    roles = ("user", "assistant")
    return [{"role": role, "content": text} for turn in turns for role, text in zip(roles, turn, strict=True)]


def numbers(talk) -> tuple:
    return talk.input_tokens, talk.output_tokens, talk.cost


TestTalking = Talking.TestCase
TestTalking.settings = settings(max_examples=60, stateful_step_count=30)
