# `make example` builds the documentation, which is made with the extension; `make test` tests.
# Both set up a virtual environment in .venv; nothing else on the computer changes.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
HTML := docs/_build/html
LOCALE := sphinxext/interview/locale
PDF := docs/_build/latex/sphinxext-interview.pdf
ASSETS := sphinxext/interview/assets

.PHONY: help example html pdf demo test lint catalogues benchmark script gallery clean

help:
	@echo "make example    build the documentation: HTML, and PDF where LaTeX is installed"
	@echo "make demo       build the archive of the documentation as a site of its own"
	@echo "make test       run the tests"
	@echo "make lint       check style and types"
	@echo "make catalogues collect the words to be translated, and compile their translations"
	@echo "make benchmark  measure the speed"
	@echo "make script     make the script that pages load of its source, with Node.js"
	@echo "make gallery    make the pictures of the documentation, with Chromium"
	@echo "make clean      remove what the other commands have made"

example: html pdf

html: .venv/docs
	$(BIN)/sphinx-build -nW --keep-going -q -b html docs $(HTML)
	@echo "HTML: open $(HTML)/index.html"

ifeq ($(and $(shell command -v latexmk),$(shell command -v pdflatex)),)
pdf:
	@echo "PDF: not built, for latexmk and pdflatex are not installed"
else
pdf: .venv/docs
	$(BIN)/sphinx-build -nW --keep-going -q -b latex docs docs/_build/latex
	@$(MAKE) -s -C docs/_build/latex LATEXMKOPTS="-silent -halt-on-error" all-pdf \
		> docs/_build/latex.log 2>&1 || { tail -40 docs/_build/latex.log; exit 1; }
	@echo "PDF: open $(PDF)"
endif

demo: .venv/docs
	$(BIN)/sphinx-build -nW --keep-going -q -b html docs/demo docs/_build/demo
	@echo "HTML: open docs/_build/demo/index.html"

# The order of the files: few tests can take long, and at the end one core would wait for the other
test: .venv/ready
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sphinx-lint --enable all --disable line-too-long --ignore docs/_build *.md docs
	$(BIN)/codespell

catalogues: .venv/ready
	$(BIN)/pybabel -q extract --no-default-keywords -k _ -k __ -k ngettext:1,2 --add-location=file \
		--sort-by-file --width=100 --project=sphinxext-interview \
		--copyright-holder='the authors of sphinxext-interview' -o $(LOCALE)/interview.pot \
		sphinxext/interview
	$(BIN)/pybabel -q update -D interview -i $(LOCALE)/interview.pot -d $(LOCALE) --width=100 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel compile -D interview -d $(LOCALE) --statistics

benchmark: .venv/ready
	$(BIN)/python benchmarks

# As tests/test_assets.py
script:
	npx --yes terser@5.51.4 $(ASSETS)/interview.js --compress --mangle --output $(ASSETS)/static/interview.js

gallery: .venv/ready
	$(BIN)/python docs/gallery/make.py

clean:
	rm -rf .venv docs/_build

# What builds the documentation is little; the rest comes with the first test.
.venv/docs: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with venv and pip, is needed"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	@touch $@

.venv/ready: .venv/docs
	$(BIN)/python -m pip install --quiet --editable '.[docs]' --group dev
	@touch $@
