"""The structure record outside of the process: its schema, and what it is exported to. Never meets names or attendance.

May import the form, the formats' catalogue and msgspec; not the store, for the people are there, too.
"""
