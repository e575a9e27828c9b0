#!/usr/bin/env python3
"""Prove an exported audit with nothing but Python: verify_audit.py FILE [FILE …] [--last HASH].

Every byte counts: the file's own digest, each row in its block, each block on the one before, the
seals of days, and, where the histories of dossiers are in the file, their chains and what the
seals say of them. Several files of periods that follow one another are one chain. `--last` is the
hash of the last block as it was written down elsewhere: whoever recomputed everything is found by
it. Exit status 0 when everything agrees, 1 when anything differs, 2 for wrong usage.
"""

import hashlib
import json
import sys
import unicodedata
from pathlib import Path

SHOWN = 50
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def canonical(value):
    return json.dumps(
        plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def plain(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def sha(value):
    return hashlib.sha256(canonical(value)).hexdigest()


class Proof:
    """What was read so far, and every difference found."""

    def __init__(self):
        self.faults, self.rows, self.blocks, self.unsealed = [], 0, 0, 0
        self.number = self.last = None
        self.dossier, self.events, self.dossiers = None, 0, 0
        self.begin()

    def begin(self):
        """A new file: what is only true within one."""
        self.form, self.whole, self.waiting = 1, False, []
        self.told, self.seals, self.heads = set(), [], {}

    def fault(self, words):
        self.faults.append(words)

    def head(self, line):
        self.form, self.whole = line["form"], line["all_dossiers"]
        if self.form != 1:
            self.fault(f"form {self.form} is not known to this script")

    def row(self, line):
        self.rows += 1
        facts = line.get("row")
        found = sha([self.form, "audit", facts]) if facts else line["hash"]
        if facts and facts["action"] == "day_sealed":
            self.told.add(facts["subject"])
        if line["block"] is None:
            self.unsealed += 1
        else:
            self.waiting.append((line["block"], found))

    def block(self, line):
        number, rows = line["number"], [found for _, found in self.waiting]
        if any(block != number for block, _ in self.waiting):
            self.fault(f"block {number}: a row of another block stands in it")
        if len(rows) != line["size"]:
            self.fault(f"block {number}: {len(rows)} rows, {line['size']} when it was sealed")
        if self.number is not None and number != self.number + 1:
            self.fault(f"block {self.number + 1} is missing")
        if number == 1 and line["previous"] is not None:
            self.fault("block 1 follows something")
        if self.last is not None and line["previous"] != self.last:
            self.fault(f"block {number} does not follow the one before it")
        if sha([self.form, number, line["sealed_at"], rows, line["previous"]]) != line["hash"]:
            self.fault(f"block {number} was changed")
        self.number, self.last, self.waiting = number, line["hash"], []
        self.blocks += 1

    def seal(self, line):
        self.seals.append(line)

    def event(self, line):
        key, before = line["dossier"], self.dossier
        if before is None or before["dossier"] != key:
            self.dossiers += 1
            before = None
        name = f"dossier {key}, event {line['seq']}"
        if line["seq"] != (before["seq"] + 1 if before else 1):
            self.fault(f"{name}: one before it is missing")
        if line["previous"] != (before["hash"] if before else None):
            self.fault(f"{name}: does not follow the one before it")
        parts = ("seq", "event", "version", "at", "recorded_at", "actor", "payload", "previous")
        if sha([self.form, key, *(line[part] for part in parts)]) != line["hash"]:
            self.fault(f"{name} was changed")
        self.heads.setdefault(key, []).append((line["recorded_at"], line["seq"], line["hash"]))
        self.dossier = line
        self.events += 1

    def finish(self):
        """The end of a file: seals against the rows that tell of them, and the chains."""
        if self.waiting:
            self.fault(f"{len(self.waiting)} rows without their block")
        for line in self.seals:
            said = f"{line['day']} {line['hash']}"
            if said not in self.told:
                self.fault(f"seal of {line['day']}: no row tells of it")
            self.told.discard(said)
            if self.whole:
                self.check_heads(line)
        for said in sorted(self.told):
            self.fault(f"seal of {said.split()[0]} is told of and missing")

    def check_heads(self, line):
        heads = []
        for key in sorted(self.heads):
            before = [one for one in self.heads[key] if one[0] < line["until_at"]]
            if before:
                heads.append([key, before[-1][1], before[-1][2]])
        if sha([self.form, "heads", {"day": line["day"], "heads": heads}]) != line["hash"]:
            self.fault(f"seal of {line['day']}: a history before that day was written anew")


def read(path, proof):
    proof.begin()
    digest, ended = hashlib.sha256(), None
    with Path(path).open("rb") as file:
        for count, raw in enumerate(file, start=1):
            if ended is not None:
                proof.fault(f"line {count}: after the end")
                return
            try:
                ended = tell(proof, raw, count)
            except UNREADABLE:
                proof.fault(f"line {count}: cannot be read")
            if ended is None:
                digest.update(raw)
    if ended != digest.hexdigest():
        proof.fault("the file was changed after it was written, or its end is missing")
    try:
        proof.finish()
    except UNREADABLE:
        proof.fault("the seals cannot be read")


def tell(proof, raw, count):
    """One line; at the end of the file its digest."""
    line = json.loads(raw)
    if canonical(line) + b"\n" != raw:
        proof.fault(f"line {count}: not written as the program writes")
    if line["kind"] == "end":
        return line["sha256"]
    {
        "head": proof.head,
        "row": proof.row,
        "block": proof.block,
        "seal": proof.seal,
        "event": proof.event,
    }[line["kind"]](line)
    return None


def main(arguments):
    expected = None
    if "--last" in arguments:
        place = arguments.index("--last")
        expected = arguments[place + 1] if place + 1 < len(arguments) else ""
        del arguments[place : place + 2]
    if not arguments or expected == "" or any(one.startswith("-") for one in arguments):
        sys.stderr.write(__doc__)
        return 2
    proof = Proof()
    for path in arguments:
        try:
            read(path, proof)
        except OSError as error:
            sys.stderr.write(f"{path}: {error.strerror}\n")
            return 2
    if expected and proof.last != expected.lower():
        proof.fault(f"the last block is {proof.last}, written down was {expected}")
    for words in proof.faults[:SHOWN]:
        sys.stdout.write(f"{words}\n")
    if len(proof.faults) > SHOWN:
        sys.stdout.write(f"… and {len(proof.faults) - SHOWN} more\n")
    sys.stdout.write(
        f"{proof.rows} rows in {proof.blocks} blocks ({proof.unsealed} rows not sealed yet), "
        f"{proof.events} events of {proof.dossiers} dossiers, {len(proof.faults)} differences.\n"
        f"last block: {proof.last}\n"
    )
    return 1 if proof.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
