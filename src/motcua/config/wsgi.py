"""The pages as a WSGI application: what each worker of `serve` calls."""

import os

from django.core.wsgi import get_wsgi_application

PATIENCE = "-c lock_timeout=8s -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s"

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
application = get_wsgi_application()


def _be_impatient() -> None:
    """A page gives up after a while, so that one stuck transaction cannot hold every thread;
    commands and jobs take their time."""
    from django.db import connection

    options = connection.settings_dict["OPTIONS"]
    options["options"] = f"{options.get('options', '')} {PATIENCE}".strip()


_be_impatient()
