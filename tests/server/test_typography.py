"""What people read is set as their language is printed, and counts as their language counts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.ast import Message, Pattern, Placeable, SelectExpression, TextElement, VariableReference

from facilitation.toml_table import LANGUAGES
from server.formats.catalogue import OURS
from server.pages.language import SERVERS_OWN, catalogue, for_browsers, languages, text
from server.rehearsal.group import NAMES

STANDS = "\u00a0"
"""A space at which no line ends."""
EVERYWHERE = r"['\"`´]|\.\.\.|  | - "
WRONG = {
    "en": r"[„«»]|\s[;:?!…]",
    "fr": rf"[„“”]|(?<!{STANDS})[;?!»]|(?<!{STANDS}):(?=\s|$)|«(?!{STANDS})|\d [%]|\s…|(?i:animat(?:eur|rice))",
    # An ellipsis that stands for words stands apart, at the end of the line of the word before it.
    "de": rf"[”«»‘]|„[^“]*$|(?<!{STANDS})…|\d [%]|(?i:\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b)",
}
"""What no text of a language has. German says Sie; whoever leads a Balint group is a leader in French, too."""
COUNTS = (0, 1, 2, 5, 21)


@cache
def parsed(language: str) -> ast.Resource:
    """Once for all tests: it takes a second."""
    return FluentParser().parse(catalogue(language))


def messages(language: str) -> list[Message]:
    return [one for one in parsed(language).body if isinstance(one, Message)]


def read(pattern: Pattern | None) -> Iterator[str]:
    """A message's text, ◊ where something is put in; each of its texts where it has one for each number."""
    elements = pattern.elements if pattern else []
    chosen = [choice for one in elements if (choice := choice_in(one))]
    for variant in chosen[0].variants if chosen else ():
        yield from read(variant.value)
    if not chosen:
        yield "".join(one.value if isinstance(one, TextElement) else "◊" for one in elements)


def choice_in(element: TextElement | Placeable) -> SelectExpression | None:
    inner = element.expression if isinstance(element, Placeable) else None
    return inner if isinstance(inner, SelectExpression) else None


def texts_of(source: object) -> Iterator[dict[str, str]]:
    """Every text of a format, by language, of whatever table."""
    if isinstance(source, dict) and "en" in source:
        yield source
    elif isinstance(source, dict | list):
        for inner in source.values() if isinstance(source, dict) else source:
            yield from texts_of(inner)


def ours() -> list[dict[str, str]]:
    return [one for path in OURS.glob("*.toml") for one in texts_of(tomllib.loads(path.read_text("utf-8")))]


def test_whatever_lists_languages_knows_them_all() -> None:
    assert set(languages()) == {"en", "fr", "de"}
    assert set(LANGUAGES) == set(NAMES) == set(WRONG) == set(languages())
    assert len({len(names) for names in NAMES.values()}) == 1


def test_a_browser_is_sent_no_words_that_the_server_alone_says_and_all_that_its_pages_say() -> None:
    client = Path(__file__).parents[2] / "client" / "src"
    source = "".join(file.read_text() for file in client.rglob("*.ts*") if ".test." not in file.name)
    ids = {one.id.name for one in messages("en")}
    kept = {name for name in ids if not name.startswith(SERVERS_OWN)}
    said = {name for name in ids if f'"{name}"' in source} | {
        name for name in ids for begun in re.findall(r"`([a-z-]+-)\$\{", source) if name.startswith(begun)
    }
    assert said - kept == set() and len(said) > 200
    for language in languages():
        sent = FluentParser().parse(for_browsers(language)).body
        assert {one.id.name for one in sent if isinstance(one, Message)} == kept


def test_the_formats_speak_every_language() -> None:
    assert len(ours()) > 100
    assert [one for one in ours() if one.keys() != set(languages())] == []


@pytest.mark.parametrize("language", languages())
def test_a_text_is_set_as_its_language_is_printed(language: str) -> None:
    told = [one for message in messages(language) for one in read(message.value)]
    told += [one[language] for one in ours()]
    assert len(told) > 900
    wrong = re.compile(f"{EVERYWHERE}|{WRONG[language]}")
    assert [one for one in told if wrong.search(one)] == []


@pytest.mark.parametrize(
    ("language", "mistake"),
    [
        ("en", "isn't"), ("en", "a „quote“"), ("en", "wait …"), ("fr", "Qui a un cas ?"), ("fr", "l’un : l’autre"),
        ("fr", "« oui\u00a0»"), ("fr", "l'un"), ("fr", "5 %"), ("de", "„ja”"), ("de", "„ja"), ("de", "\"ja\""),
        ("de", "beenden…"), ("de", "beenden …"), ("de", "Dein Link"), ("de", "5 %"), ("de", "eins - zwei"),
    ],
)  # fmt: skip
def test_a_mistake_is_seen(language: str, mistake: str) -> None:
    assert re.search(f"{EVERYWHERE}|{WRONG[language]}", mistake)


@pytest.mark.parametrize("language", languages())
def test_no_message_needs_another(language: str) -> None:
    """The server parses each by itself."""
    found = {type(one).__name__ for one in parsed(language).body}
    assert found <= {"Message", "Comment", "GroupComment", "ResourceComment"}
    assert re.findall(r"\{\s*(?![$\s])", catalogue(language)) == []
    assert [one.id.name for one in messages(language) if text(language, one.id.name) == one.id.name] == []


@pytest.mark.parametrize("language", languages())
def test_a_number_is_the_one_that_was_counted(language: str) -> None:
    """In French nothing is counted as one is: a text for one that says “1” would be said of nothing."""
    counted = 0
    for message in messages(language):
        for choice in filter(None, map(choice_in, message.value.elements if message.value else [])):
            assert isinstance(choice.selector, VariableReference)
            for count in COUNTS:
                said = text(language, message.id.name, **{choice.selector.id.name: count})
                assert set(re.findall(r"\d+", said)) <= {str(count)}, (message.id.name, count, said)
                counted += 1
    assert counted >= 8 * len(COUNTS)
