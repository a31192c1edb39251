#!/usr/bin/env bash
# Starts Galley in the best way this machine allows (make run):
# a display gets the window, a terminal the browser mode and its URL, anything else the demo.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	way=window
elif [ -t 1 ]; then
	way=serve
else
	way=demo
fi

galley=build/bin/galley-headless
target=headless
if [ $way = window ]; then
	galley=build/bin/galley
	target=build
fi

# The first start has the demo shop ready, so that a job is one click away; later ones change nothing.
connect_demo_shop() {
	"$galley" shop list --json | grep -q '"id"' && return
	"$galley" shop add demo
	"$galley" sync demo
}

# The window takes turns with other windows over the session bus, which a bare X server lacks.
open_window() {
	if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ]; then
		exec dbus-run-session -- "$galley"
	fi
	exec "$galley"
}

build/setup.sh "${way/demo/serve}"
make --no-print-directory "$target"
case $way in
window) connect_demo_shop && open_window ;;
serve) connect_demo_shop && exec "$galley" serve ;;
demo) exec "$galley" demo ;;
esac
