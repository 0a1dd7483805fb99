"""The ladder: what each rung means, and when somebody goes down and up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media.layers import (
    DOWN_MS,
    LATE_MS,
    LOSSY,
    LOUDEST,
    MOST,
    QUEUED_TIMES,
    SLOW_MS,
    START_MS,
    UP_MOST_MS,
    UP_MS,
    Ladder,
    Link,
    Rung,
    Scene,
    Uplink,
    Wish,
    choice,
    has_room,
    is_short,
    needs,
)
from server.media.negotiated import Layer

SEATS = frozenset(range(1, 9))
N, S, L = Layer.NONE, Layer.SMALL, Layer.LARGE
GOOD = Link(estimate_bps=3_000_000, sent_bps=400_000, loss=0.0, late_ms=0)
NARROW = Link(estimate_bps=200_000, sent_bps=400_000, loss=0.0, late_ms=0)
NEEDS = {Rung.FEW: 0, Rung.VOICES: 0, Rung.SPEAKER: 100_000, Rung.SMALL: 400_000, Rung.LARGE: 1_600_000}
STEP_MS = 200

some = st.frozensets(st.sampled_from(sorted(SEATS)))
scenes = st.builds(
    Scene, hears=some, sees=some, leaders=some, floor=some,
    speaking=st.lists(st.sampled_from(sorted(SEATS)), unique=True),
    sizes=st.dictionaries(st.sampled_from(sorted(SEATS)), st.sampled_from(Layer)),
)  # fmt: skip
links = st.builds(
    Link, st.none() | st.integers(0, 2_000_000), st.integers(0, 2_000_000), st.floats(0, 1),
    st.integers(0, 2_000), st.booleans(),
)  # fmt: skip


def goes(ladder: Ladder, link: Link, for_ms: int, start_ms: int = 0, most: Rung = Rung.LARGE) -> list[Rung]:
    return [ladder.step(link, NEEDS, most, start_ms + at) for at in range(0, for_ms + 1, STEP_MS)]


SCENE = Scene(
    hears=frozenset({1, 2, 3, 4, 5, 6, 7}),
    sees=frozenset({1, 2, 3, 4}),
    leaders=frozenset({1}),
    floor=frozenset({3}),
    speaking=(8, 2, 5, 4, 6),
    sizes={1: L, 2: S, 3: N, 4: L},
)


@pytest.mark.parametrize(
    ("rung", "pictures", "voices"),
    [
        (Rung.LARGE, {1: L, 2: S, 3: N, 4: L}, None),
        (Rung.SMALL, {1: S, 2: S, 3: N, 4: S}, None),
        (
            Rung.SPEAKER,
            {1: N, 2: S, 3: N, 4: N},
            None,
        ),  # 8 speaks out of reach; 3 holds the floor, off the screen
        (Rung.VOICES, {1: N, 2: N, 3: N, 4: N}, None),
        (Rung.FEW, {1: N, 2: N, 3: N, 4: N}, {1, 3, 2, 5, 4}),
    ],
)
def test_what_each_rung_sends(rung: Rung, pictures: dict[int, Layer], voices: set[int] | None) -> None:
    made = choice(rung, SCENE)
    assert (made.pictures, made.voices) == (pictures, voices)
    assert made.picture(9) is (S if rung >= Rung.SMALL else N), "who comes into reach just now"


def test_what_a_page_does_not_name_is_small() -> None:
    assert choice(Rung.LARGE, Scene(SEATS, SEATS)).pictures == dict.fromkeys(SEATS, S)


@given(scenes, st.sampled_from(Rung))
def test_a_choice_is_of_what_may_be_received_and_each_rung_sends_no_more_than_the_next(
    scene: Scene, rung: Rung
) -> None:
    made, more = choice(rung, scene), choice(Rung(min(rung + 1, Rung.LARGE)), scene)
    assert made.pictures.keys() == scene.sees
    assert all(made.picture(seat) <= more.picture(seat) for seat in SEATS)
    assert made.voices is None or made.voices <= scene.hears
    assert needs(scene, SEATS)[rung] <= needs(scene, SEATS)[Rung(min(rung + 1, Rung.LARGE))]


@given(scenes)
def test_the_leaders_and_the_floor_are_always_heard_and_a_few_beside_them(scene: Scene) -> None:
    voices = choice(Rung.FEW, scene).voices
    assert voices is not None
    always = (scene.leaders | scene.floor) & scene.hears
    assert always <= voices
    assert len(voices - always) <= LOUDEST


def test_needs_count_only_cameras_that_are_on() -> None:
    scene = Scene(SEATS, SEATS, sizes={1: L})
    assert needs(scene, frozenset({1, 2}))[Rung.LARGE] == 500_000
    assert needs(scene, frozenset({1, 2}))[Rung.SMALL] == 200_000


def test_down_within_two_seconds_to_what_fits_and_not_at_a_single_word() -> None:
    ladder = Ladder()
    assert goes(ladder, NARROW, DOWN_MS - STEP_MS)[-1] is Rung.SMALL
    assert goes(ladder, GOOD, 0, 5_000)[-1] is Rung.SMALL, "it was over soon"
    fell = goes(ladder, NARROW, 2_000, 6_000)
    assert fell[DOWN_MS // STEP_MS] is Rung.SPEAKER
    tight = NARROW._replace(estimate_bps=60_000)
    assert goes(Ladder(), tight, DOWN_MS)[-1] is Rung.VOICES, "not one by one"
    quiet = tight._replace(sent_bps=100_000)
    assert goes(Ladder(), quiet, DOWN_MS)[-1] is Rung.SPEAKER, "faces that hardly move take a quarter"


def test_up_after_eight_seconds_of_room() -> None:
    ladder = Ladder()
    rose = goes(ladder, GOOD, UP_MS)
    assert rose[-1] is Rung.LARGE
    assert set(rose[:-1]) == {Rung.SMALL}


def test_no_estimate_holds_at_small_pictures() -> None:
    unknown = GOOD._replace(estimate_bps=None)
    ladder = Ladder()
    assert set(goes(ladder, unknown, 60_000)) == {Rung.SMALL}
    goes(ladder, unknown._replace(loss=0.3), 4_000, 61_000)
    assert ladder.rung is Rung.VOICES
    assert goes(ladder, unknown, 30_000, 70_000)[-1] is Rung.SMALL


def test_an_estimate_that_still_grows_is_no_narrow_link() -> None:
    assert set(goes(Ladder(), NARROW._replace(rising=True), 10_000)) == {Rung.SMALL}


def test_a_lossy_link_that_is_not_full_keeps_all_voices() -> None:
    lossy = GOOD._replace(loss=0.25)
    ladder = Ladder()
    assert goes(ladder, lossy, 30_000)[-1] is Rung.VOICES
    assert goes(ladder, lossy._replace(late_ms=LATE_MS), DOWN_MS, 31_000)[-1] is Rung.FEW


def test_each_try_that_failed_doubles_the_wait_up_to_a_minute() -> None:
    ladder, now_ms, waits = Ladder(), 0, []
    for _ in range(6):
        began = now_ms
        while ladder.step(GOOD, NEEDS, Rung.LARGE, now_ms) is not Rung.LARGE:
            now_ms += STEP_MS
        waits.append(now_ms - began)
        while (
            ladder.step(NARROW._replace(estimate_bps=450_000, sent_bps=600_000), NEEDS, Rung.LARGE, now_ms)
            is Rung.LARGE
        ):
            now_ms += STEP_MS
        now_ms += STEP_MS
    assert waits == [UP_MS, 2 * UP_MS, 4 * UP_MS, UP_MOST_MS, UP_MOST_MS, UP_MOST_MS]


@pytest.mark.parametrize(("wish", "most"), MOST.items())
def test_a_wish_is_never_exceeded(wish: Wish, most: Rung) -> None:
    assert max(goes(Ladder(), GOOD, 60_000, most=MOST[wish])) <= most


TOLD = Link(estimate_bps=None, sent_bps=30_000, loss=0.0, late_ms=0, told=True)


def test_whoever_came_by_a_slow_way_hears_first_and_is_shown_the_speaker_soon_and_the_others_later() -> None:
    ladder = Ladder(SLOW_MS)
    untold = TOLD._replace(told=False)
    assert set(goes(ladder, untold, START_MS + STEP_MS)) == {Rung.VOICES}
    rose = goes(ladder, TOLD, STEP_MS, START_MS + 2 * STEP_MS)
    assert rose[0] is Rung.SPEAKER
    later = goes(ladder, TOLD, QUEUED_TIMES * UP_MS + STEP_MS, START_MS + 3 * STEP_MS)
    assert (later[-3], later[-1]) == (Rung.SPEAKER, Rung.SMALL)
    seen = Ladder(SLOW_MS)
    goes(seen, TOLD, START_MS)
    wide = goes(seen, TOLD._replace(estimate_bps=3_000_000), UP_MS + STEP_MS, START_MS + STEP_MS)
    assert wide[-1] is Rung.SMALL, "an estimate says that there is room"
    assert Ladder(SLOW_MS - 1).rung is Ladder(None).rung is Rung.SMALL


def test_a_lossy_way_is_shown_at_first_what_it_would_keep_and_later_only_when_it_is_clean() -> None:
    lossy = TOLD._replace(loss=LOSSY + 0.05)
    ladder = Ladder(SLOW_MS)
    assert goes(ladder, lossy, 60_000)[-1] is Rung.SPEAKER
    assert goes(ladder, lossy._replace(loss=LOSSY - 0.01), QUEUED_TIMES * UP_MS, 61_000)[-1] is Rung.SMALL
    goes(ladder, lossy, DOWN_MS, 95_000)
    assert goes(ladder, lossy._replace(loss=LOSSY - 0.01), 60_000, 100_000)[-1] is Rung.SPEAKER


def test_a_try_that_makes_a_queue_is_over_before_it_is_full() -> None:
    ladder, wide = Ladder(SLOW_MS), TOLD._replace(told=False)
    at_ms = next(
        at for at in range(0, 60_000, STEP_MS) if ladder.step(wide, NEEDS, Rung.LARGE, at) > Rung.VOICES
    )
    late = wide._replace(late_ms=LATE_MS // 2)
    assert ladder.step(late, NEEDS, Rung.LARGE, at_ms + STEP_MS) is Rung.VOICES
    waited = goes(ladder, wide, QUEUED_TIMES * UP_MS + STEP_MS, at_ms + 2 * STEP_MS)
    assert (waited[-3], waited[-1]) == (Rung.VOICES, Rung.SPEAKER), "longer now"
    assert set(goes(Ladder(), late, 10_000)) == {Rung.SMALL}, "nothing was tried"


def test_what_carries_the_speaker_waits_longer_and_longer_for_all_where_that_makes_a_queue() -> None:
    ladder, waits, now_ms = Ladder(), [], 0
    for _ in range(5):
        while ladder.rung is Rung.SMALL:
            now_ms += STEP_MS
            ladder.step(TOLD._replace(late_ms=LATE_MS), NEEDS, Rung.LARGE, now_ms)
        while ladder.rung is not Rung.SPEAKER:
            now_ms += STEP_MS
            ladder.step(TOLD, NEEDS, Rung.LARGE, now_ms)
        began = now_ms
        while ladder.rung is not Rung.SMALL:
            now_ms += STEP_MS
            ladder.step(TOLD, NEEDS, Rung.LARGE, now_ms)
        waits.append((now_ms - began) // UP_MS)
    assert waits == [1, 4, 16, 60, 60]


def test_a_queue_takes_all_pictures_of_whoever_says_no_estimate() -> None:
    queued = TOLD._replace(late_ms=LATE_MS)
    assert goes(Ladder(), queued, DOWN_MS)[-1] is Rung.VOICES
    assert goes(Ladder(), queued._replace(estimate_bps=3_000_000), DOWN_MS)[-1] is Rung.SPEAKER


def test_a_link_that_is_down_goes_nowhere_up() -> None:
    assert set(goes(Ladder(SLOW_MS), TOLD._replace(away=True), 60_000)) == {Rung.VOICES}


@given(st.lists(links, max_size=60), st.sampled_from(Rung))
def test_whatever_a_link_does_one_rung_up_at_a_time_and_no_more_than_the_most(
    course: list[Link], most: Rung
) -> None:
    ladder, before, rose_ms = Ladder(), min(Rung.SMALL, most), -UP_MS
    for number, link in enumerate(course):
        now_ms = number * 700
        rung = ladder.step(link, NEEDS, most, now_ms)
        assert rung <= min(most, before + 1)
        if rung > before:
            assert now_ms - rose_ms >= UP_MS
            rose_ms = now_ms
        before = rung


@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_more_room_never_means_less(one: int, other: int, sent: int) -> None:
    low, high = (Link(estimate, sent, 0.0, 0) for estimate in sorted((one, other)))
    assert goes(Ladder(), low, DOWN_MS)[-1] <= goes(Ladder(), high, DOWN_MS)[-1]


@pytest.mark.slow
@pytest.mark.unhurried
@given(st.integers(30_000, 4_000_000))
def test_a_link_that_stays_as_it_is_finds_its_rung_and_tries_more_only_now_and_then(width_bps: int) -> None:
    ladder, changes, rung, too_much_ms, minutes = Ladder(), 0, Rung.SMALL, 0, 30
    for now_ms in range(0, minutes * 60_000, STEP_MS):
        sent = NEEDS[rung]
        estimate = min(sent * 3 // 2 + 10_000, width_bps) if sent else None
        late = LATE_MS if sent > 2 * width_bps else 0
        after = ladder.step(Link(estimate, sent, 0.0, late), NEEDS, Rung.LARGE, now_ms)
        changes += after is not rung
        too_much_ms += STEP_MS * (NEEDS[after] > width_bps / 0.9)
        rung = after
    assert changes <= 2 * (minutes + 6)
    assert too_much_ms <= (minutes + 6) * 2_000, "two seconds a minute at the most"
    fits = [one for one in Rung if NEEDS[one] <= width_bps]
    assert rung >= min(max(fits), Rung.SMALL) - 1


def test_a_voice_that_is_lost_on_its_way_here_is_made_small_and_for_a_while() -> None:
    uplink = Uplink()
    assert [uplink.note(0.2, at) for at in (0, 1_000, 2_000)] == [False, False, True]
    assert uplink.note(0.0, 3_000)
    assert uplink.note(0.05, 22_000), "not clean"
    assert uplink.note(0.0, 23_000)
    assert uplink.note(0.0, 42_999)
    assert not uplink.note(0.0, 43_000)


def test_of_what_is_lost_of_a_few_packets_nothing_follows() -> None:
    uplink = Uplink()
    assert [uplink.note(loss, at) for loss, at in ((0.2, 0), (None, 1_900), (0.2, 2_000), (0.2, 3_999))] == [
        False
    ] * 4
    assert uplink.note(0.2, 4_000)
    assert [uplink.note(loss, at) for loss, at in ((0.0, 5_000), (None, 20_000), (0.0, 25_000))] == [True] * 3


def test_pictures_that_cannot_keep_up_with_their_pace_are_fewer_and_no_voice_is() -> None:
    behind = TOLD._replace(behind=True)
    assert is_short(behind, Rung.SPEAKER)
    assert not is_short(behind, Rung.VOICES)
    assert not has_room(behind, Rung.VOICES, 0)
    assert has_room(TOLD, Rung.VOICES, 0)
