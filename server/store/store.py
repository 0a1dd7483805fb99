"""The store's face: what the rest of the server may ask. See `Writer` for when something counts as saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from server.store import choosing, ending, groups, log, opening, people, plates, records, sessions, whose
from server.store.attendance import Attendances
from server.store.attending import Attending
from server.store.backup import RESTORING
from server.store.entrance import go_in, may_go_in
from server.store.failures import on_disk
from server.store.feedback import Feedback
from server.store.handed import Handed
from server.store.held import Helds
from server.store.holdings import held
from server.store.hours import Hours
from server.store.keys import FolderKeys, Keys, MemoryKeys
from server.store.leaders import Leaders
from server.store.meetings import Meetings
from server.store.passkeys import Passkeys
from server.store.person import Persons
from server.store.records import Segment
from server.store.released import Released
from server.store.replies import Replies
from server.store.returned import Returned
from server.store.rows import (
    Attended,
    Entry,
    Expected,
    Group,
    Invitation,
    Kept,
    Listed,
    Member,
    Person,
    Planned,
    Proposed,
    SessionRow,
    Terms,
    Waiting,
)
from server.store.series import Series
from server.store.shares import Shares
from server.store.shelf import Shelf
from server.store.stray import Strays
from server.store.writer import Writer

T = TypeVar("T")


class Store:
    """Every method may raise NotSaved, and then nothing has changed. Open it with `Store.open`."""

    def __init__(self, writer: Writer, keys: Keys) -> None:
        self._writer = writer
        self._keys = keys
        self.attendances = Attendances(writer, keys)
        self.attending = Attending(writer)
        self.feedback = Feedback(writer)
        self.handed = Handed(writer, keys)
        self.hours = Hours(writer, keys)
        self.leaders = Leaders(writer, keys)
        self.held = Helds(writer, keys)
        self.holdings = partial(held, writer)
        self.meetings = Meetings(writer, keys)
        self.passkeys = Passkeys(writer, keys)
        self.persons = Persons(writer, keys)
        self.released = Released(writer, keys)
        self.replies = Replies(writer)
        self.returned = Returned(writer, keys)
        self.series = Series(writer, keys)
        self.shares = Shares(writer, keys)
        self.shelf = Shelf(writer, keys)
        self.strays = Strays(writer, keys)

    @classmethod
    async def open(cls, path: Path | None) -> Store:
        """The SQLite file `path` and a folder of keys beside it; None: in memory. Raises OSError.

        Names that a crash left readable after their session's end are made unreadable.
        """
        if path is not None and (path.parent / RESTORING).exists():
            raise OSError("a backup was being restored there and was cut off: run `restarea restore` again")
        writer = await Writer.open(path)
        try:
            store = cls(writer, MemoryKeys() if path is None else FolderKeys(path.with_suffix(".keys")))
            await store.strays.destroy()
            await writer.scrub()  # a crash may have come between an end, or a veto, and this
        except BaseException:
            await writer.close()
            raise
        return store

    async def close(self) -> None:
        """What was asked before is finished; what is asked later is NotSaved."""
        await self._writer.close()

    @property
    def transactions(self) -> int:
        """Write transactions since opening: many requests share one."""
        return self._writer.transactions

    # --- sessions ---

    async def create_session(
        self,
        session: str,
        format_text: str,
        speed: float,
        opened_at: float,
        invited: Mapping[str, Invitation] | None = None,
        keeping: str = "nothing",
        together: str | None = None,
    ) -> None:
        """`session` is opaque: letters, digits, - and _, at most 64. `invited`: token → what it is good for. `keeping`:
        what is kept of how it went, `together` the group with whose earlier records. Raises GroupRefused: no such."""
        row = SessionRow(session, format_text, speed, opened_at, ended=False, keeping=keeping)
        await self._writer.write(partial(opening.create, self._keys, row, invited or {}, together))

    async def open_planned(
        self,
        meeting: str,
        session: str,
        format_text: str,
        opened_at: float,
        invited: Mapping[str, Invitation],
        keeping: str = "nothing",
        together: str | None = None,
        early: bool = False,
    ) -> None:
        """A session for a meeting that was planned. `invited` says for each member what a link of theirs is good for:
        the links that they have already lead to the session from now on. The plan is gone. Raises GroupRefused."""
        row = SessionRow(session, format_text, 1.0, opened_at, False, keeping=keeping, early=early)
        await self._writer.write(partial(opening.open_planned, self._keys, meeting, row, invited, together))

    async def sessions(self) -> list[SessionRow]:
        """Those that have not ended, in the order of their opening."""
        return await self._writer.read(partial(sessions.listed, ended=False))

    async def session(self, session: str) -> SessionRow | None:
        return await self._read(sessions.by_id, session)

    async def date_session(self, session: str, opened_at: float) -> None:
        """It counts as opened then: nobody had begun it. No effect once it has ended."""
        await self._write(sessions.date, session, opened_at)

    async def end_session(
        self,
        session: str,
        presented: Iterable[int] = (),
        record: bytes | None = None,
        waits_s: float = 0.0,
        there: Collection[int] = (),
        less: bytes | None = None,
        month: str | None = None,
        until: float | None = None,
        attended: Attended | None = None,
        let_go: bool = False,
        begun: bool = True,
    ) -> None:
        """Marks it ended, and destroys its key: names can be read no more, from no copy of the database. Its log, and
        who spoke when in it, are gone.

        `presented`: the seat that presented each case, for the tally of the session's group; it counts once. `record`:
        what is left of it, released at the hour `until`, once a server has run for `waits_s` more; whoever had a seat
        in `there` may see it. `less` is released in its place, unless each of them agrees. It expires by its `month`.
        `attended`: who was there for how long, for themselves, apart from all this. `let_go`: ended by nobody, `begun`
        by somebody."""
        left = None if record is None else Proposed(record, waits_s, frozenset(there), less, month, until)
        end = partial(ending.end, self._keys, session, tuple(presented), left, attended, let_go, begun)
        await self._writer.write(end)
        await self._scrub(session)

    # --- the event log ---

    async def acquire(self, session: str) -> int:
        """Takes the session over: a fencing token higher than all before. Raises KeyError if it is unknown."""
        return await self._write(log.acquire, session)

    async def load(self, session: str) -> tuple[list[bytes], int]:
        """Its events in order, and the session time reached: of the last append or heartbeat, in ms."""
        return await self._read(log.load, session)

    async def log_length(self, session: str) -> int:
        return await self._read(log.length, session)

    async def append(
        self,
        session: str,
        fencing: int,
        version: int,
        events: Sequence[bytes],
        at_ms: int,
        answer: Kept | None,
    ) -> None:
        """Adds `events` to a log that holds `version` of them, and `answer` with them.

        Raises Fenced if another process has taken the session over, or the log is not of that length.
        """
        await self._write(log.append, session, fencing, version, events, at_ms, answer)

    async def answers(self, session: str) -> dict[tuple[int, str], bytes]:
        """Every answer that was stored, by seat and command id."""
        return await self._read(log.stored_answers, session)

    async def heartbeat(self, marks: Mapping[str, int]) -> None:
        """Session → session time reached, in ms; all in one transaction."""
        await self._write(log.mark, dict(marks))

    # --- the structure ---

    async def add_speech(self, session: str, segments: Iterable[Segment]) -> None:
        """(seat, start, end) in ms of session time. No effect once the session has ended."""
        await self._write(records.note_speech, self._keys.read, session, tuple(segments))

    async def speech(self, session: str) -> list[Segment]:
        """In the order in which it was added; empty once the session has ended."""
        return await self._read(records.speech_of, self._keys.read, session)

    async def waiting_record(self, session: str) -> Waiting | None:
        """The record of an ended session, while it may be vetoed."""
        return await self._read(records.waiting, session)

    async def veto(self, session: str) -> bool:
        """The record that waits is destroyed at its hour; False if there is none, or it was released."""
        return await self._write(records.refuse, session)

    async def destroy_waiting(self, session: str) -> None:
        """At once, and for everyone to see."""
        if await self._writer.write(partial(ending.destroy, session)):
            await self._scrub(choosing.key_of(session))

    async def agree(self, person: str, agrees: bool) -> None:
        """To what is kept of a session only if everyone who was there agrees; it may be taken back."""
        await self._write(people.agree, person, agrees)

    async def agrees(self, person: str) -> bool:
        return await self._read(people.agrees, person)

    async def release_records(
        self, served_s: float, now: float | None = None, counts_only: bool = False
    ) -> int:
        """A server has run for so much longer: releases, or destroys where somebody said no, what waited long enough
        by `now`, unless it only counts; says how many are released."""
        sweep = partial(ending.release, self._keys, served_s, now, counts_only)
        over, released = await self._writer.write(sweep)
        if over:
            await self._scrub(*map(choosing.key_of, over))
        return released

    async def records(self) -> dict[str, bytes]:
        """Those that are released, by an id that leads nowhere."""
        return await self._read(records.released)

    # --- people ---

    async def invite(
        self, token: str, session: str, role: str, uses: int, expires_at: float, member: str | None = None
    ) -> None:
        """Only a hash of `token` is kept. `expires_at` is UTC, in seconds since 1970."""
        invitation = Invitation(session, role, uses, expires_at, member)
        await self._write(people.invite, self._keys, token, invitation)

    async def meeting_of(self, members: Collection[str], now: float) -> str | None:
        """The newest session to which a link that is still good invites one of these; None if all have ended."""
        return await self._read(people.meeting_of, self._keys, frozenset(members), now)

    async def invite_anew(self, session: str, invited: Mapping[str, Invitation]) -> None:
        """The members' links to this meeting from now on; those before open nothing. Raises LinkRefused."""
        await self._write(people.invite_anew, self._keys, session, dict(invited))

    async def look_up(self, token: str, now: float) -> Invitation:
        """Uses nothing up. Raises LinkRefused (unknown_link, expired_link, session_ended)."""
        return await self._read(people.look_up, self._keys, token, now)

    async def redeem(self, token: str, now: float) -> tuple[str, Person]:
        """A new place by the link, and its cookie's secret. A member of a group, whose link is their own, finds the
        place they have, or has a new one under the name that the group has for them. Raises LinkRefused."""
        return await self._write(people.redeem, self._keys, token, now)

    async def person(self, cookie: str, settled: bool = False) -> Person | None:
        """`settled`: only where this browser has the place, and has not merely opened the link to it."""
        return await self._read(people.by_cookie, self._keys, cookie, settled)

    async def person_by_id(self, person: str) -> Person | None:
        return await self._read(people.by_id, self._keys, person)

    async def ticket(self, person: str) -> str | None:
        """The secret by which this person's browsers find, after the end, that they were there. None once the session
        has ended."""
        return await self._write(people.ticket, self._keys, person)

    async def may_go_in(self, person: str, entry: Entry) -> None:
        """What `seat` would refuse, asked before. Raises NameTaken, LinkRefused."""
        await self._read(may_go_in, self._keys, person, entry)

    async def seat(self, person: str, seat: int, entry: Entry) -> bool:
        """They go in: seat, name and browser in one, and one use of a shared link the first time. True if another
        browser had the place, and has it no more. Raises NameTaken, LinkRefused (used_link, no_session); NotSaved
        also if somebody else has that seat."""
        return await self._write(go_in, self._keys, person, seat, entry)

    async def name_seat(self, session: str, seat: int, name: str) -> None:
        """Or a name like it, where somebody in the session has that."""
        await self._write(people.call_seat, self._keys, session, seat, name)

    async def seats(self, session: str) -> set[int]:
        """The seats that are somebody's, whether they gave a name or not."""
        return await self._read(people.seats, session)

    async def names(self, session: str) -> dict[int, str]:
        """Seat → name, of those who gave one; empty once the session has ended."""
        return await self._read(people.names, self._keys, session)

    async def plate(self, session: str, part: int, text: str) -> None:
        """What stands on the plate of that part from now on; nothing if `text` is empty."""
        await self._write(plates.write, self._keys, session, part, text)

    async def plates(self, session: str) -> dict[int, str]:
        """Part → text; empty once the session has ended."""
        return await self._read(plates.read, self._keys, session)

    async def remove(self, session: str, seat: int) -> None:
        """That person may not come back with the same cookie."""
        await self._write(people.remove, session, seat)

    # --- groups ---

    async def add_group(
        self,
        name: str,
        format_key: str,
        roster: Sequence[Listed],
        terms: Terms | None = None,
        owner: str | None = None,
    ) -> str:
        """A new group; its opaque id. `owner` is the leader who makes it. Raises GroupRefused: there is one of that
        name."""
        whole = (name, format_key, tuple(roster), terms or Terms(), owner)
        return await self._write(groups.found, self._keys, *whole)

    async def change_group(self, group: str, format_key: str, roster: Sequence[Listed]) -> None:
        """Another format and roster. Whoever stays on it, by their name, keeps their tally. Raises GroupRefused: it is
        gone. A meeting that is under way goes on as it is."""
        await self._write(groups.change, self._keys, group, format_key, tuple(roster))

    async def rewrite_group(
        self, group: str, revision: int, name: str, format_key: str, roster: Sequence[Listed], terms: Terms
    ) -> None:
        """All of it at once, by somebody who looked at its `revision`. Raises GroupRefused, and nothing has changed."""
        whole = (name, format_key, tuple(roster), terms)
        await self._write(groups.rewrite, self._keys, group, revision, *whole)

    async def groups(self) -> list[Group]:
        """All there are, by name."""
        return await self._read(groups.listed, self._keys)

    async def group(self, group: str) -> Group | None:
        """None: it is gone."""
        return await self._read(groups.one, self._keys, group)

    async def group_for(self, member: str) -> Group | None:
        """On whose list they are; None: it is gone, or they are."""
        found = await self._read(groups.of_member, self._keys, member)
        return None if found is None else found[0]

    async def owner_of(self, token: str) -> tuple[Group, Member] | None:
        """Whose own link this is or was, and in which group; None: nobody's, or their group knows them no more."""
        return await self._read(whose.owner_of, self._keys, token)

    async def forget_group(self, group: str, unless_open_at: float | None = None) -> list[Planned]:
        """With everything that was known of it, and the key of its names; which meetings it had planned. With a time
        (UTC, in seconds since 1970) raises GroupRefused, and nothing has changed, if a meeting of it is open then."""
        planned = await self._write(whose.forget_group, self._keys, group, unless_open_at)
        await self._scrub(group)
        return planned

    async def presented_earlier(self, session: str) -> dict[int, int]:
        """Seat → cases presented in earlier meetings; nobody, where the session is no group's."""
        return await self._read(whose.presented_earlier, self._keys, session)

    async def expected(self, session: str) -> Expected:
        """Who of a group is invited to this meeting and has no seat in it yet."""
        return await self._read(whose.expected, self._keys, session)

    async def _read(self, ask: Callable[..., T], *asked: object) -> T:
        return await self._writer.read(lambda connection: ask(connection, *asked))

    async def _write(self, ask: Callable[..., T], *asked: object) -> T:
        return await self._writer.write(lambda connection: ask(connection, *asked))

    async def _scrub(self, *keys: str) -> None:
        """After the transaction, and not in it: a key cannot be brought back if the commit fails."""
        await self._writer.scrub()
        for key in keys:
            await self._read(lambda _, gone: on_disk(lambda: self._keys.destroy(gone)), key)
