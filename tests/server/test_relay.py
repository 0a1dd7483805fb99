"""What opens the operator's TURN server for one connection: made as coturn makes it, and it says nothing of anybody."""

from __future__ import annotations

from server.relay import LASTS_S, credentials, relay_for_one
from server.settings import Settings

SECRET = "the words that only the two know"


def settings(**given: object) -> Settings:
    return Settings(**({"turn_host": "turn.example.org", "turn_secret": SECRET} | given))  # type: ignore[arg-type]


def test_the_password_is_the_names_sha_1_under_the_secret() -> None:
    # printf 1800003600:5eed | openssl dgst -sha1 -hmac "$SECRET" -binary | base64
    made = credentials(SECRET, 1_800_003_600, "5eed")
    assert made == ("1800003600:5eed", "wi9hQDZATFJueBvpQgzY+1rWZAE=")


def test_a_name_is_when_it_ends_and_an_alias() -> None:
    """One for each person, so that whoever loads the page again and again takes no more of the relay than is theirs."""
    one, same, other = (
        relay_for_one(settings(), 1_000.9, whose) for whose in ("session:1", "session:1", "session:2")
    )
    assert one == same
    assert one is not None and other is not None
    ends, _, alias = one["username"].partition(":")
    assert (int(ends), len(alias)) == (1_000 + LASTS_S, 16)
    assert one["username"] != other["username"]
    assert (one["username"], one["credential"]) == credentials(SECRET, int(ends), alias)


def test_browsers_are_told_of_tls_over_tcp_and_of_nothing_else() -> None:
    one = relay_for_one(settings(turn_port=5349), 0, "")
    assert one is not None and one["urls"] == "turns:turn.example.org:5349?transport=tcp"


def test_without_a_turn_server_there_is_nothing() -> None:
    assert relay_for_one(settings(turn_host=""), 0, "") is None
