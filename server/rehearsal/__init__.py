"""The fictitious group: real clients in a process of their own. Never imported by the server itself."""
