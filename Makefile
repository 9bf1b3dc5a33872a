# `make run` and `make test` do all the set-up by themselves. See README.md.
BIN := .venv/bin
DATA ?= ../shared/data
WEIGHTS ?= ../shared/weights/mobilenet_v2_imagenet_bnfolded.safetensors
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types contracts tests format bench seeds model translations demo-studies selftest-files guide-pictures package \
	lock audit package-compare package-smoke installers installers-try clean distclean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## system libraries for Qt, .venv, the package and its tools; nothing is installed twice
	@sh packaging/bootstrap.sh dev

run: setup ## triage the demo studies: in the window, or without a screen into build/demo
	@$(BIN)/xraydesk demo

test: lint types contracts tests ## lint, types, import contracts, all tests

lint: setup ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy, strict
	$(BIN)/mypy

contracts: setup ## the walls between the rooms
	$(BIN)/lint-imports

tests: setup ## pytest alone, in JOBS processes; each takes a core and up to 1.5 GB
	$(BIN)/pytest -n $(JOBS) --dist worksteal

format: setup ## put the source into ruff's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ## measure the figures of the README; prints a table
	@sh packaging/bootstrap.sh dev,bench
	@$(BIN)/python -m tests.bench --data "$(DATA)" $(BENCH)

seeds: setup ## train the recipes of published reports for minutes each and set them beside our models
	@$(BIN)/xraydesk seeds --limbs "$(DATA)/knee" --chest "$(DATA)/chest-paediatric" --out build/seeds $(SEEDS)

model: setup ## train a bundled model anew, hours on two cores (MODEL=chest-pneumonia or knee-osteoarthritis, WEIGHTS=its start)
	@sh packaging/train_models.sh "$(MODEL)" "$(DATA)" "$(WEIGHTS)" build/models

translations: setup ## find the texts of the window anew and compile what was translated (resources/translations)
	$(BIN)/pyside6-lupdate -no-obsolete -locations none xraydesk/gui/*.py xraydesk/gui/*/*.py -target-language de \
		-ts resources/translations/xraydesk_de.ts
	$(BIN)/pyside6-lrelease -silent resources/translations/xraydesk_de.ts -qm resources/translations/xraydesk_de.qm

demo-studies: setup ## make resources/demo again from the public chest and knee films
	$(BIN)/python packaging/make_demo.py --films "$(DATA)/chest-paediatric/train" \
		--full-size "$(DATA)/chest-paediatric-fullsize" --knees "$(DATA)/knee/train" --out resources/demo

selftest-files: setup ## make resources/selftest again: what must come out of each format and bundled model
	$(BIN)/python packaging/make_selftest.py --out resources/selftest

guide-pictures: setup ## make the pictures of the user guide again, from the real window (docs/guide)
	$(BIN)/python packaging/make_guide.py --out docs/guide --work build/guide

package: setup ## freeze the program into dist/xraydesk and weigh it (EDITION=cpu or cuda)
	@sh packaging/package.sh $(EDITION)

lock: setup ## pin anew what the frozen program is made of (packaging/lock), to the newest versions that are allowed
	@$(BIN)/python packaging/lock.py --edition $(or $(EDITION),cpu)

audit: setup ## look the pinned versions up for known vulnerabilities; without a network it says so and passes
	@$(BIN)/python packaging/audit.py --edition $(or $(EDITION),cpu)

package-compare: setup ## say in what dist/xraydesk differs from another build of the commit (OTHER=its folder or manifest.json)
	@$(BIN)/python packaging/manifest.py compare dist/xraydesk "$(OTHER)"

package-smoke: ## try the frozen program: self-test, demo, a training run, the window on a screen (pictures in build/smoke)
	@$(BIN)/python packaging/smoke.py dist/xraydesk/xraydesk --out build/smoke

installers: ## make a .deb, a portable archive and SHA256SUMS of the frozen program (Linux)
	@$(BIN)/python packaging/installers.py dist/xraydesk --out dist

installers-try: ## as root, with mmdebstrap: install, use and remove both in a bare Debian (picture in build/installers-try)
	@$(BIN)/python packaging/try_installers.py dist --out build/installers-try

clean: ## remove what was built, keep .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache
	find xraydesk tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove .venv too
	rm -rf .venv
