"""The one settings object: RESTAREA_* variables, and the same names in a file `restarea.env` where the server starts.

A variable wins over the file. May import pydantic, and of the project what an address is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from server.names import clean_address

Port = Annotated[int, Field(ge=0, le=65535)]
SECRET_LEAST = 32
WORKERS_MOST = 64

PREFIX = "RESTAREA_"

_HOST_NAME = re.compile(r"(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*")


class Settings(BaseSettings):
    """Raises pydantic.ValidationError, which names the setting, where a value makes no sense."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file="restarea.env", frozen=True, hide_input_in_errors=True
    )

    host: str = "127.0.0.1"
    """The address that pages and signalling listen on; behind a proxy on this machine the default is right."""
    port: Port = 8080
    """0: any that is free."""
    media_host: str = "0.0.0.0"
    """The address that sound and pictures come in at. All of the machine's, even while pages are for this computer
    only: a browser offers its network address, not 127.0.0.1; and nobody gets in without a place in a session."""
    media_port: Port = 8081
    """UDP, and TCP of the same number for whom no UDP reaches; 0: any that is free."""
    media_workers: Annotated[int, Field(ge=0, le=WORKERS_MOST)] | Literal["auto"] = 0
    """Processes that forward, each on a port of its own: `media_port` and those that follow. 0: the server does it
    itself. "auto": one a core, and none where there is one core."""
    advertise: Annotated[list[str], NoDecode] = Field(default_factory=list)
    """IP addresses told to browsers, comma-separated in a variable; empty: those the server finds itself."""
    public_url: str = ""
    """What people's links begin with, as in https://room.example.org; empty: this computer only."""
    tls_certificate_file: Path | None = None
    """A certificate with its chain, in PEM: the server itself speaks HTTPS; None: a proxy does, or nobody."""
    tls_key_file: Annotated[Path | None, Field(validate_default=True)] = None
    """The key that belongs to it, in PEM and not encrypted."""
    metrics_port: Port | None = None
    """TCP; where Prometheus may read /metrics; None: nowhere, 0: any that is free."""
    metrics_host: str = "127.0.0.1"
    data_dir: Path = Path("var")
    records_months: Annotated[int, Field(ge=1, le=1200)] | None = None
    """For how many whole months after its own a released record is kept; None: until somebody destroys it."""
    certificates_months: Annotated[int, Field(ge=0, le=12)] = 1
    """For how many whole months after its own whoever was at a meeting finds a certificate of it in their browser; no
    browser keeps a cookie for longer than 12. 0: none are given."""
    hours_months: Annotated[int, Field(ge=0, le=120)] = 14
    """For how many whole months after its own a meeting stands in the list of whoever led it; 0: in none, and what
    stands there stays until its leader erases it."""
    organisation: Annotated[str, Field(max_length=120)] = ""
    """Whose name stands on certificates."""
    accreditation: Annotated[str, Field(max_length=300)] = ""
    """What else stands there, such as by whom the meetings are accredited."""
    feedback_file: Path | None = None
    """The questions that are asked after a meeting; None: none are."""
    formats_dir: Path | None = None
    """A folder of the operator's own formats (KEY.toml), looked at before ours."""
    turn_host: str = ""
    """The name of the operator's TURN server, which people's browsers reach over TLS; empty: there is none."""
    turn_port: Annotated[int, Field(ge=1, le=65535)] = 443
    turn_secret_file: Path | None = None
    """A file that holds the secret and nothing else, in place of `turn_secret`."""
    turn_secret: Annotated[SecretStr, Field(validate_default=True)] = SecretStr("")
    """What the TURN server, too, has as `static-auth-secret`; read from the file where one is named."""
    mail_host: str = ""
    """The mail server that takes what this one sends; empty: nothing is sent."""
    mail_port: Annotated[int, Field(ge=1, le=65535)] = 587
    mail_security: Literal["starttls", "tls", "none"] = "starttls"
    """How the way to the mail server is encrypted: from the second command on, from the first, or not at all."""
    mail_user: str = ""
    mail_password_file: Path | None = None
    """A file that holds the password and nothing else, in place of `mail_password`."""
    mail_password: Annotated[SecretStr, Field(validate_default=True)] = SecretStr("")
    mail_from: Annotated[str, Field(validate_default=True)] = ""
    """The address that mail comes from, and that it bounces to."""
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

    @field_validator("tls_certificate_file")
    @classmethod
    def _for_a_name(cls, value: Path | None, given: ValidationInfo) -> Path | None:
        if value is not None and not given.data.get("public_url", "").startswith("https://"):
            raise ValueError("RESTAREA_PUBLIC_URL must say for which https:// address it is")
        return value

    @field_validator("tls_key_file")
    @classmethod
    def _both(cls, value: Path | None, given: ValidationInfo) -> Path | None:
        if (value is None) != (given.data.get("tls_certificate_file") is None):
            raise ValueError(
                "a certificate and its key belong together: RESTAREA_TLS_CERTIFICATE_FILE, RESTAREA_TLS_KEY_FILE"
            )
        return value

    @field_validator("turn_host", "mail_host")
    @classmethod
    def _name_only(cls, value: str, given: ValidationInfo) -> str:
        if value and not _HOST_NAME.fullmatch(value):
            like = "turn.example.org" if given.field_name == "turn_host" else "mail.example.org"
            raise ValueError(f"a name like {like} is needed, with nothing before or after it")
        return value.lower()

    @field_validator("turn_secret")
    @classmethod
    def _of_the_file(cls, value: SecretStr, given: ValidationInfo) -> SecretStr:
        value = _of_file(value, given)
        if given.data.get("turn_host") and len(value.get_secret_value()) < SECRET_LEAST:
            raise ValueError(f"the TURN server's secret is needed, of {SECRET_LEAST} characters or more")
        return value

    @field_validator("mail_password")
    @classmethod
    def _for_the_user(cls, value: SecretStr, given: ValidationInfo) -> SecretStr:
        value = _of_file(value, given)
        if bool(value.get_secret_value()) != bool(given.data.get("mail_user")):
            raise ValueError("a user and a password belong together: RESTAREA_MAIL_USER")
        if value.get_secret_value() and given.data.get("mail_security") == "none":
            raise ValueError("without encryption everybody on the way could read it: RESTAREA_MAIL_SECURITY")
        return value

    @field_validator("mail_from")
    @classmethod
    def _an_address(cls, value: str, given: ValidationInfo) -> str:
        if (value or given.data.get("mail_host")) and clean_address(value) is None:
            raise ValueError("an address like groups@example.org is needed where there is a mail server")
        return value

    @field_validator("media_workers")
    @classmethod
    def _with_a_port_each(cls, value: int | str, given: ValidationInfo) -> int | str:
        last = given.data.get("media_port", 0) + _workers(value) - 1
        if last > 65535:
            raise ValueError(
                "the last worker's port would be above 65535; choose a lower RESTAREA_MEDIA_PORT"
            )
        return value

    @property
    def tickets_months(self) -> int:
        """For how many months a browser can show that it was at a meeting: also where only questions are asked, or
        certificates are given no longer."""
        return max(1, self.certificates_months)

    @property
    def workers(self) -> int:
        """How many processes forward; 0: the server itself."""
        return _workers(self.media_workers)

    @property
    def media_ports(self) -> list[int]:
        """One for each process that forwards."""
        if self.media_port == 0:
            return [0]
        return [self.media_port + number for number in range(max(1, self.workers))]

    @property
    def media_over_tcp(self) -> bool:
        """Unless the pages have the TCP port of one of these numbers."""
        return self.media_port == 0 or self.port not in self.media_ports

    @property
    def secure_cookies(self) -> bool:
        """Cookies go over HTTPS only, where people come over HTTPS."""
        return self.public_url.startswith("https://")


def strangers(variables: Iterable[str]) -> list[str]:
    """Those that are called like settings and are none."""
    ours = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    return sorted(one for one in variables if one.upper().startswith(PREFIX) and one.upper() not in ours)


def _of_file(value: SecretStr, given: ValidationInfo) -> SecretStr:
    """A secret as it stands, or as the file holds that is named in its place."""
    file, name = (
        given.data.get(f"{given.field_name}_file"),
        f"RESTAREA_{(given.field_name or '').upper()}_FILE",
    )
    if file is None:
        return value
    if value.get_secret_value():
        raise ValueError(f"one secret is enough: here, or in {name}")
    try:
        return SecretStr(file.read_text("utf-8").strip())
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"the file of {name} cannot be read") from None


def _workers(asked: int | str) -> int:
    """A worker beside the server's own process pays where there is a core for it."""
    if isinstance(asked, int):
        return asked
    return cores() if cores() > 1 else 0


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0))
