"""What the server tells a publisher about its streams: key frames wanted, packets lost, how much arrives, when.

Each class keeps one stream's (or transport's) books and says what is due; `control` sends it. Time comes in.
May import the standard library and `rtp`, `rtcp`.
"""

from __future__ import annotations

from server.media import rtp
from server.media.books import StreamBooks
from server.media.rtcp import ReportBlock, transport_feedback

KEYFRAME_INTERVAL_MS, KEYFRAME_MOST_MS, KEYFRAME_GROWS = 300, 1_000, 1.25
KEYFRAME_TRIES = 10  # more are not counted: the interval is the longest long before
NACK_INTERVAL_MS = 100  # about a round trip on a bad link; a shorter one asks for what is already coming
NACK_TRIES = 4
NACK_MOST = 50  # more than this at once is an outage: a key frame mends it cheaper
TRANSPORT_INTERVAL_MS = 75  # so that ticks of 50 ms report every 100, and a late one holds up none
TRANSPORT_MOST = 400  # packets of one report, under 1,000 bytes at worst
REPORT_INTERVAL_MS = 1_000
BITRATE_START, BITRATE_LEAST, BITRATE_MOST = 300_000, 100_000, 1_000_000  # bit/s


class KeyframeRequest:
    """Asks a publisher for a key frame until one comes: after 300 ms, or what it takes there and back, and more rarely
    each time, as each that comes is many packets; but never less than once a second."""

    __slots__ = ("_asked_ms", "_books", "_tries")

    def __init__(self, books: StreamBooks) -> None:
        self._books = books
        self._asked_ms: int | None = None
        self._tries = 0

    def ask(self, now_ms: int, trip_ms: int = 0) -> bool:
        """Somebody needs a key frame. True: send a request now."""
        self._books.key_frame_wanted = True
        return self.due(now_ms, trip_ms)

    def due(self, now_ms: int, trip_ms: int = 0) -> bool:
        """True: send a request now. `trip_ms`: there and back to the publisher, as far as it is known."""
        if not self._books.key_frame_wanted:
            return False
        waits_ms = max(KEYFRAME_INTERVAL_MS * KEYFRAME_GROWS ** max(0, self._tries - 1), trip_ms)
        if self._asked_ms is not None and now_ms - self._asked_ms < min(waits_ms, KEYFRAME_MOST_MS):
            return False
        self._asked_ms = now_ms
        self._tries = min(self._tries + 1, KEYFRAME_TRIES)
        return True

    def begin(self) -> None:
        """Nothing arrives: what was asked meanwhile counts for nothing once it does."""
        self._tries = 0

    def settle(self) -> None:
        """A key frame came, or nobody watches any more."""
        self._books.key_frame_wanted = False
        self._tries = 0


class Repair:
    """The gaps in a publisher's video, and when to ask for what is missing. Numbers are extended."""

    __slots__ = ("_missing",)

    def __init__(self) -> None:
        self._missing: dict[int, tuple[int, int]] = {}  # number -> times asked, next time to ask (ms)

    def gap(self, first: int, after: int, now_ms: int) -> bool:
        """The numbers `first`..`after` - 1 did not come. False: too many, want a key frame instead."""
        if len(self._missing) + after - first > NACK_MOST:
            self._missing.clear()
            return False
        for number in range(first, after):
            self._missing[number] = (0, now_ms)
        return True

    def arrived(self, number: int) -> None:
        """This number came after all."""
        if self._missing:
            self._missing.pop(number, None)

    def due(self, now_ms: int) -> list[int]:
        """The numbers to ask for now, ascending; each is asked for four times at most."""
        if not self._missing:
            return []
        lost = sorted(number for number, (_, due_ms) in self._missing.items() if due_ms <= now_ms)
        for number in lost:
            tries = self._missing[number][0] + 1
            if tries < NACK_TRIES:
                self._missing[number] = (tries, now_ms + NACK_INTERVAL_MS)
            else:
                del self._missing[number]
        return lost

    def forget(self) -> None:
        """Nobody watches: nothing is missed."""
        self._missing.clear()


class TransportArrivals:
    """When the packets of one publisher arrived, by transport-wide sequence number."""

    __slots__ = ("_arrivals_ms", "_highest", "_next", "_reported_ms", "number")

    def __init__(self) -> None:
        self.number = 0  # of the next report
        self._arrivals_ms: dict[int, int] = {}
        self._highest = -1
        self._next = -1  # the first number that no report has covered
        self._reported_ms: int | None = None

    def arrived(self, sequence: int, now_ms: int) -> None:
        """Note one packet by the 16-bit number of its header extension. Too late for its report: ignored."""
        if self._highest < 0:
            self._highest = self._next = sequence
        number = rtp.extended(sequence, self._highest)
        self._highest = max(self._highest, number)
        if number >= self._next and len(self._arrivals_ms) < TRANSPORT_MOST:
            self._arrivals_ms.setdefault(number, now_ms)

    def report(self, sender_ssrc: int, media_ssrc: int, now_ms: int) -> bytes | None:
        """The next report, an RTCP packet, if it is time and there is anything to say."""
        due = self.due(now_ms)
        return None if due is None else transport_feedback(sender_ssrc, media_ssrc, self.number, *due)

    def due(self, now_ms: int) -> tuple[int, list[int | None]] | None:
        """What it says, if it is time: its first number, and the arrival (ms) of each from there on."""
        if not self._arrivals_ms:
            return None
        if self._reported_ms is not None and now_ms - self._reported_ms < TRANSPORT_INTERVAL_MS:
            return None
        last = max(self._arrivals_ms)
        # After a long gap the report starts at a packet that came: one status a lost packet would not fit.
        fits = last - TRANSPORT_MOST
        base = self._next if self._next > fits else min(n for n in self._arrivals_ms if n > fits)
        report = [self._arrivals_ms.get(number) for number in range(base, last + 1)]
        self._arrivals_ms.clear()
        self._next = last + 1
        self._reported_ms = now_ms
        self.number += 1
        return base, report


class Reception:
    """How one incoming stream arrives, for its receiver reports (RFC 3550, appendix A)."""

    __slots__ = (
        "_before",
        "_books",
        "_clock_hz",
        "_report_ms",
        "_report_ntp",
        "expected",
        "loss",
    )

    def __init__(self, books: StreamBooks, clock_hz: int) -> None:
        self.loss = 0.0  # share lost in the interval before the last report, 0..1
        self.expected = 0  # packets of that interval
        self._books = books
        self._clock_hz = clock_hz
        self._before = (0, 0)  # expected and received at the last report
        self._report_ntp = self._report_ms = 0

    def arrived(self, number: int, timestamp: int, now_ms: int) -> None:
        """Note one original packet (not a repair) by its extended number."""
        books = self._books
        if books.first < 0:
            books.first = number
        books.most = max(books.most, number)
        books.received += 1
        transit = (now_ms * self._clock_hz // 1000 - timestamp) & 0xFFFFFFFF
        if books.transit >= 0:
            change = (transit - books.transit) & 0xFFFFFFFF
            books.jitter += (min(change, 0x100000000 - change) - books.jitter) / 16
        books.transit = transit

    def reported(self, ntp: int, now_ms: int) -> None:
        """Note the publisher's own sender report."""
        self._report_ntp, self._report_ms = ntp >> 16 & 0xFFFFFFFF, now_ms

    def block(self, ssrc: int, now_ms: int) -> ReportBlock | None:
        """The block for the next receiver report; None before the first packet."""
        books = self._books
        if books.first < 0:
            return None
        expected = books.most - books.first + 1
        interval = expected - self._before[0]
        lost = interval - (books.received - self._before[1])
        self.loss = lost / interval if interval > 0 and lost > 0 else 0.0
        self.expected = max(0, interval)
        self._before = (expected, books.received)
        return ReportBlock(
            ssrc=ssrc,
            fraction=min(255, int(self.loss * 256)),
            lost=expected - books.received,
            highest=books.most,
            jitter=int(books.jitter),
            last_report=self._report_ntp,
            delay=(now_ms - self._report_ms) * 65_536 // 1000 if self._report_ntp else 0,
        )


class BitrateLimit:
    """The bit rate a publisher without transport-wide feedback may send: by its loss, as old senders do."""

    __slots__ = ("bits_per_s",)

    def __init__(self) -> None:
        self.bits_per_s = BITRATE_START

    def after(self, loss: float) -> int:
        """The limit (bit/s) after a report interval that lost this share of its packets."""
        if loss > 0.1:
            self.bits_per_s = int(self.bits_per_s * (1 - loss / 2))
        elif loss < 0.02:
            self.bits_per_s = int(self.bits_per_s * 1.08)
        self.bits_per_s = max(BITRATE_LEAST, min(self.bits_per_s, BITRATE_MOST))
        return self.bits_per_s
