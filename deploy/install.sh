#!/bin/sh
# Cài Một Cửa thành dịch vụ trên Debian 12, hoặc nâng cấp bản đang có.
#   sudo sh deploy/install.sh
# Chạy lại bao nhiêu lần cũng được. Các bước giải thích ở docs/huong-dan/cai-dat.md.
# Đổi được: PREFIX (nơi đặt chương trình), DATA (dữ liệu), PORT (cổng), PYTHON; NO_SERVICE=1 không đụng systemd.
set -eu

PREFIX=${PREFIX:-/opt/motcua}
DATA=${DATA:-/var/lib/motcua}
PORT=${PORT:-8000}
PYTHON=${PYTHON:-/usr/bin/python3}
SOURCE=$(cd "$(dirname "$0")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

if [ "$(id -u)" != 0 ]; then
    say "Cần quyền quản trị máy. Chạy: sudo sh deploy/install.sh"
    exit 1
fi

say "1/5 Gói của Debian"
PYTHON="$PYTHON" sh "$SOURCE/requirements/debian.sh" venv

say "2/5 Người dùng motcua và thư mục dữ liệu $DATA"
id motcua >/dev/null 2>&1 ||
    useradd --system --home-dir "$DATA" --no-create-home --shell /usr/sbin/nologin motcua
install -d -m 0700 -o motcua -g motcua "$DATA"

say "3/5 Chương trình vào $PREFIX (vài phút)"
[ -x "$PREFIX/bin/python" ] || "$PYTHON" -m venv "$PREFIX"
pip() { "$PREFIX/bin/python" -m pip "$@" -q --disable-pip-version-check; }
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
# Chỉ để đóng gói, đúng bản và đúng mã kiểm tra như trong dev.txt.
awk '/^[a-z]/ { wanted = /^(babel|packaging|setuptools|wheel)==/ } wanted' "$SOURCE/requirements/dev.txt" >"$build/babel.txt"
pip install --no-deps --require-hashes -r "$SOURCE/requirements/run.txt"
pip install --no-deps --require-hashes -r "$build/babel.txt"
cp -r "$SOURCE/pyproject.toml" "$SOURCE/setup.py" "$SOURCE"/README* \
    "$SOURCE/src" "$build"
pip wheel --no-deps --no-build-isolation -w "$build/wheel" "$build"

as_motcua() { # as_motcua WORD…: một lệnh của chương trình, bằng người dùng motcua
    (cd "$DATA" && setpriv --reuid motcua --regid motcua --clear-groups \
        env -i PATH=/usr/bin:/bin HOME="$DATA" MOTCUA_DATA="$DATA" "$PREFIX/bin/motcua" "$@")
}

if [ -z "${NO_SERVICE:-}" ] && systemctl is-active -q motcua; then
    say "    Dừng bản đang chạy"
    systemctl stop motcua
fi
pip install --no-deps --force-reinstall "$build"/wheel/motcua-*.whl
chmod -R go+rX "$PREFIX"

say "4/5 Bảng và dữ liệu (nâng cấp thì sao lưu trước, hỏng thì trở lại như cũ)"
as_motcua upgrade --if-needed

say "5/5 Dịch vụ"
if [ -n "${NO_SERVICE:-}" ]; then
    say "    Bỏ qua systemd. Tự chạy: MOTCUA_DATA=$DATA $PREFIX/bin/motcua serve"
    exit 0
fi
[ -e "$DATA/motcua.conf" ] || printf 'MOTCUA_LISTEN=127.0.0.1:%s\n' "$PORT" |
    install -m 0600 -o motcua -g motcua /dev/stdin "$DATA/motcua.conf"
sed -e "s|/opt/motcua|$PREFIX|g; s|/var/lib/motcua|$DATA|g" \
    "$SOURCE/deploy/systemd/motcua.service" >/etc/systemd/system/motcua.service
systemctl daemon-reload
systemctl enable -q --now motcua
say "Xong. Mở http://127.0.0.1:$PORT trên máy này."
sleep 5
if [ -s "$DATA/keys/first-run" ]; then
    say "Mã thiết lập lần đầu: $(cat "$DATA/keys/first-run")"
fi
