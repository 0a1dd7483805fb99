"""The drawings of records, for a page: made in a thread, which lets voices through meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from aiohttp import web

from facilitation.structure_record import StructureRecord
from server.pages import language
from server.record import compare
from server.record.drawing import figures
from server.record.figure import Figure


async def of_one(request: web.Request, record: StructureRecord) -> list[Figure]:
    """One of a seat timeline takes sixteen milliseconds."""
    words = partial(language.text, language.choose(request))
    return await asyncio.to_thread(figures, record, words)


async def side_by_side(
    request: web.Request, records: Sequence[StructureRecord], called: Sequence[str]
) -> list[Figure]:
    """None of fewer than two; `called` is what each is called. A hundred take a tenth of a second."""
    if len(records) < compare.LEAST:
        return []
    reader = language.choose(request)
    words = partial(language.text, reader)
    return await asyncio.to_thread(compare.compared, records, reader, words, called)
