"""Where the server of a data folder is found: as it says itself, for as long as it holds the folder."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from server.checkup import _as_served
from server.doctor import Level
from server.occupancy import occupy
from server.settings import Settings
from server.terminal import url_now
from server.whereabouts import FILE, PART, Unsaid, Whereabouts, forget, tell, where_is

HERE = Whereabouts("http://127.0.0.1:9000", 9000, 9001)


def test_what_a_server_says_counts_while_it_holds_the_folder(tmp_path: Path) -> None:
    assert where_is(tmp_path / "none") is None
    with occupy(tmp_path):
        tell(tmp_path, HERE)
        assert where_is(tmp_path) == HERE
    assert (tmp_path / FILE).exists(), "as after a kill"
    assert where_is(tmp_path) is None
    (tmp_path / PART).write_text("half")
    with occupy(tmp_path):
        forget(tmp_path)
        assert not (tmp_path / FILE).exists() and not (tmp_path / PART).exists()
        with pytest.raises(Unsaid, match="does not say where it is found"):
            where_is(tmp_path)


def test_of_two_servers_that_change_places_none_is_taken_for_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with occupy(tmp_path):
        tell(tmp_path, HERE)
        asked: list[Path] = []

        def meanwhile(folder: Path) -> bool:
            if asked:
                tell(folder, Whereabouts("http://127.0.0.1:7000", 7000, 7001))
            asked.append(folder)
            return True

        monkeypatch.setattr("server.whereabouts.is_occupied", meanwhile)
        with pytest.raises(Unsaid):
            where_is(tmp_path)
        assert where_is(tmp_path) == Whereabouts("http://127.0.0.1:7000", 7000, 7001)


@pytest.mark.parametrize(
    "left", ["", "{", "[]", '{"url": "http://a"}', '{"url": "a", "port": null, "media_port": 1}']
)
def test_what_cannot_be_read_is_a_doubt(tmp_path: Path, left: str) -> None:
    with occupy(tmp_path):
        (tmp_path / FILE).write_text(left)
        with pytest.raises(Unsaid):
            where_is(tmp_path)


def test_a_link_leads_to_the_server_that_runs_and_else_where_the_settings_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data_dir=tmp_path, port=8080)
    assert url_now(settings) == "http://127.0.0.1:8080"
    assert url_now(settings.model_copy(update={"public_url": "https://a.example"})) == "https://a.example"
    with pytest.raises(typer.Exit):
        url_now(settings.model_copy(update={"port": 0}))
    with occupy(tmp_path):
        with pytest.raises(typer.Exit):
            url_now(settings)
        tell(tmp_path, HERE)
        assert url_now(settings) == HERE.url
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("No link is made: no server runs on the data folder, and RESTAREA_PORT is 0")
    assert said[1].startswith(
        f"No link is made: a server is running on the data folder {tmp_path}, and does not"
    )


def test_the_doctor_looks_at_the_ports_of_the_server_that_runs(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, port=8080, media_port=8081)
    assert _as_served(settings) == (settings, [])
    with occupy(tmp_path):
        looked, (doubt,) = _as_served(settings)
        assert (looked, doubt.level) == (settings, Level.WARNING)
        tell(tmp_path, HERE)
        looked, (elsewhere,) = _as_served(settings)
        assert (looked.port, looked.media_port) == (9000, 9001)
        assert "found at http://127.0.0.1:9000" in str(elsewhere) and "ports 8080 and 8081" in str(elsewhere)
        assert _as_served(looked) == (looked, [])
