"""Groups that meet again and again: who belongs to them, and their meetings. May import the store and the formats;
nothing of the media plane, of rooms or of pages."""

from __future__ import annotations

from server.groups.meeting import Invited, links_anew, open_meeting

__all__ = ["Invited", "links_anew", "open_meeting"]
