"""How leaders lead a simulated meeting, through every phase of every format, by what their own page shows them."""

from __future__ import annotations

from random import Random
from typing import Any

from facilitation import commands as c
from facilitation.vocabulary import Circle, Floor, Gate, Intervention, Part, SeatId, Word
from tests.simulation.wishes import others

View = dict[str, Any]
INNER_ENOUGH = 8
LONG_ENOUGH_MS = 60 * 60_000
"""After this, leaders go back to no earlier phase."""


def leaders_wish(view: View, seat: SeatId, now: int, rng: Random, pace: float = 1.0) -> c.Command | None:
    """None: to wait, which is most of a leader's work. A `pace` of 2 holds phases in half of their time."""
    waiting = next((number for number, one in view["seats"].items() if one["standing"] == "waiting"), None)
    if waiting is not None and rng.random() < 0.8:
        return c.Admit(SeatId(int(waiting)))
    if view["stage"] == "gathering":
        enough = view["quorum"]["present"] >= view["quorum"]["needed"] or now > 600_000
        return c.Begin() if enough and rng.random() < 0.5 else None
    if view["stage"] != "running":
        return None
    here = view["plan"][view["phase"]["index"]]
    return (
        _undoes(view, now, rng)
        or _answers(view, seat, rng)
        or _of_the_case(view, here, seat, now, rng)
        or _onwards(view, here, seat, now, rng, pace)
        or _floor(view, here, seat, rng)
    )


def _spent(view: View, here: View, now: int) -> float:
    """How much of the phase's typical time is over; the clock of the phase stands still in a pause."""
    typical_ms: int = here["typical_ms"]
    began_at: int = view["phase"]["began_at"]
    return (now - began_at) / typical_ms if typical_ms else 1.0


def _undoes(view: View, now: int, rng: Random) -> c.Command | None:
    """The step, or the extension, was a slip of the hand."""
    undo = view["undo"]
    slip = undo is not None and now <= undo["until"] and rng.random() < (0.05 if undo["to"] else 0.3)
    return c.UndoStep(view["phase"]["entry"], undo["to"]) if slip else None


def _answers(view: View, seat: SeatId, rng: Random) -> c.Command | None:
    """What others have asked for, and what must not stay as it is."""
    entry, case, room = view["phase"]["entry"], view["case"]["number"], view["private"]
    if room is None and view["seats"][str(seat)].get("stepped_out"):
        return rng.choice([None, None, c.LeavePrivateRoom()])
    if view["paused"] and rng.random() < 0.5:
        return c.AskIntoPrivateRoom() if room and seat not in room["inside"] else c.Resume(entry)
    if view["presenter_overdue"]:
        return rng.choice([None, c.GoOn(case), c.CloseCase(case)])
    if room and seat in room["inside"]:
        asking = room["asking"]
        return c.AgreeInPrivateRoom(asking) if asking else rng.choice([None, None, c.LeavePrivateRoom()])
    if room and rng.random() < 0.3:
        return rng.choice([c.AskIntoPrivateRoom(), c.AskIntoPrivateRoom(), c.Pause(entry)])
    if seat in view["whispering"] and rng.random() < 0.6:
        return c.Whisper(False)
    for word in view["words"]:
        if rng.random() < 0.5:
            heeded = c.HeedWord(SeatId(word["seat"]), Word(word["word"]))
            return {
                "bring_me_back": rng.choice(
                    [c.Recall(entry), heeded, c.NoteWord(SeatId(word["seat"]), Word.BRING_ME_BACK)]
                ),
                "need_a_pause": rng.choice(
                    [c.Pause(entry), heeded, c.NoteWord(SeatId(word["seat"]), Word.NEED_A_PAUSE)]
                ),
                "distress": rng.choice(
                    [
                        c.OpenPrivateRoom(SeatId(word["seat"])),
                        heeded,
                        c.NoteWord(SeatId(word["seat"]), Word.DISTRESS),
                    ]
                ),
                "leave_early": heeded,
            }[word["word"]]
    return None


def _of_the_case(view: View, here: View, seat: SeatId, now: int, rng: Random) -> c.Command | None:
    """Who presents, before whom, and with whom in the scene."""
    entry, case, scene = view["phase"]["entry"], view["case"], view["scene"]
    if here["offers"] and case["presenter"] is None and rng.random() < 0.7:
        if view["named"] > 1:
            return c.CloseChoice(case["number"])
        if view["offers"]:
            return c.ChoosePresenter(case["number"], SeatId(rng.choice(view["offers"])))
    if here["kind"] == "seating":
        circle = {
            SeatId(int(n)): one["circle"] for n, one in view["seats"].items() if one["role"] == "member"
        }
        outer = [other for other, where in circle.items() if where == "outer"]
        if outer and len(circle) - len(outer) < INNER_ENOUGH:
            return c.MoveSeat(outer[0], Circle.INNER)
    if here["kind"] == "casting" and scene and len(scene["cast"]) < 3 and rng.random() < 0.4:
        return c.InviteToPart(entry, rng.choice(others(view, seat) or [seat]), Part.AUXILIARY)
    if scene and scene["frozen"] and rng.random() < 0.7:
        return c.Unfreeze(entry)
    if scene and len(scene["cast"]) > 1 and rng.random() < 0.15:
        one, other = rng.sample(sorted(scene["cast"]), 2)
        return rng.choice(
            [
                c.SwapParts(SeatId(int(one)), SeatId(int(other))),
                c.Freeze(entry),
                c.TakeOffPart(SeatId(int(one))),
            ]
        )
    return None


def _onwards(view: View, here: View, seat: SeatId, now: int, rng: Random, pace: float) -> c.Command | None:
    """Next, again, or on to where one can go; the last phase is ended."""
    spent = pace * _spent(view, here, now)
    asking = view["round"] and view["round"]["to_ask"] and spent < 1.5
    lets_go = 0.9 if view["lead"] == seat else 0.1
    if view["paused"] or asking or rng.random() > (spent - 0.3) * lets_go:
        return None
    entry, plan, at = view["phase"]["entry"], view["plan"], view["phase"]["index"]
    if at == len(plan) - 1:
        return c.End()
    presenter = view["case"]["presenter"]
    if "again" in here and now < LONG_ENOUGH_MS and rng.random() < 0.4:
        return c.Advance(entry, here["again"]["to"])
    if presenter is None or view["case"].get("accepted") is False:
        if plan[at + 1]["needs_presenter"] and spent < 3:
            return None  # bears the silence
        if not plan[at + 1]["needs_presenter"] and rng.random() < 0.6:
            return c.Advance(entry)
        later = [p["key"] for p in plan[at + 1 :] if not p["needs_presenter"] and not p["optional"]]
        if presenter is not None or not later or here["needs_presenter"]:
            return c.CloseCase(view["case"]["number"])
        return c.Advance(entry, later[0])
    over = next((p["key"] for p in plan[at + 1 :] if not p["optional"]), None)
    return c.Advance(entry, over if rng.random() < 0.3 else None)


def _floor(view: View, here: View, seat: SeatId, rng: Random) -> c.Command | None:
    """Turns, and what a leader does seldom."""
    entry, turn, hands, kind = view["phase"]["entry"], view["turn"], view["hands"], view["floor"]["kind"]
    if view["phase"]["limit_reached"] and rng.random() < 0.15:
        return c.Extend(entry, rng.choice([60_000, 120_000]))
    if turn and turn["limit_reached"] and rng.random() < 0.3:
        return c.EndTurn(turn["number"])
    if hands and turn is None and kind in ("queue", "asker_and_presenter", "open") and rng.random() < 0.7:
        may = [
            hand
            for hand in hands
            if here["heard"] != "outer" or view["seats"][str(hand)]["circle"] == "outer"
        ]
        return c.GrantTurn(entry, SeatId(may[0])) if may else None
    if here["stance"] != "in_circle" and view["case"]["stance"] == "in_circle" and rng.random() < 0.2:
        return c.PushBack(entry)
    return rng.choice(_seldom(view, seat, rng)) if rng.random() < 0.05 else None


def _seldom(view: View, seat: SeatId, rng: Random) -> list[c.Command]:
    entry, there = view["phase"]["entry"], others(view, seat) or [seat]
    other, third = rng.choice(there), rng.choice(there)
    return [
        c.Pause(entry),
        c.StepBack(entry),
        c.Recall(entry),
        c.SetFloor(entry, rng.choice(list(Floor)), rng.choice(list(Gate))),
        c.SetFloor(entry, Floor.QUEUE, Gate.HARD),
        c.SetFloor(entry, Floor.ROUND, Gate.HARD),
        c.Whisper(True),
        c.PassLead(view["leads"], rng.choice([seat, other])),
        c.MoveSeat(other, rng.choice(list(Circle))),
        c.MoveSeat(other, Circle.INNER, third),
        c.BeginRound(entry),
        c.GrantTurn(entry, other),
        c.EndTurn(view["turn"]["number"] if view["turn"] else 0),
        c.LowerHand(other),
        c.Mark(rng.choice(list(Intervention))),
        c.TakeBackMark(entry, len(view["marks"])),
        c.Remove(other) if rng.random() < 0.1 else c.LowerHand(),
    ]
