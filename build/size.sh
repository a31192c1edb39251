#!/usr/bin/env bash
# Prints what the program weighs as it is shipped, its parts, and the packages that weigh most (make size).
set -euo pipefail
cd "$(dirname "$0")/.."

full=$(mktemp)
trap 'rm -f "$full"' EXIT
go build -tags desktop,production,webkit2_41 -o "$full" .

stat --format '%s bytes, stripped: build/bin/galley' build/bin/galley
size -A build/bin/galley | awk '/^\.(text|rodata|gopclntab|data|noptrdata) / { printf "%12d %s\n", $2, $1 }'
printf '%12d pages, in .rodata\n' "$(du -sb --apparent-size frontend/dist | cut -f 1)"
echo 'The heaviest packages, code and data without tables of lines:'
go tool nm -size "$full" |
	awk '$3 ~ /^[tTrRdD]$/ && $4 ~ /\./ && $4 !~ /drbg\.memory/ {
		name = $4; sub(/\[.*/, "", name)
		folder = ""; if (match(name, /.*\//)) { folder = substr(name, 1, RLENGTH); name = substr(name, RLENGTH + 1) }
		sub(/\..*/, "", name); sum[folder name] += $2
	} END { for (p in sum) printf "%12d %s\n", sum[p], p }' | sort -rn | sed -n 1,25p
