#!/usr/bin/env bash
# Runs the belts of checks that it is given and prints what each step took and one count of all tests.
#
#   build/test.sh short         make test: everything that a change can break
#   build/test.sh deep          make test-deep: what takes longer
#   build/test.sh short deep    .ci/run
#
# The steps of the short belt run in two lanes, one per core. Each step's output is printed when the step
# ends and stays in .cache/reports. A failed step stops its belt: the other lane ends the step it is at.
# Tests keep their homes in memory where there is room: every write to a data file waits for its disk.
set -uo pipefail
cd "$(dirname "$0")/.."

reports=.cache/reports
queue=$reports/queue   # steps of the short belt that no lane has begun
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

# next_step prints the first step of the queue and removes it.
next_step() {
	(
		flock 9
		head -n 1 "$queue"
		sed -i 1d "$queue"
	) 9>>"$queue.lock"
}

queue_lane() {
	local name
	while name=$(next_step) && [ -n "$name" ]; do step "$name" || return 1; done
}

# Builds and generated code come first: the other steps read them. The longest step comes before those
# that fill the other lane.
short() {
	lane drift build build-headless build-e2e || return 1
	printf '%s\n' e2e lint-go lint-frontend test-go test-frontend smoke headless >"$queue"
	queue_lane &
	local other=$! status=0
	queue_lane || status=1
	wait "$other" || status=1
	return "$status"
}

deep() { lane build-e2e bench-builds test-go-deep e2e-deep; }

memory=/dev/shm
room=2000000 # KiB that homes may need

use_memory() {
	local folder
	[ -w "$memory" ] && [ "$(df --output=avail "$memory" | tail -n 1)" -gt "$room" ] || return 0
	folder=$(mktemp -d "$memory/galley-test-XXXXXX") || return 0
	trap "rm -rf '$folder'" EXIT
	chmod 755 "$folder" # a test runs Galley as a user who owns nothing
	cp /bin/true "$folder" && "$folder/true" 2>/dev/null || return 0 # some systems run no programs there
	export GOTMPDIR=${TMPDIR:-/tmp} TMPDIR=$folder                   # what Go links stays where it was
}

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
use_memory
for belt; do "$belt" || close 1; done
close 0
