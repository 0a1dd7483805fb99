"""The sums of what was answered, where there are enough to hide each.

A month is told once it is over: whoever looked before and after an answer would know it. Months with few answers are
told together, and what is never enough is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from server.feedback.instrument import Instrument
from server.store import Count

LEAST = 5
"""Answers to a question that are told together."""


class Sums(NamedTuple):
    """Of one question: how often each answer was given from the first to the last of these months."""

    question: str
    first: str
    last: str
    answers: Mapping[str, int]


def sums(instrument: Instrument, counts: Iterable[Count], now: str) -> list[Sums]:
    """In the order of the questions, then of the months. `now` is the month that is not over, such as 2026-11."""
    by_month: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for one in counts:
        if one.instrument == instrument.id and one.month < now:
            by_month[one.question][one.month][one.answer] = one.times
    return [
        told
        for question in instrument.questions
        for told in _told(question.key, tuple(question.answers), by_month[question.key])
    ]


def _told(question: str, answers: tuple[str, ...], months: Mapping[str, Mapping[str, int]]) -> Iterator[Sums]:
    first, pooled = "", dict.fromkeys(answers, 0)
    for month in sorted(months):
        first = first or month
        pooled = {answer: times + months[month].get(answer, 0) for answer, times in pooled.items()}
        if sum(pooled.values()) >= LEAST:
            yield Sums(question, first, month, pooled)
            first, pooled = "", dict.fromkeys(answers, 0)
