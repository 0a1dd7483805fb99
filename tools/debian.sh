#!/usr/bin/env bash
# Installs packages of Debian's: bash tools/debian.sh PACKAGE...
set -euo pipefail
sudo=
[ "$(id -u)" = 0 ] || sudo="sudo -n"
$sudo apt-get update -qq </dev/null
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
