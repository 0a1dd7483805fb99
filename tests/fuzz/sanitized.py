"""`python -m tests.fuzz.sanitized --minutes 2`: the same hostile input to the forwarding in C, built so that whatever
it reads or writes beside its memory, and whatever C leaves undefined, ends it at once and says where.

Such a build is slow and holds on to memory that was freed: no time and no size is judged.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hatch_build import compile_forwarding
from server.media.compiled import made_of

COMPILER = [
    "gcc",
    "-g",
    "-fno-omit-frame-pointer",
    "-fsanitize=address,undefined",
    "-fno-sanitize-recover=all",
]
LIBRARIES = ("libasan.so", "libubsan.so")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "_forward.so"
        if problem := compile_forwarding(COMPILER, made_of(), built):
            print(f"not built: {problem}")
            return 1
        found = [
            subprocess.run(
                [COMPILER[0], f"-print-file-name={one}"], capture_output=True, text=True, check=True
            )
            for one in LIBRARIES
        ]
        environment = os.environ | {
            "LD_PRELOAD": " ".join(one.stdout.strip() for one in found),
            "ASAN_OPTIONS": "detect_leaks=0",  # Python lets go of nothing when it ends
            "UBSAN_OPTIONS": "print_stacktrace=1",
            "PYTHONMALLOC": "malloc",  # so that what Python lends is watched as well
        }
        command = [sys.executable, "-m", "tests.fuzz", "--built", str(built), *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
