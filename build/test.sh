#!/usr/bin/env bash
# Runs every check, quickest to fail first, and stops at the first that fails (make test).
# Closes with the time each step took and one line that counts the tests of all runners.
set -uo pipefail
cd "$(dirname "$0")/.."

steps=(lint-go lint-frontend test-go test-frontend headless drift e2e smoke)
reports=.cache/reports
times=()

timed() { # name, command...
	local name=$1 start=$SECONDS status=0
	shift
	printf '\n== %s\n' "$name"
	"$@" || status=$?
	times+=("$(printf '%5d s  %s' $((SECONDS - start)) "$name")")
	return $status
}

close() { # exit status
	printf '\n'
	printf '%s\n' "${times[@]}"
	[ "$1" = 0 ] || printf '\nStopped at: %s\n' "${times[-1]##* }"
	node build/count.mjs "$reports" "$1"
	exit "$1"
}

rm -rf "$reports" && mkdir -p "$reports"
timed setup build/setup.sh test || exit 1
export PATH=$PWD/.cache/toolchain/bin:$PATH
for step in "${steps[@]}"; do
	timed "$step" make --no-print-directory "$step" || close 1
done
close 0
