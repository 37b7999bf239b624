# The gates: one line each, a name and the command that must succeed before a change is shared.
# `make test` runs them all, in this order, and goes on after a failure; `make style` runs one.
GATES := style types scripts behaviour
# Files of tests run side by side; tests of one file share what they build.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile

style:     ready-test ; $(BIN)/ruff check .
types:     ready-test ; $(BIN)/mypy
scripts:   ready-test $(TSC) ; $(BIN)/node $(TSC) --project jsconfig.json
behaviour: ready-test browser font pdf server java ; $(BIN)/pytest $(SIDE_BY_SIDE)
