"""A table gives its keys one by one, and complains of what is missing, wrong or left over: where, which key and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from facilitation.toml_table import FormatError, Table
from facilitation.vocabulary import Gate


def table(**raw: Any) -> Table:
    return Table(raw, "x.toml")


GRANTED: list[tuple[dict[str, Any], Callable[[Table], Any], Any]] = [
    ({"k": "text"}, lambda t: t.take("k", str), "text"),
    ({}, lambda t: t.take("k", str, "usual"), "usual"),
    ({"k": 1}, lambda t: t.whole("k", 1, 3), 1),
    ({"k": 3}, lambda t: t.whole("k", 1, 3), 3),
    ({}, lambda t: t.whole("k", 1, 3, 2), 2),
    ({"k": "hard"}, lambda t: t.word("k", Gate), Gate.HARD),
    ({"k": "hard"}, lambda t: t.word("k", Gate, Gate.SOFT), Gate.HARD),
    ({}, lambda t: t.word("k", Gate, Gate.SOFT), Gate.SOFT),
    ({"k": ["hard", "soft"]}, lambda t: t.words("k", Gate), [Gate.HARD, Gate.SOFT]),
    ({}, lambda t: t.words("k", Gate), []),
    ({"k": {"n": 1}}, lambda t: t.table("k").whole("n", 1, 1), 1),
    ({}, lambda t: t.table("k").rest, {}),
    ({"k": [0.25, 0.5, 600]}, lambda t: t.minutes("k"), (15_000, 30_000, 36_000_000)),
    ({"k": [0, 0, 0]}, lambda t: t.minutes("k"), (0, 0, 0)),
    (
        {"k": {"en": "a", "fr": "b", "de": "x" * 200}},
        lambda t: t.text("k"),
        {"en": "a", "fr": "b", "de": "x" * 200},
    ),
    ({}, lambda t: t.text("k"), {}),
    ({"k": [{"en": "a"}, {"en": "b"}]}, lambda t: t.texts("k"), ({"en": "a"}, {"en": "b"})),
    ({}, lambda t: t.texts("k"), ()),
]


@pytest.mark.parametrize(("raw", "take", "value"), GRANTED, ids=range(len(GRANTED)))
def test_what_is_right_is_given_and_no_longer_there(
    raw: dict[str, Any], take: Callable[[Table], Any], value: Any
) -> None:
    t = table(**raw)
    assert take(t) == value
    t.nothing_left()


MISTAKES: list[tuple[dict[str, Any], Callable[[Table], Any], str]] = [
    ({}, lambda t: t.take("k", str), "missing"),
    ({"k": 7}, lambda t: t.take("k", str), "expected a text in quotes, found 7"),
    ({"k": True}, lambda t: t.take("k", int), "expected a whole number, found True"),
    ({"k": 1.5}, lambda t: t.take("k", int), "expected a whole number, found 1.5"),
    ({"k": 1}, lambda t: t.take("k", bool), "expected true or false, found 1"),
    ({"k": 0}, lambda t: t.whole("k", 1, 3), "0 is not between 1 and 3"),
    ({"k": 4}, lambda t: t.whole("k", 1, 3), "4 is not between 1 and 3"),
    ({"k": "ajar"}, lambda t: t.word("k", Gate), "'ajar' is none of hard, soft"),
    ({"k": 1}, lambda t: t.word("k", Gate, Gate.SOFT), "expected a text in quotes, found 1"),
    ({"k": ["hard", "ajar"]}, lambda t: t.words("k", Gate), "'ajar' is none of hard, soft"),
    ({"k": [1]}, lambda t: t.words("k", Gate), "1 is none of hard, soft"),
    ({"k": [[]]}, lambda t: t.words("k", Gate), "[] is none of hard, soft"),
    ({"k": 60}, lambda t: t.table("k"), "expected a table, found 60"),
    ({"k": [0, 5]}, lambda t: t.minutes("k"), "expected [min, typical, max] in minutes, found [0, 5]"),
    (
        {"k": [0, "5", 9]},
        lambda t: t.minutes("k"),
        "expected [min, typical, max] in minutes, found [0, '5', 9]",
    ),
    (
        {"k": [0, True, 9]},
        lambda t: t.minutes("k"),
        "expected [min, typical, max] in minutes, found [0, True, 9]",
    ),
    (
        {"k": [0, 5, 601]},
        lambda t: t.minutes("k"),
        "expected [min, typical, max] in minutes, found [0, 5, 601]",
    ),
    (
        {"k": [-1, 5, 9]},
        lambda t: t.minutes("k"),
        "expected [min, typical, max] in minutes, found [-1, 5, 9]",
    ),
    (
        {"k": [0, float("nan"), 9]},
        lambda t: t.minutes("k"),
        "expected [min, typical, max] in minutes, found [0, nan, 9]",
    ),
    ({"k": [0, 5, 4]}, lambda t: t.minutes("k"), "min, typical, max must not decrease: [0, 5, 4]"),
    ({"k": [6, 5, 9]}, lambda t: t.minutes("k"), "min, typical, max must not decrease: [6, 5, 9]"),
    ({"k": ["a"]}, lambda t: t.texts("k"), "expected { en = \"...\" }, found 'a'"),
    ({"k": {"it": "a"}}, lambda t: t.text("k"), "'it' is none of en, fr, de"),
    ({"k": {"en": 1}}, lambda t: t.text("k"), "en: a text of 1 to 200 characters is needed"),
    ({"k": {"en": ""}}, lambda t: t.text("k"), "en: a text of 1 to 200 characters is needed"),
    ({"k": {"en": "x" * 201}}, lambda t: t.text("k"), "en: a text of 1 to 200 characters is needed"),
    ({"k": {"fr": "a"}}, lambda t: t.text("k"), "the English text (en) is missing"),
    ({"k": 1}, Table.nothing_left, "unknown key"),
]


@pytest.mark.parametrize(("raw", "take", "why"), MISTAKES, ids=[why for *_, why in MISTAKES])
def test_a_mistake_is_told_with_where_and_which(
    raw: dict[str, Any], take: Callable[[Table], Any], why: str
) -> None:
    with pytest.raises(FormatError) as told:
        take(table(**raw))
    assert str(told.value) == f"x.toml: k: {why}"


def test_of_several_unknown_keys_the_first_is_told() -> None:
    with pytest.raises(FormatError, match=r"^x.toml: a: unknown key$"):
        table(b=1, a=2).nothing_left()


def test_a_table_in_a_table_is_told_by_its_place() -> None:
    with pytest.raises(FormatError, match=r"^x.toml: outer: inner: missing$"):
        table(outer={}).table("outer").take("inner", str)
