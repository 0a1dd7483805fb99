"""`restarea record plot` and `compare`: records on a page, or one figure of it as SVG or PNG."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from facilitation.structure_record import StructureRecord
from server.pages.language import DEFAULT, languages, text
from server.record import compare, labels, months, png
from server.record.drawing import figures
from server.record.figure import Figure
from server.record.libraries import NotInstalled
from server.record.page import alone, heading, of_all, of_example, page, side_by_side
from server.record.png import NoFont
from server.record_commands.audit import note_taken_away
from server.record_commands.named import ONE, is_file, kept_each, kept_of_one, label_given, say_below
from server.record_commands.written import Output, SkipDamaged, say_twice
from server.terminal import fail, write

PNG = ".png"
DRAWINGS, PAGES = (".svg", PNG), (".html", ".htm")
"""How a file's name ends for one figure, and for a page."""
Language = Annotated[str, typer.Option(help=f"In which its words are: {', '.join(languages())}.")]


def plot(
    record: Annotated[str, typer.Argument(help=f"{ONE}.")],
    figure: Annotated[
        str,
        typer.Option(
            help="One figure alone, such as course; an unknown word lists all. As SVG, or as PNG with -o NAME.png."
        ),
    ] = "",
    skip_damaged: SkipDamaged = False,
    language: Language = DEFAULT,
    output: Output = None,
) -> None:
    """Draw a record: a page with every figure and its table, to look at and to print; or one figure, as SVG or PNG."""
    _known(language)
    say_below([record])
    one, words = kept_of_one(record, skip_damaged=skip_damaged), partial(text, language)
    (found,) = one.records.values()
    drawn = _chosen(figures(found, words), figure, output, "This record has", "A record is drawn")
    if drawn is None:
        shown = page(found, language, words).encode()
    else:
        of = of_all(heading(found, language, words), of_example([found], words))
        shown = _drawing(drawn, of, output)
    if one.of_server:
        note_taken_away(one.texts, "plot")
    write(shown, output)


def compare_(
    records: Annotated[
        list[str],
        typer.Argument(
            help="Two or more: ids of records, or files that `export`, `import-rttm` or `example` wrote; folders or "
            "ZIPs of such files; or all."
        ),
    ],
    figure: Annotated[
        str,
        typer.Option(
            help="One figure alone, such as plans; an unknown word lists all. As SVG, or as PNG with -o NAME.png."
        ),
    ] = "",
    label: Annotated[
        list[str] | None,
        typer.Option(
            help="What each is called on the page, once for each, in their order; else its month, or a file's name."
        ),
    ] = None,
    skip_damaged: SkipDamaged = False,
    language: Language = DEFAULT,
    output: Output = None,
) -> None:
    """Draw several records side by side, over the months: a page to look at and to print; or one figure of it.

    Counts under five are not told, nor who spoke in a session with fewer than five members."""
    _known(language)
    if len(set(records)) < len(records):
        fail("Say two or more, each once: beside itself a session shows nothing.", 2)
    say_below(records)
    given = [label_given(one) for one in label or ()]
    ours: dict[str, bytes] = {}
    there: dict[str, StructureRecord] = {}
    for named, several in kept_each(records, skip_damaged=skip_damaged).items():
        alone_there = len(several.texts) == 1 and not Path(named).is_dir()
        there |= {named if alone_there else _in(named, one): of for one, of in several.records.items()}
        ours |= several.texts if several.of_server else {}
    if len(there) < compare.LEAST:
        fail("Say two or more, each once; or a folder or ZIP of records.", 2)
    if given and len(given) != len(there):
        fail(f"Say one label for each record: there are {len(there)} records and {len(given)} labels.", 2)
    found, words = compare.in_order(there), partial(text, language)
    names = _names(found, set(there) - set(ours), dict(zip(there, given, strict=False)), language)
    figures_ = compare.compared(list(found.values()), language, words, names)
    drawn = _chosen(figures_, figure, output, "These records have", "Side by side records are drawn")
    say_twice(found)
    if drawn is None:
        shown = side_by_side(list(found.values()), language, words, names).encode()
    else:
        made = list(found.values())
        of = of_all(compare.heading(made, language, words, names), of_example(made, words))
        shown = _drawing(drawn, of, output)
    if ours:
        note_taken_away(ours, "compare")
    write(shown, output)


def _in(named: str, one: str) -> str:
    """What a record is called that lies with others in what was named; those of the server by their ids."""
    return str(Path(named) / f"{one}.json") if is_file(named) else one


def _known(language: str) -> None:
    if language not in languages():
        fail(f"There is no language {language!r}. There are: {', '.join(languages())}.", 2)


def _chosen(
    drawn: Sequence[Figure], key: str, output: Path | None, whose: str, on_a_page: str
) -> Figure | None:
    """The figure of that key; None: a page with all. What the file's name asks for must be so."""
    by_key, ending = {one.key: one for one in drawn}, _ending(output)
    there = f"There are: {', '.join(one.key for one in drawn if one.svg)}."
    if key and key not in by_key:
        fail(f"{whose} no figure {key!r}. {there}", 2)
    if not key and ending in DRAWINGS:
        fail(f"{ending[1:].upper()} is for one figure: say which, with --figure. {there}", 2)
    if key and ending not in ("", *DRAWINGS):
        fail("One figure is written as .svg or .png; without --figure there is a page with all of them.", 2)
    if ending not in ("", *DRAWINGS, *PAGES):
        fail(f"{on_a_page} on a page, as -o NAME.html; one figure of it, with --figure, as .svg or .png.", 2)
    chosen = by_key.get(key)
    if chosen is not None and not chosen.svg:
        fail(f"Of {key!r} there is nothing to draw. {chosen.note}".rstrip(), 2)
    return chosen


def _ending(output: Path | None) -> str:
    return "" if output is None else output.suffix.lower()


def _drawing(figure: Figure, of: str, output: Path | None) -> bytes:
    """`of` which session or sessions."""
    svg = alone(figure, of)
    try:
        return png.write(svg) if _ending(output) == PNG else svg.encode()
    except (NotInstalled, NoFont) as error:
        fail(f"{error}. As SVG it can be written without.")


def _names(
    records: Mapping[str, StructureRecord], files: Container[str], given: Mapping[str, str], language: str
) -> list[str]:
    """As somebody says; else by its month, and by a letter where several share it, as on a page of the server. A file,
    where it has a letter or no month, by its name too; the id of a record of this server leads to the audit log."""
    made = list(records.values())
    called = zip(records, months.named(made, (), language), months.lettered(made), strict=True)
    return [given.get(one) or _called(name, records[one], one, letter, files) for one, name, letter in called]


def _called(name: str, record: StructureRecord, one: str, letter: str, files: Container[str]) -> str:
    if one not in files or (record.month and not letter):
        return name
    return f"{name} · {labels.of_file(one)}" if record.month else labels.of_file(one)
