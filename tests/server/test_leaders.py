"""`restarea leader`: what an operator writes and reads; and rosters with addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from server.cli import app


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, roster: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=roster)


def listed() -> list[list[str]]:
    return [line.split()[1:] for line in run("leader", "list").stdout.splitlines()]


def test_a_leader_is_added_listed_and_removed() -> None:
    said = run("leader", "add", "Anna@example.org", "--name", "Anna Berg")
    assert (said.exit_code, said.stdout) == (
        0, "Anna@example.org: added. They sign in at http://127.0.0.1:8080/sign-in\n",
    )  # fmt: skip
    run("leader", "add", "bela@example.org")
    assert listed() == [["Anna@example.org", "Anna", "Berg"], ["bela@example.org"]]
    assert run("leader", "remove", "anna@example.org").exit_code == 0
    assert listed() == [["bela@example.org"]]
    assert b"bela" not in b"".join(file.read_bytes() for file in Path("var").glob("restarea.db*"))


def test_who_runs_the_server_is_said_at_the_command_line_alone() -> None:
    said = run("leader", "add", "anna@example.org", "--name", "Anna", "--operator")
    assert said.stdout.endswith("/sign-in, and see http://127.0.0.1:8080/admin\n")
    assert run("leader", "list").stdout.endswith("  anna@example.org  Anna  runs the server\n")
    assert run("leader", "add", "anna@example.org", "--no-operator").stdout.startswith(
        "anna@example.org: changed."
    )
    assert listed() == [["anna@example.org", "Anna"]]
    assert run("leader", "add", "ANNA@example.org", "--operator").exit_code == 0
    assert listed() == [["anna@example.org", "Anna", "runs", "the", "server"]]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("add", "anna"), 2, "This is no mail address."),
        (("add", "ANNA@example.org"), 1, "There is a leader of this address already."),
        (("add", "bela@example.org", "--name", "\u200b"), 2, "The name is empty or too long."),
        (("remove", "bela@example.org"), 2, "There is no leader of this address"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    arguments: tuple[str, ...], code: int, said: str
) -> None:
    run("leader", "add", "anna@example.org")
    answer = run("leader", *arguments)
    assert (answer.exit_code, answer.stdout) == (code, "") and answer.stderr.startswith(said)
    assert listed() == [["anna@example.org"]]


def test_leaders_are_there_after_a_restart_though_nothing_was_written_between() -> None:
    """Their key belongs to no session and no group, and is no stray one."""
    run("leader", "add", "anna@example.org", "--name", "Anna")
    for _ in range(3):
        assert listed() == [["anna@example.org", "Anna"]]


def test_an_operators_roster_may_say_where_mail_reaches_people() -> None:
    roster = "leader: Anna <anna@example.org>\nmember: Carla\n"
    assert run("group", "add", "Tuesdays", "-", roster=roster).exit_code == 0
    wrong = run("group", "change", "Tuesdays", "-", roster="leader: Anna <anna>\n")
    assert wrong.exit_code == 2 and "line 1: what stands in <> is no mail address" in wrong.stderr
