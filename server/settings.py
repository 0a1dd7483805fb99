"""The one settings object: RESTAREA_* variables, and the same names in a file `restarea.env` where the server starts.

A variable wins over the file. May import pydantic; nothing of the project.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Port = Annotated[int, Field(ge=0, le=65535)]


class Settings(BaseSettings):
    """Raises pydantic.ValidationError, which names the setting, where a value makes no sense."""

    model_config = SettingsConfigDict(env_prefix="RESTAREA_", env_file="restarea.env", frozen=True)

    host: str = "127.0.0.1"
    """The address that pages and signalling listen on; behind a proxy on this machine the default is right."""
    port: Port = 8080
    """0: any that is free."""
    media_host: str = "0.0.0.0"
    """The address that sound and pictures come in at. All of the machine's, even while pages are for this computer
    only: a browser offers its network address, not 127.0.0.1; and nobody gets in without a place in a session."""
    media_port: Port = 8081
    """UDP, and TCP of the same number for whom no UDP reaches; 0: any that is free."""
    advertise: Annotated[list[str], NoDecode] = Field(default_factory=list)
    """IP addresses told to browsers, comma-separated in a variable; empty: those the server finds itself."""
    public_url: str = ""
    """What people's links begin with, as in https://room.example.org; empty: this computer only."""
    metrics_port: Port | None = None
    """TCP; where Prometheus may read /metrics; None: nowhere, 0: any that is free."""
    metrics_host: str = "127.0.0.1"
    data_dir: Path = Path("var")
    formats_dir: Path | None = None
    """A folder of the operator's own formats (KEY.toml), looked at before ours."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("advertise", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        )

    @field_validator("public_url")
    @classmethod
    def _origin_only(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise ValueError("an address like https://room.example.org is needed")
        if parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("nothing may follow the host name: the pages live at the top of their address")
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @property
    def media_over_tcp(self) -> bool:
        """Unless the pages have the TCP port of that number."""
        return self.media_port == 0 or self.media_port != self.port

    @property
    def secure_cookies(self) -> bool:
        """Cookies go over HTTPS only, where people come over HTTPS."""
        return self.public_url.startswith("https://")
