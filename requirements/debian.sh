#!/bin/sh
# What only root can install: `sh requirements/debian.sh venv|browser|postgres|barcodes|webserver|pdf|office …`.
# Root installs what is missing from Debian; anybody else is told the one command.
set -eu

missing=""
wished=""
want() { # want PACKAGE PROBE…: the package, unless the probe says it is here
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
wish() { # wish PACKAGE PROBE…: saves time; without it everything is done all the same
    package=$1
    shift
    "$@" >/dev/null 2>&1 || wished="$wished $package"
}

for part in "$@"; do
    case $part in
        venv) want python3-venv "${PYTHON:-python3}" -c 'import ensurepip, venv' ;;
        browser)
            want chromium sh -c 'command -v chromium'
            wish chromium-headless-shell sh -c 'command -v chromium-headless-shell'
            ;;
        postgres) want postgresql-15 test -x /usr/lib/postgresql/15/bin/initdb ;;
        barcodes) want libzbar0 sh -c 'ls /usr/lib/*/libzbar.so.0 /usr/lib/libzbar.so.0 2>/dev/null | grep -q .' ;;
        pdf)
            want qpdf sh -c 'command -v qpdf'
            want poppler-utils sh -c 'command -v pdfsig'
            ;;
        office) want libreoffice-writer-nogui sh -c 'command -v soffice' ;;
        webserver)
            want nginx-light test -x /usr/sbin/nginx
            want caddy test -x /usr/bin/caddy
            want openssl sh -c 'command -v openssl'
            ;;
    esac
done

[ -n "$missing$wished" ] || exit 0
if [ "$(id -u)" != 0 ]; then
    [ -n "$missing" ] || exit 0
    echo "Needed from Debian, as root: apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing$missing$wished" >&2
apt-get -qq update </dev/null || [ -z "$missing" ]
# Nothing installed here may start to serve: Debian starts web servers at once, on port 80.
still=/usr/sbin/policy-rc.d
if [ ! -e $still ]; then
    printf '#!/bin/sh\nexit 101\n' >$still
    chmod 755 $still
    trap 'rm -f $still' EXIT
fi
# shellcheck disable=SC2086 (words on purpose)
[ -z "$missing" ] || apt-get -qq install -y --no-install-recommends $missing </dev/null >/dev/null
for package in $wished; do
    apt-get -qq install -y --no-install-recommends "$package" </dev/null >/dev/null 2>&1 || :
done
# … nor at the next boot.
for service in nginx caddy; do
    case $missing in *$service*) systemctl disable -q $service 2>/dev/null || : ;; esac
done
