#!/usr/bin/env bash
# Prints a folder with promtool and prometheus, of Debian's package.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need apt-get dpkg-deb

unpack() {
  debian prometheus
  mv usr/bin/promtool usr/bin/prometheus .
  rm -rf usr etc lib var
}

keep prometheus-debian unpack
