"""The questions after a meeting. Each who was there may answer once; nothing keeps who did, of which group, or what."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from aiohttp import web

from facilitation.vocabulary import Stage
from server.by_locale import month
from server.feedback import LEAST, Instrument, Kind, Question, Sums, sums
from server.feedback.instrument import Text
from server.pages import language
from server.pages.allowance import asker
from server.pages.attended import found, tickets_of
from server.pages.leader import leader_of, written
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK, known_person
from server.pages.record import asked_at_the_end
from server.pages.refusals import Refusal
from server.pages.rendering import NOTED, plain_page, render
from server.retention import month_of


async def show(request: web.Request) -> web.Response:
    """`GET /feedback`"""
    instrument, vouchers = request.app[HOUSE].instrument, await _vouchers(request)
    if instrument is None or not vouchers:
        return plain_page(request, "nofeedback", 404)
    return _form(request, instrument, next(iter(vouchers)))


async def answer(request: web.Request) -> web.Response:
    """`POST /feedback`: a field for each question; what is left out is not answered. With `look` nothing is sent off.

    The form spends the voucher that it was made for: sent twice, it spends no other meeting's, and leads where the
    first press led. Only this browser's tickets tell that it was this browser's."""
    instrument, fields = request.app[HOUSE].instrument, await written(request)
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    voucher = fields.get("voucher", "")
    ticket = (await _vouchers(request)).get(voucher)
    if instrument is None or ticket is None:
        if instrument is not None and voucher in map(_voucher, tickets_of(request)):
            raise web.HTTPSeeOther("/feedback/thanks")
        return plain_page(request, "nofeedback", 404)
    if "look" in fields:  # in another language, with what is ticked
        return _form(request, instrument, voucher, fields)
    answers = _answers(instrument, fields)
    if not answers or fields.get("instrument") != instrument.id:
        wrong = "feedback-empty" if not answers else "feedback-changed"
        return _form(request, instrument, voucher, fields, wrong, 400)
    now = month_of(request.app[WALL_CLOCK]())
    await request.app[HOUSE].store.feedback.answer(ticket, instrument.id, now, answers)
    raise web.HTTPSeeOther("/feedback/thanks")


async def thanks(request: web.Request) -> web.Response:
    """`GET /feedback/thanks`: with the way to what else is there for whoever was at the meeting."""
    person = await known_person(request)
    there = person is not None and await request.app[HOUSE].stage(person.session) == Stage.ENDED
    kept = await asked_at_the_end(request, person) if there and person is not None else None
    certificates, _ = await found(request)
    offered = certificates and request.app[NOTED]["certificates"] > 0
    return render(request, "thanks.html", page="feedbackthanks", kept=kept, certificates=offered)


async def results(request: web.Request) -> web.Response:
    """`GET /feedback/results`: for leaders, of all groups together."""
    await leader_of(request)
    instrument, chosen = request.app[HOUSE].instrument, language.choose(request)
    if instrument is None:
        raise web.HTTPNotFound
    counts = await request.app[HOUSE].store.feedback.counts()
    told = sums(instrument, counts, month_of(request.app[WALL_CLOCK]()))
    shown = [
        (
            said(one.text, chosen),
            _heads(one, chosen),
            [_row(sum_, chosen) for sum_ in told if sum_.question == one.key],
        )
        for one in instrument.questions
    ]
    return render(
        request, "feedback_results.html", page="feedbackresults", name=said(instrument.name, chosen), questions=shown,
        few=language.text(chosen, "feedback-few", count=LEAST),
    )  # fmt: skip


async def _vouchers(request: web.Request) -> dict[str, str]:
    """The tickets with which this browser may still answer, the newest first, by a hash that nothing is kept by."""
    tickets = await request.app[HOUSE].store.feedback.unspent(tickets_of(request))
    return {_voucher(ticket): ticket for ticket in tickets}


def _voucher(ticket: str) -> str:
    return hashlib.sha256(f"form {ticket}".encode()).hexdigest()[:16]


def said(text: Text, chosen: str) -> str:
    return text.get(chosen) or text.get("en", "")


def _form(
    request: web.Request,
    instrument: Instrument,
    voucher: str,
    typed: Mapping[str, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> web.Response:
    chosen = language.choose(request)
    return render(
        request,
        "feedback.html",
        status,
        page="feedback",
        instrument=instrument.id,
        voucher=voucher,
        name=said(instrument.name, chosen),
        intro=said(instrument.intro, chosen),
        questions=[
            (one, said(one.text, chosen), [(key, _word(one, key, chosen)) for key in one.answers])
            for one in instrument.questions
        ],
        typed=typed or {},
        unsaved="answers" if _answers(instrument, typed or {}) else "",
        wrong=language.text(chosen, wrong) if wrong else "",
    )


def _answers(instrument: Instrument, fields: Mapping[str, str]) -> dict[str, str]:
    """Those that the questions allow."""
    given = {one.key: fields.get(f"q-{one.key}", "") for one in instrument.questions}
    return {one.key: given[one.key] for one in instrument.questions if given[one.key] in one.answers}


def _word(question: Question, answer: str, chosen: str) -> str:
    if question.kind is Kind.YES_NO:
        return language.text(chosen, f"feedback-{answer}")
    return said(question.answers[answer], chosen)


def _heads(question: Question, chosen: str) -> list[str]:
    words = [_word(question, answer, chosen) for answer in question.answers]
    if question.kind is not Kind.SCALE:
        return words
    return [f"{number} {word}".strip() for number, word in zip(question.answers, words, strict=True)]


def _row(told: Sums, chosen: str) -> tuple[str, list[int]]:
    first, last = month(told.first, chosen), month(told.last, chosen)
    return (first if first == last else f"{first} – {last}"), list(told.answers.values())
