"""The pages and requests of docs/protocol.md, as aiohttp routes over a `House`.

May not import socketio, the room or the media plane (but for the errors of a bad offer, and of a worker that is away).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import web

from server.doctor import Finding
from server.formats import load
from server.groups.post import Post
from server.pages import (
    admin,
    allowance,
    cancelling,
    certificate,
    check,
    desk,
    feedback,
    fresh,
    groups,
    hours,
    join,
    links,
    meetings,
    mine,
    own,
    passkeys,
    plain,
    record,
    records,
    reminders,
    removal,
    reply,
    room,
    roster,
    series,
    shared,
    sign_in,
    staying,
    together,
)
from server.pages.allowance import Allowance
from server.pages.assets import STATIC, Assets
from server.pages.challenges import Challenges
from server.pages.house import House
from server.pages.places import ALLOWANCE, HOUSE, WALL_CLOCK
from server.pages.refusals import answer_refusals
from server.pages.rendering import ASSETS, NOTED, set_up_templates
from server.pages.security import SETTINGS, add_headers
from server.passkeys import ANSWERED_IN_S

CERTIFICATE = "/certificate/{certificate:[0-9a-f]{16}}"
RECORD = "/records/{record:[0-9a-f]{16}}"
LEADER = "/admin/leaders/{leader:[0-9a-f]{16}}"
MEETING = "/groups/{group:[0-9a-f]{16}}/meetings/{meeting:[0-9a-f]{16}}"


def setup(
    app: web.Application,
    house: House,
    *,
    static: Path = STATIC,
    wall_clock: Callable[[], float] = time.time,
    clock: Callable[[], float] = time.monotonic,
    url: Callable[[], str] | None = None,
    say: Callable[[str], None] = print,
    look: Callable[[], Sequence[Finding]] = tuple,
) -> None:
    """Adds routes, headers and plain error pages. `wall_clock` is UTC in seconds; `clock` only measures. `url` is what
    links in mails begin with; never what a request says of itself. `say` reaches
    whoever watches the server; `look` is the doctor, and may take some seconds."""
    app[HOUSE] = house
    app[SETTINGS] = house.settings
    app[ASSETS] = assets = Assets(static)
    app[WALL_CLOCK] = wall_clock
    app[ALLOWANCE] = Allowance(clock, allowance.PER_SECOND, allowance.BURST)
    app[check.CHECKS] = Allowance(clock, check.PER_SECOND, check.BURST)
    app[admin.CHECKUP] = admin.Checkup(look, clock)
    app[groups.FORMATS] = load(house.settings.formats_dir).entries
    app[passkeys.TO_ADD] = Challenges(clock, ANSWERED_IN_S)
    app[passkeys.TO_ENTER] = Challenges(clock, ANSWERED_IN_S)
    app[NOTED] = {
        "certificates": house.settings.certificates_months,
        "hours": house.settings.hours_months,
        "feedback": house.instrument is not None,
    }
    app[sign_in.URL] = url or (lambda: house.settings.public_url)
    app[sign_in.ASKERS] = Allowance(clock, sign_in.PER_SECOND, sign_in.BURST)
    app[sign_in.LETTERS] = Allowance(clock, sign_in.LETTERS_PER_SECOND, sign_in.LETTERS_AT_ONCE)
    app[fresh.ASKERS] = Allowance(clock, fresh.PER_SECOND, fresh.BURST)
    app[fresh.LETTERS] = Allowance(clock, fresh.LETTERS_PER_SECOND, fresh.LETTERS_AT_ONCE)
    app[sign_in.POST] = Post(house.settings)
    app[sign_in.SAY] = say
    app[sign_in.UNDER_WAY] = set()
    app[reminders.TRIES] = {}
    app[mine.LEFT] = {}
    app.on_shutdown.append(sign_in.finish)
    app.cleanup_ctx.append(reminders.reminders)
    set_up_templates(app)
    app.on_response_prepare.append(add_headers)
    app.middlewares.insert(0, answer_refusals)
    app.add_routes(
        [
            web.get("/", plain.front),
            web.get("/join", join.join),
            web.post("/api/enter", join.enter),
            web.post("/api/fresh", fresh.ask),
            web.post("/api/name", join.name),
            web.post("/api/reply", reply.reply),
            web.post("/api/check", check.check),
            web.get("/room", room.room),
            web.get("/desk", desk.show),
            web.get("/desk/open", desk.press),
            web.post("/desk/open", desk.open_),
            web.post("/api/desk", desk.offer),
            web.post("/api/desk/close", desk.close),
            web.get("/certificate", certificate.overview),
            web.get("/certificate/verify", certificate.verify),
            web.post("/certificate/verify", certificate.check),
            web.get(CERTIFICATE, certificate.show),
            web.post(f"{CERTIFICATE}/forget", certificate.forget),
            web.get("/feedback", feedback.show),
            web.post("/feedback", feedback.answer),
            web.get("/feedback/thanks", feedback.thanks),
            web.get("/feedback/results", feedback.results),
            web.get("/hours", hours.overview),
            web.get("/hours.csv", hours.table),
            web.get("/hours/forget", hours.ask),
            web.post("/hours/forget", hours.forget),
            web.get("/record", record.record),
            web.get("/record.json", record.file),
            web.post("/record/veto", record.veto),
            web.post("/record/agree", record.agree),
            web.post("/record/keep", record.keep),
            web.get("/records", records.overview),
            web.get("/records/mine", own.overview),
            web.post("/records/mine/away", own.away),
            web.post("/records/mine/figures/{figure:[a-z_]{1,32}}", own.figure),
            web.post("/records/mine/shares", own.share),
            web.post("/records/mine/shares/{share:[0-9a-f]{16}}/end", own.end),
            web.get("/records/mine/off", own.ask),
            web.post("/records/mine/off", own.take_off),
            web.get("/records/shared", own.shown),
            web.get(RECORD, records.show),
            web.post(f"{RECORD}/away", records.away),
            web.post(f"{RECORD}/figures/{{figure:[a-z_]{{1,32}}}}", records.figure),
            web.post("/groups/{group:[0-9a-f]{16}}/records/away", together.away),
            web.post("/groups/{group:[0-9a-f]{16}}/records/figures/{figure:[a-z_]{1,32}}", together.figure),
            web.post("/groups/{group:[0-9a-f]{16}}/apart", records.apart),
            web.post("/groups/{group:[0-9a-f]{16}}/shares", shared.make),
            web.post("/groups/{group:[0-9a-f]{16}}/shares/{share:[0-9a-f]{16}}/end", shared.end),
            web.get("/mine", mine.press),
            web.post("/mine", mine.show),
            web.post("/mine/leave", mine.leave),
            web.post("/mine/fresh", mine.anew),
            web.get("/shared", shared.press),
            web.post("/shared", shared.open_),
            web.post("/api/media", room.media),
            web.post("/api/media/restart", room.restart),
            web.post("/api/plate", room.plate),
            web.post("/api/rename", room.rename),
            web.get("/sign-in", sign_in.page),
            web.post("/sign-in", sign_in.ask),
            web.get("/sign-in/sent", sign_in.sent),
            web.get("/sign-in/open", sign_in.opened),
            web.post("/sign-in/open", sign_in.enter),
            web.post("/sign-out", sign_in.leave),
            web.get("/passkeys", passkeys.page),
            web.post("/passkeys/remove", passkeys.remove),
            web.post("/api/passkeys/new", passkeys.new),
            web.post("/api/passkeys/keep", passkeys.keep),
            web.post("/api/passkeys/ask", passkeys.ask),
            web.post("/api/passkeys/enter", passkeys.enter),
            web.get("/admin", admin.page),
            web.post("/admin/leaders", admin.invite),
            web.get(LEADER, admin.ask_away),
            web.post(LEADER, admin.take_away),
            web.get("/groups", groups.overview),
            web.get("/groups/new", groups.new),
            web.post("/groups/new", groups.make),
            web.get("/groups/{group:[0-9a-f]{16}}", groups.show),
            web.post("/groups/{group:[0-9a-f]{16}}", roster.change),
            web.post("/groups/{group:[0-9a-f]{16}}/meetings", meetings.plan),
            web.get("/groups/{group:[0-9a-f]{16}}/series", series.show),
            web.post("/groups/{group:[0-9a-f]{16}}/series", series.plan),
            web.post("/groups/{group:[0-9a-f]{16}}/invite", series.invite),
            web.post("/groups/{group:[0-9a-f]{16}}/hours", staying.move),
            web.post("/groups/{group:[0-9a-f]{16}}/entries", staying.renew),
            web.post("/groups/{group:[0-9a-f]{16}}/desk", meetings.desk),
            web.get("/groups/{group:[0-9a-f]{16}}/remove", removal.ask),
            web.post("/groups/{group:[0-9a-f]{16}}/remove", removal.remove),
            web.get(MEETING, meetings.show),
            web.post(f"{MEETING}/move", meetings.move),
            web.get(f"{MEETING}/cancel", cancelling.ask),
            web.post(f"{MEETING}/cancel", cancelling.cancel),
            web.post(f"{MEETING}/invite", meetings.invite),
            web.post(f"{MEETING}/open", meetings.open_),
            web.post(f"{MEETING}/link", links.make),
            web.post(f"{MEETING}/revoke", links.revoke),
            web.get("/groups/{group:[0-9a-f]{16}}/links", links.overview),
            web.post("/groups/{group:[0-9a-f]{16}}/link", links.make_open),
            web.post("/groups/{group:[0-9a-f]{16}}/revoke", links.revoke_open),
            web.get("/healthz", plain.healthz),
            web.get("/readyz", plain.readyz),
            web.get("/static/{name:.+}", assets.serve),
        ]
    )
