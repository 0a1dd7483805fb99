"""The record's schema: current, without a field for free text, and kept by what is written and read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import make_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from facilitation.structure_record import Lack, Month, StructureRecord
from facilitation.vocabulary import Keeping
from server.formats import load
from server.record import schema
from server.record.schema import BadRecord, NewerRecord, from_json, to_json
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record

ROOT = Path(__file__).parents[3]
AGGREGATE = record(a_session(), SAID, month="2026-11")
TIMELINE = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)


def test_the_schema_is_current() -> None:
    assert (ROOT / "docs" / schema.FILE).read_text("utf-8") == schema.written(), "it is old: run `make docs`"


def nodes(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from nodes(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{path}[{index}]")


def test_no_field_takes_a_free_text() -> None:
    """Every text is one of a list or has a pattern that is anchored, and holds digits only; every object is closed."""
    whole = list(nodes(json.loads(schema.written())))
    texts = [(path, node) for path, node in whole if node.get("type") == "string"]
    assert [path for path, _ in texts] == ["$.$defs.StructureRecord.properties.month.anyOf[0]"]
    assert texts[0][1]["pattern"] == "^[0-9]{4}-(0[1-9]|1[0-2])$"
    open_ended = [
        path
        for path, node in whole
        if node.get("type") == "object" and node.get("additionalProperties") is not False
    ]
    assert open_ended == []
    typed = {"integer", "number", "boolean", "null", "object", "array"}
    loose = [
        path
        for path, node in whole
        if "properties" not in path.rsplit(".", 1)[-1]
        and ".properties." in path
        and not node.keys() & {"$ref", "enum", "anyOf", "pattern"}
        and node.get("type") not in typed
    ]
    assert loose == []


@pytest.mark.parametrize("kind", [str, bytes, dict[str, int], Any, object])
def test_a_field_for_free_text_is_no_schema(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"Odd\.remark: a record holds words from lists and numbers"):
        schema._struct(make_dataclass("Odd", [("remark", kind)]))


def test_the_formats_are_ours_or_own() -> None:
    formats = json.loads(schema.written())["$defs"]["StructureRecord"]["properties"]["format"]["enum"]
    assert set(formats) == {*load().entries, "own"}


@pytest.mark.parametrize("made", [AGGREGATE, TIMELINE], ids=["aggregate", "seat_timeline"])
def test_a_record_is_written_and_read(made: StructureRecord) -> None:
    text = to_json(made)
    assert from_json(text) == made
    assert to_json(from_json(text)) == text and text.endswith(b"}\n")


def without(key: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(to_json(AGGREGATE))
    del whole[key]
    return whole


NO_JSON = "it is no JSON, so it was cut off or changed, or is another kind of file"
NO_WORD = "what stands there is none of what may"
STEPS = "times are told in steps of 5 seconds, and no finer"
MONTH = "a month is written like 2026-11, without a day"
OTHER = "something else must stand there"
TEXT = to_json(AGGREGATE)
WRONG = {
    "cut off": (TEXT[:-20], NO_JSON),
    "nothing": (b"", NO_JSON),
    "not UTF-8": (b'{"version": "\xff"}', f"at $.version: {OTHER}"),
    "a list": (b"[]", "it is JSON, and no record"),
    "a string": (b'"a word"', "it is JSON, and no record"),
    "a list that is cut off": (b'[{"version": 5', NO_JSON),
    "a number and no more": (b"5 Anna", NO_JSON),
    "deep": (b"[" * 100_000, NO_JSON),
    "a field is missing": (json.dumps(without("whole")).encode(), "at $.whole: this field is missing"),
    "a field is missing, and the end": (b'{"version": 5} and', NO_JSON),
    "all of it is missing": (b"{}", "at $.version: this field is missing"),
    "a field of a phase is missing": (
        TEXT.replace(b'"pauses": 1,', b""),
        "at $.phases[4].pauses: this field is missing",
    ),
    "a field too many": (
        json.dumps({**without("month"), "month": None, "Anna": 1}).encode(),
        "at $: it has a field that no record has",
    ),
    **{
        f"a field that would be a place: {name}": (
            json.dumps(json.loads(TEXT) | {name: 1}).encode(),
            "at $: it has a field that no record has",
        )
        for name in (
            "x - at `$.Anna`",
            "x - at `$.annaberg",
            "x` - at `$.AnnaBerg",
            "x` - at `$.whole[19500101]",
        )
    },
    "a field too many in a phase": (
        TEXT.replace(b'"pauses": 1', b'"pauses": 1, "x - at `$.Anna": 1'),
        "at $.phases[4]: it has a field that no record has",
    ),
    "no version": (TEXT.replace(b'"version": 5', b'"version": 0'), f"at $.version: {NO_WORD}"),
    "a date": (TEXT.replace(b"2026-11", b"2026-11-28"), f"at $.month: {MONTH}"),
    "a week": (TEXT.replace(b"2026-11", b"2026-48"), f"at $.month: {MONTH}"),
    "a format of one's own": (TEXT.replace(b'"classic"', b'"Anna Berg"'), f"at $.format: {NO_WORD}"),
    "a word": (TEXT.replace(b'"arrival"', b'"Anna Berg"'), f"at $.phases[0].kind: {NO_WORD}"),
    "a negative time": (
        TEXT.replace(b'"began_s": 0,', b'"began_s": -5,'),
        "at $.phases[0].began_s: the number is too small or too large",
    ),
    "a second": (TEXT.replace(b'"began_s": 0,', b'"began_s": 1,'), f"at $.phases[0].began_s: {STEPS}"),
    "a second of speech": (
        TEXT.replace(b'"leader": 30,', b'"leader": 31,'),
        f"at $.phases[0].speech_s.leader: {STEPS}",
    ),
    "a second of a seat": (
        to_json(TIMELINE).replace(b'"start_s": 10,', b'"start_s": 11,'),
        f"at $.timeline.spoke[0].start_s: {STEPS}",
    ),
    "more than all": (
        TEXT.replace(b"0.41", b"1.41"),
        "at $.phases[0].leader_share: the number is too small or too large",
    ),
    "a count of millions": (
        TEXT.replace(b'"pauses": 1', b'"pauses": 100001'),
        "at $.phases[4].pauses: the number is too small or too large",
    ),
    "half a count": (TEXT.replace(b'"pauses": 1', b'"pauses": 1.5'), f"at $.phases[4].pauses: {OTHER}"),
    "too many phases": (
        json.dumps(json.loads(TEXT) | {"lacks": ["no_speech"] * 100_001}).encode(),
        "at $.lacks: there is more of it than any session has",
    ),
}


IN_THIRDS = [0.67, 0.33, 0.0, 0.0, 0.0]


def test_a_record_of_the_first_version_is_still_read() -> None:
    """It had no marks, and says so."""
    first = json.loads(to_json(AGGREGATE)) | {"version": 1}
    first["whole"]["shares"] = IN_THIRDS
    for phase in first["phases"]:
        noted = phase["interventions"]
        phase["interventions"] = {kind: noted[kind] for kind in ("time", "recall_presenter")}
    read = from_json(json.dumps(first).encode())
    assert read.whole.shares == tuple(IN_THIRDS)
    assert replace(read, whole=AGGREGATE.whole) == replace(AGGREGATE, version=1)
    assert Lack.INTERVENTIONS_NOT_NOTED in read.lacks


def test_a_record_of_the_second_version_is_still_read() -> None:
    """Its seats had no sums, and its shares were in thirds."""
    second = json.loads(to_json(TIMELINE)) | {"version": 2}
    second["whole"]["shares"] = IN_THIRDS
    for seat in second["timeline"]["seats"]:
        del seat["speech_s"]
    timeline = from_json(json.dumps(second).encode()).timeline
    assert timeline is not None and {one.speech_s for one in timeline.seats} == {None}


def test_a_record_of_the_third_version_is_still_read() -> None:
    """Of nine members its Gini and evenness were in hundredths."""
    third = json.loads(to_json(AGGREGATE)) | {"version": 3, "members": "9_to_12"}
    third["whole"] |= {"shares": [0.2] * 3 + [0.1] * 3 + [0.033] * 3, "gini": 0.44, "evenness": 0.81}
    assert from_json(json.dumps(third).encode()).whole.gini == 0.44
    with pytest.raises(BadRecord, match=r"at \$\.whole\.gini: it is told in steps of 0\.05"):
        from_json(json.dumps(third | {"version": 4}).encode())


@pytest.mark.parametrize("case", WRONG)
def test_a_damaged_record_is_refused_where_it_is_wrong(case: str) -> None:
    text, said = WRONG[case]
    with pytest.raises(BadRecord) as refused:
        from_json(text)
    assert str(refused.value) == said, "nothing of it is repeated"
    assert refused.value.of_file("a.json") == (
        f"a.json is no record that can be read ({said}): export it again, or use a copy"
    )


@pytest.mark.parametrize(
    "text", [b'{"version": 6}', to_json(AGGREGATE).replace(b'"version": 5', b'"version": 10')]
)
def test_a_record_of_a_version_to_come_is_called_so_and_not_damaged(text: bytes) -> None:
    with pytest.raises(NewerRecord) as refused:
        from_json(text)
    assert (
        refused.value.of_file("a.json") == "a.json was made by a newer Restarea: upgrade this one to read it"
    )


def test_a_month_is_no_more_than_that() -> None:
    with pytest.raises(BadRecord, match=r"\$\.month"):
        from_json(to_json(replace(AGGREGATE, month=Month("2026-11\n"))))
