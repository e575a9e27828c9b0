#!/bin/sh
# Django's own checks, with no database running: migrations complete, settings fit to be public.
set -eu
export DJANGO_SETTINGS_MODULE=motcua.config.settings
.venv/bin/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run
.venv/bin/python -m django check --deploy --fail-level WARNING
