"""The libraries that write formats of other programs. A server that only holds meetings needs none of them."""

from __future__ import annotations

import shlex
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OF_FORMATS = {"parquet": "pyarrow", "eaf": "pympi", "TextGrid": "praatio"}
"""What writes each, by the ending of its files."""

SOURCE = Path(__file__).parents[2] / "pyproject.toml"
"""There where it is not installed, but runs from where it was written."""


class NotInstalled(Exception):
    """A library of the extra `export` is not there. The message says which, and what installs it."""


def lacking() -> dict[str, str]:
    """Of OF_FORMATS those that cannot be written here. Loads none of them."""
    return {ending: module for ending, module in OF_FORMATS.items() if find_spec(module) is None}


def installs() -> str:
    """What installs them for the Python that runs this, whether a terminal finds its pip or another's. What runs from
    its source, as after `make run`, goes on to."""
    how = "-e '.[export]'" if SOURCE.exists() else "'.[export]'"
    return f"{shlex.quote(sys.executable)} -m pip install {how}"


def loaded(module: str) -> Any:
    """The module of this name. Raises NotInstalled."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = (error.name or module).partition(".")[0]
        raise NotInstalled(
            f"{missing} is not installed: {installs()}, where the server was installed from, installs it"
        ) from None
