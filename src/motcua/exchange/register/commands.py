"""`motcua import register`: a dry run by default, all or nothing with `--commit`."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from django.db import transaction

from motcua.dossiers.registers.headings import BadHeadings
from motcua.dossiers.registers.reading import Unreadable
from motcua.dossiers.registers.taking import Outcome, Tell, alone, judge_file, uncollected, write
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id


def run(arguments: Sequence[str], tell: Tell = lambda done, total: None) -> int:
    """0 when every line is good (and, with `--commit`, written), else 1 and nothing is written."""
    given = _parser().parse_args(arguments)
    now = timekeeping.now()
    try:
        with uncollected(), transaction.atomic():
            alone()
            found = judge_file(given.file, now)
            if given.commit and not found.bad:
                write(found.new, tell)
            else:
                transaction.set_rollback(True)
    except OSError as error:
        sys.stderr.write(f"Không đọc được {given.file}: {error.strerror}.\n")
        return 1
    except (BadHeadings, Unreadable) as error:
        sys.stderr.write(f"{given.file.name}: {error}\n")
        return 1
    _say(found, sys.stdout, sys.stderr, committed=given.commit)
    return 1 if found.bad else 0


def _say(found: Outcome, out: TextIO, err: TextIO, *, committed: bool) -> None:
    for one in sorted(found.bad, key=lambda judged: judged.line):
        for column, said in one.faults:
            err.write(f"dòng {one.line}, cột {column}: {said}\n")
    for one in found.noted:
        out.writelines(f"dòng {one.line}: {note}\n" for note in one.notes)
    by_office = Counter(office_by_id(i.by.office_id).name for i in found.new)
    for name, count in sorted(by_office.items()):
        out.write(f"{name}: {count} hồ sơ mới\n")
    out.write(f"Mới {len(found.new)}, đã có {found.known}, sai {len(found.bad)} dòng. ")
    if found.bad:
        out.write("Chưa ghi gì: sửa các dòng sai rồi nhập lại.\n")
    elif committed:
        out.write(f"Đã ghi {len(found.new)} hồ sơ.\n")
    else:
        out.write("Chạy thử, chưa ghi gì: thêm --commit để ghi.\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua import", description="Nhập dữ liệu từ nơi khác")
    kinds = parser.add_subparsers(dest="kind", required=True)
    register = kinds.add_parser("register", help="sổ theo dõi hồ sơ, tệp CSV hoặc XLSX")
    register.add_argument("file", type=Path, metavar="TỆP")
    register.add_argument("--commit", action="store_true", help="ghi, nếu mọi dòng đều đúng")
    return parser
