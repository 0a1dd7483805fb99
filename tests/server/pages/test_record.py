"""Whoever was there sees what is kept, the very bytes, and can say no to it; nobody else sees anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from facilitation.structure_record import FOUND_AGAIN_PERCENT
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping, PhaseKind
from server.pages.join import ATTESTATION
from server.pages.language import languages, text
from server.record.schema import to_json
from server.record.voices import few_sat
from tests.facilitation.worked_session import CIRCLE, SAID, a_group_of, a_session, record
from tests.server.pages.conftest import SESSION, Site
from tests.server.record import earlier

RECORD = to_json(record(a_session(), SAID, month="2026-11"))
WAITS_S = 3600


async def over(site: Site, text: bytes = RECORD, less: bytes | None = None) -> None:
    """Ann was there, and the session has ended."""
    seat = await site.come_in()
    await site.house.store.end_session(SESSION, (), text, WAITS_S, [seat], less)


async def page(site: Site, path: str = "/record", **asked: str) -> tuple[int, str]:
    async with site.client.get(path, params=asked) as answer:
        return answer.status, await answer.text()


async def test_whoever_was_there_sees_the_record(site: Site) -> None:
    await over(site)
    status, shown = await page(site)
    assert status == 200
    for figure in ("<td>5</td>", "November 2026", "89%", "Thursday, 1 January 1970, 02:23 (UTC)", "94%"):
        assert figure in shown, figure
    assert shown.count("<svg") == 8, "what leaders did is not drawn: nobody noted it"
    assert shown.count('<section class="figure') == shown.count('<details class="numbers') == 9
    keys = (
        "course", "whole", "shares", "held", "followed", "by_phase", "turn_lengths", "transfers", "silences",
    )  # fmt: skip
    at = [shown.index(wanted.format(key)) for wanted in ('href="#{}"', 'id="{}"') for key in keys]
    assert at == sorted(at), "the contents first, and in both the phases and shares before the rest"
    discussion = shown[shown.index('<th scope="row">Discussion') :]
    assert [cell.split("<")[0] for cell in discussion.split("<td>")[1:7]] == [
        "25:00", "7:20", "0:10", "0:30", "5:15", "1:35",
    ]  # fmt: skip
    assert "<script" not in shown


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (None, "If nobody says no, it is kept on this server until whoever runs it destroys it."),
        (
            14,
            "If nobody says no, it is kept on this server until the end of January 2028, and then destroyed there.",
        ),
    ],
)
async def test_it_says_how_long_it_is_kept(
    open_site: Callable[..., Awaitable[Site]], months: int | None, said: str
) -> None:
    site = await open_site(records_months=months)
    await over(site)
    _, shown = await page(site)
    assert f"<p>{said} That does not reach copies: leaders can take it away" in shown
    assert "Leaders may show it to a supervisor, for their training: by a link that ends" in shown
    assert shown.index('class="figures"') < shown.index(said) < shown.index('class="decision"'), (
        "the record first"
    )


async def test_it_is_in_the_language_that_one_reads(site: Site) -> None:
    await over(site)
    status, shown = await page(site, lang="fr")
    assert status == 200 and "Je m’y oppose" in shown and "Qui a présenté" in shown


async def test_the_bytes_are_those_that_are_kept(site: Site) -> None:
    await over(site)
    status, shown = await page(site, "/record.json")
    assert (status, shown.encode()) == (200, RECORD)


@pytest.mark.parametrize(
    ("said", "why", "sums"),
    [
        ([], "no member was heard to speak", "It does not tell which"),
        (
            SAID,
            "Not told: fewer than five members<",
            "With so few members, whoever was there",
        ),
    ],
)
async def test_where_there_are_no_shares_it_is_said_why(
    site: Site, said: list[Segment], why: str, sums: str
) -> None:
    made = record(a_group_of(4) if said else a_session(), said)
    await over(site, to_json(made))
    _, shown = await page(site)
    assert why in shown and sums in shown


async def test_a_no_destroys_it_at_its_hour_and_nobody_learns_when_it_was_said(site: Site) -> None:
    await over(site)
    before = await page(site)
    async with site.client.post("/record/veto", headers={"Sec-Fetch-Site": "same-origin"}) as answer:
        assert answer.status == 200 and "Your no is noted" in await answer.text()
    assert await page(site) == before, "to whoever said it, too: somebody may look over their shoulder"
    assert (await page(site, "/record.json"))[1].encode() == RECORD
    async with site.client.post("/record/veto") as again:
        assert "Your no is noted" in await again.text()
    assert await site.house.store.release_records(WAITS_S) == 0
    assert await site.house.store.records() == {}
    refused = await page(site)
    assert refused[0] == 404 and "There is no record here" in refused[1]
    async with site.client.post("/record/veto") as late:
        assert await late.text() == refused[1], "nothing is noted any more"


async def named(site: Site, zone: str) -> int:
    """Ann, in a browser that says this zone; her seat."""
    await site.post("/api/enter", {"token": await site.link()})
    _, answer = await site.post("/api/name", {"name": "Ann", "attests": ATTESTATION, "zone": zone})
    return int(answer["seat"])


async def test_its_hour_is_told_on_the_readers_clock_with_its_place(site: Site) -> None:
    until = 1_792_859_400.0  # on the last day of summer time
    seat = await named(site, "Europe/Vienna")
    await site.house.store.end_session(SESSION, (), RECORD, WAITS_S, [seat], None, "2026-10", until)
    _, shown = await page(site)
    assert "Until Saturday, 24 October 2026, 18:30 (Vienna)" in shown
    _, shown = await page(site, lang="de")
    assert "Bis Samstag, 24. Oktober 2026, 18:30 (Wien)" in shown


@pytest.mark.parametrize("zone", ["", "Europe/Atlantis", "../../etc/passwd"])
async def test_without_a_zone_the_hour_is_in_utc_and_says_so(site: Site, zone: str) -> None:
    seat = await named(site, zone)
    await site.house.store.end_session(SESSION, (), RECORD, WAITS_S, [seat], None, None, 0.0)
    assert "Thursday, 1 January 1970, 00:00 (UTC)" in (await page(site))[1]


async def test_a_seat_timeline_asks_whoever_was_there_and_their_yes_can_be_taken_back(site: Site) -> None:
    seats = to_json(record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE))
    await over(site, seats, RECORD)
    _, shown = await page(site)
    assert "only if everyone who was there agrees" in shown and "Which seat spoke when" in shown
    assert '"#decide">Yes or no<' in shown and 'aria-label="Yes or no"' in shown
    assert f" {FOUND_AGAIN_PERCENT} of 100 seats were found again" in shown
    assert "It does not tell which" not in shown
    for answer, then in (
        ("yes", "You have agreed"),
        ("no", ">I agree<"),
        ("yes", "You have agreed"),
    ):
        async with site.client.post("/record/agree", data={"agrees": answer}) as posted:
            assert then in await posted.text()
    async with site.client.post(
        "/record/agree", data={"agrees": "no"}, headers={"Sec-Fetch-Site": "cross-site"}
    ) as posted:
        assert posted.status == 403
    await site.house.store.release_records(WAITS_S)
    assert list((await site.house.store.records()).values()) == [seats]
    async with site.client.post("/record/agree", data={"agrees": "yes"}) as posted:
        assert posted.status == 404


async def test_one_that_was_made_before_an_upgrade_is_shown_and_released_as_it_is(site: Site) -> None:
    await over(site, earlier.SEATS, earlier.SUMS)
    status, shown = await page(site)
    assert status == 200 and "was rounded by itself" in shown and "the timeline tells" in shown
    assert (await page(site, "/record.json"))[1].encode() == earlier.SEATS
    await site.house.store.release_records(WAITS_S)
    assert list((await site.house.store.records()).values()) == [earlier.SUMS], "not everyone agreed"


async def test_while_a_rehearsal_goes_on_nothing_is_said_of_hours(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await site.come_in()
    assert "for twenty hours" in (await page(site))[1]
    monkeypatch.setattr(site.house, "rehearsal", lambda row: 1.0)
    status, shown = await page(site)
    assert status == 404 and "twenty hours" not in shown and "Of this rehearsal nothing stays" in shown


async def test_a_rehearsal_promises_no_hour_and_leads_to_no_sign_in(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.pages.record._led", lambda person: True)
    await over(site)
    _, shown = await page(site)
    assert "Until Thursday" in shown and 'href="/sign-in"' in shown and "rehearsal" not in shown
    assert "<svg" in shown and "data:image/svg" not in shown
    monkeypatch.setattr(site.house, "rehearsal", lambda row: 1.0)
    _, shown = await page(site)
    assert "until it is stopped" in shown and "record plot record.json" in shown
    assert shown.count('href="data:image/svg+xml;base64,') == shown.count("<svg") > 0, "each can be saved"
    assert "times as fast" not in shown
    with monkeypatch.context() as faster:
        faster.setattr(site.house, "rehearsal", lambda row: 7.5)
        assert "ran 7.5 times as fast as a session" in (await page(site))[1]
    for untrue in (
        "Until Thursday",
        "/sign-in",
        "whoever runs this server",
        "if you agree",
        "may keep this record",
    ):
        assert untrue not in shown, untrue
    assert "Whoever agrees has nothing to do. A rehearsal: whatever is answered here, all of it is" in shown
    for would in (
        "<h1>What would be kept of a session</h1>",
        "<title>What would be kept",
        "as it would be kept<",
    ):
        assert would in shown, would
    end = await the_end(site)
    assert text("en", "room-ended-kept-rehearsal") in end
    for untrue in ("until Thursday", "some hours", "until when"):
        assert untrue not in end, untrue
    assert text("en", "record-veto-text") not in shown and "here a no changes nothing" in shown
    async with site.client.post("/record/veto") as answer:
        assert "Your no has arrived" in await answer.text(), "said once, and then no more"
    assert (await page(site))[1] == shown


@pytest.mark.parametrize(
    ("started_as", "command"), [(".venv/bin/restarea", ".venv/bin/restarea"), ("/srv/x/restarea", "restarea")]
)
async def test_a_rehearsals_leader_is_told_the_command_as_it_was_started_and_no_folder(
    site: Site, monkeypatch: pytest.MonkeyPatch, started_as: str, command: str
) -> None:
    monkeypatch.setattr("server.pages.record._led", lambda person: True)
    monkeypatch.setattr(site.house, "rehearsal", lambda row: 1.0)
    monkeypatch.setattr("sys.argv", [started_as])
    await over(site)
    assert f"<code>{command} record plot" in (await page(site))[1]
    async with site.client.get("/record.json") as answer:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="record.json"'


async def test_where_hardly_anybody_sat_everyone_knows_who_is_who(site: Site) -> None:
    few = record(a_group_of(2), [], Keeping.SEAT_TIMELINE, shuffled=CIRCLE[:4])
    made = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
    assert few_sat(few) and not few_sat(made)
    await over(site, to_json(few), RECORD)
    _, shown = await page(site)
    assert "everyone knows who is who" in shown and "of 100 seats" not in shown


async def test_the_hour_stays_in_sight_and_the_decision_stands_at_the_foot(site: Site) -> None:
    await over(site)
    _, shown = await page(site)
    at = [
        shown.index(one) for one in ('class="figures"', "<span>Until 1 Jan 1970, 02:23</span>", 'id="decide"')
    ]
    assert at == sorted(at)


async def test_sums_ask_nobody(site: Site) -> None:
    await over(site)
    _, shown = await page(site)
    assert "only if everyone" not in shown and "It does not tell which" in shown
    assert '"#decide">Say no<' in shown and 'aria-label="Say no"' in shown and "Yes or no" not in shown


async def the_end(site: Site) -> str:
    """What the room's address says to whoever comes back to it."""
    site.house.shown = None
    return (await page(site, "/room"))[1]


LOOK, UNTIL = '<a class="main" href="/record">', "Thursday, 1 January 1970, 02:23 (UTC)"


async def test_the_end_asks_first_where_something_may_be_kept(site: Site) -> None:
    await over(site)
    said = await the_end(site)
    assert f"until {UNTIL} you can say no" in said
    assert said.index(LOOK) < said.index("Then you can close this page.")
    await site.house.store.veto(SESSION)
    assert await the_end(site) == said, "nobody learns that somebody said no"
    await site.house.store.release_records(WAITS_S)
    said = await the_end(site)
    assert "/record" not in said and "kept of how it went" not in said, "nobody learns that there was one"
    assert "You can close this page." in said


async def test_the_end_asks_of_a_seat_timeline_for_yes_or_no_and_says_what_was_answered(site: Site) -> None:
    seats = to_json(record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE))
    await over(site, seats, RECORD)
    assert f"say yes or no until {UNTIL}" in await the_end(site)
    async with site.client.post("/record/agree", data={"agrees": "yes"}):
        pass
    said = await the_end(site)
    assert "You have agreed" in said and LOOK not in said and 'href="/record"' in said
    assert "You can close this page." in said


@pytest.mark.parametrize(("keeping", "asks"), [("aggregate", True), ("nothing", False)])
async def test_the_end_says_that_a_record_is_being_made(site: Site, keeping: str, asks: bool) -> None:
    await site.house.store.create_session("now", "form", 1.0, 0.0, keeping=keeping)
    await site.house.store.invite("now", "now", "member", 1, 9e9)
    site.house.stages["now"] = "gathering"
    await site.post("/api/enter", {"token": "now"})
    assert (await site.give_name("Ann"))[0] == 200
    said = await the_end(site)
    assert (LOOK in said, "being put together" in said) == (asks, asks)


async def test_nobody_else_sees_it_or_can_say_no(site: Site) -> None:
    await over(site)
    site.forget()
    assert (await page(site))[0] == (await page(site, "/record.json"))[0] == 404
    async with site.client.post("/record/veto"):
        pass
    assert await site.house.store.waiting_record(SESSION) is not None


async def test_before_the_end_it_is_said_that_it_comes(site: Site) -> None:
    await site.come_in()
    status, text = await page(site)
    assert status == 404 and "The session has not ended yet" in text
    site.house.stages[SESSION] = "ended"
    status, text = await page(site)
    assert status == 503 and "is being put together" in text and "refresh" in text
    await site.house.store.end_session(SESSION)
    assert "There is no record here" in (await page(site))[1]


async def nobody_ended(site: Site, session: str = "unended", keeping: str = "aggregate") -> None:
    """Ann was there, and a day has gone by."""
    await site.house.store.create_session(session, "form", 1.0, 0.0, keeping=keeping)
    await site.house.store.invite(session, session, "member", 1, 9e9)
    site.house.stages[session] = "gathering"
    await site.post("/api/enter", {"token": session})
    assert (await site.give_name("Ann"))[0] == 200
    await site.house.store.end_session(session, let_go=True)


@pytest.mark.parametrize(
    ("keeping", "said"), [("aggregate", True), ("seat_timeline", True), ("nothing", False)]
)
async def test_of_a_session_that_nobody_ended_it_is_said_why_there_is_none(
    site: Site, keeping: str, said: bool
) -> None:
    await nobody_ended(site, keeping=keeping)
    status, text = await page(site)
    assert status == 404 and ("nobody could have done so" in text) == said
    assert ("There is no record here" in text) != said
    await site.house.store.end_session("unended", let_go=False)
    assert await page(site) == (404, text), "the room that lets it go comes second"


async def test_whoever_never_had_a_seat_was_not_there(site: Site) -> None:
    await site.post("/api/enter", {"token": await site.link()})
    await site.house.store.end_session(SESSION, (), RECORD, WAITS_S, range(1, 10))
    assert (await page(site))[0] == 404
    async with site.client.post("/record/veto"):
        pass
    assert await site.house.store.waiting_record(SESSION) is not None


async def test_another_site_cannot_say_no_for_anybody(site: Site) -> None:
    await over(site)
    async with site.client.post("/record/veto", headers={"Sec-Fetch-Site": "cross-site"}) as answer:
        assert answer.status == 403
    assert await site.house.store.waiting_record(SESSION) is not None


async def test_after_its_hour_it_is_no_longer_theirs_to_see(site: Site) -> None:
    await over(site)
    await site.house.store.release_records(WAITS_S)
    assert (await page(site))[0] == 404
    async with site.client.post("/record/veto"):
        pass
    assert list((await site.house.store.records()).values()) == [RECORD]


async def test_while_the_session_goes_on_there_is_none(site: Site) -> None:
    await site.come_in()
    assert (await page(site))[0] == 404


@pytest.mark.parametrize("language", languages())
def test_every_phase_and_every_size_has_its_words(language: str) -> None:
    ids = [f"phase-{kind}" for kind in PhaseKind]
    ids += [f"record-{size}" for size in ("under_5", "5_to_8", "9_to_12", "13_to_16", "over_16")]
    ids += [f"room-keeping-{kept}" for kept in ("nothing", "aggregate", "seat_timeline")]
    assert [one for one in ids if text(language, one) == one] == []
