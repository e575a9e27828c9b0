"""Logs: one JSON object a line, never what people typed."""

import json
import logging as _python
from datetime import datetime
from typing import Any

from motcua.config.environment import Environment
from motcua.core.clock import VN

_OWN = ("request", "route", "method", "status", "ms", "reference", "code", "act", "job", "task")


class JsonLines(_python.Formatter):
    """A record as one line; only the named extras travel, so no form value can slip in."""

    def format(self, record: _python.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=VN).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: record.__dict__[name] for name in _OWN if name in record.__dict__}
        if record.exc_info:
            line["error"] = _where(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _where(exc_info: Any) -> dict[str, Any]:
    """The kind of an exception and its places in our code, without its message: a message
    may quote a value (a name, a number) that must not reach a log."""
    kind, _, trace = exc_info
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/src/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return {"kind": kind.__name__ if kind else "", "at": places[-12:]}


def logging(environment: Environment) -> dict[str, Any]:
    """Django's LOGGING: everything to stderr, which `serve` keeps in `log/`."""
    quiet = {"level": "WARNING"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "motcua.config.logging.JsonLines"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["lines"], "level": environment.log_level},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.request": {"level": "CRITICAL"},  # RequestLog and Refusals say it better
            "django.db.backends": quiet,
            "axes": {"level": "CRITICAL"},  # its lines name the account and the address
            "procrastinate": quiet,
            "asyncio": quiet,
            "fontTools": quiet,
        },
    }
