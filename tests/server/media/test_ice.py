"""The ICE-lite agent alone: which checks count, and which path they make."""

from __future__ import annotations

import pytest
from aioice import stun
from hypothesis import given
from hypothesis import strategies as st

from server.media.ice import (
    REMEMBERED_CHECKS,
    SILENT_MS,
    UNCONFIRMED_MS,
    Address,
    Agent,
    Verdict,
    local_ufrag,
    parse_request,
)

HOME: Address = ("192.0.2.1", 5000)
BACKUP: Address = ("192.0.2.2", 5001)
STRANGER: Address = ("203.0.113.9", 666)


def binding(
    agent: Agent, *, username: str | None = None, pwd: str | None = None, controlled: bool = False
) -> bytes:
    """A check such as the client "them" sends to `agent`."""
    request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
    request.attributes["USERNAME"] = username if username is not None else f"{agent.ufrag}:them"
    request.attributes["PRIORITY"] = 1853824767
    request.attributes["ICE-CONTROLLED" if controlled else "ICE-CONTROLLING"] = 1
    request.add_message_integrity((pwd if pwd is not None else agent.pwd).encode())
    return bytes(request)


def parsed(datagram: bytes) -> stun.Message:
    request = parse_request(datagram)
    assert request is not None
    return request


@pytest.fixture
def agent() -> Agent:
    return Agent("them")


def test_ufrag_and_password_are_fresh_and_long_enough(agent: Agent) -> None:
    assert len(agent.ufrag) >= 4 and len(agent.pwd) >= 22
    assert agent.pwd != Agent("them").pwd


def test_a_valid_check_is_answered_with_the_address_it_came_from(agent: Agent) -> None:
    request = parsed(binding(agent))
    assert local_ufrag(request) == agent.ufrag
    assert agent.examine(request, HOME) is Verdict.VALID
    response = stun.parse_message(agent.response(request, HOME, Verdict.VALID))
    assert response.message_class is stun.Class.RESPONSE
    assert response.transaction_id == request.transaction_id
    assert response.attributes["XOR-MAPPED-ADDRESS"] == HOME
    assert response.check_message_integrity(agent.pwd.encode())
    assert "FINGERPRINT" in response.attributes


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"pwd": "0123456789abcdefghijklmn"}, Verdict.WRONG_INTEGRITY),
        ({"username": "them:them"}, Verdict.WRONG_USERNAME),
        ({"username": ""}, Verdict.WRONG_USERNAME),
        ({"controlled": True}, Verdict.CONFLICT),
    ],
)
def test_other_checks_are_not_valid(agent: Agent, change: dict[str, str], verdict: Verdict) -> None:
    assert agent.examine(parsed(binding(agent, **change)), HOME) is verdict  # type: ignore[arg-type]


def test_the_clients_half_of_the_username_counts_too(agent: Agent) -> None:
    request = parsed(binding(agent, username=f"{agent.ufrag}:other"))
    assert agent.examine(request, HOME) is Verdict.WRONG_USERNAME


def test_a_check_without_integrity_is_not_valid(agent: Agent) -> None:
    request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
    request.attributes["USERNAME"] = f"{agent.ufrag}:them"
    assert agent.examine(parsed(bytes(request)), HOME) is Verdict.WRONG_INTEGRITY


def test_nomination_that_integrity_does_not_cover_is_not_read(agent: Agent) -> None:
    datagram = bytearray(binding(agent)[:-8])  # cut the fingerprint
    datagram += bytes.fromhex("00250000")  # and append USE-CANDIDATE behind the integrity
    datagram[2:4] = (len(datagram) - 20).to_bytes(2, "big")
    request = parsed(bytes(datagram))
    assert agent.examine(request, HOME) is Verdict.VALID
    assert "USE-CANDIDATE" not in request.attributes


def test_a_role_conflict_is_answered_with_487(agent: Agent) -> None:
    request = parsed(binding(agent, controlled=True))
    verdict = agent.examine(request, HOME)
    response = stun.parse_message(agent.response(request, HOME, verdict))
    assert response.message_class is stun.Class.ERROR
    assert response.attributes["ERROR-CODE"][0] == 487


def test_a_retransmission_is_known_and_a_replay_from_elsewhere_too(agent: Agent) -> None:
    datagram = binding(agent)
    assert agent.examine(parsed(datagram), HOME) is Verdict.VALID
    assert agent.examine(parsed(datagram), HOME) is Verdict.REPEATED
    assert agent.examine(parsed(datagram), STRANGER) is Verdict.REPLAYED


def test_the_memory_of_checks_is_bounded(agent: Agent) -> None:
    first = binding(agent)
    agent.examine(parsed(first), HOME)
    for _ in range(REMEMBERED_CHECKS):
        agent.examine(parsed(binding(agent)), HOME)
    assert len(agent._checks) == REMEMBERED_CHECKS
    assert agent.examine(parsed(first), HOME) is Verdict.VALID  # forgotten, oldest first


# The path


def test_the_first_valid_check_makes_the_path(agent: Agent) -> None:
    assert agent.path is None
    agent.accept(HOME, nominated=False, now_ms=0)
    assert agent.path == HOME


def test_a_backup_check_does_not_move_a_living_path(agent: Agent) -> None:
    agent.accept(HOME, nominated=False, now_ms=0)
    agent.accept(BACKUP, nominated=False, now_ms=SILENT_MS)
    assert agent.path == HOME


def test_nomination_moves_the_path(agent: Agent) -> None:
    agent.accept(HOME, nominated=True, now_ms=0)
    agent.accept(BACKUP, nominated=True, now_ms=1)
    assert agent.path == BACKUP


def test_any_valid_check_moves_a_silent_path(agent: Agent) -> None:
    agent.accept(HOME, nominated=False, now_ms=0)
    agent.accept(BACKUP, nominated=False, now_ms=SILENT_MS + 1)
    assert agent.path == BACKUP


def test_media_keeps_a_path_alive(agent: Agent) -> None:
    agent.accept(HOME, nominated=False, now_ms=0)
    agent.path_heard_ms = 1000
    agent.accept(BACKUP, nominated=False, now_ms=SILENT_MS + 1)
    assert agent.path == HOME


def test_rebinding_holds_when_a_check_confirms_it(agent: Agent) -> None:
    agent.accept(HOME, nominated=True, now_ms=0)
    agent.rebind(BACKUP, 100)
    assert agent.path == BACKUP and agent.unconfirmed
    agent.accept(BACKUP, nominated=False, now_ms=200)
    agent.on_timer(200 + UNCONFIRMED_MS)
    assert agent.path == BACKUP and not agent.unconfirmed


def test_rebinding_is_taken_back_without_a_check(agent: Agent) -> None:
    agent.accept(HOME, nominated=True, now_ms=0)
    agent.rebind(STRANGER, 100)
    agent.on_timer(99 + UNCONFIRMED_MS)
    assert agent.path == STRANGER
    agent.on_timer(100 + UNCONFIRMED_MS)
    assert agent.path == HOME


@pytest.mark.parametrize("sign", ["media", "check"])
def test_rebinding_is_taken_back_as_soon_as_the_former_path_lives(agent: Agent, sign: str) -> None:
    agent.accept(HOME, nominated=True, now_ms=0)
    agent.rebind(STRANGER, 100)
    agent.rebind(("203.0.113.9", 667), 110)  # the former path stays the one that a check made
    if sign == "media":
        agent.on_media(HOME, 120)
    else:
        agent.accept(HOME, nominated=False, now_ms=120)
    assert agent.path == HOME and not agent.unconfirmed


def test_media_from_a_validated_backup_address_moves_nothing(agent: Agent) -> None:
    agent.accept(HOME, nominated=True, now_ms=0)
    agent.on_media(BACKUP, 50)
    assert agent.path == HOME


# Whatever may come


@given(st.binary(max_size=200))
def test_rubbish_is_no_request(datagram: bytes) -> None:
    assert parse_request(datagram) is None


@given(
    st.binary(max_size=60).map(
        lambda body: (
            bytes.fromhex("0001")
            + len(body).to_bytes(2, "big")
            + bytes.fromhex("2112a442")
            + bytes(12)
            + body
        )
    )
)
def test_rubbish_attributes_are_parsed_or_refused(datagram: bytes) -> None:
    request = parse_request(datagram)
    if request is not None:
        assert Agent("them").examine(request, HOME) in (Verdict.WRONG_USERNAME, Verdict.WRONG_INTEGRITY)


@given(st.data())
def test_a_damaged_check_is_never_valid(data: st.DataObject) -> None:
    agent = Agent("them")
    datagram = bytearray(binding(agent))
    at = data.draw(st.integers(0, len(datagram) - 9))  # the 8 bytes of FINGERPRINT guard nothing
    datagram[at] ^= data.draw(st.integers(1, 255))
    request = parse_request(bytes(datagram))
    if request is not None:
        assert agent.examine(request, HOME) in (Verdict.WRONG_USERNAME, Verdict.WRONG_INTEGRITY)


@pytest.mark.parametrize("size", range(29))
def test_short_stun_headers_are_no_request(size: int) -> None:
    assert (
        parse_request(bytes.fromhex("000100082112a44200000000000000000000000000240001000000")[:size]) is None
    )
