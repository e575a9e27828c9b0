"""A throw-away folder with its own PostgreSQL, four offices with a clerk each, and two servers.

The database is as safe as in earnest (fsync on). Everything goes when the run ends or is stopped.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from motcua.config import embedded, environment, keys, postgres
from motcua.core.clock import VN

NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
OFFICES = ("bim-son", "ba-dinh", "ngoc-trao", "bac-son")
WORKERS = 2
ORIGIN = "127.0.0.1"


@dataclass(frozen=True)
class Folder:
    """Where the run lives: `conninfo` for raw SQL, ports of the pages and of the empty view."""

    data: Path
    conninfo: str
    pages: int
    empty: int


@contextmanager
def folder() -> Iterator[Folder]:
    """An empty data folder with its server running and Django ready."""
    data = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
    pages, empty = _free_port(), _free_port()
    os.environ.update(
        {
            "MOTCUA_DATA": str(data),
            "MOTCUA_LISTEN": f"{ORIGIN}:{pages}",
            "MOTCUA_WORKERS": str(WORKERS),
            "MOTCUA_PROXY": ORIGIN,  # so that each asker can have an address of their own
            "MOTCUA_LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        }
    )
    os.environ.pop("DATABASE_URL", None)
    try:
        environment.read()
        embedded.make_folders(data)
        keys.ensure(data)
        with embedded.using(data):
            yield Folder(data, embedded.connection_string(data, postgres.DATABASE), pages, empty)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def furnish() -> None:
    """Tables, offices, catalogue, a clerk in each office, a case officer and a head."""
    import django

    django.setup()
    from django.core.management import call_command

    from motcua.organization import services, timekeeping  # isort: skip (before what loads offices)
    from motcua.config import reference, statics

    del services

    call_command("migrate", verbosity=0, interactive=False)
    reference.load()
    statics.collect()
    timekeeping.set_demonstration(NOW)
    for slug in OFFICES:
        _person(f"clerk-{slug}", "BP_MOT_CUA", slug)
    _person("officer", "CHUYEN_VIEN", OFFICES[0], "TX-QLDT")


def _person(username: str, kind: str, slug: str, department: str = "") -> None:
    from motcua.identity import services
    from motcua.identity.kinds import PositionKind
    from motcua.organization.selectors import department_by_code, office_by_slug

    office = office_by_slug(slug)
    place = department_by_code(office.id, department) if department else None
    account = services.add_person(
        username=username, full_name="Lê Thị Đo Mẫu", password=os.urandom(12).hex(), demo=True
    )
    position = services.add_position(
        office_id=office.id,
        kind=PositionKind(kind),
        title="Cán bộ",
        department_id=place.id if place else None,
    )
    services.give_position(account, position, from_on=date(2017, 1, 1))


@contextmanager
def serving(where: Folder) -> Iterator[tuple[int, int]]:
    """The pages and the empty view, each in as many workers; answers their main processes."""
    with ExitStack() as stack:
        started = []
        for module, port in (("motcua.config.processes.pages", where.pages), ("bench.empty", 0)):
            command = [sys.executable, "-m", module, str(os.getpid())]
            process = subprocess.Popen(command + ([] if port else [str(where.empty)]))  # noqa: S603
            stack.callback(_end, process)
            started.append(process.pid)
            _answers(port or where.empty)
        yield started[0], started[1]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ORIGIN, 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            socket.create_connection((ORIGIN, port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no answer on port {port}")


def server_cpu(where: Folder) -> float:
    """Seconds of CPU PostgreSQL has used, ended backends included."""
    postmaster = int((postgres.cluster(where.data) / "postmaster.pid").read_text().split()[0])
    return _cpu([postmaster], ended=True) + _cpu(_children(postmaster))


def family_cpu(parent: int) -> float:
    """Seconds of CPU a server's main process and its workers have used."""
    return _cpu([parent, *_children(parent)])


def _children(parent: int) -> Sequence[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields and int(fields[1]) == parent:
                found.append(int(entry.name))
    return found


def _cpu(pids: Sequence[int], *, ended: bool = False) -> float:
    ticks = 0
    for pid in pids:
        fields = _stat(pid)
        if fields:
            ticks += sum(int(field) for field in fields[11 : 15 if ended else 13])
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
