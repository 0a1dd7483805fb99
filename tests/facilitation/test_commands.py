"""Commands: what may be asked over the wire, and what only the server may ask."""

from __future__ import annotations

import inspect
from dataclasses import FrozenInstanceError
from typing import get_args, get_type_hints

import pytest

from facilitation import commands as c
from facilitation.session import _HOUSE, _RULES


def test_the_unions_name_every_command_of_the_module_once() -> None:
    written = {
        item
        for _, item in inspect.getmembers(c, inspect.isclass)
        if item.__module__.startswith("facilitation.commands.")
    }
    house, personal = set(get_args(c.HouseCommand)), set(get_args(c.PersonalCommand))
    assert written == house | personal == set(get_args(c.Command))
    assert house & personal == set()


def test_what_nobody_may_send_is_what_makes_seats_links_and_pages() -> None:
    """A client that could ask these would choose its own role, or say that somebody's link is up."""
    assert {kind.__name__ for kind in get_args(c.HouseCommand)} == {
        "TakeSeat",
        "ComeBack",
        "ReportLink",
        "ReportPage",
    }


def test_every_command_has_its_rule() -> None:
    assert set(_HOUSE) == set(get_args(c.HouseCommand))
    assert set(_RULES) == set(get_args(c.PersonalCommand))


def test_a_command_about_something_is_held_to_it() -> None:
    about = {kind for kind in get_args(c.PersonalCommand) if "about" in get_type_hints(kind)}
    assert about == {kind for kind, rule in _RULES.items() if rule.about}


def test_a_command_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        c.Advance(1).about = 2  # type: ignore[misc]
