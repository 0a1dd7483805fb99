"""The media plane: one UDP port, ICE-lite, DTLS-SRTP, and a loop that forwards bytes by reach.

Knows rooms and seats by name and number only. May import neither socketio nor server.room,
server.signaling or facilitation.
"""
