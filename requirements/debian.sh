#!/bin/sh
# What only root can install: `sh requirements/debian.sh venv|browser|postgres|barcodes …`.
# Root installs what is missing from Debian; anybody else is told the one command.
set -eu

missing=""
want() { # want PACKAGE PROBE…: the package, unless the probe says it is here
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

for part in "$@"; do
    case $part in
        venv) want python3-venv "${PYTHON:-python3}" -c 'import ensurepip, venv' ;;
        browser) want chromium sh -c 'command -v chromium' ;;
        postgres) want postgresql-15 test -x /usr/lib/postgresql/15/bin/initdb ;;
        barcodes) want libzbar0 sh -c 'ls /usr/lib/*/libzbar.so.0 /usr/lib/libzbar.so.0 2>/dev/null | grep -q .' ;;
    esac
done

[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then
    echo "Needed from Debian, as root: apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing$missing" >&2
apt-get -qq update </dev/null
# shellcheck disable=SC2086 (words on purpose)
apt-get -qq install -y --no-install-recommends $missing </dev/null >/dev/null
