"""Reads a format from TOML and refuses one that cannot be held. Every error names file, phase and key.

Imports nothing but the standard library; reading the file is the caller's business (`parse` takes text).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from facilitation.format import Again, Circles, Format, Grace, Phase, RoundRule, TurnRule
from facilitation.soundness import INNER_MOST, SEATS_MOST, check
from facilitation.toml_table import Faults, FormatError, Table
from facilitation.vocabulary import (
    AtLimit,
    ChosenBy,
    Floor,
    Gate,
    Heard,
    Latecomers,
    PhaseKind,
    Role,
    RoundOrder,
    Stance,
    Title,
    Within,
)


def parse(text: str, file: str) -> Format:
    """The format written in `text`, which can be held. `file` is only named in errors. Raises FormatError."""
    form = read(text, file)
    check(form, file)
    return form


def read(text: str, file: str) -> Format:
    """The same of a text that has been checked when its session was opened: a check that is made stricter later shuts
    nobody's session. Raises FormatError."""
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))  # some editors put it before the first letter
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{file}: not valid TOML: {error}") from None
    except RecursionError:
        raise FormatError(f"{file}: not readable: it is nested too deeply") from None
    top = Table(table, file)
    raw = top.take("phases", list, [])
    if not raw or not all(isinstance(phase, dict) for phase in raw):
        raise FormatError(f"{file}: phases: at least one [[phases]] table is needed")
    faults, phases = Faults(), []
    for number, phase in enumerate(raw, 1):
        with faults:
            phases.append(_phase(phase, file, number))
    with faults:
        form = _whole(top, tuple(phases))
    faults.tell()
    return form


def _whole(top: Table, phases: tuple[Phase, ...]) -> Format:
    members = top.table("members")
    result = Format(
        key=top.take("key", str),
        version=top.whole("version", 1, 10_000),
        name=top.text("name"),
        members_min=members.whole("min", 1, 100),
        members_max=members.whole("max", 1, 100),
        seats=top.whole("seats", 2, SEATS_MOST),
        circles=_circles(top),
        roles=frozenset(top.words("roles", Role)) or frozenset(Role),
        titles=_titles(top),
        latecomers=top.word("latecomers", Latecomers, Latecomers.LEADER),
        grace=_grace(top.table("grace")),
        phases=phases,
    )
    members.nothing_left()
    top.nothing_left()
    return result


def _phase(raw: Mapping[str, Any], file: str, number: int) -> Phase:
    t = Table(raw, f"{file}: phase {raw.get('key', number)!r}")
    low, typical, high = t.minutes("minutes")
    phase = Phase(
        key=t.take("key", str),
        kind=t.word("kind", PhaseKind),
        min_ms=low,
        typical_ms=typical,
        max_ms=high,
        floor=t.word("floor", Floor),
        gate=t.word("gate", Gate),
        stance=t.word("stance", Stance, Stance.IN_CIRCLE),
        heard=t.word("heard", Heard, Heard.CIRCLE),
        optional=t.take("optional", bool, False),
        offers=t.take("offers", bool, False),
        chosen_by=t.word("chosen_by", ChosenBy, ChosenBy.LEADERS),
        accept=t.take("accept", bool, False),
        casting=t.take("casting", bool, False),
        within=t.word("within", Within, Within.CIRCLE),
        turn=_turn(t.table("turn")),
        round=_round(t.table("round")),
        at_limit=t.word("at_limit", AtLimit, AtLimit.INFORM),
        again=_again(t.table("again")) if "again" in t.rest else None,
        name=t.text("name"),
        prompts=t.texts("prompts"),
    )
    t.nothing_left()
    return phase


def _turn(t: Table) -> TurnRule:
    limit = t.whole("limit_seconds", 1, 3600) * 1000 if "limit_seconds" in t.rest else None
    rule = TurnRule(limit, t.word("at_limit", AtLimit, AtLimit.INFORM))
    t.nothing_left()
    return rule


def _round(t: Table) -> RoundRule:
    rule = RoundRule(t.word("order", RoundOrder, RoundOrder.SEATS), t.take("presenter_answers", bool, False))
    t.nothing_left()
    return rule


def _again(t: Table) -> Again:
    to, most = t.take("to", str), t.whole("most", 2, 20)
    again = Again(to, most, t.whole("typical", 1, most, 1))
    t.nothing_left()
    return again


def _circles(top: Table) -> Circles | None:
    if "circles" not in top.rest:
        return None
    t = top.table("circles")
    circles = Circles(
        t.whole("inner_min", 1, INNER_MOST),
        t.whole("inner_max", 1, INNER_MOST),
        t.whole("outer_max", 1, SEATS_MOST),
    )
    t.nothing_left()
    return circles


def _titles(top: Table) -> dict[Role, Title]:
    t = top.table("titles")
    titles = {role: t.word(role, Title) for role in Role if role in t.rest}
    t.nothing_left()
    return titles


def _grace(t: Table) -> Grace:
    usual = Grace()

    def ms(key: str, usual_ms: int, least: int = 1) -> int:
        return t.whole(f"{key}_seconds", least, 3600, usual_ms // 1000) * 1000

    grace = Grace(
        leader_ms=ms("leader", usual.leader_ms),
        speaker_ms=ms("speaker", usual.speaker_ms, 0),
        presenter_ms=ms("presenter", usual.presenter_ms),
        alone_ms=ms("alone", usual.alone_ms),
        recall_ms=ms("recall", usual.recall_ms),
    )
    t.nothing_left()
    return grace
