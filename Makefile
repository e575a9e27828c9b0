# Everything is done by `motcua` and these targets. They work as root and as a plain user.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
PO := $(wildcard src/motcua/config/locale/*/LC_MESSAGES/*.po)
WORKERS ?= 3

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test lint prove bench tables words wheel

help: ## say what there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: .venv/.ready ## make .venv with everything pinned; nothing is done twice

.venv/.ready: requirements/dev.txt pyproject.toml setup.py $(PO)
	@sh requirements/debian.sh venv
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(if $(PO),$(BIN)/pybabel -q compile -D 'django desk' -d src/motcua/config/locale)
	@touch $@

demo: setup ## load Bỉm Sơn's quarter if it is absent, print Phụ lục II and log-ins, serve
	@exec $(BIN)/motcua demo

serve: setup ## serve the data folder
	@exec $(BIN)/motcua serve

lint: setup ## linters, types, layers, migrations and Django's own checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check -q .
	$(BIN)/djlint --quiet --check --lint src
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache > .import-linter.out || { cat .import-linter.out; exit 1; }
	MOTCUA_PUBLIC_URL=https://motcua.example sh requirements/checks.sh

test: setup ## all checks beside every test; ends on pytest's closing line, unless a check says no
	@sh requirements/debian.sh browser postgres barcodes webserver pdf office
	@$(MAKE) -s lint >.lint.out 2>&1 & checks=$$!; \
	$(BIN)/pytest -n $(WORKERS) -m "not prove"; tests=$$?; \
	wait $$checks || { cat .lint.out; exit 1; }; exit $$tests

prove: setup ## the long runs: thousands of histories, hundreds of kills, every role's pages
	@sh requirements/debian.sh browser postgres barcodes webserver pdf office
	$(BIN)/pytest -n $(WORKERS) -m prove

bench: setup ## the speed laboratory: ratios taken in one run
	@exec $(BIN)/python -m bench

tables: setup ## write down the tables, after a migration was added
	@folder=$$(mktemp -d) && MOTCUA_DATA=$$folder $(BIN)/python -m motcua.config.written; rm -rf "$$folder"

words: setup ## bring desk.po up to what officials' screens say; names what has no English
	DJANGO_SETTINGS_MODULE=motcua.config.settings $(BIN)/python -m motcua.config.english

wheel: setup ## build the wheel into dist/
	rm -rf build dist
	$(BIN)/python -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w dist .
