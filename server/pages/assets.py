"""The built client: its hashed files, kept in memory, and the tags by which a page loads them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

STATIC = Path(__file__).parents[1] / "static"
OWN = Path(__file__).parents[1] / "templates"

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".webp": "image/webp",
    ".json": "application/json",
}
_COMPRESSES = {".js", ".css", ".svg", ".json"}


@dataclass(frozen=True, slots=True)
class _Asset:
    kind: str
    plain: bytes
    packed: bytes | None


@dataclass(frozen=True, slots=True)
class Entry:
    """The addresses that one page loads: its script, what that script imports or asks for at once, its styles. Of
    these `awaited` are those of a part, which the part waits for: nothing else of the page does."""

    script: str
    imports: tuple[str, ...]
    styles: tuple[str, ...]
    awaited: tuple[str, ...]


class Assets:
    """Read once: a few hundred kilobytes, compressed before anybody asks. A new build needs a new start."""

    def __init__(self, static: Path = STATIC) -> None:
        self._assets: dict[str, _Asset] = {}
        self._manifest: dict[str, Any] = {}
        for path in sorted((static / "assets").glob("**/*")):
            if path.is_file():
                self._add(f"assets/{path.relative_to(static / 'assets').as_posix()}", path)
        if (static / "manifest.json").is_file():
            self._manifest = json.loads((static / "manifest.json").read_text("utf-8"))
        self.plain_style = self._add_own("plain.css")
        self.icon = self._add_own("icon.svg")

    @property
    def built(self) -> bool:
        return bool(self._manifest)

    def entry(self, source: str, *parts: str) -> Entry | None:
        """For a page's `src/<page>/main.tsx`, and for `parts` that it asks for at once; None if nothing was built."""
        if source not in self._manifest:
            return None
        seen: set[str] = set()
        chunks = [chunk for one in (*parts, source) for chunk in self._with_imports(one, seen)]
        styles = tuple(dict.fromkeys(style for chunk in chunks for style in self.styles(chunk)))
        besides = tuple(self.address(chunk) for chunk in chunks if chunk != source)
        awaited = tuple(style for part in parts for style in self.styles(part))
        return Entry(self.address(source), besides, styles, awaited)

    def address(self, source: str) -> str:
        """Of a script."""
        return f"/static/{self._manifest[source]['file']}"

    def styles(self, source: str) -> tuple[str, ...]:
        """Its own, without those of what it imports."""
        return tuple(f"/static/{style}" for style in self._manifest[source].get("css", ()))

    def _with_imports(self, chunk: str, seen: set[str]) -> Iterator[str]:
        """What a chunk imports before itself: of two styles that say the same, the later one is the page's."""
        if chunk not in seen:
            seen.add(chunk)
            for other in self._manifest[chunk].get("imports", ()):
                yield from self._with_imports(other, seen)
            yield chunk

    def _add(self, name: str, path: Path) -> None:
        plain = path.read_bytes()
        packed = gzip.compress(plain, mtime=0) if path.suffix in _COMPRESSES else None
        self._assets[name] = _Asset(_TYPES.get(path.suffix, "application/octet-stream"), plain, packed)

    def _add_own(self, name: str) -> str:
        path = OWN / name
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        hashed = f"{path.stem}-{digest}{path.suffix}"
        self._add(hashed, path)
        return f"/static/{hashed}"

    async def serve(self, request: web.Request) -> web.Response:
        """`GET /static/{name}`. A name holds its content's hash, so what it once was it always is."""
        asset = self._assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        headers = {
            "Content-Type": asset.kind,
            "Cache-Control": "public, max-age=31536000, immutable",
            "Vary": "Accept-Encoding",
        }
        if asset.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=asset.packed, headers={**headers, "Content-Encoding": "gzip"})
        return web.Response(body=asset.plain, headers=headers)
