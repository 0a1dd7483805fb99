"""What a record has as a number and nobody knows, or would be read as something else in a table: there it is null, or
has columns of its own. The JSON of a record is as it was kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

from facilitation.measures import group_sizes
from facilitation.structure import groups_told
from facilitation.structure_record import Lack, Part
from server.record.reckoning import GROUPED_FROM, SHOWN

OF_SPEECH = frozenset(
    "speech_s turns overlap_s silence_s silences back_speech_s turn_lengths transfers transitions".split()
)
"""Fields of a record that are made of who spoke when, and have no null of their own."""
OF_FORM = ("format", "format_version")
"""Of an imported meeting they say `own`, as those of a group do that has a way of working of its own."""
MARKED = "interventions"
FIELDS = OF_SPEECH | {*OF_FORM, MARKED}
GROUPS = ("most", "between", "least")
"""Of the members: by who spoke most. Of halves there is none in between."""


def is_unknown(lacks: Collection[str], field: str, column: str) -> bool:
    """Of a record that lacks so much. The column may be one of several of its field."""
    if field in OF_SPEECH:
        return Lack.SPEECH_NOT_MEASURED in lacks
    if field == MARKED:
        by_itself = column in (f"{MARKED}_{kind}" for kind in SHOWN)
        return Lack.INTERVENTIONS_NOT_NOTED in lacks and not by_itself
    return field in OF_FORM and Lack.ROLES_UNKNOWN in lacks


def by_groups(shares: Sequence[Part] | None, version: int) -> dict[str, int | Part]:
    """Of how many members each group is, and the mean of their shares: nothing where there are no shares, or, in
    records of earlier versions, none of groups."""
    if shares is None or version < GROUPED_FROM:
        return {}
    groups = groups_told(len(shares))
    names = GROUPS if groups == len(GROUPS) else (GROUPS[0], GROUPS[-1])
    begins = accumulate(group_sizes(len(shares), groups), initial=0)
    found: dict[str, int | Part] = {}
    for name, (begin, end) in zip(names, pairwise(begins), strict=True):
        found |= {f"shares_{name}_members": end - begin, f"shares_{name}_mean": shares[begin]}
    return found
