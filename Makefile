# Every target sets up what it needs first; a second call finds it in place.
.DEFAULT_GOAL := help
.PHONY: help demo serve test check bench requirements clean ready ready-to-test

BIN := .venv/bin
WORKERS ?= 2
PYTEST ?=
SUBJECT ?=

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r target words; do printf '%-20s%s\n' "$$target" "$$words"; done

demo: ready ## from nothing to a prepared court session, on a sample county
	@COURTREADY_DATA=demo $(BIN)/courtready demo

serve: ready ## the web pages and a worker, on this machine's own data
	@$(BIN)/courtready serve

test: ready-to-test ## all tests, with real databases, brokers, browser and converter (PYTEST="-k word" narrows)
	@$(BIN)/pytest -n $(WORKERS) --dist loadfile $(PYTEST)

check: ready-to-test ## linters, types, layers and the house rules
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q tests/house

bench: ready-to-test ## measure; the figures go into docs/benchmarks.md (SUBJECT=merging narrows)
	@$(BIN)/python -m bench $(SUBJECT)

requirements: ready-to-test ## pin the newest versions that pyproject.toml allows
	@$(BIN)/uv lock --upgrade
	@$(BIN)/uv export --quiet --frozen --no-header --no-emit-project --group build --no-dev --output-file requirements.txt
	@$(BIN)/uv export --quiet --frozen --no-header --no-emit-project --group build --group dev --output-file requirements-dev.txt

clean: ## remove the demo's data, caches and the virtual environment; keeps data/
	@rm -rf demo build dist .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready:
	@tools/setup.sh run

ready-to-test:
	@tools/setup.sh tests
