"""The questions after a meeting. Each who was there may answer once; nothing keeps who did, of which group, or what."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import structlog
from aiohttp import web

from facilitation.toml_table import FormatError
from server.by_locale import month
from server.feedback import LEAST, Instrument, Kind, Question, Sums, load, sums
from server.feedback.instrument import Text
from server.pages import language
from server.pages.allowance import asker
from server.pages.attended import tickets_of
from server.pages.leader import leader_of, written
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.refusals import Refusal
from server.pages.rendering import plain_page, render
from server.retention import month_of
from server.settings import Settings

log = structlog.get_logger()

INSTRUMENT: web.AppKey[Instrument | None] = web.AppKey("instrument")


def instrument_of(settings: Settings) -> Instrument | None:
    """The operator's; None where there is none that can be used: then nothing is asked."""
    if settings.feedback_file is None:
        return None
    try:
        return load(settings.feedback_file)
    except FormatError as error:
        log.warning("feedback_broken", reason=str(error))
        return None


async def show(request: web.Request) -> web.Response:
    """`GET /feedback`"""
    instrument = request.app[INSTRUMENT]
    ticket = await request.app[HOUSE].store.feedback.unspent(tickets_of(request))
    if instrument is None or ticket is None:
        return plain_page(request, "nofeedback", 404)
    return _form(request, instrument, ticket)


async def answer(request: web.Request) -> web.Response:
    """`POST /feedback {voucher, instrument, …}`: a field for each question; what is left out is not answered. A form
    that is sent twice is counted once, though this browser was at two meetings."""
    instrument, fields = request.app[INSTRUMENT], await written(request)
    if not request.app[ALLOWANCE].spend(asker(request)):
        raise Refusal("too_fast")
    store = request.app[HOUSE].store
    shown_for = [one for one in tickets_of(request) if _voucher(one) == fields.get("voucher")]
    ticket = await store.feedback.unspent(shown_for)
    if instrument is None or ticket is None:
        return plain_page(request, "nofeedback", 404)
    answers = _answers(instrument, fields)
    if not answers or fields.get("instrument") != instrument.id:
        wrong = "feedback-empty" if not answers else "feedback-changed"
        return _form(request, instrument, ticket, fields, wrong, 400)
    now = month_of(request.app[WALL_CLOCK]())
    await store.feedback.answer(ticket, instrument.id, now, answers)
    raise web.HTTPSeeOther("/feedback/thanks")


async def thanks(request: web.Request) -> web.Response:
    """`GET /feedback/thanks`"""
    return plain_page(request, "feedbackthanks")


async def results(request: web.Request) -> web.Response:
    """`GET /feedback/results`: for leaders, of all groups together."""
    await leader_of(request)
    instrument, chosen = request.app[INSTRUMENT], language.choose(request)
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


def said(text: Text, chosen: str) -> str:
    return text.get(chosen) or text.get("en", "")


def _form(
    request: web.Request,
    instrument: Instrument,
    ticket: str,
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
        voucher=_voucher(ticket),
        instrument=instrument.id,
        name=said(instrument.name, chosen),
        intro=said(instrument.intro, chosen),
        questions=[
            (one, said(one.text, chosen), [(key, _word(one, key, chosen)) for key in one.answers])
            for one in instrument.questions
        ],
        typed=typed or {},
        wrong=language.text(chosen, wrong) if wrong else "",
    )


def _voucher(ticket: str) -> str:
    """For which meeting a form is, of those in the browser's cookie; by a hash that nothing is kept by."""
    return hashlib.sha256(f"form {ticket}".encode()).hexdigest()[:16]


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
