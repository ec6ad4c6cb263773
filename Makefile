PYTHON ?= python3
PORT ?= 8000
.PHONY: setup demo test lint types web docs bench clean
setup: ; @$(PYTHON) scripts/setup.py python
demo: ; @$(PYTHON) scripts/setup.py python web && exec .venv/bin/cesta demo workspace/complete-journey --port $(PORT)
test: ; @$(PYTHON) scripts/setup.py && .venv/bin/python scripts/gate.py
lint: setup ; @.venv/bin/python scripts/gate.py lint
types: setup ; @.venv/bin/python scripts/gate.py types
web: ; @$(PYTHON) scripts/setup.py python web
docs: setup ; @.venv/bin/python scripts/reference.py
bench: ; @$(PYTHON) scripts/setup.py python peers && .venv/bin/python benchmarks/journeys.py --json
clean: ; rm -rf .venv .tools .cache web/node_modules src/cesta/web/dist
