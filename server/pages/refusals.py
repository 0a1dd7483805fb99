"""Every way a request can be refused, as `{code, detail}` for programs and as a plain page for people.

Nothing that a client sends raises past here, and nothing of it is logged.
"""

from __future__ import annotations

from typing import Any

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from facilitation.vocabulary import Refused
from server.media.hiring import Away
from server.media.sdp import SdpError
from server.pages.rendering import plain_page
from server.store import LinkRefused, NotSaved

log = structlog.get_logger()

_STATUS = {
    "unknown_link": 404,
    "expired_link": 410,
    "used_link": 410,
    "earlier_link": 410,
    "ended_link": 410,
    "link_taken_back": 403,
    "session_ended": 410,
    "no_link": 404,
    "place_ended": 410,
    "place_unknown": 410,
    "not_open_yet": 409,
    "meeting_cancelled": 410,
    "session_full": 409,
    "removed": 403,
    "not_allowed": 403,
    "no_session": 401,
    "passkey_unknown": 404,
    "passkey_refused": 403,
    "passkey_over": 410,
    "bad_name": 400,
    "not_attested": 409,
    "bad_request": 400,
    "other_site": 403,
    "too_fast": 429,
    "draining": 503,
    "not_saved": 503,
    "media_away": 503,
}
_CODES = {404: "not_found", 405: "bad_method", 413: "too_large"}
_PAGES = {403: "refused", 404: "missing", 405: "missing", 410: "ended", 503: "soon"}


class Refusal(Exception):
    """A request that changes nothing. `detail` is in our words, never the sender's."""

    def __init__(self, code: str, detail: str = "", **more: object) -> None:
        """`more` stands beside the two for programs."""
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.more = more

    @property
    def status(self) -> int:
        return _STATUS.get(self.code, 409)


def refuse(code: str, status: int, detail: str = "", **more: object) -> web.Response:
    headers = {"Retry-After": "5"} if status in (429, 503) else {}
    return web.json_response({"code": code, "detail": detail, **more}, status=status, headers=headers)


def _as_refusal(error: Exception) -> Refusal | None:
    """What the store, the form and the media plane raise, in the words of docs/protocol.md."""
    match error:
        case Refusal():
            return error
        case LinkRefused():
            return Refusal(error.code)
        case Refused():
            return Refusal(str(error.code), error.detail)
        case NotSaved():
            return Refusal("not_saved")
        case Away():
            return Refusal("media_away")
    return None


@web.middleware
async def answer_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The outermost middleware. The socket answers for itself."""
    if request.path.startswith("/socket.io/"):
        return await handler(request)
    try:
        return await handler(request)
    except SdpError as error:
        return refuse("sdp_too_large" if error.code == "too_large" else error.code, 400, error.detail)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        response = _answer(request, _CODES.get(error.status, "bad_request"), error.status)
        if "Allow" in error.headers:
            response.headers["Allow"] = error.headers["Allow"]
        return response
    except Exception as error:
        refusal = _as_refusal(error)
        if refusal is not None:
            return _answer(request, refusal.code, refusal.status, refusal.detail, **refusal.more)
        log.error("request_failed", reason=_place(error))
        return _answer(request, "server_error", 500)


def _answer(request: web.Request, code: str, status: int, detail: str = "", **more: object) -> web.Response:
    if request.path.startswith("/api/"):
        return refuse(code, status, detail, **more)
    return plain_page(request, _PAGES.get(status, "broken"), status)


def _place(error: BaseException) -> str:
    """The kind of error and where it arose; its message might hold what a client sent."""
    trace: Any = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (
        f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace is not None else "nowhere"
    )
    return f"{type(error).__name__} at {where}"
