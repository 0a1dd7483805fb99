#!/usr/bin/env bash
# Runs a command on what all others leave idle: tools/idle.sh COMMAND...
set -euo pipefail

command -v setsid >/dev/null || exec nice -n 19 "$@"

# Linux shares a processor between sessions before it asks who of one session is nicer, and a browser is a session of
# its own: so this is another, which gives way to all. Where there is no such sharing, being nice is enough.
gives_way='{ echo 19 >/proc/self/autogroup; } 2>/dev/null || true; exec nice -n 19 "$@"'
setsid bash -c "$gives_way" idle "$@" &
# Ctrl-C does not reach another session.
trap 'kill -- -$! 2>/dev/null || true' EXIT
wait $!
