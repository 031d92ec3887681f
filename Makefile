# What there is to do; each target does its own set-up. The work is in scripts/.
.DEFAULT_GOAL := help
.PHONY: help serve test build standalone size npm bench-page memory lighthouse fuzz mutants reproducible screenshots lint clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: ## The page with the default report, on this machine (PORT=8080 or the next free one)
	@scripts/setup.sh
	@scripts/serve.sh

test: ## Every test, in the browser too
	@scripts/setup.sh test
	@scripts/test.sh

build: ## The page as it is published, into dist/
	@scripts/setup.sh
	@scripts/build.sh

standalone: build ## The page with its report as one file, target/wirecopy.html
	@cargo run --quiet --locked --example one_file dist target/wirecopy.html

size: build ## The bytes of a first visit, file by file
	@scripts/size.sh

npm: ## The parser for JavaScript, as an npm package in target/npm
	@scripts/setup.sh
	@scripts/npm.sh

lighthouse: build ## What Lighthouse says of the page on a phone
	@scripts/lighthouse.sh

bench-page: build ## How long texts of 1 MB and 10 MB take to open, beside plain HTML of the same text
	@scripts/setup.sh test
	@scripts/npm.sh
	@scripts/bench-page.sh

memory: ## How much memory the command line takes for texts of 1 MB and 10 MB
	@scripts/memory.sh

fuzz: ## Tries to break the parser with texts that nobody would write; scripts/fuzz.sh takes a target and how long
	@scripts/fuzz.sh

mutants: ## Breaks the parser's rules one by one and asks the tests which of them they notice; takes half an hour
	@scripts/mutants.sh

reproducible: ## Builds the last commit in two folders and compares the pages byte for byte
	@scripts/setup.sh
	@scripts/reproducible.sh

screenshots: build ## The pictures in the documents, taken anew
	@scripts/setup.sh test
	@scripts/screenshots.sh

lint: ## Format, lints, documentation and scripts, without running anything
	@scripts/setup.sh
	@scripts/lint.sh

clean: ## Removes what was built; the tools stay for the next time
	@cargo clean --quiet
	@rm -rf dist
