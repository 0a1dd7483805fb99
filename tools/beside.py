"""Runs one command, and another beside it on what the first leaves of the machine.

usage: beside.py FIRST... --beside SECOND...

The second gets a core only while nothing else wants it (SCHED_IDLE), until the first is over; what it says follows
then. Ends with the code of whichever failed, 0 if neither did.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile


def like_any_other(group: int) -> None:
    """Every thread of every process of this process group."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.getpgid(int(process.name)) == group:
                for thread in (process / "task").iterdir():
                    os.sched_setscheduler(int(thread.name), os.SCHED_OTHER, os.sched_param(0))


def main(words: list[str]) -> int:
    at = words.index("--beside")
    with TemporaryFile() as said:
        second = subprocess.Popen(words[at + 1 :], stdout=said, stderr=subprocess.STDOUT, process_group=0)
        os.sched_setscheduler(second.pid, os.SCHED_IDLE, os.sched_param(0))  # and so is what it will start
        try:
            code = subprocess.run(words[:at], check=False).returncode
            like_any_other(second.pid)
            second.wait()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(second.pid, 15)
        said.seek(0)
        sys.stdout.write(said.read().decode(errors="replace"))
    return code or second.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
