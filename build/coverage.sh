#!/usr/bin/env bash
# Prints what coverage.out says of packages under backend/: their share of covered statements,
# and the functions that no test enters (make coverage).
#
#   build/coverage.sh PACKAGE...
#
# A package is covered by all tests there are, not by its own alone: the services' tests run on the
# real store. Each test binary writes its own count of each block, so the blocks are added up here.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=coverage.out
[ -s "$profile" ] || { echo "There is no coverage.out yet: make test-go-deep writes it." >&2 && exit 1; }

statements() { # package
	awk -v folder="galley/backend/$1/" '
		index($1, folder) == 1 && substr($1, length(folder) + 1) !~ "/" {
			all[$1] = $2
			if ($3 > 0) covered[$1] = $2
		}
		END {
			for (block in all) n += all[block]
			for (block in covered) c += covered[block]
			if (n) printf "%5.1f %%  %5d of %5d statements\n", 100 * c / n, c, n
			else print "no statements"
		}' "$profile"
}

functions=$(go tool cover -func="$profile")

for package; do
	printf '%-12s %s\n' "$package" "$(statements "$package")"
	awk -v folder="galley/backend/$package/" '
		index($1, folder) == 1 && substr($1, length(folder) + 1) !~ "/" && $NF == "0.0%" {
			split(substr($1, length(folder) + 1), place, ":")
			print "               never entered: " place[1] " " $2
		}' <<<"$functions"
done
