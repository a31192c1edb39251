# make run        builds Galley and starts it: the window, the browser, or a demo in the terminal.
# make test       checks everything that a change can break, in a few minutes.
# make test-deep  checks what takes longer: races, the whole crash course, hostile texts, every page and theme.
#
# The three install what the machine lacks first; build/setup.sh says how. The other targets are the
# steps of these, to be run alone while working on one part.

# Bash, and never the shortcut around a shell, so that the PATH below holds for every command.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:

export PATH := $(CURDIR)/.cache/toolchain/bin:$(CURDIR)/.cache/bin:$(PATH)

# Tags for the window alone: all builds share what they compile of SQLite. -trimpath would compile it again.
WINDOW_TAGS := desktop,production,webkit2_41
BUILD := go build -ldflags "-s -w"
REPORTS := .cache/reports

.PHONY: run test test-deep torture tools build build-headless build-e2e frontend generate bindings schema queries \
	lint lint-go lint-frontend bench bench-builds size first-page test-go test-go-deep test-frontend coverage headless drift e2e e2e-deep smoke \
	eval eval-model eval-small verdicts batch-server advisories screenshots format icon clean

run:
	@build/run.sh

test:
	@build/test.sh short

test-deep:
	@build/test.sh deep

# What takes too long even for test-deep: about half an hour.
torture: frontend/node_modules/.installed
	@build/torture.sh

# --- building

build: frontend
	$(BUILD) -tags $(WINDOW_TAGS) -o build/bin/galley .

# The same program without the window: no GTK needed, and no tags.
build-headless: frontend
	$(BUILD) -o build/bin/galley-headless .

# The program that browser tests drive: without the window, and with key stores that are cheap to open.
build-e2e: frontend
	$(BUILD) -tags e2e -o build/bin/galley-e2e .

frontend: frontend/dist/index.html

FRONTEND_SOURCES := $(wildcard frontend/*.html frontend/*.json frontend/*.ts) \
	$(shell find frontend/src frontend/public frontend/e2e -type f 2>/dev/null)

frontend/dist/index.html: $(FRONTEND_SOURCES) frontend/node_modules/.installed
	cd frontend && npm run build
	touch $@

frontend/node_modules/.installed: frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	touch $@

# Each build tool is pinned in a module of its own, with the dependencies its authors tested it with.
# CGO_ENABLED=0: sqlc would otherwise compile PostgreSQL's parser, which SQLite does not need.
tools: $(addprefix .cache/bin/,sqlc gotestsum golangci-lint)

.cache/bin/%: build/tools/%/go.mod build/tools/%/go.sum
	cd build/tools/$* && CGO_ENABLED=0 go build -o $(CURDIR)/$@ tool

# --- generated code, which is committed

generate: queries schema bindings

# backend/store/schema.sql from the migrations, and backend/store/db from it and the queries
queries: .cache/bin/sqlc
	go run ./build/storeschema backend/store/migrations > .cache/schema.sql
	mv .cache/schema.sql backend/store/schema.sql
	cd backend/store && sqlc generate

# backend/adminschema/admin.graphql and the client in backend/shopify from Shopify's published schema
schema:
	build/schema/generate.sh

# the pages' types and calls from the Go registry of endpoints: the methods of app_*.go, and backend/web
bindings:
	go run -tags bindings . > .cache/contract.ts
	mv .cache/contract.ts frontend/src/contract/index.ts

# --- figures about copy (docs/evaluation.md)

# The sets of the repository; with WRITE=1 the figures are kept, with MISSES=1 each wrong case is shown,
# and GALLEY_EVAL=folder measures other sets.
eval:
	@go run ./build/evaluate $(if $(WRITE),-write) $(if $(MISSES),-misses) $(if $(GALLEY_EVAL),-sets "$(GALLEY_EVAL)")

# A new set of texts with the verdicts of the reference analyser, in .cache/verdicts: SET names it and VOCABULARY
# is a file like build/verdicts/vocabulary.json. The analyser comes from npm for that alone, and runs as a black box.
verdicts: VOCABULARY ?= build/verdicts/vocabulary.json
verdicts:
	@mkdir -p .cache/verdicts
	npm install --no-save --no-audit --no-fund --prefix .cache/analyser yoastseo@3.6.0
	node build/verdicts/draw.mjs $(VOCABULARY) $(SET) > .cache/drawn.json
	NODE_PATH=.cache/analyser/node_modules node build/verdicts/judge.cjs .cache/drawn.json .cache/verdicts $(SET)

# Asks a model for texts, and adds the run to a file: see build/evaluatemodel.
eval-model:
	@mkdir -p .cache
	@go run ./build/evaluatemodel

# The same with a small real model that is fetched and run here.
eval-small:
	@build/smallmodel/run.sh

# Writes in batches at an implementation of the Batch API that is not ours: OGX, from PyPI, with Python 3.12.
batch-server: PYTHON ?= python3.12
batch-server: .cache/ogx/bin/ogx
	GALLEY_OGX=$(CURDIR)/.cache/ogx/bin/ogx go test -count=1 -v -run TestBatchesOfAnIndependentServer ./backend/crashtest

.cache/ogx/bin/ogx:
	$(PYTHON) -m venv .cache/ogx
	.cache/ogx/bin/pip install --quiet ogx==1.5.0 sqlalchemy==2.1.9 aiosqlite==0.22.1 greenlet==3.5.6

# --- checks

lint: lint-go lint-frontend

lint-go: .cache/bin/golangci-lint
	golangci-lint run
	go mod tidy -diff

lint-frontend: frontend/node_modules/.installed
	cd frontend && npm run --silent lint

# Most tests that take long wait for a lease or a retry, so more of them run at once than there are cores,
# and packages with such tests begin first.
PARALLEL := 8
GO_PACKAGES := ./backend/wire ./backend/crashtest ./backend/cli ./backend/publishing ./...

# On CI a test that fails has a second try; what passes only then is reported, and is to be mended.
RERUN := $(if $(CI),--rerun-fails=1 --rerun-fails-max-failures=3 --rerun-fails-run-root-test --rerun-fails-abort-on-data-race)

# -short leaves out the crash course that stops processes, and four of five random walks. lint-go vets.
test-go: .cache/bin/gotestsum
	@mkdir -p $(REPORTS)
	gotestsum --format pkgname --format-hide-empty-pkg --jsonfile $(REPORTS)/go.json $(RERUN) --packages "$(GO_PACKAGES)" -- \
		-short -vet=off -p 4 -parallel $(PARALLEL) -timeout 20m

# Rules and figures about copy have no concurrency, take minutes with the race detector, and are whole in test-go.
DEEP_PACKAGES = $$(go list ./... | grep -vE '/backend/(checks|evaluation|templatewriter)$$')

# All Go tests in full length with the race detector. A package's tests reach others too, so coverage is
# counted over all of them and shown at the end; sed drops each package's share of the whole, which says nothing.
test-go-deep: .cache/bin/gotestsum
	@mkdir -p $(REPORTS)
	gotestsum --format pkgname --format-hide-empty-pkg --jsonfile $(REPORTS)/go-deep.json $(RERUN) --packages "$(DEEP_PACKAGES)" -- \
		-race -parallel $(PARALLEL) -timeout 40m -covermode atomic -coverpkg ./backend/... -coverprofile coverage.out \
		| sed -u 's/ (coverage: [^)]*)//'
	@$(MAKE) --no-print-directory coverage

# What the last test-go-deep covered, of every statement that any test can reach.
coverage:
	@build/coverage.sh galley jobs publishing store store/db

test-frontend: frontend/node_modules/.installed
	cd frontend && npm test -- --reporter=default --reporter=json --outputFile.json=../$(REPORTS)/vitest.json

# The build that needs no GTK does the main job.
headless: build-headless
	! ldd build/bin/galley-headless | grep -i gtk
	build/bin/galley-headless --help >/dev/null
	build/bin/galley-headless demo --products 20 2>/dev/null

drift:
	build/drift.sh

e2e e2e-deep: export GALLEY_BINARY := $(CURDIR)/build/bin/galley-e2e

e2e: build-e2e
	cd frontend && PLAYWRIGHT_JSON_OUTPUT_FILE=../$(REPORTS)/playwright.json npm run e2e -- --reporter=list,json

e2e-deep: build-e2e
	cd frontend && PLAYWRIGHT_JSON_OUTPUT_FILE=../$(REPORTS)/playwright-deep.json npm run e2e-deep -- --reporter=list,json

smoke: export GALLEY_BINARY := $(CURDIR)/build/bin/galley
smoke: build .cache/bin/gotestsum
	@mkdir -p $(REPORTS)
	gotestsum --format testname --jsonfile $(REPORTS)/go-window.json -- -count=1 -tags windowtest ./build/windowtest

# --- how fast and how big (docs/performance.md)

# Publishing and the window's start beside others, in about ten minutes on an idle machine.
# BENCH="-only publishing -match 'Plus, 80 ms'" measures less.
bench: build build-headless bench/peers/adminapi/node_modules/.installed
	cd bench && go run . $(BENCH)

bench/peers/adminapi/node_modules/.installed: bench/peers/adminapi/package-lock.json
	cd bench/peers/adminapi && npm ci --no-audit --no-fund
	touch $@

# bench is a module of its own, which no other check compiles.
bench-builds:
	cd bench && go vet ./...

# The program as it is shipped, and what weighs most in it.
size: build
	@build/size.sh

# What the first page loads, compressed.
first-page: export GALLEY_BINARY := $(CURDIR)/build/bin/galley-e2e
first-page: build-e2e
	cd frontend && npm run measure -- -g "first page"

# Known weaknesses of dependencies. Needs the network and is no part of make test; what it finds is
# explained in SECURITY.md.
advisories: frontend/node_modules/.installed
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...
	cd frontend && npm audit

# Reduced to few colours: there are many, and they are kept.
screenshots: build
	cd frontend && npm run screenshots
	mogrify -strip +dither -colors 128 docs/screenshots/*.png

format: .cache/bin/golangci-lint frontend/node_modules/.installed
	golangci-lint fmt
	cd frontend && npm run format

# build/appicon.png, which the window shows and installers use
icon:
	chromium-headless-shell --no-sandbox --hide-scrollbars --default-background-color=00000000 \
		--window-size=1024,1024 --screenshot=$(CURDIR)/build/appicon.png file://$(CURDIR)/build/appicon.svg

clean:
	rm -rf build/bin .cache/bin $(REPORTS) coverage.out
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete
