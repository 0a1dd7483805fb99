"""The files that an operator copies: the unit, the settings and the proxy's fit the program that they are for."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from server.cli import app
from server.settings import SECRET_LEAST, Settings

DOCS = Path(__file__).parents[2] / "docs"
SHIPPED = DOCS / "operating"
NAMES = {f"RESTAREA_{name.upper()}" for name in Settings.model_fields}
FIXED = {"RESTAREA_MAIL_PASSWORD": "s3cret", "RESTAREA_TURN_SECRET": "x" * SECRET_LEAST}


def unit(text: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(text)
    return read


def test_the_unit_starts_the_server_on_its_folder_and_gives_it_time_to_drain() -> None:
    text = (SHIPPED / "restarea.service").read_text()
    service = unit(text)["Service"]
    program, *words = shlex.split(service["ExecStart"])
    command = typer.main.get_command(app)
    with command.make_context("restarea", list(words)) as context:
        name, found, rest = command.resolve_command(context, words)  # type: ignore[attr-defined]
        assert (Path(program).name, name, rest) == ("restarea", "serve", []) and found is not None
    assert service["Environment"] == f"RESTAREA_DATA_DIR=/var/lib/{service['StateDirectory']}"
    assert (service["KillSignal"], service["KillMode"]) == ("SIGTERM", "mixed")
    assert int(service["TimeoutStopSec"]) >= 10 and service["WorkingDirectory"] == "/etc/restarea"


def test_systemd_finds_nothing_wrong_with_it_where_systemd_is(tmp_path: Path) -> None:
    text = (SHIPPED / "restarea.service").read_text()
    copy = tmp_path / "restarea.service"
    copy.write_text(text.replace("/opt/restarea/bin/restarea", sys.executable))
    if (analyze := shutil.which("systemd-analyze")) is not None:
        said = subprocess.run([analyze, "verify", copy], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")
    assert all(line.count("=") or line.startswith(("#", "[")) or not line for line in text.splitlines())


def lines() -> list[tuple[str, str]]:
    """Every setting of the example, commented out or not."""
    text = (SHIPPED / "restarea.env").read_text()
    return re.findall(r"^#?(RESTAREA_[A-Z_]+)=(.*)$", text, re.MULTILINE)


def test_the_example_names_every_setting_once_and_so_does_the_guide() -> None:
    assert sorted(name for name, _ in lines()) == sorted(NAMES)
    guide = (DOCS / "operating.md").read_text()
    assert [name for name in sorted(NAMES) if f"`{name}`" not in guide] == []


def test_the_example_is_taken_as_it_is_and_with_every_line_made_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "restarea.env"
    shutil.copy(SHIPPED / "restarea.env", file)
    shipped, default = Settings(), Settings(_env_file=None)  # type: ignore[call-arg]
    assert shipped == default.model_copy(update={"data_dir": Path("/var/lib/restarea")})
    made = [(name, FIXED.get(name, value)) for name, value in lines() if not name.endswith("_FILE")]
    file.write_text("".join(f"{name}={value}\n" for name, value in made))
    taken = Settings()
    assert (taken.public_url, taken.metrics_port) == ("https://room.example.org", 9100)
    assert taken.advertise == ["203.0.113.7"] and taken.mail_password.get_secret_value() == "s3cret"


def test_the_proxies_lead_to_where_the_server_listens_and_keep_no_addresses() -> None:
    where = f"{Settings.model_fields['host'].default}:{Settings.model_fields['port'].default}"
    caddy = (SHIPPED / "Caddyfile").read_text()
    assert f"reverse_proxy {where}" in caddy and "exclude http" in caddy
    assert (
        caddy.count("{") == caddy.count("}")
        and re.search(r"^\s*log\b(?! default)", caddy, re.MULTILINE) is None
    )
    nginx = (SHIPPED / "nginx.conf").read_text()
    assert f"proxy_pass http://{where};" in nginx and "access_log off" in nginx
