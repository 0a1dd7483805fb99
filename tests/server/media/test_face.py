"""What the room asks of the media, of a plane in its own process and of one that a worker has: it is the same."""

from __future__ import annotations

import pytest

from server.media.ice import Address
from server.media.negotiated import Choice
from server.media.plane import SdpError
from tests.server.media.peers import HOME, OFFER, OTHER, ROOM, Circle, Hears
from tests.waiting import until


def packets_in(circle: Circle, seat: int) -> int:
    facts = circle.face.facts(ROOM).get(seat)
    return 0 if facts is None else facts.packets_in


async def test_a_client_joins_and_its_link_is_up(either: Circle) -> None:
    client = either.client()
    await client.connect()
    await until(lambda: either.links == [(ROOM, 1, True)])
    client.send(client.sound())
    await until(lambda: packets_in(either, 1) == 1)


async def test_the_answer_names_the_advertised_address(either: Circle) -> None:
    answer = await either.client().ask()
    assert "a=candidate:1 1 udp 2130706431 192.0.2.50 4242 typ host" in answer
    assert either.face.port == 4242


async def test_sound_travels_only_as_far_as_reach(either: Circle) -> None:
    one, two = either.client(1, HOME), either.client(2, OTHER)
    await one.connect()
    await two.connect()

    def heard(by: Address) -> int:
        either.wire.sent.clear()
        one.send(one.sound())
        return sum(
            0x80 <= datagram[0] < 0xC0 and datagram[1] & 0x7F == 111 for datagram in either.wire.sent_to(by)
        )

    assert heard(OTHER) == 0
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))})
    assert heard(OTHER) == 1
    assert heard(HOME) == 0
    await either.face.set_reach(ROOM, {1: Hears(audio=frozenset({2}))})
    assert heard(OTHER) == 0
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))})
    assert heard(OTHER) == 1
    either.face.silence(ROOM)
    await until(lambda: heard(OTHER) == 0)


async def test_a_choice_takes_away_and_adds_nothing(either: Circle) -> None:
    one, two = either.client(1, HOME), either.client(2, OTHER)
    await one.connect()
    await two.connect()

    def heard() -> int:
        either.wire.sent.clear()
        one.send(one.sound())
        return sum(d[1] & 0x7F == 111 for d in either.wire.sent_to(OTHER) if 0x80 <= d[0] < 0xC0)

    either.face.choose(ROOM, {2: Choice({}, frozenset({1}))})
    assert heard() == 0, "no reach"
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))})
    assert heard() == 1
    either.face.choose(ROOM, {2: Choice({}, frozenset())})
    await until(lambda: heard() == 0)
    either.face.choose(ROOM, {})
    await until(lambda: heard() == 1)
    either.face.choose("another", {2: Choice({})})


async def test_who_spoke_is_told_of_a_room_that_is_measured_and_of_no_other(either: Circle) -> None:
    client = either.client()
    await client.connect()

    async def speaks() -> list[tuple[int, int, int]]:
        for _ in range(20):
            client.send(client.sound(level=20))
            either.clock.now_ms += 20
        await until(lambda: packets_in(either, 1) > 0)
        return await either.face.spoken(ROOM, rest=True)

    assert await speaks() == []
    either.face.measure(ROOM)
    assert await either.face.spoken(ROOM) == []
    [(seat, begins, ends)] = await speaks()
    assert seat == 1 and 300 <= ends - begins <= 400
    assert await either.face.spoken("another") == []


async def test_slots_are_lent(either: Circle) -> None:
    one, two = either.client(1, HOME), either.client(2, OTHER)
    await one.connect()
    await two.connect()

    def ssrc_heard() -> int:
        either.wire.sent.clear()
        one.send(one.sound())
        (heard,) = {int.from_bytes(d[8:12], "big") for d in either.wire.sent_to(OTHER) if d[1] & 0x7F == 111}
        return heard

    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))}, {1: 1})
    first = ssrc_heard()
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))}, {1: 2})
    assert ssrc_heard() != first


async def test_a_restart_gives_other_credentials_to_the_same_connection(either: Circle) -> None:
    client = either.client()
    await client.connect()
    before = client.ufrag
    await client.restart("Ab+c")
    assert client.ufrag != before and len(client.pwd) == 24
    client.send(client.check(nominate=True))
    assert either.wire.counters["check_valid"] == 2
    with pytest.raises(SdpError) as refused:
        await either.face.restart(ROOM, 2, client.ufrag, "Ab+c")
    assert refused.value.code == "no_connection"


async def test_who_is_dropped_sends_and_receives_nothing(either: Circle) -> None:
    one, two = either.client(1, HOME), either.client(2, OTHER)
    await one.connect()
    await two.connect()
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1})), 1: Hears(audio=frozenset({2}))})
    await either.face.drop(ROOM, 1)
    assert either.wire.sent_to(HOME)[-1][0] == 21  # the last word is a DTLS alert
    either.wire.sent.clear()
    one.send(one.sound())
    one.send(one.check(nominate=True))
    two.send(two.sound())
    assert either.wire.sent == []
    await until(lambda: set(either.face.facts(ROOM)) == {2})
    assert either.links == [(ROOM, 1, True), (ROOM, 2, True)]
    await either.face.drop(ROOM, 1)


async def test_the_sums_keep_what_closed_rooms_had(either: Circle) -> None:
    one, two = either.client(1, HOME), either.client(2, OTHER)
    await one.connect()
    await two.connect()
    await either.face.set_reach(ROOM, {2: Hears(audio=frozenset({1}))})
    for _ in range(3):
        one.send(one.sound())
    sound = one.sound()
    one.send(sound[:-1] + bytes((sound[-1] ^ 1,)))
    either.face.open_room("another", 2)
    await until(lambda: either.face.totals().seats["up"] == 2 and "unauthentic" in either.face.totals().drops)
    open_yet = either.face.totals()
    assert (open_yet.audio, open_yet.video, open_yet.rooms) == (3, 0, 2)
    assert open_yet.drops == {"unauthentic": 1}
    assert open_yet.seats == {"connecting": 0, "up": 2, "down": 0}
    await either.face.close_room(ROOM)
    await until(lambda: either.face.totals().seats["up"] == 0)
    closed = either.face.totals()
    assert (closed.audio, closed.rooms, closed.drops) == (3, 1, open_yet.drops)
    assert closed.seats == {"connecting": 0, "up": 0, "down": 0}
    assert closed.datagrams["check_valid"] == 2


async def test_a_bad_offer_leaves_the_former_peer_alone(either: Circle) -> None:
    client = either.client()
    await client.connect()
    with pytest.raises(SdpError) as refused:
        await either.face.answer(ROOM, 1, "v=0")
    assert refused.value.code and refused.value.detail
    client.send(client.sound())
    await until(lambda: packets_in(either, 1) == 1)


async def test_close_notify_takes_the_link_down_at_once(either: Circle) -> None:
    client = either.client()
    await client.connect()
    await client.dtls.close()
    await until(lambda: either.links == [(ROOM, 1, True), (ROOM, 1, False)])
    await until(lambda: either.face.facts(ROOM) == {})


async def test_closing_a_room_ends_its_connections(either: Circle) -> None:
    client = either.client()
    await client.connect()
    await either.face.close_room(ROOM)
    await either.face.close_room(ROOM)
    assert either.wire.sent_to(HOME)[-1][0] == 21
    assert either.face.facts(ROOM) == {}
    either.face.silence(ROOM)
    with pytest.raises(KeyError):
        await either.face.answer(ROOM, 1, OFFER)
    with pytest.raises(KeyError):
        await either.face.set_reach(ROOM, {})


@pytest.mark.parametrize("seat", [0, 3, -1])
async def test_a_room_has_only_its_seats(either: Circle, seat: int) -> None:
    with pytest.raises(KeyError):
        await either.face.answer(ROOM, seat, OFFER)
