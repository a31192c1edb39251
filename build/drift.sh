#!/usr/bin/env bash
# Fails when generated code is not what its sources give (make drift).
# It compares the files with themselves before and after, so other uncommitted work does not matter.
set -euo pipefail
cd "$(dirname "$0")/.."

generated=(
	backend/adminschema/admin.graphql
	backend/shopify/internal/adminapi
	backend/shopify/operations
	backend/store/db
	backend/store/schema.sql
	frontend/src/contract
)

state() { find "${generated[@]}" -type f -print0 | sort -z | xargs -0 sha256sum; }

before=$(state)
make --no-print-directory generate
if ! changed=$(diff <(echo "$before") <(state) | sed -n 's/^[<>] [0-9a-f]*  //p' | sort -u) || [ -n "$changed" ]; then
	{
		echo "Generated code was out of date. It is up to date now; commit these files:"
		printf '  %s\n' $changed
	} >&2
	exit 1
fi
