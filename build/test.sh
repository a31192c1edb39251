#!/usr/bin/env bash
# Runs the belts of checks that it is given and prints what each step took and one count of all tests.
#
#   build/test.sh short         make test: everything that a change can break
#   build/test.sh deep          make test-deep: what takes longer
#   build/test.sh short deep    .ci/run
#
# The steps of the short belt run in two lanes, one per core. Each step's output is printed when the step
# ends and stays in .cache/reports. A failed step stops its belt: the other lane ends the step it is at.
set -uo pipefail
cd "$(dirname "$0")/.."

reports=.cache/reports
failed=$reports/failed # names the steps that failed; there is no such file while none has

step() { # make target
	local name=$1 start=$SECONDS status=0
	[ ! -e "$failed" ] || return 1
	make --no-print-directory "$name" >"$reports/$name.log" 2>&1 || status=$?
	{
		printf '\n== %s\n' "$name"
		cat "$reports/$name.log"
	} | flock "$reports" cat
	printf '%5d s  %s\n' $((SECONDS - start)) "$name" >>"$reports/times"
	[ "$status" = 0 ] || echo "$name" >>"$failed"
	return "$status"
}

lane() { # make targets, one after the other
	local name
	for name; do step "$name" || return 1; done
}

# Builds and generated code come first: the lanes read them.
short() {
	lane drift build build-headless || return 1
	lane lint-go lint-frontend test-go test-frontend &
	local go_lane=$! status=0
	lane headless e2e smoke || status=1
	wait "$go_lane" || status=1
	return "$status"
}

deep() { lane build test-go-deep e2e-deep; }

close() { # exit status
	printf '\n'
	cat "$reports/times"
	printf '%5d s  in all\n' "$SECONDS"
	[ ! -e "$failed" ] || printf '\nFailed: %s\n' "$(paste -sd ' ' "$failed")"
	node build/count.mjs "$reports" "$1"
	exit "$1"
}

rm -rf "$reports" && mkdir -p "$reports"
printf '== setup\n'
build/setup.sh test || exit 1
printf '%5d s  setup\n' "$SECONDS" >"$reports/times"
export PATH=$PWD/.cache/toolchain/bin:$PATH
for belt; do "$belt" || close 1; done
close 0
