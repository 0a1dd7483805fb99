"""Rooms go to the least loaded worker, and all at once to others where nobody takes up its post."""

from __future__ import annotations

from server.media.placement import Placement


def placement(*rooms: tuple[str, int], posts: int = 2) -> Placement:
    made = Placement()
    for room, seats in rooms:
        made.open(room, seats, None, range(posts))
    return made


def where(made: Placement) -> dict[str, int]:
    return {room: placed.post for room, placed in made.rooms.items()}


def test_the_least_loaded_worker_gets_the_next_room() -> None:
    assert where(placement(("a", 12), ("b", 4), ("c", 4), ("d", 4), ("e", 4))) == {
        "a": 0, "b": 1, "c": 1, "d": 1, "e": 0,
    }  # fmt: skip


def test_whoever_is_there_counts_beside_the_seats() -> None:
    made = placement(("a", 8), ("b", 8))
    made.rooms["a"].linked |= {1, 2}
    placed = made.open("c", 8, None, range(2))
    assert placed is not None and placed.post == 1


def test_a_room_that_has_closed_weighs_nothing() -> None:
    made = placement(("a", 8), ("b", 8))
    assert made.close("b") is not None and made.close("b") is None
    placed = made.open("c", 8, 4, range(2))
    assert placed is not None and (placed.post, placed.slots) == (1, 4)


def test_a_room_that_is_open_stays_where_it_is() -> None:
    made = placement(("a", 8))
    assert made.open("a", 20, None, [1]) is None
    assert made.rooms["a"].post == 0 and made.rooms["a"].seats == 8


def test_only_posts_that_are_offered_are_taken() -> None:
    made = placement(("a", 8), posts=1)
    placed = made.open("b", 8, None, [2])
    assert placed is not None and placed.post == 2
    assert made.of(2) == {"b": placed}


def test_the_rooms_of_a_post_are_spread_over_the_others() -> None:
    made = placement(("a", 3), ("b", 30), ("c", 9), ("d", 4), posts=1)
    assert list(made.move(0, [1, 2])) == ["b", "c", "d", "a"]
    assert where(made) == {"a": 2, "b": 1, "c": 2, "d": 2}
