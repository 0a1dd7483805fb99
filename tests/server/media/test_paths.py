"""Paths over a wire in memory: checks that must do nothing, and moves that hold or are taken back."""

from __future__ import annotations

import pytest

from server.media.ice import KEYS_HELD, SILENT_MS, UNCONFIRMED_MS, Address
from server.media.peer import DOWN_MS
from server.media.plane import SdpError
from tests.server.media.peers import (
    HOME,
    MOVED,
    OTHER,
    ROOM,
    STRANGER,
    Circle,
    Followed,
    Follower,
    Hears,
)
from tests.waiting import turns

# Checks that do nothing


async def test_forged_checks_do_nothing(circle: Circle) -> None:
    client = circle.client()
    await client.ask()
    for forged in (
        client.check(nominate=True, pwd="x" * 24),
        client.check(nominate=True, username=f"{client.ufrag}:other"),
        client.check(nominate=True, username="other:Qw+v"),
    ):
        client.send(forged, source=STRANGER)
    await turns(20)
    assert circle.wire.sent == []
    assert circle.path() is None
    assert circle.wire.counters == {
        "check_wrong_integrity": 1,
        "check_wrong_username": 1,
        "stun_unknown_ufrag": 1,
    }


async def test_a_replayed_check_does_nothing(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    nomination = client.check(nominate=True)
    client.send(nomination)
    circle.wire.sent.clear()
    heard_ms = circle.plane._rooms[ROOM].peers[1].heard_ms
    circle.clock.now_ms += SILENT_MS + 100
    client.send(nomination, source=STRANGER)
    assert circle.wire.sent == []
    client.send(
        nomination
    )  # a retransmission is answered, as its answer may have been lost, and proves nothing
    assert len(circle.wire.sent_to(HOME)) == 1
    assert circle.path() == HOME
    assert circle.plane._rooms[ROOM].peers[1].heard_ms == heard_ms


async def test_a_check_cannot_take_over_the_address_of_a_living_path(circle: Circle) -> None:
    one, two = circle.client(1, HOME), circle.client(2, OTHER)
    await one.connect()
    await two.connect()
    two.send(two.check(nominate=True), source=HOME)
    one.send(one.sound())
    assert circle.plane.facts(ROOM)[1].packets_in == 1
    assert circle.path(2) == OTHER


# Paths that move


async def test_nomination_moves_the_path_and_sound_from_both_is_taken(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    client.send(client.check(nominate=True), source=MOVED)
    assert circle.path() == MOVED
    client.send(client.sound(), source=HOME)
    client.send(client.sound(), source=MOVED)
    assert circle.plane.facts(ROOM)[1].packets_in == 2
    assert circle.path() == MOVED


async def test_a_path_over_tcp_is_no_compiled_engines(circle: Circle) -> None:
    """It is sent to by hand, from the first packet after the move; and by the wire again once UDP is back."""
    speaker, client = circle.client(2, OTHER), circle.client(1, HOME)
    await speaker.connect()
    await client.connect()
    await circle.plane.set_reach(ROOM, {1: Hears(frozenset({2}))})
    peer = circle.plane._rooms[ROOM].peers[1]
    over_tcp: Address = ("192.0.2.1", 7000, "tcp", 1)
    for address, compiled in ((HOME, True), (over_tcp, False), (HOME, True)):
        client.send(client.check(nominate=True), source=address)
        assert circle.path() == address
        assert isinstance(peer.wire, Followed) is compiled
        circle.wire.sent.clear()
        speaker.send(speaker.sound())
        assert len(circle.wire.sent_to(address)) == 1
    assert circle.plane.forwarded(ROOM).forwarded == {(2, 1): (3, 0)}


async def test_packets_are_taken_without_python_only_while_the_link_is_up(circle: Circle) -> None:
    client, other = circle.client(), circle.client(2, OTHER)
    await client.connect()
    await other.connect()
    assert (circle.quick(1), circle.quick(2)) == ([HOME], [OTHER])
    circle.pass_ms(DOWN_MS + 1)
    assert (circle.quick(1), circle.quick(2)) == ([], [])
    client.send(client.sound())
    assert (circle.quick(1), circle.quick(2)) == ([HOME], [])
    other.send(other.check(nominate=True), source=HOME)
    assert circle.quick(2) == [], "that path is alive"
    await circle.plane.drop(ROOM, 1)
    assert isinstance(circle.plane._engine, Follower)
    assert circle.plane._engine.known == {}


async def test_an_address_that_another_takes_is_no_longer_the_first_ones(circle: Circle) -> None:
    """Two behind one NAT that gave the address of the one to the other."""
    one, two = circle.client(), circle.client(2, OTHER)
    await one.connect()
    await two.connect()
    circle.pass_ms(SILENT_MS + 1)
    two.send(two.check(nominate=True), source=HOME)
    assert circle.path(2) == HOME
    assert circle.quick(1) == []
    circle.pass_ms(SILENT_MS + 1)
    one.send(one.check())
    assert circle.quick(1) == [HOME], "and back again"


async def test_what_was_taken_without_python_keeps_a_link_up_and_its_path(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    for _ in range(3):
        circle.pass_ms(DOWN_MS - 1)
        circle.plane._rooms[ROOM].peers[1].taker.books.heard_ms = circle.clock.now_ms
    client.send(client.check(), source=MOVED)
    assert circle.path() == HOME
    circle.pass_ms(DOWN_MS)
    assert circle.links == [(ROOM, 1, True)]


async def test_a_restart_moves_the_path_and_keys_and_streams_go_on(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    client.send(client.sound())
    await client.restart("Ab+c")
    assert circle.path() == HOME, "nothing has come from elsewhere yet"
    client.send(client.check(nominate=True), source=MOVED)
    assert circle.path() == MOVED
    client.send(client.sound(), source=MOVED)
    assert circle.plane.facts(ROOM)[1].packets_in == 2
    assert circle.links == [(ROOM, 1, True)]


async def test_the_credentials_before_a_restart_stay_valid_and_those_before_them_do_not(
    circle: Circle,
) -> None:
    client = circle.client()
    await client.connect()
    first = client.check(nominate=True)
    await client.restart("Ab+c")
    second = client.check(nominate=True)
    client.send(first, source=MOVED)
    assert circle.path() == MOVED, "a browser's first checks from its new network"
    await client.restart("De+f")
    client.send(second, source=OTHER)
    assert circle.path() == OTHER
    stale = client.check(nominate=True, username="", pwd="")
    circle.wire.counters.clear()
    client.send(stale, source=STRANGER)
    client.send(first, source=STRANGER)
    assert circle.path() == OTHER
    assert circle.wire.counters == {"stun_unknown_ufrag": 2}
    assert len(circle.wire._by_ufrag) == 2


async def test_however_many_answers_are_lost_the_credentials_in_use_stay(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    for ufrag in ("Ab+c", "De+f", "Gh+i"):
        await circle.plane.restart(ROOM, 1, client.ufrag, ufrag)
    circle.wire.counters.clear()
    client.send(client.check())
    assert circle.wire.counters == {"check_valid": 1}
    assert len(circle.wire._by_ufrag) == 4
    await client.restart("Jk+l")
    client.send(client.check(nominate=True), source=MOVED)
    assert circle.path() == MOVED


async def test_a_restart_that_is_asked_for_twice_is_one(circle: Circle) -> None:
    """A page asks again beside a request that is stuck: whichever answer it takes must be the one that counts."""
    client = circle.client()
    await client.connect()
    known = client.ufrag
    first = await circle.plane.restart(ROOM, 1, known, "Ab+c")
    assert await circle.plane.restart(ROOM, 1, known, "Ab+c") == first
    assert await circle.plane.restart(ROOM, 1, known, "De+f") != first
    assert await circle.plane.restart(ROOM, 1, first[0], "De+f") != first


async def test_what_was_asked_long_ago_and_comes_late_takes_nothing_from_the_client(circle: Circle) -> None:
    """It has taken an answer already; a request that was stuck, and the same asked a second time, come after it."""
    client = circle.client()
    await client.connect()
    known = client.ufrag
    taken = await circle.plane.restart(ROOM, 1, known, "Re+3")
    await circle.plane.restart(ROOM, 1, known, "Re+1")
    assert await circle.plane.restart(ROOM, 1, known, "Re+3") == taken
    client.take(*taken, remote="Re+3")
    circle.wire.counters.clear()
    client.send(client.check(nominate=True), source=MOVED)
    assert circle.wire.counters == {"check_valid": 1} and circle.path() == MOVED
    for number in range(20):  # and of what is asked without end the oldest goes, but not what is used
        await circle.plane.restart(ROOM, 1, known, f"No+{number}")
        client.send(client.check(), source=MOVED)
    assert set(circle.wire.counters) == {"check_valid"} and len(circle.wire._by_ufrag) == KEYS_HELD


async def test_only_a_living_connection_is_restarted_and_by_who_knows_it(circle: Circle) -> None:
    client = circle.client()
    with pytest.raises(SdpError, match="no_connection"):
        await client.restart("Ab+c")
    with pytest.raises(KeyError):
        await circle.plane.restart("elsewhere", 1, "", "Ab+c")
    await client.connect()
    with pytest.raises(SdpError, match="no_connection"):
        await circle.plane.restart(ROOM, 1, client.ufrag[:-1], "Ab+c")
    for odd in ("", "a b", "Ab+c\r\n", "x" * 257):
        with pytest.raises(SdpError, match="bad_ice"):
            await client.restart(odd)
    client.send(client.sound())
    assert circle.plane.facts(ROOM)[1].packets_in == 1
    known = client.ufrag
    await client.restart("Ab+c")
    await circle.plane.restart(ROOM, 1, known, "De+f")  # the answer to the one before was lost
    await circle.plane.drop(ROOM, 1)
    with pytest.raises(SdpError, match="no_connection"):
        await client.restart("De+f")
    assert circle.wire._by_ufrag == {}


async def test_a_handshake_follows_the_path_at_once(circle: Circle) -> None:
    client = circle.client()
    await client.ask()
    client.send(client.check(), source=OTHER)  # an address where nobody reads what is sent there
    await turns(20)
    (hello,) = (datagram for datagram in circle.wire.sent_to(OTHER) if datagram[0] == 22)
    client.send(client.check(), source=HOME)
    assert hello not in circle.wire.sent_to(HOME)
    client.send(client.check(nominate=True), source=HOME)
    assert circle.wire.sent_to(HOME)[-1] == hello  # and no timer ran


async def test_sound_keeps_the_path_where_it_is(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    circle.pass_ms(SILENT_MS)
    client.send(client.sound())
    circle.pass_ms(SILENT_MS)
    client.send(client.check(), source=MOVED)
    assert circle.path() == HOME
    circle.pass_ms(1)
    client.send(client.check(), source=MOVED)
    assert circle.path() == MOVED


async def test_nat_rebinding_is_followed_at_the_first_packet(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    client.send(client.sound(), source=MOVED)
    assert circle.path() == MOVED
    assert circle.plane.facts(ROOM)[1].packets_in == 1
    client.send(client.check(), source=MOVED)
    circle.pass_ms(UNCONFIRMED_MS + 1)
    assert circle.path() == MOVED
    assert circle.wire.counters["path_rebound"] == 1


async def test_nat_rebinding_without_a_check_is_taken_back(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    client.send(client.sound(), source=MOVED)
    circle.pass_ms(UNCONFIRMED_MS)
    assert circle.path() == HOME


async def test_a_stolen_packet_moves_the_path_until_the_next_of_its_owner(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    client.send(client.sound(), source=STRANGER)
    client.send(client.sound())
    assert circle.path() == HOME


@pytest.mark.parametrize("delivered", [True, False])
async def test_a_replayed_or_forged_packet_moves_nothing(circle: Circle, delivered: bool) -> None:
    client = circle.client()
    await client.connect()
    packet = client.sound()
    if delivered:
        client.send(packet)
    else:
        packet = packet[:-1] + bytes((packet[-1] ^ 1,))
    client.send(packet, source=STRANGER)
    assert circle.path() == HOME
    assert circle.wire.counters["media_not_authentic"] == 1
