#!/usr/bin/env bash
# What takes too long for every day (make torture): a thousand kills, a hundred stops, bad weather,
# long random walks, and a minute of fuzzing for each target. Goes on where something fails, and says
# so at the end. Less or more of it: KILLS, STOPS, COURSES, CHECKS, FUZZ_TIME from the environment.
set -uo pipefail
cd "$(dirname "$0")/.."

kills=${KILLS:-1000}
stops=${STOPS:-100}
courses=${COURSES:-20}
checks=${CHECKS:-500}
fuzz_time=${FUZZ_TIME:-60s}
failed=()

step() { # name, command...
	local name=$1 start=$SECONDS
	shift
	printf '\n== %s\n' "$name"
	"$@" || failed+=("$name")
	printf '%5d s  %s\n' $((SECONDS - start)) "$name"
}

# Figures are in the log of a test, which go test shows with -v only; the names of subtests are left out.
figures() { grep -vE '^ *(=== |--- (PASS|SKIP))'; }

kill_all() {
	GALLEY_TORTURE_KILLS=$kills GALLEY_TORTURE_STOPS=$stops go test -count=1 -v -timeout 60m -parallel 4 ./backend/crashtest | figures
}

weather() {
	GALLEY_TORTURE_FAULTS=$courses go test -count=1 -v -timeout 60m -run BadWeather ./backend/demo/resilience | figures
}

walks() {
	go test -count=1 -timeout 60m -run Walk ./backend/publishing -rapid.checks "$checks" &&
		go test -count=1 -timeout 60m -run Walk ./backend/wire -rapid.checks "$checks"
}

pages() {
	(cd frontend && FAST_CHECK_RUNS=20000 npx vitest run src/app/place.dom.test.ts)
}

# Targets are found, not listed: a new one is run without being named anywhere.
fuzz_targets() {
	local package target
	for package in $(go list ./...); do
		for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz'); do
			printf '%s %s\n' "$package" "$target"
		done
	done
}

fuzz() { # package, target
	go test -run '^$' -fuzz "^$2\$" -fuzztime "$fuzz_time" "$1" | tail -n 2
}

step "$kills kills, $stops stops, failing storage, two processes" kill_all
step "$courses courses of bad weather" weather
step "random walks of $checks checks" walks
step 'saved addresses of the pages' pages
while read -r package target; do
	step "fuzzing ${package#galley/} $target" fuzz "$package" "$target"
done < <(fuzz_targets)

if [ ${#failed[@]} -gt 0 ]; then
	printf '\nFailed: %s\n' "${failed[@]}"
	exit 1
fi
printf '\nAll of it held.\n'
