"""The role table: what each role's browser receives, of every page, message and event. tests/golden/role_table.txt.

Whole meetings over real sockets fill it, so nothing stands in it that nobody was sent, and nothing comes that does not
stand in it. UPDATE_GOLDEN=1 writes it anew; look at the difference before you keep it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, get_args

import pytest

from facilitation import commands as c
from facilitation.audience import Audience, live_views, renewed
from facilitation.events import Event
from facilitation.evolution import evolve
from facilitation.state import SessionState
from facilitation.vocabulary import Keeping, SeatId
from server import house as houses
from server.app import Server
from server.formats import find
from server.groups import open_meeting
from server.opening import open_session
from server.settings import Settings
from server.store import Listed, Terms
from tests.facilitation.every_event import meetings
from tests.golden_file import is_as_kept
from tests.server.test_early import opened
from tests.server.told import EVENTS, ROLES, Told, Witness
from tests.server.visitor import Visitor

NEVER_HERE = {"media_lost"}
"""Comes to everyone who has a page, when a media worker dies: tests/server/test_media_workers.py."""
LEADERS_ALONE = {
    "desk", "desk.open", "snapshot.desk", "facts.links", "facts.unspoken", "people.earlier",
    "people.awaited", "people.declined", "snapshot.earlier", "snapshot.awaited", "snapshot.declined",
    "people.uninvited", "snapshot.uninvited",
    "snapshot.notes", "snapshot.view.again", "snapshot.view.back_to", "snapshot.view.hint", "snapshot.view.leads",
    "snapshot.view.marks", "snapshot.view.named", "snapshot.view.past", "snapshot.view.paused_since",
    "snapshot.view.presented",
    "snapshot.view.presenter_overdue", "snapshot.view.quorum", "snapshot.view.undo", "snapshot.view.whispering",
    "snapshot.view.phase.limit_reached", "snapshot.view.phase.extend_ms", "snapshot.view.turn.began_at",
    "snapshot.view.turn.ends_at", "snapshot.view.plan[].prompts", "snapshot.view.plan[].again",
    "snapshot.view.seats.*.free_at",
    "snapshot.view.plan[].typical_ms", "snapshot.view.plan[].needs_presenter", "snapshot.view.plan[].within", "there",
}  # fmt: skip
"""Written down by hand: a table written anew must not take one of these from them."""
LEADING = {"leader", "co-leader"}
HEAD = """\
What each role's browser receives. Written by tests/server/test_role_table.py, from whole meetings over real sockets.

=   the same as the leader is told at that moment        x   it comes
<   less of it, coarser, or of oneself                   ·   it never comes

draining and media_lost, which say nothing, come to every page.

"""
NONE = "0" * 16
"""What is nowhere: a role in a room opens no page of it."""
REQUESTS: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/room", None), ("GET", "/record", None), ("GET", "/record.json", None), ("GET", "/records", None),
    ("GET", f"/records/{NONE}", None), ("GET", "/records/mine", None), ("GET", "/records/mine/off", None),
    ("GET", "/records/shared", None), ("GET", "/groups", None), ("GET", "/groups/new", None),
    ("GET", "/passkeys", None),
    ("GET", f"/groups/{NONE}", None), ("GET", f"/groups/{NONE}/meetings/{NONE}", None),
    ("GET", f"/groups/{NONE}/meetings/{NONE}/cancel", None),
    ("GET", f"/groups/{NONE}/remove", None), ("GET", f"/groups/{NONE}/links", None),
    ("GET", f"/groups/{NONE}/series", None),
    ("GET", "/certificate", None), ("GET", f"/certificate/{NONE}", None), ("GET", "/certificate/verify", None),
    ("GET", "/feedback", None), ("GET", "/feedback/thanks", None), ("GET", "/feedback/results", None),
    ("GET", "/hours", None), ("GET", "/hours.csv", None), ("GET", "/hours/forget", None), ("GET", "/mine", None),
    ("GET", "/admin", None), ("GET", f"/admin/leaders/{NONE}", None), ("POST", "/api/media", {"offer": "none"}),
    ("POST", "/api/media/restart", {"connection": "none", "ufrag": "none"}),
    ("POST", "/api/plate", {"part": 1, "text": "a mother"}),
    ("POST", "/api/rename", {"seat": 3, "name": "Ann"}),
    ("GET", "/desk", None), ("GET", "/desk/open", None), ("POST", "/api/desk", {}), ("POST", "/api/desk/close", {}),
    ("POST", "/record/agree", {"agrees": "yes"}), ("POST", "/record/keep", {"keeps": "yes"}),
    ("POST", "/records/mine/shares", {"days": "7"}), ("POST", "/records/mine/off", {"record": NONE}),
    ("POST", f"/groups/{NONE}/shares", {"days": "7"}), ("POST", f"/groups/{NONE}/series", {"count": "3"}),
)  # fmt: skip

FOR_ANYBODY = {
    "/", "/join", "/shared", "/sign-in", "/sign-in/sent", "/sign-in/open", "/healthz", "/readyz", "/socket.io/",
    f"/static/{NONE}",
}  # fmt: skip
"""What asks for no place in a room and is the same for each; and the socket, of which the rest of the table is."""


class Company:
    """The people of one meeting, by their names; the first one leads."""

    def __init__(self, server: Server, told: Told) -> None:
        self.server, self.told = server, told
        self.by_name: dict[str, Witness] = {}
        self._asked: set[tuple[str, str]] = set()

    async def come(self, name: str, link: str) -> Witness:
        witness = self.by_name[name] = Witness(self.told, self.server.url, link)
        await witness.enter(name)
        await witness.connect()
        return witness

    def __getattr__(self, name: str) -> Witness:
        return self.by_name[name]

    async def admit(self, *names: str) -> None:
        for name in names:
            await self.lea.do("admit", seat=self.by_name[name].seat)

    @property
    def entry(self) -> int:
        return int(self.lea.view["phase"]["entry"])

    async def advance(self, to: str | None = None) -> None:
        entry = self.entry
        await self.lea.do("advance", about=entry, **({"to": to} if to else {}))
        await self.lea.enters(entry + 1)

    async def moment(self) -> None:
        """Every page is loaded anew, and one of each role is told facts: what is each told of the same state?"""
        by_role: dict[str, Witness] = {}
        snapshots: dict[str, Any] = {}
        for witness in self.by_name.values():
            answer = await witness.hello()
            # Asked only now: what makes somebody the presenter may have been on its way to their page before.
            if by_role.setdefault(witness.role, witness) is witness and answer["ok"]:
                snapshots[witness.role] = answer["snapshot"]  # whoever was removed is told nothing any more
        self.told.moment(snapshots)
        for role, witness in by_role.items():
            if role not in self.told.rows.get("facts", {}):
                await witness.sees_facts()

    async def requests(self, when: str = "") -> None:
        """What the server answers each role that asks for what it may not, too. Once for each role."""
        for witness in self.by_name.values():
            role = witness.role
            for method, path, body in REQUESTS:
                row = f"{method} {path}{when}"
                if (row, role) in self._asked:
                    continue
                self._asked.add((row, role))
                if method == "GET":
                    status, page = await witness.get(path, follows=False)
                    self._boot(witness, path, page)
                elif path.startswith("/api/"):
                    status, _ = await witness.post(path, body)
                else:
                    status = await witness.send(path, body)
                self.told.note(role, row, str(status))

    def _boot(self, witness: Witness, path: str, page: str) -> None:
        found = re.search(r'id="boot">(.*?)</script>', page, re.DOTALL)
        if found is not None:
            boot = json.loads(found.group(1))
            self.told.message(witness.role, "snapshot", boot.pop("snapshot"))
            for key in boot:
                self.told.note(witness.role, f"GET {path}, boot.{key}", "x")

    async def close(self) -> None:
        for witness in self.by_name.values():
            await witness.close()


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    monkeypatch.setattr(houses, "EVERY_S", 0.05)
    monkeypatch.setattr("server.facts.watch.ANYWAY_MS", 0)
    settings = Settings(
        data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"],
        turn_host="turn.example.org", turn_secret="5ecret" * 8,  # type: ignore[arg-type]
        certificates_months=0,  # whether somebody was there for half a minute is the computer's speed here
    )  # fmt: skip
    server = Server(settings)
    await server.start()
    yield server
    await server.stop()


async def classic(server: Server, told: Told) -> Company:
    """A group's second meeting, of which something is kept together; a case with all that may happen in it."""
    store, form = server.house.store, find("classic").text
    names = ("Lea", "Carl", "Ann", "Ben", "Cat", "Dan", "Wim", "Zoe")
    roles = ("leader", "co_leader", *["member"] * 6)
    await store.add_group(
        "Tuesdays", "classic", tuple(map(Listed, roles, names)), Terms(telephone="+1 555 0100")
    )
    (group,) = await store.groups()
    invited = await open_meeting(store, group, form, server.url, keeping=Keeping.AGGREGATE, together=True)
    company = Company(server, told)
    for one in invited[:-1]:
        await company.come(one.name.lower(), one.link)
    (row,) = await store.sessions()
    await store.invite("observes", row.session, "observer", 1, time.time() + 60)
    await company.come("obi", "#observes")
    await company.moment()
    await company.requests()
    await company.admit("ann", "ben", "cat", "dan", "obi")
    lea, carl, ann, ben, dan = company.lea, company.carl, company.ann, company.ben, company.dan
    await lea.do("begin")
    await lea.enters(1)
    await ben.do("say_leaving_early")
    await company.advance()
    await ann.do("offer_case", about=1)
    await lea.do("choose_presenter", about=1, seat=ann.seat)
    await company.moment()
    await company.requests()
    await company.advance()
    await company.advance()
    await ben.do("raise_hand")
    await company.cat.do("raise_hand")
    await lea.do("grant_turn", about=company.entry, seat=ben.seat)
    await company.moment()
    await company.advance()
    await lea.do("mark", intervention="hold_silence")
    await ann.do("tell_leaders", word="bring_me_back")
    await carl.do("whisper", on=True)
    await company.moment()
    await company.requests()
    conflict = await lea.command("advance", about=1)
    told.message(lea.role, "snapshot", conflict["snapshot"])
    await carl.do("whisper", on=False)
    await ben.do("tell_leaders", word="distress")
    await lea.do("note_word", seat=ben.seat, word="distress")
    for _ in range(2):  # one may have been on its way
        await ben.sees_facts()
    await carl.do("open_private_room", seat=ben.seat)
    await company.moment()
    await company.requests()
    await carl.do("leave_private_room")
    await ben.do("leave_private_room")
    await lea.do("remove", seat=company.cat.seat)
    await dan.do("leave")
    for gone in (company.cat, dan):
        await gone.sees(lambda view: view.keys() == {"stage", "closed"})
    await company.moment()
    await company.requests()
    await lea.do("pause", about=company.entry)
    await company.moment()
    await lea.do("resume", about=company.entry)
    while company.lea.view["phase"]["key"] != "debrief":
        await company.advance()
        await company.moment()
    room = await server.house.room(row.session)
    assert room is not None
    await room.ask(c.ReportPage(SeatId(lea.seat), open=False), None)
    for seat in (lea.seat, carl.seat):
        for up in (True, False):
            room.report_link(seat, up)
    await lea.do("end")
    for witness in company.by_name.values():
        await witness.sees(lambda view: view["stage"] == "ended")
    await company.requests(", after the end")
    return company


async def psychodrama(server: Server, told: Told) -> Company:
    """A scene is cast and played; some watch it, and the closing is a round."""
    links = await open_session(server.house.store, find("psychodrama").text, server.url)
    company = Company(server, told)
    lea = await company.come("lea", links.lead)
    for name in ("ann", "ben", "cat"):
        await company.come(name, links.join)
    await company.come("obi", links.observe)
    await company.admit("ann", "ben", "cat", "obi")
    ann, ben = company.ann, company.ben
    await lea.do("begin")
    await lea.enters(1)
    await company.advance()
    await ann.do("offer_case", about=1)
    await lea.do("choose_presenter", about=1, seat=ann.seat)
    await company.advance()
    await company.advance()
    await ann.do("invite_to_part", about=company.entry, seat=ben.seat, part="auxiliary")
    await company.moment()
    await ben.do("answer_invitation", accept=True)
    desk = Visitor(server.url, "")
    desk.cookie, desk.desk = lea.cookie, True
    await desk.connect()
    await company.advance()
    await company.moment()
    await desk.close()
    await lea.post("/api/plate", {"part": 1, "text": "the mother"})
    await lea.post("/api/plate", {"part": 2, "text": "the daughter"})
    await company.moment()
    await company.requests()
    await company.advance()
    await company.advance()
    await company.moment()
    await company.advance()
    await company.advance()
    await company.moment()
    return company


async def fishbowl(server: Server, told: Told) -> Company:
    """More seats than slots, and two circles."""
    links = await open_session(server.house.store, find("fishbowl").text, server.url)
    company = Company(server, told)
    lea = await company.come("lea", links.lead)
    for name in ("ann", "ben"):
        await company.come(name, links.join)
    await company.admit("ann", "ben")
    await lea.do("begin")
    await lea.enters(1)
    await company.advance()
    await company.ann.do("offer_case", about=1)
    await lea.do("choose_presenter", about=1, seat=company.ann.seat)
    await company.advance()
    await company.ann.do("accept_audience", about=1)
    await company.moment()
    await company.requests()
    return company


async def before_a_leader(server: Server, told: Told) -> Company:
    """Two have come early, where their leader allows them to talk."""
    company = Company(server, told)
    names = ("lea", "ann", "ben", "cat", "dan", "carl")
    links = dict(zip(names, await opened(server, "Mondays"), strict=True))
    for name in ("ann", "ben"):
        await company.come(name, links[name])
    await company.ann.sees_facts()
    await company.requests()
    for name in ("lea", "carl", "cat"):
        await company.come(name, links[name])
    return company


async def test_what_each_role_receives(server: Server) -> None:
    assert server._runner is not None
    pages = {one.resource for one in server._runner.app.router.routes() if one.method == "GET"}
    paths = {re.sub(r"\{[^}]*\}", NONE, one.canonical) for one in pages if one is not None}
    assert paths == FOR_ANYBODY | {path for method, path, _ in REQUESTS if method == "GET"}
    told = Told()
    companies = [await hold(server, told) for hold in (classic, psychodrama, fishbowl, before_a_leader)]
    again = Witness(told, server.url, "")
    again.cookie, again.seat = companies[2].ann.cookie, companies[2].ann.seat
    await again.connect()
    await companies[2].ann.replaced.wait()
    try:
        await server.signaling.drain()
        await companies[1].lea.sees(lambda _: "draining" in told.rows)
    finally:
        for company in companies:
            await company.close()
        await again.close()
    assert {
        row.partition(".")[0] for row in told.rows if row.partition(".")[0] in EVENTS
    } | NEVER_HERE == set(EVENTS)
    for row in LEADERS_ALONE:
        assert told.roles_of(row) <= LEADING, row
    is_as_kept("role_table.txt", HEAD + "\n\n".join(parts(told)) + "\n")


def parts(told: Told) -> Iterable[str]:
    others = ("news", "people", "slots", "facts", "desk", "there", "replaced")
    for title, lines in (
        ("Who stands where:", [f"  {short:5}{role}" for role, short in ROLES.items()]),
        ("Pages and requests, and how they are answered:", [*told.lines("GET"), *told.lines("POST")]),
        ("The snapshot, whole, and what news changes in it:", told.lines("snapshot")),
        ("The other messages:", [line for event in others for line in told.lines(event)]),
        (
            "Events of the log, and the keys of their view that each audience learns by one; others: none",
            events(),
        ),
    ):
        yield "\n".join([title, *lines])


def events() -> Iterable[str]:
    learnt: dict[str, dict[Audience, set[str]]] = {}
    for meeting in meetings():
        state = SessionState(meeting.state.format, meeting.state.keeping)
        for event in meeting.log:
            before, state = state, evolve(state, event)
            _, news = renewed(live_views(before), before, state)
            row = learnt.setdefault(type(event).__name__, {audience: set() for audience in Audience})
            for audience, changed in news.items():
                row[audience].update(changed)
    assert learnt.keys() == {kind.__name__ for kind in get_args(Event)}
    for event, row in sorted(learnt.items()):
        alike: dict[str, list[str]] = {}
        for audience, changed in row.items():
            alike.setdefault(" ".join(sorted(changed)), []).append(audience)
        told = [f"{', '.join(who)}: {what}" for what, who in alike.items() if what]
        yield f"{event:22}{'; '.join(told) or '·'}"
