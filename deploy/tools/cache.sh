# Sourced by the scripts beside it: where what they build is kept, whole or not at all.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/dateline"

# keep NAME FUNCTION: prints the folder NAME of the cache; when it isn't there, FUNCTION fills an empty folder first.
keep() {
  local target="$cache/$1" draft
  if [ ! -d "$target" ]; then
    mkdir -p "$cache"
    draft="$(mktemp -d "$cache/.$1-XXXXXX")"
    # Not as a condition: there, -e would not hold inside the function.
    set +e
    (set -e; cd "$draft"; "$2") >&2
    local code=$?
    set -e
    if [ "$code" != 0 ]; then
      chmod -R u+w "$draft" && rm -rf "$draft"
      echo "$1 could not be built" >&2
      return 1
    fi
    mv -T "$draft" "$target" 2>/dev/null || rm -rf "$draft" # somebody else was quicker
  fi
  echo "$target"
}

# need COMMAND…: exit code 69 (EX_UNAVAILABLE), with one line, where the machine lacks one of them.
need() {
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || { echo "skipped: this machine has no $command" >&2; exit 69; }
  done
}

# debian PACKAGE…: unpacks packages of Debian into this folder. Nothing of the system changes, and nothing starts.
debian() {
  local package download=(apt-get download -qq -o APT::Sandbox::User=root "$@")
  "${download[@]}" || { apt-get update -qq && "${download[@]}"; }
  for package in *.deb; do dpkg-deb -x "$package" .; done
  rm ./*.deb
}

# sources MODULE@VERSION: the folder with a Go module's sources, by the module proxy.
sources() {
  (cd / && GOFLAGS= go mod download -json "$1") | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p'
}
