#!/usr/bin/env bash
# Installs packages of Debian's: bash tools/debian.sh PACKAGE... What is a server is not started: tests start their own.
set -euo pipefail
command -v apt-get >/dev/null || {
  echo "The tests need $*; CHROMIUM, FIREFOX, TURNSERVER and CC may say where another one is." >&2; exit 1; }
sudo=
[ "$(id -u)" = 0 ] || sudo="sudo -n"
$sudo true 2>/dev/null || { echo "The tests need more of Debian; as root: apt-get install $*" >&2; exit 1; }
echo "Installing $* from Debian"
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '$sudo rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
  $sudo chmod +x "$policy"
fi
$sudo apt-get update -qq </dev/null
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
