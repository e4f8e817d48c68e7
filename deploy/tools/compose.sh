#!/usr/bin/env bash
# Prints a folder with docker-compose, Docker's CLI plugin, built from its Go module. About three minutes of one core.
# `compose.sh kept`: only if it was built before.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"

MODULE=github.com/docker/compose/v2
VERSION=v2.40.3

if [ "${1:-}" = kept ] && [ ! -d "$cache/compose-$VERSION" ]; then
  echo 'skipped: this machine has no docker compose' >&2
  exit 69
fi

build() {
  local upstream
  upstream="$(sources "$MODULE@$VERSION")"
  # `go install` refuses a module with excludes: its requirements become those of a module of our own.
  { echo 'module compose'; grep -v '^module ' "$upstream/go.mod"; echo "require $MODULE $VERSION"; } > go.mod
  cp "$upstream/go.sum" go.sum
  chmod u+w go.sum
  GOFLAGS=-mod=mod go build -trimpath -ldflags "-s -w -X $MODULE/internal.Version=$VERSION" -o docker-compose "$MODULE/cmd"
  rm go.mod go.sum
}

[ -d "$cache/compose-$VERSION" ] || need go
keep "compose-$VERSION" build
