"""One slot of one listener: a stream under the server's own SSRC that carries a seat's packets while allowed.

A slot is opened and closed by the gate, again and again, and its publisher may be another one each time. What
its listener receives stays one valid stream: sequence numbers go up by one, timestamps go on, picture ids too.
A stretch between opening and closing is a run; so is one between two changes of a picture's layer.
May import the standard library, `rtp`, `vp8`, `backlog`, `fanout`, `incoming`, `negotiated`.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from server.media import rtp, vp8
from server.media.backlog import Backlog
from server.media.fanout import PYTHON, Line, Wire
from server.media.incoming import Incoming
from server.media.negotiated import Slot

CLOSED = 1 << 62  # a floor that no number reaches
FIRST_NUMBER = 1  # low, so that losing the first packets cannot make a receiver miscount the roll-overs
PACKETS_MOST = 1_000  # of one report: nobody makes one's losses of a million
OVERHEAD = 60
"""Bytes of a packet that are not payload: IP, UDP, RTP, SRTP."""
APART_MS, FRESH_MS = 500, 3_000
"""Pictures are reported on every second."""
REPORTS_KEPT = 16
"""Behind a queue of a second a listener speaks of the one before the last, or before that."""
REPEATS_A_SECOND = 150  # more than a second of video: past that a key frame is cheaper

_TIME = struct.Struct("!4sB3s")
_LEVEL_AND_TIME = struct.Struct("!4sB1sB3s2x")


class Shape(NamedTuple):
    """What differs between listeners after the fixed header: listeners of one shape share those bytes.

    Header-extension ids as the listener numbered them (0: not negotiated); shifts of picture id and TL0PICIDX.
    """

    level_id: int
    send_time_id: int
    picture_shift: int = 0
    tl0_shift: int = 0

    def extension(self, level: bytes | None, now_ms: int) -> bytes:
        """The header extension, made anew: nothing of the publisher's passes but its audio level."""
        sound = level if self.level_id and level is not None and len(level) == 1 else None
        if not self.send_time_id:
            return rtp.extension_block({self.level_id: sound} if sound is not None else {})
        # What browsers negotiate is packed at once: building it by parts cost 5 to 8 % of a forward.
        time = rtp.send_time(now_ms)
        if sound is None:
            return _TIME.pack(b"\xbe\xde\0\1", self.send_time_id << 4 | 2, time)
        return _LEVEL_AND_TIME.pack(
            b"\xbe\xde\0\2", self.level_id << 4, sound, self.send_time_id << 4 | 2, time
        )

    def payload(self, payload: bytes, descriptor: vp8.Descriptor | None) -> bytes:
        """The payload, its picture id and TL0PICIDX moved on where the slot has shown other pictures before."""
        if descriptor is None or not (self.picture_shift or self.tl0_shift):
            return payload
        return vp8.shifted(payload, descriptor, self.picture_shift, self.tl0_shift)


class Outgoing:
    """A slot and its place in the listener's stream.

    In a run a packet `number` of the source goes out as `number + line.sequence_shift`, if it is not below `floor`.
    """

    __slots__ = (
        "_above",
        "_ahead",
        "_awaited_above",
        "_before",
        "_carried_bps",
        "_codec",
        "_mark",
        "_next_number",
        "_picture_id",
        "_repeats",
        "_reports",
        "_second",
        "_sent_ms",
        "_timestamp",
        "_tl0",
        "_told",
        "awaited",
        "backlog",
        "engine",
        "floor",
        "line",
        "listener",
        "number",
        "packets_of_others",
        "publisher",
        "rtx_number",
        "rtx_payload_type",
        "rtx_ssrc",
        "send",
        "send_control",
        "shape",
        "source",
        "video",
        "voice_type",
    )

    def __init__(
        self,
        listener: int,
        slot: Slot,
        send: Callable[[bytes], bool],
        send_control: Callable[[bytes], bool],
        *,
        video: bool,
        wire: Wire | None = None,
    ) -> None:
        self.listener = listener
        self.send, self.send_control = send, send_control
        self.number = slot.seat
        self.publisher = slot.seat
        """Whose packets it carries, or carried last: another seat's where slots are borrowed."""
        self.packets_of_others = 0
        """How many of the line's packets were an earlier publisher's."""
        self.video = video
        self.engine = PYTHON if wire is None else wire.engine
        self.line: Line = self.engine.line(slot.ssrc, slot.codec.payload_type, send, wire)
        self._codec = slot.codec
        self.voice_type: int | None = None
        """While it carries redundant audio: the payload type of the blocks."""
        self.rtx_ssrc = slot.rtx_ssrc
        self.rtx_payload_type = slot.codec.rtx_payload_type
        self.rtx_number = FIRST_NUMBER
        self.shape = Shape(
            0 if video else rtp.usable_id(slot.extensions, rtp.AUDIO_LEVEL),
            rtp.usable_id(slot.extensions, rtp.SEND_TIME),
        )
        self._reports: deque[tuple[int, int, int]] = deque(maxlen=REPORTS_KEPT)
        """The last sender reports: the middle of its NTP time, when it was sent (ms), and the number sent before it."""
        self.source: Incoming | None = None
        """Whose packets pass, or will once they begin."""
        self.awaited: Incoming | None = None
        """Another layer of the same picture, which takes the source's place with its next key frame."""
        self.floor = CLOSED
        self._above = self._awaited_above = -1
        # Where the last run ended.
        self._before: Incoming | None = None
        self._next_number = FIRST_NUMBER
        self._timestamp: int | None = None
        self._sent_ms = 0
        self._ahead = 0
        """How many ticks later the timestamps are than what the layers' clocks say: each is to be a new one."""
        self._picture_id: int | None = None
        self._tl0: int | None = None
        self._second = self._repeats = 0
        self._told = -1
        self._mark = 0, 0
        """Of a listener's report: the highest number, and when it came."""
        self._carried_bps = 0
        self.backlog: Backlog | None = None
        """Where its packets wait for their turn, while its listener's way is narrow."""

    @property
    def running(self) -> bool:
        """Whether packets flow. An open slot that does not run waits, for a first packet or a key frame."""
        return self.floor != CLOSED

    def runs_on(self, stream: Incoming) -> bool:
        """Whether this stream's packets flow; another layer of the same picture is waited for."""
        return self.floor != CLOSED and self.source is stream

    def receives(self, stream: Incoming) -> bool:
        """Whether it is in this stream's gate, running or waiting."""
        return self.source is stream or self.awaited is stream

    def aim(self, source: Incoming, awaited: Incoming | None) -> None:
        """Wait for `source`, and go on with it until `awaited`, another layer of it, takes its place; what runs goes on
        until a key frame of another comes. Nothing that arrived before passes."""
        if self.source is not source:
            self._end_run()
            self.source = source
            self._above = source.books.highest
        if awaited is not self.awaited:
            self.awaited = awaited
            self._awaited_above = -1 if awaited is None else awaited.books.highest

    def begin_anew(self) -> None:
        """Go on with the next key frame alone; what waits for its turn is dropped."""
        self._end_run()
        if self.source is not None:
            self._above = self.source.books.highest
        self._unready()

    def close(self) -> None:
        """Let nothing pass, nor anything that waits for its turn. Every other packet of the run at or above its floor
        went out, the highest one last."""
        self.awaited = None
        self._end_run()
        self.source = None

    def _end_run(self) -> None:
        source = self.source
        through = None if self.backlog is None else self.backlog.forget(self)
        if source is not None and self.running:
            last, self._before = source.books, source
            # What was waiting has never been sent: its numbers are the next run's.
            last_number = last.highest if through is None else through
            self._next_number = last_number + self.line.sequence_shift + 1
            self._timestamp = last.timestamp + self.line.timestamp_shift
            self._sent_ms = last.arrived_ms
            if last.picture_id >= 0:
                self._picture_id = last.picture_id + self.shape.picture_shift
            if last.tl0 >= 0:
                self._tl0 = last.tl0 + self.shape.tl0_shift
        self.floor = CLOSED

    def begin(
        self,
        source: Incoming,
        number: int,
        timestamp: int,
        descriptor: vp8.Descriptor | None,
        now_ms: int,
    ) -> bool:
        """Start a run with this packet of a stream that is waited for, if it may: it came after the waiting began, and
        video starts with a key frame. What ran until now has ended then."""
        above = self._above if source is self.source else self._awaited_above
        if number <= above or self.runs_on(source) or not self.receives(source):
            return False
        if self.video and (descriptor is None or not descriptor.keyframe_start):
            return False
        self._end_run()
        if source is self.awaited:
            self.source, self.awaited = source, None
        self.floor = number
        self.line.sequence_shift = self._next_number - number
        self._continue_timestamp(source, timestamp, now_ms)
        if descriptor is not None:
            self._continue_pictures(descriptor)
        return True

    def carry_redundancy(self, wanted: bool) -> None:
        """Whether each packet holds earlier ones too, from the next one on; without effect where RED was not agreed."""
        red = self._codec.red_payload_type
        if red is None or wanted == (self.voice_type is not None):
            return
        self.voice_type = self._codec.payload_type if wanted else None
        self.line.payload_type = red if wanted else self._codec.payload_type
        self._unready()

    def pace_by(self, backlog: Backlog | None) -> None:
        """Let packets wait there for their turn from the next one on; None: send them as they come.

        Only for a slot with RTX: a packet that is repeated byte for byte would have to say when it came to leave."""
        self.backlog = backlog
        self._unready()

    def rewire(self, wire: Wire | None) -> None:
        """Leave by this from the next packet on; the stream goes on as it stands."""
        former = self.line
        self.engine = PYTHON if wire is None else wire.engine
        self.line = self.engine.line(former.ssrc, former.payload_type, self.send, wire)
        for field in ("sequence_shift", "timestamp_shift", "packets", "octets", "sent_ms"):
            setattr(self.line, field, getattr(former, field))
        self._unready()

    def _unready(self) -> None:
        """The gates that it is in are to be made anew."""
        for stream in (self.source, self.awaited):
            if stream is not None:
                stream.ready = None

    def reported(self, ntp: int, now_ms: int) -> None:
        """Its listener is sent a sender report."""
        self._reports.append((ntp >> 16 & 0xFFFFFFFF, now_ms, self._sent & 0xFFFFFFFF))

    def unseen_ms(self, highest: int, now_ms: int) -> int:
        """Of a listener's report, by which this is the highest number that has come: for how long a higher one has been
        on the way, as far as the sender reports tell that were sent after it. One after which nothing was sent does not
        count: the last packet before it may be lost, and none follows that would show it."""
        for _, sent_ms, number in self._reports:
            if now_ms - sent_ms <= FRESH_MS and _after(number, highest) and _after(self._sent, number):
                return now_ms - sent_ms
        return 0

    @property
    def _sent(self) -> int:
        """The highest number that has gone out."""
        if self.source is None or not self.running:
            return self._next_number - 1
        through = None if self.backlog is None else self.backlog.through(self)
        return (self.source.books.highest if through is None else through) + self.line.sequence_shift

    def trip_ms(self, last_report: int, held_ms: int, now_ms: int) -> int | None:
        """There and back, by what a listener's report says of the sender report it had last; None if it is unknown."""
        sent_ms = next((at for middle, at, _ in reversed(self._reports) if middle == last_report), None)
        return None if sent_ms is None else max(0, now_ms - sent_ms - held_ms)

    def told(self, highest: int) -> int:
        """Of a report: how many packets the listener has been sent by it since the last one; 0 of the first."""
        before, self._told = self._told, highest
        return min((highest - before) & 0xFFFFFFFF, PACKETS_MOST) if before >= 0 else 0

    def carried(self, highest: int, lost: float, now_ms: int) -> None:
        """Of the same report, and the share that it calls lost: how fast came what has come since an earlier one."""
        before, since_ms = self._mark
        passed_ms = now_ms - since_ms
        if passed_ms < APART_MS:
            return  # two that came at once would say that the way is wide
        self._mark = highest, now_ms
        packets = round(((highest - before) & 0xFFFFFFFF) * (1 - lost))
        mean = self.line.octets // max(1, self.line.packets) + OVERHEAD
        usable = passed_ms <= FRESH_MS and packets <= PACKETS_MOST
        self._carried_bps = 8_000 * packets * mean // passed_ms if usable else 0

    def carries(self, now_ms: int) -> int:
        """What came through of it between its listener's last reports, bit/s."""
        return self._carried_bps if now_ms - self._mark[1] <= FRESH_MS else 0

    def may_repeat(self, now_ms: int) -> bool:
        """Whether one more retransmission fits this second's budget; counts it."""
        second = now_ms // 1000
        if second != self._second:
            self._second, self._repeats = second, 0
        self._repeats += 1
        return self._repeats <= REPEATS_A_SECOND

    def _continue_timestamp(self, source: Incoming, timestamp: int, now_ms: int) -> None:
        last, before = self._timestamp, self._before
        if last is None:
            return  # the first run keeps the publisher's
        if before is not None and before is not source and before.shares_camera_with(source):
            between = apart(before, source)
            if between is not None:
                self._continue_layer(last, timestamp + between)
                self.line.timestamp_shift = (self.line.timestamp_shift + between) & 0xFFFFFFFF
                return
        # The same publisher's clock ran on through the pause; only another one's is set to the elapsed time.
        ahead = (timestamp + self.line.timestamp_shift - last) & 0xFFFFFFFF
        if source is not before or not 0 < ahead < 0x80000000:
            elapsed = max(1, (now_ms - self._sent_ms) * source.clock_hz // 1000)
            self.line.timestamp_shift = (last + elapsed - timestamp) & 0xFFFFFFFF
            self._ahead = 0

    def _continue_layer(self, last: int, timestamp: int) -> None:
        """Where a layer goes on at this time of the one before. Its first picture may be one that the other has shown:
        two pictures of one time would be taken for one."""
        exact = (self.line.timestamp_shift - self._ahead) & 0xFFFFFFFF
        ahead = (timestamp + exact - last) & 0xFFFFFFFF
        self._ahead = 0 if 0 < ahead < 0x80000000 else (1 - ahead) & 0xFFFFFFFF
        self.line.timestamp_shift = (exact + self._ahead) & 0xFFFFFFFF

    def _continue_pictures(self, descriptor: vp8.Descriptor) -> None:
        picture_shift = tl0_shift = 0
        if self._picture_id is not None and descriptor.picture_id is not None:
            picture_shift = (self._picture_id + 1 - descriptor.picture_id) & 0x7FFF
        if self._tl0 is not None and descriptor.tl0 is not None:
            tl0_shift = (self._tl0 + 1 - descriptor.tl0) & 0xFF
        self.shape = self.shape._replace(picture_shift=picture_shift, tl0_shift=tl0_shift)


def _after(number: int, other: int) -> bool:
    """Whether it is the later one of two numbers of a stream, of which 32 bits are compared."""
    return 0 < (number - other) & 0xFFFFFFFF < 1 << 31


def apart(before: Incoming, after: Incoming) -> int | None:
    """What to add to a timestamp of one layer so that it is that of the other at the same moment, as their publisher's
    sender reports say; None while one is missing."""
    if before.clock is None or after.clock is None:
        return None
    (ntp, timestamp), (later_ntp, later_timestamp) = before.clock, after.clock
    ticks = (later_ntp - ntp) * before.clock_hz + (1 << 31) >> 32  # NTP counts 2**-32 seconds
    return (timestamp + ticks - later_timestamp) & 0xFFFFFFFF
