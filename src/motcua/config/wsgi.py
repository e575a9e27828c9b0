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


def _know_the_pages() -> None:
    """Every page's module is read before the first request, which would wait two seconds for it."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018 (reading them is what it is for)


def _know_the_catalogue() -> None:
    """Today's procedures are read and laid out before the first request, which a large catalogue
    would keep waiting for seconds. Whatever stands in the way is said to who asks, not here."""
    from contextlib import suppress

    from django.db import Error, connection

    from motcua.catalogue.search.finding import laid_out_of
    from motcua.catalogue.selectors import procedures_in_force
    from motcua.organization import timekeeping

    with suppress(Error):
        laid_out_of(procedures_in_force(timekeeping.now().date()))
    connection.close()


_be_impatient()
_know_the_pages()
_know_the_catalogue()
