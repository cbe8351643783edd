#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the command where none is given, then hands over to Node.
set -euo pipefail

CLI_VERSION=0.1.0

if ! command -v node >/dev/null; then
  echo '::error::This action needs Node 20 or newer. Put actions/setup-node before it.'
  exit 1
fi

if [ -z "${INPUT_CLI_PATH:-}" ]; then
  folder="${RUNNER_TEMP:?}/preview-cli-$CLI_VERSION"
  if [ ! -d "$folder/node_modules" ]; then
    npm install --prefix "$folder" --no-save --no-audit --no-fund \
      --ignore-scripts --loglevel=error \
      "@preview-environments/cli@$CLI_VERSION" >&2
  fi
  export PREVIEW_CLI="$folder/node_modules/@preview-environments/cli/bin/preview"
fi

exec node "$GITHUB_ACTION_PATH/src/main.cjs"
