"""Templates into responses: language, nonce, the tags of the built client, and the boot object."""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlencode

import aiohttp_jinja2
import jinja2
from aiohttp import web
from markupsafe import Markup

from server.pages import language, said
from server.pages.assets import Assets
from server.pages.security import nonce
from server.relay import Relay
from server.store import Group

TEMPLATES = Path(__file__).parents[1] / "templates"
CLIENT = "client.html"
DESK, FOLDED = "src/desk/Desk.tsx", "src/desk/folded.ts"
"""What leaders alone load: at once, and once the room stands."""
ASSETS = web.AppKey("assets", Assets)
NOTED: web.AppKey[dict[str, int]] = web.AppKey("noted")
"""What is noted of who was at a meeting, for themselves: for how many months, or whether at all."""
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def set_up_templates(app: web.Application) -> None:
    app[aiohttp_jinja2.APP_KEY] = _templates()


@cache
def _templates() -> jinja2.Environment:
    """One for every app of this process: compiling a template takes far longer than filling it."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(request: web.Request, template: str, status: int = 200, **context: object) -> web.Response:
    """`template` in the language of the request, with `t(id)` for its words, and what the last press has done."""
    chosen = language.choose(request)
    group = context.get("group")
    of = group if isinstance(group, Group) else None
    told = said.take(request, chosen, of) if template != CLIENT else ""
    everywhere = {
        "lang": chosen,
        "languages": language.languages(),
        "t": partial(language.text, chosen),
        "t_in": language.text,
        "nonce": nonce(request),
        "assets": request.app[ASSETS],
        "refresh_s": 0,
        "here": _here(request),
        "done": told,
    }
    response = aiohttp_jinja2.render_template(template, request, everywhere | context, status=status)
    response.headers["Content-Language"] = chosen
    language.remember(request, response)
    if told:
        said.forget(request, response)
    response.enable_compression()
    return response


def _here(request: web.Request) -> str | None:
    """The address of this page, to which another language is added: its query alone, for a path that begins with two
    slashes would lead elsewhere. None where nothing leads back to what is shown."""
    if request.method != "GET":
        return None
    kept = [(name, value) for name, value in request.query.items() if name != "lang"]
    return f"?{urlencode(kept)}&" if kept else "?"


def plain_page(request: web.Request, page: str, status: int = 200) -> web.Response:
    """A page without a script: the words `page-<page>-title` and `page-<page>-text`."""
    refresh_s = 5 if status == 503 else 0
    return render(request, "plain.html", status, page=page, refresh_s=refresh_s)


def client_page(
    request: web.Request,
    page: str,
    snapshot: bytes | None = None,
    slots: int | None = None,
    relay: Relay | None = None,
    telephone: str = "",
    lent: bool = False,
    groups: bool = False,
    leads: bool = False,
) -> web.Response:
    """A page that the client draws, with the boot object of docs/protocol.md."""
    entry = request.app[ASSETS].entry(f"src/{page}/main.tsx", *([DESK] if leads else []))
    if entry is None:
        return plain_page(request, "unbuilt", 503)
    boot = _boot(request, snapshot, slots, relay, telephone, lent, groups, leads)
    return render(request, CLIENT, page=page, entry=entry, boot=boot)


@cache
def _catalogue(chosen: str) -> str:
    """A language's catalogue as JSON that may stand in a script element. 40 kB, and the same for everyone."""
    return json.dumps(language.for_browsers(chosen), ensure_ascii=False).translate(_IN_SCRIPT)


def _boot(
    request: web.Request,
    snapshot: bytes | None,
    slots: int | None,
    relay: Relay | None,
    telephone: str,
    lent: bool,
    groups: bool,
    leads: bool,
) -> Markup:
    """JSON that may stand in a script element: whatever a name or a catalogue holds, it ends no tag."""
    chosen = language.choose(request)
    members = {
        "lang": json.dumps(chosen),
        "catalogue": _catalogue(chosen),
        "languages": json.dumps(language.others(chosen)),
        "noted": json.dumps(request.app[NOTED]),
    }
    if snapshot is not None:
        members["snapshot"] = snapshot.decode().translate(_IN_SCRIPT)
    if slots is not None:
        members["slots"] = json.dumps(slots)
    if relay is not None:
        members["relay"] = json.dumps(relay)
    if telephone:
        members["telephone"] = json.dumps(telephone)
    if lent:
        members["lent"] = json.dumps(lent)
    if groups:
        members["groups"] = json.dumps(groups)
    if leads:
        assets = request.app[ASSETS]
        (style,) = assets.styles(DESK)
        parts = {"desk": assets.address(DESK), "style": style, "folded": assets.address(FOLDED)}
        members["parts"] = json.dumps(parts)
    text = "{" + ",".join(f'"{name}":{value}' for name, value in members.items()) + "}"
    return Markup(text)
