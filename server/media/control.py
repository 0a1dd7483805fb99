"""RTCP in a room: reports and requests that arrive, mapped and passed on; feedback that is due, sent.

What a listener asks counts only for slots it receives at this moment. A publisher's BYE goes nowhere: the slot
lives on. May import the standard library, structlog and the forwarding modules below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import structlog

from server.media import rtcp, rtp, vp8
from server.media.fanout import PYTHON
from server.media.feedback import REPORT_INTERVAL_MS
from server.media.incoming import Incoming
from server.media.outgoing import Outgoing
from server.media.participant import Participant

log = structlog.get_logger()

SERVER_SSRC = 1  # the server as a receiver; it sends no media under this number

_CANONICAL_NAME = "restarea"
SENDER_REPORTS_MS = 200  # browsers send one in half a second at most
_NACK_MOST = 200  # numbers of one NACK that are looked at
# What every compound packet starts with (RFC 3550, section 6.1).
_PREFIX = rtcp.receiver_report(SERVER_SSRC, ()) + rtcp.description(SERVER_SSRC, _CANONICAL_NAME)


class Control:
    """The RTCP of one room. `participants` is the forwarder's own mapping, by seat."""

    def __init__(self, participants: Mapping[int, Participant], drops: Counter[str]) -> None:
        self._participants = participants
        self._drops = drops

    def on_compound(self, sender: Participant, compound: bytes, now_ms: int) -> None:
        """Act on one authenticated, decrypted compound packet. Raises RtcpError if it is malformed."""
        for packet in rtcp.split(compound):
            if packet.kind == rtcp.SENDER_REPORT:
                self._on_sender_report(sender, rtcp.read_sender_report(packet), now_ms)
                self._on_blocks(sender, rtcp.read_blocks(packet), now_ms)
            elif packet.kind == rtcp.RECEIVER_REPORT:
                self._on_blocks(sender, rtcp.read_blocks(packet), now_ms)
            elif packet.kind == rtcp.TRANSPORT_FEEDBACK and packet.subtype == rtcp.NACK:
                self._on_nack(sender, packet, now_ms)
            elif packet.kind == rtcp.PAYLOAD_FEEDBACK:
                self._on_payload_feedback(sender, packet, now_ms)

    def tend(self, participant: Participant, now_ms: int) -> None:
        """Send what is due: repeated key-frame requests, NACKs, arrivals, receiver reports. Never raises."""
        try:
            self._tend(participant, now_ms)
        except Exception as error:  # one connection's fault must not stop the feedback of the others
            self._drops["feedback_error"] += 1
            if self._drops["feedback_error"] == 1:  # 20 times a second would fill the disk
                log.error("media_feedback_failed", seat=participant.seat, reason=type(error).__name__)

    def _tend(self, participant: Participant, now_ms: int) -> None:
        for picture in participant.pictures:
            self._tend_video(participant, picture, now_ms)
        self._report_arrivals(participant, now_ms)
        if participant.reported_ms is None:
            participant.reported_ms = now_ms
        elif now_ms - participant.reported_ms >= REPORT_INTERVAL_MS:
            participant.reported_ms = now_ms
            participant.catch_up()
            self._report_reception(participant, now_ms)

    def want_keyframe(self, stream: Incoming, now_ms: int) -> None:
        """Somebody needs a key frame of this video: ask now, if the last request is not too fresh."""
        publisher = self._participants[stream.seat]
        if stream.ssrc is not None and stream.keyframes.ask(now_ms, publisher.trip_ms(now_ms)):
            self._ask_keyframe(publisher, stream.ssrc)

    def mend(self, stream: Incoming, now_ms: int) -> None:
        """Ask the publisher for what its video lacks and is due."""
        lost = stream.repair.due(now_ms)
        if lost and stream.ssrc is not None:
            numbers = (number & 0xFFFF for number in lost)
            request = rtcp.nack(SERVER_SSRC, stream.ssrc, numbers)
            self._participants[stream.seat].send_control(_PREFIX + request)

    def _on_sender_report(self, sender: Participant, report: rtcp.SenderReport, now_ms: int) -> None:
        route = sender.routes.get(report.ssrc)
        if route is None or route.retransmission:
            return
        stream = route.stream
        if stream.reported_ms is not None and now_ms - stream.reported_ms < SENDER_REPORTS_MS:
            return  # each costs a datagram for every listener, and a packet holds many
        stream.reported_ms = now_ms
        stream.reception.reported(report.ntp, now_ms)
        stream.clock = report.ntp, report.timestamp
        # Who does not run on it is told nothing: its timestamps are not known yet, or another layer's.
        running = [slot for slot in stream.outgoing if slot.runs_on(stream)]
        for engine in {slot.engine for slot in running}:
            slots = [slot for slot in running if slot.engine is engine]
            told = engine.report(slots, report.ntp, report.timestamp)
            for slot in (slot for slot, was in zip(slots, told, strict=True) if was):
                slot.reported(report.ntp, now_ms)
            failed = len(told) - sum(map(bool, told))
            if failed and engine is not PYTHON:  # whose own way counts them
                self._drops["send"] += failed

    def _on_blocks(self, sender: Participant, blocks: Iterable[rtcp.ReportBlock], now_ms: int) -> None:
        fractions = []
        unseen_ms = 0
        for block in blocks:
            slot = self._received_slot(sender, block.ssrc)
            if slot is None:
                continue
            fractions.append(block.fraction)
            slot.carried(block.highest, block.fraction / 256, now_ms)
            if (
                slot.video
            ):  # a voice that is silent sends too little: the last packet may be lost, and none follow
                unseen_ms = max(unseen_ms, slot.unseen_ms(block.highest, now_ms))
            sender.losses.note(slot.told(block.highest), block.fraction / 256, now_ms)
            trip_ms = slot.trip_ms(block.last_report, block.delay * 1000 // 65_536, now_ms)
            if trip_ms is not None:
                sender.trips.note(trip_ms, now_ms)
        if fractions:
            sender.reports += 1
            sender.downlink_loss = sum(fractions) / len(fractions) / 256
            share = sender.losses.share(now_ms)  # of few packets a report says chance, and redundancy is dear
            loss = sender.downlink_loss if share is None else share
            wanted = sender.redundancy.reported(loss, sender.trips.late(now_ms), now_ms)
            for slot in sender.audio_slots.values():
                slot.carry_redundancy(wanted)
            sender.mind_pace(unseen_ms, now_ms)

    def _on_payload_feedback(self, sender: Participant, packet: rtcp.Packet, now_ms: int) -> None:
        if packet.subtype == rtcp.PLI:
            wanted = [rtcp.read_feedback_ssrc(packet)]
        elif packet.subtype == rtcp.FIR:
            wanted = rtcp.read_fir(packet)
        elif packet.subtype == rtcp.APPLICATION:
            if limit := rtcp.read_remb(packet):
                sender.remb_bps, sender.remb_ms = limit, now_ms
                sender.estimated(limit, now_ms)
            return
        else:
            return
        for ssrc in wanted:
            slot = self._received_slot(sender, ssrc)
            if slot is not None and slot.video and slot.source is not None:
                self.want_keyframe(slot.source, now_ms)

    def _on_nack(self, sender: Participant, packet: rtcp.Packet, now_ms: int) -> None:
        slot = self._received_slot(sender, rtcp.read_feedback_ssrc(packet))
        if slot is None or not slot.video or not slot.running:
            return
        if slot.publisher == slot.listener:
            return  # a mirror repairs nothing: it would send more than it gets
        for sequence in rtcp.read_nack(packet, _NACK_MOST):
            if slot.backlog is None:
                self._repeat(slot, sequence, now_ms)
            else:
                slot.backlog.repeat(slot, sequence, self._repeat, now_ms)

    def _repeat(self, slot: Outgoing, sequence: int, now_ms: int) -> int:
        """Send a packet of the present run again, made from the publisher's, as RTX or byte for byte. Its bytes; 0: it
        is not there any more, or one too many."""
        source = slot.source
        if source is None:
            return 0
        number = (
            rtp.extended(sequence, source.books.highest + slot.line.sequence_shift) - slot.line.sequence_shift
        )
        # What is below the floor came before this listener was allowed to see it, or before its key frame.
        kept = source.cache.get(number, now_ms) if slot.floor <= number <= source.books.highest else None
        if kept is None:
            self._drops["nack_gone"] += 1
            return 0
        if not slot.may_repeat(now_ms):
            self._drops["nack_limit"] += 1
            return 0
        packet, arrived_ms = kept
        header = rtp.parse(packet)
        payload = packet[header.payload_at : header.payload_end]
        payload = slot.shape.payload(payload, vp8.parse(payload) if payload else None)
        timestamp = (header.timestamp + slot.line.timestamp_shift) & 0xFFFFFFFF
        mark = rtp.MARKER if header.marker else 0
        if slot.rtx_ssrc is not None and slot.rtx_payload_type is not None:
            block = slot.shape.extension(None, now_ms)
            payload = sequence.to_bytes(2, "big") + payload
            second, sequence, ssrc = mark | slot.rtx_payload_type, slot.rtx_number & 0xFFFF, slot.rtx_ssrc
            slot.rtx_number += 1
        else:
            # The same number under the same key: every byte must be what it was, so also the send time.
            block = slot.shape.extension(None, arrived_ms)
            second, ssrc = mark | slot.line.payload_type, slot.line.ssrc
        first = rtp.EXTENDED if block else rtp.PLAIN
        repeated = rtp.FIXED.pack(first, second, sequence, timestamp, ssrc) + block + payload
        slot.send(repeated)
        return len(repeated)

    def _received_slot(self, listener: Participant, ssrc: int) -> Outgoing | None:
        slot = listener.slot_of_ssrc.get(ssrc)
        return slot if slot is not None and slot.source is not None else None

    def _ask_keyframe(self, publisher: Participant, ssrc: int) -> None:
        publisher.send_control(_PREFIX + rtcp.picture_loss(SERVER_SSRC, ssrc))

    def _tend_video(self, publisher: Participant, stream: Incoming, now_ms: int) -> None:
        if not stream.outgoing:  # nobody watches
            stream.keyframes.settle()
            stream.repair.forget()
            return
        if stream.ssrc is None or not stream.recent(now_ms):
            stream.keyframes.begin()
        elif stream.keyframes.due(now_ms, publisher.trip_ms(now_ms)):
            self._ask_keyframe(publisher, stream.ssrc)
        self.mend(stream, now_ms)

    def _report_arrivals(self, publisher: Participant, now_ms: int) -> None:
        ssrc = next((stream.ssrc for stream in publisher.streams if stream.ssrc is not None), None)
        if ssrc is not None and (report := publisher.taker.arrivals.report(SERVER_SSRC, ssrc, now_ms)):
            publisher.send_control(_PREFIX + report)

    def _report_reception(self, publisher: Participant, now_ms: int) -> None:
        blocks: list[rtcp.ReportBlock] = []
        for stream in publisher.streams:
            block = stream.reception.block(stream.ssrc, now_ms) if stream.ssrc is not None else None
            if block is not None:
                blocks.append(block)
                publisher.losses_of_own.note(stream.reception.expected, stream.reception.loss, now_ms)
        if not blocks:
            return
        compound = rtcp.receiver_report(SERVER_SSRC, blocks)
        compound += rtcp.description(SERVER_SSRC, _CANONICAL_NAME)
        if not any(stream.transport_id for stream in publisher.streams):
            loss = max(stream.reception.loss for stream in publisher.streams)
            limit = publisher.bitrate.after(loss)
            compound += rtcp.bitrate_limit(SERVER_SSRC, limit, [block.ssrc for block in blocks])
        publisher.send_control(compound)
