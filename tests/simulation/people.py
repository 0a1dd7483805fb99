"""A person in a simulated meeting, with a page that knows only what it was sent, and a link that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitation import commands as c
from facilitation.vocabulary import LEADING, Role, SeatId, Standing
from tests.simulation import steps as s
from tests.simulation.leading import leaders_wish
from tests.simulation.wishes import junk, members_wish

if TYPE_CHECKING:
    from tests.simulation.pages import Page
    from tests.simulation.world import World


class Person:
    def __init__(self, world: World, role: Role) -> None:
        self.world = world
        self.role = role
        self.leads = role in LEADING
        self.seat: SeatId | None = None
        self.tab = 1
        self.connection = 0
        """Counts the connections; what was sent on an older one may still arrive."""
        self.connected = False
        self.unanswered: dict[str, tuple[c.Command, int | None]] = {}
        """What was asked, and when the answer is known, if there is one."""
        self._count = 0
        self._arrives_ms = 0
        self._earlier: dict[str, Any] = {}
        rng = world.rng
        self.delay_ms = rng.choice([20, 60, 150, 400])
        self.talks = rng.random()
        self.has_media = rng.random() >= world.luck.no_media
        often = {Role.LEADER: 50_000, Role.CO_LEADER: 100_000}.get(role, 360_000)
        self.looks_up_ms = rng.randint(often // 2, often * 3 // 2)

    @property
    def page(self) -> Page | None:
        return None if self.seat is None else self.world.meeting.pages.get((self.seat, self.tab))

    def reacts_ms(self) -> int:
        """From what changed on the server to the press that answers it; some speak for longer than they should."""
        most_ms = 20_000 if self.leads else 20_000 + round(80_000 * self.talks)
        return self.delay_ms + self.world.rng.randint(1_000, most_ms)

    # --- coming ---

    def come_in(self) -> None:
        """By a link: the seat is taken by the house, and taken once, however often it is tried."""
        world = self.world
        if not world.meeting.up:
            world.after(2_000, self.come_in)
            return
        if self.seat is None:
            before = world.state.seats
            answer = world.ask(c.TakeSeat(self.role))
            if not answer or not answer["ok"]:
                return
            self.seat = next(seat for seat in world.state.seats if seat not in before)
            world.by_seat[self.seat] = self
        self.connect()
        world.after(self._pause_ms(), self.look_up)

    def connect(self) -> None:
        """On whatever address: the server knows the person by their cookie."""
        world = self.world
        if self.seat is None or self.connected:
            return
        if not world.meeting.up:
            world.after(world.rng.randint(500, 3_000), self.connect)
            return
        world.take(s.Opened(world.now_ms, self.seat, self.tab))
        page = self.page
        if page is None or not page.open:
            return
        self.connected, self.connection = True, self.connection + 1
        self._media(up=True)
        for command_id, (command, known_ms) in list(self.unanswered.items()):
            if known_ms is None or known_ms > self._cut_ms:
                self._send(command_id, command)
            else:
                del self.unanswered[command_id]

    _cut_ms = 0

    # --- the link ---

    def cut(self, back_ms: int) -> None:
        if not self.connected or self.seat is None:
            return
        world, page = self.world, self.page
        self.connected, self._cut_ms = False, world.now_ms
        if world.meeting.up and page is not None:
            self._read(page)
            world.take(s.Cut(world.now_ms, self.seat, self.tab, len(page.inbox)))
            if world.rng.random() < world.luck.media_too:
                world.after(5_000, self._media_lost)
        world.after(back_ms, self.connect)

    def _media(self, up: bool) -> None:
        if self.has_media and self.seat is not None:
            self.world.ask(c.ReportLink(self.seat, up))

    def _media_lost(self) -> None:
        if not self.connected:
            self._media(up=False)

    def _media_again(self) -> None:
        if self.connected:
            self._media(up=True)

    def _second_tab(self) -> None:
        """The newest window speaks for the person; the older one learns that a moment later."""
        if self.seat is None:
            return
        self.tab, self.connection = self.tab + 1, self.connection + 1
        self.world.take(s.Opened(self.world.now_ms, self.seat, self.tab))

    # --- asking ---

    def look_up(self) -> None:
        """Now and then, by themselves."""
        if self.seat is not None and self.world.standing(self.seat) is Standing.REMOVED:
            return
        self._looks()
        self.world.after(self._pause_ms(), self.look_up)

    def glance(self) -> None:
        """Because something on the page concerns them."""
        if self.connected:
            self._looks()

    def _looks(self) -> None:
        world, seat, rng, luck = self.world, self.seat, self.world.rng, self.world.luck
        if seat is None:
            return
        if world.standing(seat) is Standing.LEFT:
            if self.connected:
                self.cut(60_000)
            elif rng.random() < 0.3 and world.meeting.up:
                world.ask(c.ComeBack(seat))
        elif luck.loses_link and rng.random() < luck.loses_link:
            self.cut(rng.choice([800, 3_000, 12_000, 45_000, 200_000]))
        elif self.connected and luck.media_alone and rng.random() < luck.media_alone:
            self._media(up=False)
            world.after(rng.choice([2_000, 15_000, 90_000]), self._media_again)
        elif self.connected and (page := self.page) is not None:
            self._read(page)
            if not page.replaced and ("seats" in page.view or not self.leads):
                self._wishes(page.view, seat)

    def _read(self, page: Page) -> None:
        page.read(self.world.now_ms - self.delay_ms)

    def _wishes(self, view: dict[str, Any], seat: SeatId) -> None:
        world, rng, luck = self.world, self.world.rng, self.world.luck
        earlier, self._earlier = self._earlier, view
        now = world.session_ms()
        drawn = rng.random()
        if drawn < luck.junk:
            command: c.Command | None = junk(view, seat, rng)
        else:
            if drawn < luck.junk + luck.stale and "seats" in earlier:
                view = earlier
            if self.leads:
                command = leaders_wish(view, seat, now, rng, world.pace)
            else:
                command = members_wish(view, seat, now, rng)
        if not self.leads and rng.random() < self.talks / 6:
            world.take(s.Spoke(world.now_ms, seat))
        if command is None:
            return
        self.press(command)
        if luck.tabs and rng.random() < luck.tabs:
            self._second_tab()
            self.press(command)
        if self.leads and luck.together and rng.random() < luck.together:
            for other in world.people:
                if other.leads and other is not self and other.connected:
                    other.press(command)

    def press(self, command: c.Command) -> None:
        self._count += 1
        command_id = f"{self.seat}.{self._count}"
        self.unanswered[command_id] = (command, None)
        self._send(command_id, command)

    def _pause_ms(self) -> int:
        return self.world.rng.randint(self.looks_up_ms // 3, self.looks_up_ms)

    def _send(self, command_id: str, command: c.Command) -> None:
        """Keeps the order of what is sent on one connection."""
        world, rng = self.world, self.world.rng
        arrives_ms = world.now_ms + rng.randint(self.delay_ms, 3 * self.delay_ms)
        self._arrives_ms = max(self._arrives_ms + 1, arrives_ms)
        on = self.connection
        for _ in range(2 if world.luck.twice and rng.random() < world.luck.twice else 1):
            world.after(self._arrives_ms - world.now_ms, lambda: self._arrive(on, command_id, command))

    def _arrive(self, connection: int, command_id: str, command: c.Command) -> None:
        """On a connection that was cut meanwhile a message may be lost, or come late, after what was sent anew."""
        world = self.world
        alive = self.connected and connection == self.connection
        if not alive and world.rng.random() >= world.luck.late:
            return
        answer = world.ask(command, self.seat, command_id)
        if answer is not None and alive and command_id in self.unanswered:
            self.unanswered[command_id] = (command, world.now_ms + self.delay_ms)
