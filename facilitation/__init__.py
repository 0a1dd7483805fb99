"""The form of a session: pure, on the standard library alone.

Nothing here reads a clock, opens a socket or draws a random number. Time comes in as an argument
(session time, milliseconds), the next deadline goes out as a value.
"""
