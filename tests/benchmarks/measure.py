"""Measuring: two things in turns, so that what else the machine does weighs on both alike."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter

Task = Callable[[], object]
#: A task is timed at once for so long at least, in seconds; the clock is too coarse for less.
_SHORTEST = 0.002


def ratio(task: Task, other: Task, turns: int) -> float:
    """Return how many times as long one task takes as another."""
    own, others = medians(task, other, turns)
    return own / others


def medians(task: Task, other: Task, turns: int) -> tuple[float, float]:
    """Return how long two tasks take, by the medians of some turns, in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    loops = [_loops(one) for one in (task, other)]
    for _ in range(turns):
        for one, count, found in zip((task, other), loops, times, strict=True):
            found.append(_timed(one, count))
    return median(times[0]), median(times[1])


def seconds(task: Task, turns: int) -> float:
    """Return how long a task takes, by the median of some turns."""
    count = _loops(task)
    return median(_timed(task, count) for _ in range(turns))


def _loops(task: Task) -> int:
    """Run a task once, and tell how often to run it so that the clock can see it."""
    task()
    return int(_SHORTEST / max(_timed(task, 1), 1e-9)) + 1


def _timed(task: Task, count: int) -> float:
    start = perf_counter()
    for _ in range(count):
        task()
    return (perf_counter() - start) / count


def peak_memory(task: Task) -> int:
    """Return the most bytes that a task holds at one time, beside what was there before."""
    task()
    tracemalloc.start()
    try:
        task()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def process(code: str) -> Task:
    """Make a task of some code, in a process of its own."""

    def run() -> None:
        subprocess.run([sys.executable, "-c", code], check=True)

    return run
