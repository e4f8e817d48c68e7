#!/usr/bin/env bash
# Prints a folder with docker-compose, Docker's CLI plugin, built from its Go module. About three minutes of one core.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need go

MODULE=github.com/docker/compose/v2
VERSION=v2.40.3

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

keep "compose-$VERSION" build
