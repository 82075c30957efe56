# Every target builds .venv first, once for each pyproject.toml; scripts/bootstrap.sh does it and says what is missing.
PY := .venv/bin/python
READY := .venv/.ready
CODE := annotator ui resources scripts tests
# One worker a core; a worker that is done takes over tests of a slower one, since a few tests take as long as hundreds.
PARALLEL := -n auto --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run test lint coverage lowest bench memory clients crash sample translations screenshots clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: $(READY) ## open the window on a copy of the sample project (no display: run the demo into build/demo)
	$(PY) scripts/run_sample.py

lint: $(READY) ## formatting, lint rules, types, import contracts
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)
	.venv/bin/pyright
	.venv/bin/lint-imports --no-cache --no-logo

test: lint ## lint, then every test, on all cores
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(PARALLEL)

coverage: $(READY) ## how much of each package the tests run; fails under a floor
	rm -rf build/coverage && mkdir -p build/coverage
	QT_QPA_PLATFORM=offscreen $(PY) -m coverage run -m pytest -q $(PARALLEL)
	$(PY) -m coverage combine -q
	$(PY) -m coverage json -q -o build/coverage/report.json
	$(PY) scripts/coverage_floors.py build/coverage/report.json

lowest: $(READY) ## every test without a window, with the lowest versions that pyproject.toml allows
	scripts/lowest.sh

bench: $(READY) ## the benchmarks, beside the bars they have to keep
	HASHIYA_BENCH=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/benchmarks -q \
		-o addopts="--strict-markers --strict-config --import-mode=importlib -p no:cacheprovider"

memory: $(READY) ## the memory of every export and import of 10,000 articles, beside the bars (an hour)
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/benchmarks/memory_of_formats.py -v \
		-o addopts="--strict-markers --strict-config --import-mode=importlib -p no:cacheprovider"

clients: $(READY) ## the programs that people use read what is exported (installs about 1 GB)
	scripts/clients.sh

crash: $(READY) ## the long crash and fault-injection suite of the store
	$(PY) -m tests.crash.run_all

sample: $(READY) ## make projects/karabakh again from projects/sources/karabakh
	$(PY) scripts/make_sample.py

translations: $(READY) ## update and compile the window's translations
	$(PY) scripts/translations.py

screenshots: $(READY) ## a picture of every view, in both languages and themes, on three screens, into build/screenshots
	$(PY) scripts/screenshots.py

clean: ## remove what the other targets made
	rm -rf .venv build dist .hypothesis .benchmarks .ruff_cache .pytest_cache .import_linter_cache .coverage
	find annotator ui resources scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml scripts/bootstrap.sh
	scripts/bootstrap.sh
