# Two commands do everything: `make site` and `make test`. The rest are parts of them.
python ?= python3
bin := .venv/bin

.PHONY: site build test quick bench clean

# Set up, build and serve the site at http://127.0.0.1:8000, again after every change.
site: .venv/ready
	$(bin)/komsiluk serve

# The whole site into site/.
build: .venv/ready
	$(bin)/komsiluk build

# Everything: form, types, floors, and all tests, those of the browser included.
test: .cache/javascript/ready quick .cache/tools/ready
	$(bin)/pytest -n auto --dist loadgroup --reruns 1 --only-rerun TargetClosedError tests/site tests/browser

# What takes less than a minute: form, types, floors, scripts of the pages, and the tests that build no whole site.
quick: .venv/ready
	$(bin)/ruff check && $(bin)/ruff format --check && $(bin)/mypy && $(bin)/lint-imports --no-cache
	@$(MAKE) -s .cache/javascript/ready >/dev/null 2>&1 || true
	@tests/javascript/check $(bin)
	$(bin)/pytest -n auto --ignore tests/site --ignore tests/browser

# How fast we are, as ratios within one run.
bench: .venv/ready
	$(bin)/pip install -q --require-hashes -r .ci/requirements-bench.txt
	$(bin)/python -m tests.bench

clean:
	rm -rf .venv .cache site dist

.venv/ready: .ci/requirements.txt pyproject.toml
	$(python) -m venv .venv && $(bin)/pip install -q --require-hashes -r .ci/requirements.txt
	$(bin)/pip install -q --no-deps --no-build-isolation -e . && $(bin)/komsiluk fonts && touch $@

.cache/javascript/ready: .venv/ready tests/javascript/package-lock.json
	tests/javascript/setup $(bin) && touch $@

.cache/tools/ready: .venv/ready tests/tools/package-lock.json
	tests/tools/setup $(bin) && touch $@
