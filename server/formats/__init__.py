"""The formats a server offers: ours and the operator's, read at start, listed, checked and drawn.

A format is data (facilitation/formats/*.toml and the operator's folder); nothing here knows one by its name.
"""

from server.formats.catalogue import Broken, Catalogue, Entry, find, load, name_of, read

__all__ = ["Broken", "Catalogue", "Entry", "find", "load", "name_of", "read"]
