"""The pages and requests of docs/protocol.md; routes.py puts them together."""
