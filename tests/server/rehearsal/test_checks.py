"""The client's half of ICE: growing intervals, consent, and deaf to answers that are not authentic."""

from __future__ import annotations

from aioice import stun
from hypothesis import given
from hypothesis import strategies as st

from server.rehearsal.checks import CONSENT_INTERVAL_MS, CONSENT_LOST_MS, Checks

PASSWORD = "a password of the server"
HERE, THERE = ("127.0.0.1", 4000), ("192.0.2.1", 4000)


def checks() -> Checks:
    return Checks("mine", "theirs", PASSWORD, [HERE, THERE])


def answer_to(request: bytes, password: str = PASSWORD) -> bytes:
    answer = stun.Message(
        stun.Method.BINDING, stun.Class.RESPONSE, stun.parse_message(request).transaction_id
    )
    answer.attributes["XOR-MAPPED-ADDRESS"] = HERE
    answer.add_message_integrity(password.encode())
    return bytes(answer)


def test_requests_go_to_every_candidate_ever_more_slowly() -> None:
    checking = checks()
    times = [now_ms for now_ms in range(0, 3000, 10) if checking.due(now_ms)]
    assert times == [0, 50, 150, 350, 750, 1550, 2350]
    again = checks().due(0)
    assert [address for _, address in again] == [HERE, THERE]
    request = stun.parse_message(again[0][0])
    assert request.check_message_integrity(PASSWORD.encode())
    assert request.attributes["USERNAME"] == "theirs:mine"
    assert "USE-CANDIDATE" in request.attributes and "ICE-CONTROLLING" in request.attributes


def test_the_first_answer_chooses_the_path_and_then_consent_is_kept_fresh() -> None:
    checking = checks()
    (_, _), (request, _) = checking.due(0)
    assert checking.on_datagram(answer_to(request), 5)
    assert checking.path == THERE
    assert checking.due(CONSENT_INTERVAL_MS) == []
    assert [address for _, address in checking.due(5 + CONSENT_INTERVAL_MS)] == [THERE]
    assert not checking.lost(5 + CONSENT_LOST_MS)
    assert checking.lost(6 + CONSENT_LOST_MS)


def test_answers_that_are_forged_replayed_or_not_asked_for_are_ignored() -> None:
    checking = checks()
    request, _ = checking.due(0)[0]
    stranger, _ = checks().due(0)[0]
    assert not checking.on_datagram(answer_to(request, "another password"), 1)
    assert not checking.on_datagram(answer_to(stranger), 1)
    assert checking.path is None
    assert checking.on_datagram(answer_to(request), 2)
    assert not checking.on_datagram(answer_to(request), 9_000), "a replay proves nothing"
    assert checking.answered_ms == 2


@given(st.binary(max_size=120))
def test_no_datagram_raises(datagram: bytes) -> None:
    assert not checks().on_datagram(datagram, 0)
    assert not checks().on_datagram(b"\x01\x01" + datagram, 0)
