"""The operator's questions: what is wrong with a file is said by file, question and key; and what their sums tell."""

from __future__ import annotations

import pytest

from facilitation.toml_table import LANGUAGES, FormatError
from server.feedback import LEAST, Kind, load, parse, sums
from server.feedback.commands import EXAMPLE
from server.feedback.instrument import SCALE
from server.store import Count

OURS = load(EXAMPLE)
SMALL = """
key = "small"
version = 2
name = { en = "Small" }
[[questions]]
key = "pace"
kind = "choice"
text = { en = "Pace?" }
choices = { slow = { en = "slow" }, fast = { en = "fast" } }
"""


def test_ours_has_each_kind_in_every_language() -> None:
    assert {one.kind for one in OURS.questions} == set(Kind)
    assert OURS.id == "after_the_meeting 1"
    texts = [OURS.name, OURS.intro, *(one.text for one in OURS.questions)]
    texts += [word for one in OURS.questions for word in one.answers.values() if word]
    assert [text for text in texts if text.keys() != set(LANGUAGES)] == []
    scale = next(one for one in OURS.questions if one.kind is Kind.SCALE)
    assert tuple(scale.answers) == SCALE and [bool(word) for word in scale.answers.values()] == [
        True,
        *[False] * 3,
        True,
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('key = "small"', "", "own.toml: key: missing"),
        ('key = "small"', 'key = "S M"', "own.toml: key: small letters"),
        ("version = 2", "version = 0", "own.toml: version: 0 is not between"),
        ('{ en = "Small" }', '{ fr = "Petit" }', "own.toml: name: the English text (en) is missing"),
        ("[[questions]]", "[[asked]]", "own.toml: questions: 1 to 20"),
        ('kind = "choice"', 'kind = "text"', "own.toml: question pace: kind: 'text' is none of scale, choice, yes_no"),
        ('kind = "choice"', 'kind = "scale"', "own.toml: question pace: low: missing"),
        ('kind = "choice"', 'kind = "yes_no"', "own.toml: question pace: choices: unknown key"),
        (', fast = { en = "fast" }', "", "own.toml: question pace: choices: 2 to 10 are needed"),
        ("slow = {", "SLOW = {", "own.toml: question pace: choices: SLOW: small letters"),
        ('{ en = "slow" }', '"slow"', "own.toml: question pace: choices: slow: expected"),
        ('text = { en = "Pace?" }', "", "own.toml: question pace: text: missing"),
        ('key = "pace"', "", "own.toml: question 1: key: missing"),
        ("version = 2", "version = 2\ncolour = 1", "own.toml: colour: unknown key"),
        ("[[questions]]", "[[questions", "own.toml: not valid TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_question_and_key(was: str, becomes: str, said: str) -> None:
    assert parse(SMALL, "own.toml").id == "small 2"
    assert was in SMALL
    with pytest.raises(FormatError) as error:
        parse(SMALL.replace(was, becomes, 1), "own.toml")
    assert str(error.value).startswith(said)


def test_a_question_that_is_there_twice_is_refused() -> None:
    twice = SMALL + SMALL[SMALL.index("[[") :]
    with pytest.raises(FormatError, match="'pace' is there twice"):
        parse(twice, "own.toml")


def counted(*months: tuple[str, int, int], instrument: str = "small 2") -> list[Count]:
    return [
        Count(instrument, month, "pace", answer, times)
        for month, slow, fast in months
        for answer, times in (("slow", slow), ("fast", fast))
        if times
    ]


def test_few_are_told_with_the_next_months_and_the_month_that_goes_on_is_not_told() -> None:
    small = parse(SMALL, "own.toml")
    counts = counted(
        ("2026-08", 1, 2), ("2026-09", 0, 2), ("2026-10", 6, 0), ("2026-11", 4, 0), ("2026-12", 9, 9)
    )
    assert [(one.first, one.last, dict(one.answers)) for one in sums(small, counts, "2026-12")] == [
        ("2026-08", "2026-09", {"slow": 1, "fast": 4}), ("2026-10", "2026-10", {"slow": 6, "fast": 0}),
    ]  # fmt: skip
    assert sums(small, counted(("2026-10", LEAST - 1, 0)), "2026-12") == []
    assert sums(small, counted(("2026-10", LEAST, 0), instrument="small 1"), "2026-12") == [], (
        "other questions"
    )
