"""What opens the operator's TURN server for one connection: made as coturn makes it, and it says nothing of anybody."""

from __future__ import annotations

import json

from server.relay import LASTS_S, credentials, relay_for_one
from server.settings import Settings
from tests.golden_file import GOLDEN

SECRET = "the words that only the two know"


def settings(**given: object) -> Settings:
    return Settings(**({"turn_host": "turn.example.org", "turn_secret": SECRET} | given))  # type: ignore[arg-type]


def test_the_password_is_the_names_sha_1_under_the_secret() -> None:
    # printf 1800003600:5eed | openssl dgst -sha1 -hmac "$SECRET" -binary | base64
    kept = json.loads((GOLDEN / "wire.json").read_text())["relay"]
    assert credentials(SECRET, 1_800_003_600, "5eed") == (kept["username"], kept["credential"])
    assert kept["credential"] == "wi9hQDZATFJueBvpQgzY+1rWZAE="


def test_a_name_is_when_it_ends_and_chance() -> None:
    one, other = (relay_for_one(settings(), 1_000.9) for _ in range(2))
    assert one is not None and other is not None
    ends, _, chance = one["username"].partition(":")
    assert (int(ends), len(chance)) == (1_000 + LASTS_S, 16)
    assert one["username"] != other["username"]
    assert (one["username"], one["credential"]) == credentials(SECRET, int(ends), chance)


def test_browsers_are_told_of_tls_over_tcp_and_of_nothing_else() -> None:
    one = relay_for_one(settings(turn_port=5349), 0)
    assert one is not None and one["urls"] == "turns:turn.example.org:5349?transport=tcp"


def test_without_a_turn_server_there_is_nothing() -> None:
    assert relay_for_one(settings(turn_host=""), 0) is None
