"""The formats a server offers: ours and the operator's, read at start, listed, checked and drawn.

A format is data (facilitation/formats/*.toml and the operator's folder); nothing here knows one by its name.
"""

from server.formats.library import Broken, Entry, Library, find, load, read

__all__ = ["Broken", "Entry", "Library", "find", "load", "read"]
