"""What members and presenters in a simulated meeting ask for, judging by nothing but what their own page shows them."""

from __future__ import annotations

from random import Random
from typing import Any

from facilitation import commands as c
from facilitation.vocabulary import Floor, Gate, Part, SeatId, Word

View = dict[str, Any]


def others(view: View, seat: SeatId) -> list[SeatId]:
    """Who else sits in the circle."""
    return [
        SeatId(int(number))
        for number, holder in view["seats"].items()
        if int(number) != seat and holder["standing"] == "seated"
    ]


def members_wish(view: View, seat: SeatId, now: int, rng: Random) -> c.Command | None:
    """Also an observer's. None: nothing, now."""
    if view["stage"] != "running" or not view.get("phase"):
        return c.Leave() if rng.random() < 0.002 else None
    phase, turn, scene, case = view["phase"], view["turn"], view["scene"], view["case"]
    if view.get("private"):
        room = view["private"]
        asking = room["asking"]
        return c.AgreeInPrivateRoom(asking) if asking else rng.choice([None, None, c.LeavePrivateRoom()])
    if turn and turn["seat"] == seat and rng.random() < 0.9:
        passes = view["round"] and rng.random() < 0.15
        return c.PassTurn(turn["number"]) if passes else c.EndTurn(turn["number"])
    if scene and str(seat) in scene["invited"]:
        return c.AnswerInvitation(rng.random() < 0.75)
    if view["seats"][str(seat)].get("stepped_out"):
        return rng.choice([None, c.LeavePrivateRoom()])
    if rng.random() < 0.01:
        return c.StepOut()
    if rng.random() < 0.02:
        return _seldom(view, seat, rng)
    if phase["kind"] in ("case_call", "choice") and (wish := _of_a_case(view, seat, rng)):
        return wish
    if case["presenter"] == seat:
        return _presenters(view, seat, now, rng)
    if scene and str(seat) in scene["cast"]:
        return rng.choice([None, None, c.Freeze(phase["entry"]), c.TakeOffPart()])
    if view["floor"]["kind"] in ("queue", "asker_and_presenter", "open"):
        if seat in view["hands"]:
            return c.LowerHand() if rng.random() < 0.2 else None
        return c.RaiseHand() if rng.random() < 0.3 else None
    return None


def _of_a_case(view: View, seat: SeatId, rng: Random) -> c.Command | None:
    case, drawn = view["case"], rng.random()
    if seat in view["offers"]:
        return c.WithdrawOffer(case["number"]) if drawn < 0.05 else None
    if case["presenter"] is None and drawn < 0.7:
        if view["phase"]["kind"] == "choice" and drawn < 0.5:
            return c.NameOne(case["number"], rng.choice(others(view, seat) or [seat]))
        return c.OfferCase(case["number"])
    return None


def _seldom(view: View, seat: SeatId, rng: Random) -> c.Command:
    return rng.choice([
        c.TellLeaders(Word.DISTRESS), c.TellLeaders(Word.DISTRESS), c.TellLeaders(Word.LEAVE_EARLY),
        c.SayLeavingEarly(), c.Leave(), c.RaiseHand(), c.WithdrawCase(view["case"]["number"]),
    ])  # fmt: skip


def _presenters(view: View, seat: SeatId, now: int, rng: Random) -> c.Command | None:
    entry, case = view["phase"]["entry"], view["case"]
    if case.get("accepted") is False:
        return c.AcceptAudience(case["number"]) if rng.random() < 0.8 else None
    if view["phase"]["kind"] == "casting" and (willing := others(view, seat)):
        return c.InviteToPart(entry, rng.choice(willing), rng.choice([Part.AUXILIARY, Part.DOUBLE]))
    if view["scene"] and rng.random() < 0.2:
        return c.Freeze(entry)
    asked = [word["at"] for word in view.get("words", ()) if word["word"] == "bring_me_back"]
    if asked and now - asked[0] > 20_000:
        return c.Recall(entry)
    if case["stance"] != "in_circle":
        words = [c.TellLeaders(Word.BRING_ME_BACK), c.TellLeaders(Word.NEED_A_PAUSE)]
        return rng.choice([None, None, None, None, *words])
    return c.PushBack(entry) if rng.random() < 0.1 else None


def junk(view: View, seat: SeatId, rng: Random) -> c.Command:
    """What nobody should be able to do, or what was true a while ago."""
    about, other = rng.randint(0, 12), SeatId(rng.randint(1, 12))
    return rng.choice([
        c.Advance(about), c.Advance(about, "nowhere"), c.Begin(), c.StepBack(about), c.Admit(other),
        c.SetFloor(about, Floor.OPEN, Gate.SOFT), c.GrantTurn(about, other), c.EndTurn(about), c.PassTurn(about),
        c.RaiseHand(), c.LowerHand(other), c.Recall(about), c.PushBack(about), c.ChoosePresenter(about, other),
        c.OfferCase(about), c.CloseChoice(about), c.CloseCase(about), c.GoOn(about), c.PassLead(about, other),
        c.InviteToPart(about, other, Part.PROTAGONIST), c.AnswerInvitation(True), c.TellLeaders(Word.BRING_ME_BACK),
        c.Whisper(True), c.OpenPrivateRoom(other), c.AskIntoPrivateRoom(),
        c.End() if rng.random() < 0.01 else c.Begin(),
    ])  # fmt: skip
