"""The page of one format: who hears and sees whom, phase by phase, as a text for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from facilitation import commands as c
from facilitation.format import Format
from facilitation.vocabulary import Floor, Heard, Role, Stance, Within
from tests.facilitation.circle import Meeting
from tests.facilitation.reach_groups import title
from tests.facilitation.reach_moments import MOMENTS
from tests.facilitation.reach_steps import again, hiding, phase_by_phase
from tests.facilitation.reach_table import COLUMNS, Table

WIDTH = 118
HIDDEN = "were the format to hide the presenter"
FLOORS = {
    Floor.OPEN: "open",
    Floor.QUEUE: "raised hands",
    Floor.ROUND: "a round",
    Floor.PRESENTER: "the presenter's",
    Floor.ASKER_AND_PRESENTER: "whoever asks, and the presenter",
    Floor.LEADERS: "the leaders'",
    Floor.SILENT: "nobody's",
}
STANCES = {
    Stance.IN_CIRCLE: "in the circle",
    Stance.BACK_VISIBLE: "back, visible",
    Stance.BACK_HIDDEN: "back, hidden",
}
HEARD = {
    Heard.CIRCLE: "the circle",
    Heard.OUTER: "one of the outer circle",
    Heard.CAST: "the cast, a double",
}
LEGEND = """\
Written by the engine, which plays the format with a leader, a co-leader, a presenter, members and an observer, while
somebody waits, one was removed and one left. Under each phase: who hears and sees whom as it begins; then what may
happen in it (>), and who hears and sees whom then. "As in" another phase: what may happen changes the same as there.

"Everyone" is all who sit in the meeting. Nobody hears or sees themselves, so they are not meant where they are named.
The presenter and the observer are always named apart from their circle. Gate soft: microphones stay open, the room
shows whose floor it is. Gate hard: the others are not heard. The presenter back: pushed back, at the circle's edge.
No leader for a minute: push back and the gates are suspended until one returns."""


@dataclass(frozen=True)
class Then:
    meeting: Meeting

    @cached_property
    def table(self) -> Table:
        return Table(self.meeting.state)


@dataclass(frozen=True)
class Scene:
    """A phase as it begins, and by title what may happen in it."""

    key: str
    begins: Then
    happens: dict[str, Then]


def scenes(form: Format) -> Iterator[Scene]:
    hidden = {_key(meeting): meeting for meeting in phase_by_phase(hiding(form))}
    names = {"LEADER": title(form, Role.LEADER), "CO_LEADER": title(form, Role.CO_LEADER)}
    for meeting in phase_by_phase(form):
        happens = {m.title.format(**names): Then(then) for m in MOMENTS if (then := m.of(meeting))}
        if meeting.state.stance is Stance.BACK_VISIBLE:
            happens[HIDDEN] = Then(hidden[_key(meeting)])
        yield Scene(_key(meeting), Then(meeting), happens)
    ended = again(meeting)
    ended.ask(c.End())
    yield Scene("ended", Then(ended), {})


def _key(meeting: Meeting) -> str:
    return meeting.state.phase.key if meeting.state.phase else "before the beginning"


@dataclass(frozen=True)
class Written:
    """What is said of a phase: its table, and by title what something changes in it."""

    key: str
    heading: str
    table: Table
    changes: dict[str, str]


def page(form: Format, played: Iterable[Scene]) -> str:
    phases = [_written(scene) for scene in played]
    titles = dict.fromkeys(name for phase in phases for name in phase.changes)
    never = [name for name in titles if not any(phase.changes.get(name) for phase in phases)]
    lines = [f"{form.name['en']}: who hears and sees whom (format {form.key})", "", *LEGEND.splitlines()]
    for number, phase in enumerate(phases):
        lines += ["", phase.heading, *_drawn(phase, phases[:number], never)]
    lines += ["", "NEVER, in any of these phases, is anything changed by this:"]
    lines += _wrapped("; ".join(never), "  ", "  ")
    return "\n".join(lines) + "\n"


def _written(scene: Scene) -> Written:
    begins = scene.begins.table
    changes = {name: _change(begins, then.table) for name, then in scene.happens.items()}
    return Written(scene.key, _heading(scene), begins, changes)


def _heading(scene: Scene) -> str:
    state, phase = scene.begins.meeting.state, scene.begins.meeting.state.phase
    if phase is None or scene.key == "ended":
        return scene.key.upper()
    said = [scene.key.upper(), f"floor: {FLOORS[state.floor]}", f"gate: {state.gate}"]
    if phase.within is Within.LEADERS:
        return "   ".join([*said, "heard: the leaders, in a room of theirs"])
    inner = state.format.circles is not None and phase.heard is Heard.CIRCLE
    presenter = "none yet" if state.presenter is None else STANCES[state.stance]
    heard = "the inner circle" if inner else HEARD[phase.heard]
    return "   ".join([*said, f"presenter: {presenter}", f"heard: {heard}"])


def _change(before: Table, after: Table) -> str:
    """Who hears and sees whom where either is otherwise than before."""
    said: dict[tuple[str, str], list[str]] = {}
    for column, verb in (("heard by", "hear"), ("seen by", "see")):
        if before.relations[column] != after.relations[column]:
            for pair in after.by_audience(column):
                said.setdefault(pair, []).append(verb)
    return "; ".join(_sentence(after, *pair, verbs) for pair, verbs in said.items())


def _sentence(table: Table, audience: str, people: str, verbs: list[str]) -> str:
    one = audience in ("everyone", "nobody") or len(table.words.meaning(audience)) == 1
    does = (" or " if audience == "nobody" else " and ").join(f"{verb}s" if one else verb for verb in verbs)
    return f"{audience} {does} {'each other' if audience == people else people}"


def _drawn(phase: Written, earlier: list[Written], never: list[str]) -> list[str]:
    """In full, or as an earlier phase and how it differs from that."""
    same = [other for other in earlier if other.table.text == phase.table.text]
    changes = {name: change for name, change in phase.changes.items() if name not in never}
    if not same:
        return [*_rows(phase.table), *_happenings(changes)]
    like = max(same, key=lambda other: sum(other.changes.get(name) == changes[name] for name in changes))
    rest = {name: change for name, change in changes.items() if like.changes.get(name) != change}
    return [f"  as in {like.key}{', but for:' if rest else ''}", *_happenings(rest)]


def _happenings(changes: dict[str, str]) -> list[str]:
    """What changes nothing comes last."""
    titles: dict[str, list[str]] = {}
    for name, change in changes.items():
        titles.setdefault(change or "nothing changes", []).append(name)
    nothing = titles.pop("nothing changes", [])
    lines = [
        line
        for change, names in titles.items()
        for line in _wrapped(f"{'; '.join(names)}: {change}", "  > ", "      ")
    ]
    return lines + (_wrapped(f"{'; '.join(nothing)}: nothing changes", "  > ", "      ") if nothing else [])


def _rows(table: Table) -> list[str]:
    rows = [("", *COLUMNS), *table.text]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
