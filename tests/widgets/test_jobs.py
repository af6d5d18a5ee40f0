"""Work in the background, with threads and, as in a browser, without them."""

import asyncio
import time

import pytest
from waiting import PATIENCE, until

from widgets import jobs


class Kernel:
    """Stands in for a browser's kernel: it sees to what has come only while the work gives way to it."""

    def __init__(self, *, can_suspend=True):
        self.can_suspend, self.coming = can_suspend, []

    def suspend(self, seconds):
        if self.can_suspend and self.coming:
            self.coming.pop(0)()
        return self.can_suspend

    def run(self, begin):
        """Do what a click does, and afterwards what the click left to do."""

        async def click():
            begin()
            await asyncio.sleep(0)

        asyncio.run(click())


@pytest.fixture
def browser(monkeypatch):
    """Let jobs believe that they are in a browser, and return its kernel."""
    kernel = Kernel()
    monkeypatch.setattr(jobs, "IN_BROWSER", True)
    monkeypatch.setattr(jobs, "_suspend", kernel.suspend)
    return kernel


def counting(said):
    """Return work that counts until it is stopped, to 100 at most."""

    def work(job):
        for number in range(100):
            if job.stopped():
                return
            said.append(number)

    return work


def test_without_threads_the_work_begins_after_the_click_was_handled(browser):
    said = []

    def begin():
        jobs.Job(counting(said)).start()
        assert said == []

    browser.run(begin)
    assert len(said) == 100


def test_without_threads_a_click_on_stop_is_seen_between_two_pieces(browser):
    said, job = [], None

    def begin():
        nonlocal job
        job = jobs.Job(counting(said)).start()
        browser.coming = [lambda: None, lambda: None, job.stop]

    browser.run(begin)
    assert said == [0, 1] and job.wait(0)


def test_a_browser_that_cannot_suspend_does_the_work_in_one_go(browser):
    browser.can_suspend, said = False, []
    browser.run(lambda: jobs.Job(counting(said)).start())
    assert len(said) == 100


def test_work_that_fails_has_ended(browser):
    job = None

    def begin():
        nonlocal job
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        job = jobs.Job(lambda job: 1 / 0).start()

    browser.run(begin)
    assert job.wait(0)


def test_a_pause_ends_with_stop():
    begun = time.monotonic()
    job = jobs.Job(lambda job: job.pause(PATIENCE)).start()
    job.stop()
    until(lambda: job.wait(0), "the end of the pause")
    assert time.monotonic() - begun < PATIENCE / 2


def test_drawing_is_throttled_but_never_late_at_first(monkeypatch):
    now, drawn = [100.0], []
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    throttle = jobs.Throttle(lambda: drawn.append(now[0]), per_second=10)
    for _ in range(200):
        throttle()
        now[0] += 0.005
    assert drawn[0] == 100.0 and 9 <= len(drawn) <= 11
