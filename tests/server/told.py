"""Who was told what: every message that comes to a page, noted under the role that its person has just then.

A row is a key of a message, with its place in it: `view.seats.*.link`, where `*` is a seat, a part or a language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import aiohttp

from tests.server.visitor import Visitor

ROLES = {
    "leader": "lead", "co-leader": "co-l", "presenter": "pres", "pushed back": "back", "private room": "priv",
    "early": "erly", "member": "memb", "outer circle": "outr", "a scene's watcher": "wtch", "observer": "obsv",
    "waiting": "wait", "left": "left", "removed": "rmvd",
}  # fmt: skip
EVENTS = ("snapshot", "news", "people", "slots", "facts", "desk", "replaced", "draining", "media_lost")
LANGUAGES = {"en", "fr", "de"}
Cells = dict[str, set[str]]
"""Role → what stands there."""


class Told:
    """The table, as it fills."""

    def __init__(self) -> None:
        self.rows: dict[str, Cells] = {}

    def note(self, role: str, row: str, cell: str) -> None:
        self.rows.setdefault(row, {}).setdefault(role, set()).add(cell)

    def message(self, role: str, event: str, message: Any) -> None:
        """What changes of a view is written down as that of the view."""
        self.note(role, event, "x")
        for row, _, _ in keys(message, event):
            self.note(role, row.replace("news.changes.", "snapshot.view."), "x")

    def moment(self, snapshots: dict[str, Any]) -> None:
        """Role → a snapshot, all of one moment: is it what the leader is told?"""
        leaders = values(snapshots["leader"])
        for role, snapshot in snapshots.items():
            for row, told in values(snapshot).items():
                if row != "snapshot.now":  # it goes on
                    self.note(role, row, "=" if told == leaders.get(row) else "<")

    def roles_of(self, row: str) -> set[str]:
        return set(self.rows[row])

    def lines(self, part: str) -> list[str]:
        """The rows that begin so, in the order of the alphabet."""
        chosen = sorted(row for row in self.rows if row.startswith(part))
        widest = max(map(len, chosen))
        head = f"{'':{widest}}  " + " ".join(f"{short:>4}" for short in ROLES.values())
        return [head.rstrip(), *(self._line(row, widest) for row in chosen)]

    def _line(self, row: str, widest: int) -> str:
        cells = self.rows[row]
        return f"{row:{widest}}  " + " ".join(f"{_cell(cells.get(role, set())):>4}" for role in ROLES)


def _cell(found: set[str]) -> str:
    if not found:
        return "·"
    for mark in ("<", "=", "x"):
        if mark in found:
            return mark
    return "/".join(sorted(found))


def keys(value: Any, row: str, place: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every named key in it: its row, its exact place, what stands there."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from keys(one, f"{row}[]", f"{place}[{number}]")
    elif isinstance(value, dict):
        for key, one in value.items():
            if key.isdigit() or key in LANGUAGES:
                yield from keys(one, f"{row}.*", f"{place}.{key}")
            else:
                yield f"{row}.{key}", f"{place}.{key}", one
                yield from keys(one, f"{row}.{key}", f"{place}.{key}")


def values(snapshot: Any) -> dict[str, list[tuple[str, str]]]:
    """Row → what stands in it, wherever it stands."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row, place, value in keys(snapshot, "snapshot"):
        found.setdefault(row, []).append((place, json.dumps(value, sort_keys=True)))
    return found


class Witness(Visitor):
    """A visitor whose every message is noted."""

    def __init__(self, told: Told, url: str, link: str) -> None:
        super().__init__(url, link)
        self.told = told
        self.you: dict[str, Any] = {}
        self.has_facts = False

    async def open(self) -> None:
        await super().open()
        for event in EVENTS:
            self._socket.on(event, self._noting(event, self._socket.handlers["/"].get(event)))
        self._socket.on("there", lambda _: self.told.message(self.role, "there", {}))

    def _noting(self, event: str, then: Any) -> Any:
        async def come(message: dict[str, Any]) -> None:
            if event == "snapshot":
                self.you = message["you"]
            if event in ("snapshot", "news", "slots", "people", "desk"):
                await then(message)
            elif event == "replaced":
                then(message)
            self.told.message(self.role, event, message)
            if event == "facts":
                self.has_facts = True
                self._told.set()

        return come

    async def hello(self) -> dict[str, Any]:
        answer = await super().hello()
        if answer["ok"]:
            await self.shown(answer["snapshot"])
        return answer

    async def shown(self, snapshot: dict[str, Any]) -> None:
        self.you = snapshot["you"]
        await self._on_snapshot(snapshot)
        self.told.message(self.role, "snapshot", snapshot)

    async def send(self, path: str, fields: dict[str, str]) -> int:
        """A page's form; the status."""
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), headers=self._headers()) as http,
            http.post(self.url + path, data=fields, allow_redirects=False) as answer,
        ):
            return answer.status

    async def sees_facts(self) -> None:
        """Waits for the next ones."""
        self.has_facts = False
        while not self.has_facts:
            self._told.clear()
            await self._told.wait()

    @property
    def role(self) -> str:
        """Of the table, as this person's own page tells it."""
        if self.you["standing"] != "seated":
            return str(self.you["standing"])
        if (
            self.view.get("phase") is None
            and self.view.get("lead") is None
            and self.view["stage"] == "gathering"
        ):
            return "early"
        if self.you["role"] != "member":
            return str(self.you["role"]).replace("co_leader", "co-leader")
        case, own = self.view["case"], self.view["seats"][str(self.seat)]
        if "private" in self.view:
            return "private room"
        if case["presenter"] == self.seat:
            return "presenter" if case["stance"] == "in_circle" else "pushed back"
        if own.get("circle") == "outer":
            return "outer circle"
        scene = self.view["scene"]
        watches = scene is not None and scene["cast"] and str(self.seat) not in scene["cast"]
        return "a scene's watcher" if watches else "member"
