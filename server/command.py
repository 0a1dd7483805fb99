"""Where `restarea` begins. Reading the program takes a second: Ctrl-C meanwhile is answered by a sentence."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""128 and the number of SIGINT, as a shell says it; so does the command line below."""


def main() -> None:
    try:
        from server.cli import main as run  # within: see above

        run()
    except KeyboardInterrupt:
        _stopped()
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            _stopped()
        raise


def _stopped() -> None:
    sys.stderr.write("Stopped, before it was done.\n")
    raise SystemExit(INTERRUPTED) from None
