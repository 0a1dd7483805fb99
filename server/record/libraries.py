"""The libraries that write formats of other programs. A server that only holds meetings needs none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class NotInstalled(Exception):
    """A library of the extra `export` is not there. The message says which, and what installs it."""


def loaded(module: str) -> Any:
    """The module of this name. Raises NotInstalled."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = (error.name or module).partition(".")[0]
        raise NotInstalled(
            f"{missing} is not installed: pip install '.[export]', where the server was installed from, installs it"
        ) from None
