"""An internal process held against the rules, before anyone publishes it.

The rules are those of `motcua check process`. Codes: dangling-next, unreachable, dead-end, no-end,
join-never-completes, duplicate-step, no-allowance, over-allowance, under-allowance (a warning).
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TextIO

from motcua.core.flow.longest import longest_way
from motcua.core.flow.measures import allowance_hours, budget_hours, hours_words, wait_hours
from motcua.core.flow.process.weekdays import weekday_words

OVER_CASE = "over-case"
WARNINGS = frozenset({"under-allowance", OVER_CASE})


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code, the step it is at (None for the whole process), and a sentence."""

    code: str
    step: str | None
    message: str

    @property
    def is_warning(self) -> bool:
        """Whether the process may be published all the same."""
        return self.code in WARNINGS


NO_END = Fault("no-end", None, "Không có bước nào kết thúc quy trình.")
NO_ALLOWANCE = Fault(
    "no-allowance", None, "Chưa có thời hạn giải quyết, hoặc thời hạn không lớn hơn 0."
)


@dataclass(frozen=True, slots=True)
class _Graph:
    """The steps by key, the first of equal keys; edges only to steps that exist."""

    steps: dict[str, Mapping[str, Any]]
    entry: str
    edges: dict[str, tuple[str, ...]]
    dangling: tuple[tuple[str, str], ...]

    def before(self, key: str) -> set[str]:
        return {source for source, targets in self.edges.items() if key in targets}

    def reached(self, start: str, without: str | None = None) -> set[str]:
        """What can be reached from `start`, itself included, never passing `without`."""
        found: set[str] = set()
        todo = [start] if start != without else []
        while todo:
            key = todo.pop()
            if key not in found:
                found.add(key)
                todo += [target for target in self.edges[key] if target != without]
        return found


def check(process: Mapping[str, Any]) -> list[Fault]:
    """The faults of one process in the documented format, none when it may be published.

    Raises KeyError, TypeError, ValueError or AttributeError for what is no process at all.
    """
    steps = process["steps"]
    if not isinstance(steps, list):
        raise TypeError("“steps” là một danh sách bước")
    if not steps:
        return [NO_END, *_no_allowance(process)]
    graph, faults = _graph(steps)
    faults += [
        Fault("dangling-next", source, f"Bước “{source}” chuyển đến “{target}” không có.")
        for source, target in graph.dangling
    ]
    faults += _shape(graph)
    return faults + _time(process, graph)


def run(path: str, stdout: TextIO | None = None, stderr: TextIO | None = None) -> int:
    """Check the process or list of processes in a file; print the list of findings.

    0 without a fault other than warnings, 1 with one, 2 when the file holds no process. On which
    weekdays the term is too short is said beside the list, on `stderr`: no fault of the process.
    """
    out, err = stdout or sys.stdout, stderr or sys.stderr
    try:
        value = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        processes = value if isinstance(value, list) else [value]
        found = [(_name(one), check(one)) for one in processes]
    except OSError:
        err.write(f"motcua: không đọc được tệp {path}. Kiểm tra đường dẫn.\n")
        return 2
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        err.write(f"motcua: {path} không phải quy trình đúng mẫu ({error}). Xem lại tệp.\n")
        return 2
    listed = [
        {"procedure": name, "faults": [asdict(fault) for fault in faults]} for name, faults in found
    ]
    out.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    for one, (name, faults) in zip(processes, found, strict=True):
        err.write(_tight(one, name, faults))
    return int(any(not fault.is_warning for _, faults in found for fault in faults))


def _tight(process: Mapping[str, Any], name: Any, faults: Sequence[Fault]) -> str:
    """A line about the weekdays; empty where there is none, or a fault to mend first."""
    said = "" if any(not fault.is_warning for fault in faults) else weekday_words(process)
    return f"motcua: quy trình {name or 'không tên'}: {said}\n" if said else ""


def _name(process: Any) -> Any:
    if not isinstance(process, Mapping):
        raise TypeError("một quy trình là một đối tượng")
    return process.get("procedure")


def _graph(steps: Sequence[Mapping[str, Any]]) -> tuple[_Graph, list[Fault]]:
    known: dict[str, Mapping[str, Any]] = {}
    faults = []
    for step in steps:
        key = _key(step)
        if key in known:
            faults.append(Fault("duplicate-step", key, f"Có hai bước cùng khoá “{key}”."))
        else:
            known[key] = step
    edges, dangling = {}, []
    for key, step in known.items():
        following = list(dict.fromkeys(_next(step)))
        edges[key] = tuple(target for target in following if target in known)
        dangling += [(key, target) for target in following if target not in known]
    return _Graph(known, _key(steps[0]), edges, tuple(dangling)), faults


def _key(step: Mapping[str, Any]) -> str:
    key = step["key"]
    if not isinstance(key, str) or not key:
        raise ValueError("mỗi bước có một khoá")
    return key


def _next(step: Mapping[str, Any]) -> Sequence[str]:
    following = step.get("next") or []
    if not isinstance(following, list) or not all(isinstance(key, str) for key in following):
        raise ValueError("“next” là một danh sách khoá")
    return following


def _shape(graph: _Graph) -> list[Fault]:
    """Unreachable steps, dead ends, joins that never complete; no end at all stands alone."""
    reachable = graph.reached(graph.entry)
    faults = [
        Fault("unreachable", key, f"Không có đường nào đến bước “{key}”.")
        for key in graph.steps
        if key not in reachable
    ]
    ends = {key for key, step in graph.steps.items() if not _next(step)}
    if not ends:
        return [*faults, NO_END]
    only_dangling = {
        key for key, step in graph.steps.items() if _next(step) and not graph.edges[key]
    }
    for key in graph.steps:
        hopeless = not (graph.reached(key) & (ends | only_dangling))
        if key in reachable and hopeless:
            faults.append(Fault("dead-end", key, f"Từ bước “{key}” không đến được bước kết thúc."))
    return faults + _joins(graph, reachable)


def _joins(graph: _Graph, reachable: set[str]) -> list[Fault]:
    faults = []
    for key, step in graph.steps.items():
        before = graph.before(key) & reachable
        if key not in reachable or step.get("join") == "any" or len(graph.before(key)) < 2:
            continue
        apart = graph.reached(graph.entry, without=key)
        if before - apart:
            behind = "”, “".join(sorted(before - apart))
            faults.append(
                Fault(
                    "join-never-completes",
                    key,
                    f"Bước “{key}” chờ “{behind}”, mà bước đó chỉ đến sau nó. "
                    "Nếu là vòng quay lại, đặt “join” là “any”.",
                )
            )
    return faults


def _time(process: Mapping[str, Any], graph: _Graph) -> list[Fault]:
    allowed = allowance_hours(process.get("allowance"))
    if allowed is None:
        return [NO_ALLOWANCE]
    needed = _needed(graph)
    said = (
        f"Các bước cần {hours_words(needed)} giờ làm việc, thời hạn là {hours_words(allowed)} giờ"
    )
    if needed > allowed:
        return [Fault("over-allowance", None, f"{said}: vượt thời hạn.")]
    if needed < allowed:
        return [Fault("under-allowance", None, f"{said}: còn dư.")]
    return []


def needed_hours(process: Mapping[str, Any]) -> Fraction:
    """The working hours of the longest way, as `check` judges them; 0 without steps. Raises as
    `check` does."""
    return _needed(_graph(process["steps"])[0]) if process["steps"] else Fraction(0)


def _needed(graph: _Graph) -> Fraction:
    weights = {key: step_hours(step) for key, step in graph.steps.items()}
    return longest_way(graph.entry, graph.edges, weights)


def _no_allowance(process: Mapping[str, Any]) -> list[Fault]:
    return [NO_ALLOWANCE] if allowance_hours(process.get("allowance")) is None else []


def step_hours(step: Mapping[str, Any]) -> Fraction:
    """The working hours a step takes of the allowance, its waiting included."""
    if step.get("clock") == "stops":
        return Fraction(0)
    return budget_hours(step.get("budget")) + wait_hours(step.get("wait"))
