"""Pictures for fake cameras: each of one colour of its own, by which a test tells whose picture a page shows."""

from __future__ import annotations

from pathlib import Path

WIDTH, HEIGHT = 320, 180
FPS = 5
"""A small and slow camera: what matters is whether pictures arrive, and two cores carry four browsers. Not slower than
ears (tests/browser/ears.py) look whether pictures still come."""
Colour = tuple[int, int, int]
"""Red, green, blue; each 0 to 255."""


def yuv(colour: Colour) -> tuple[int, int, int]:
    """The colour as cameras say it (BT.601, limited range)."""
    red, green, blue = (part / 255 for part in colour)
    return (
        round(16 + 65.481 * red + 128.553 * green + 24.966 * blue),
        round(128 - 37.797 * red - 74.203 * green + 112 * blue),
        round(128 + 112 * red - 93.786 * green - 18.214 * blue),
    )


def write_camera(path: Path, colour: Colour) -> Path:
    """Write a film of one colour as YUV4MPEG2 (I420), with a dark strip below that comes and goes; returns `path`.

    The strip makes it a moving picture; the middle is always of the colour."""
    luma, blue, red = yuv(colour)
    chroma = bytes([blue]) * (WIDTH * HEIGHT // 4) + bytes([red]) * (WIDTH * HEIGHT // 4)
    strip = WIDTH * HEIGHT // 9
    with path.open("wb") as film:
        film.write(b"YUV4MPEG2 W%d H%d F%d:1 Ip A1:1\n" % (WIDTH, HEIGHT, FPS))
        for below in (luma, 16):
            film.write(
                b"FRAME\n" + bytes([luma]) * (WIDTH * HEIGHT - strip) + bytes([below]) * strip + chroma
            )
    return path
