#!/usr/bin/env bash
# Prints a folder with promtool and prometheus, of Debian's package.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need apt-get dpkg-deb

unpack() {
  apt-get download -qq -o APT::Sandbox::User=root prometheus
  dpkg-deb -x prometheus_*.deb .
  mv usr/bin/promtool usr/bin/prometheus .
  rm -rf usr etc lib var prometheus_*.deb
}

keep prometheus-debian unpack
