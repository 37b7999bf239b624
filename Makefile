# make demo   makes .venv, builds the shipped article into out/ and asks it one question
# make test   makes .venv with what tests need, then runs every gate of gates.mk
# make docs   writes the pages of the ontology into docs/ontology/
# Both are quick the second time. The rest is at the end.

PYTHON ?= python3
OUT ?= out
BIN := .venv/bin
TSC := .venv/scripts/node_modules/typescript/bin/tsc

.NOTPARALLEL:
.DEFAULT_GOAL := demo
.PHONY: demo test ready ready-test python browser font pdf server java docs models calibration readme answers
.PHONY: figures picture clean

demo: ready
	$(BIN)/onecity build --out $(OUT)
	$(BIN)/onecity query funds --out $(OUT)
	@echo
	@echo "The page:   $(abspath $(OUT))/network.html (open it in any browser)"
	@echo "The Turtle: $(abspath $(OUT))/onecity.ttl"
	@echo "Go on with: $(BIN)/onecity questions, or $(BIN)/onecity --help"

include gates.mk
.PHONY: $(GATES)

test: ready-test browser font pdf server java
	@$(MAKE) --no-print-directory --keep-going $(GATES)

# The environment, made anew when setup.cfg asks for other packages.
ready: .venv/ready
ready-test: .venv/ready-test

.venv/ready .venv/ready-test: setup.cfg pyproject.toml | python
	@echo "onecity: installing into .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--editable '.$(if $(filter %-test,$@),[test])'
	@touch .venv/ready $@

# What checks the types of the page's scripts. The product needs neither it nor Node.
$(TSC): .venv/ready-test
	@echo "onecity: installing TypeScript into .venv"
	@$(BIN)/npm install --silent --no-fund --no-audit --prefix .venv/scripts typescript@~5.9
	@touch $@

# What the machine itself must have.
python:
	@command -v $(PYTHON) >/dev/null || .ci/provide "Python 3.11" python3 python3-venv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "onecity: needs Python 3.11 or newer, and $(PYTHON) is older;" \
			"name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/provide "venv of Python" python3-venv
browser:
	@command -v chromium >/dev/null || .ci/provide Chromium chromium
font:
	@fc-list :lang=zh 2>/dev/null | grep -q . || .ci/provide "a Chinese font" fontconfig fonts-noto-cjk
pdf:
	@command -v pdftotext >/dev/null || .ci/provide "a reader of PDF" poppler-utils
server:
	@command -v virtuoso-t >/dev/null || .ci/provide Virtuoso virtuoso-opensource-7-bin

java:
	@command -v java >/dev/null || .ci/provide "Java 17" default-jre-headless

# The pages of the ontology: terms, patterns, questions, mappings, and how to extend it.
docs: ready-test
	$(BIN)/python -m exports.reference docs/ontology

# What depends on rules, made anew: the learned models (some minutes), the confidence of statements,
# and what the READMEs show, which is what commands print, figures and the picture. Answers are those
# of the saved questions on the fixed corpus of their tests.
models: ready-test
	@$(BIN)/python -m sources.learned.train tests/articles tests/passages
readme: ready-test
	@$(BIN)/python -m tests.console
answers: ready-test
	@$(BIN)/python -m tests.graph.answers
calibration: ready-test
	@$(BIN)/python -m sources.calibrate tests/articles tests/passages
figures: ready-test browser font
	@$(BIN)/python -m tests.benchmarks.figures
picture: ready browser font
	$(BIN)/onecity build --out $(OUT)
	chromium --headless --no-sandbox --hide-scrollbars --window-size=1440,900 \
		--screenshot=docs/network.png "file://$(abspath $(OUT))/network.html"

clean:
	rm -rf .venv $(OUT) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
