#!/usr/bin/env bash
# Makes backend/adminschema/admin.graphql and the Shopify client's code in one go: make schema.
#
# Shopify publishes its Admin API schema inside the npm package @shopify/dev-mcp. The package is
# packed, not installed: its 400 MB of dependencies are of no use here, and one file of it is.
# Version and checksum are pinned, so the same operations always give the same bytes, and
# make test can compare them with what is committed.
set -euo pipefail
cd "$(dirname "$0")/../.."

api_version=2026-10
package=@shopify/dev-mcp@1.16.0
checksum=f3b522f264556925eada700e795e4a002a9cba83444ebcc6c0d724254a0c6593
cache=.cache/schema
introspection=$cache/admin_$api_version.json.gz

schema=backend/adminschema/admin.graphql
client_operations=backend/shopify/operations
demo_operations=backend/demo/operations

fetch_introspection() {
  [ -s "$introspection" ] && return
  rm -rf "$cache" && mkdir -p "$cache"
  npm pack --silent --pack-destination "$cache" "$package" >/dev/null
  tar -xzf "$cache"/*.tgz -C "$cache" --strip-components=3 "package/dist/data/admin_$api_version.json.gz"
  rm "$cache"/*.tgz
}

check_introspection() {
  if ! echo "$checksum  $introspection" | sha256sum --check --status; then
    echo "$introspection is not the file that was pinned; remove it and run this again" >&2
    exit 1
  fi
}

fetch_introspection
check_introspection
npm ci --prefix build/schema --silent --no-audit --no-fund
node build/schema/admin.mjs "$introspection" "$api_version" "$schema" "$client_operations" "$demo_operations"
if [ -f backend/shopify/genqlient.yaml ]; then
  node build/schema/omitempty.mjs "$schema" "$client_operations"/*.graphql
  (cd backend/shopify && go tool genqlient)
fi
