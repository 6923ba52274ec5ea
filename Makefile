# A fresh machine with Node and npm needs nothing else: every target sets up first what it lacks.
PROJECT ?= examples/homelab
ARGS ?=

.PHONY: help setup test lint typecheck manifests gmanifests vmanifests umanifests check secrets

help: ## List the targets (the default)
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r target text; do printf '  make %-11s %s\n' "$$target" "$$text"; done
	@printf '\nPROJECT=DIR chooses another project than $(PROJECT); ARGS="…" adds arguments of gantry or vitest.\n'

setup: ## Install what is missing: npm packages, dist/, Nix, the flake's node_modules
	@scripts/setup/run

manifests: setup ## Render the project: evaluate, resolve, encrypt what changed, write
	@node dist/cli.js manifests --project $(PROJECT) $(ARGS)

gmanifests: setup ## Print the evaluated bundle, placeholders intact
	@node dist/cli.js gmanifests --project $(PROJECT) $(ARGS)

vmanifests: setup ## Report which references resolve
	@node dist/cli.js vmanifests --project $(PROJECT) $(ARGS)

umanifests: setup ## List what would change, and why
	@node dist/cli.js umanifests --project $(PROJECT) $(ARGS)

check: setup ## Compare the written tree with modules, stores, rules and lock, without any key
	@node dist/cli.js check --project $(PROJECT) $(ARGS)

secrets: setup ## Pick a secret and show, renew, edit or remove it; without a terminal: list them
	@node dist/cli.js secrets pick --project $(PROJECT) $(ARGS)

test: setup ## Run every test
	@node_modules/.bin/vitest run $(ARGS)

lint: setup ## Run ESLint, Prettier and knip
	@npm run --silent lint

typecheck: setup ## Check the types
	@npm run --silent typecheck
