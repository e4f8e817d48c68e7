#!/usr/bin/env bash
# dockerd.sh start FOLDER: starts a Docker daemon of Debian's package with all its data in FOLDER, and prints its address.
# dockerd.sh stop FOLDER:  ends it and takes its data and network bridges away.
# It leaves the machine's firewall and routing alone: published ports lie on loopback, containers have no way out.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"

docker() {
  # iptables serves the DNS inside the containers' own networks.
  debian docker.io containerd runc \
    iptables libip4tc2 libip6tc2 libxtables12 libnftnl11 libmnl0 libnetfilter-conntrack3 libnfnetlink0
  for name in iptables ip6tables; do ln -s xtables-nft-multi "usr/sbin/$name"; done
  rm -rf usr/share etc lib var
}

start() {
  need apt-get dpkg-deb
  [ "$(id -u)" = 0 ] || { echo 'skipped: a Docker daemon needs root' >&2; exit 69; }
  local tree libraries folder="$1"
  tree="$(keep docker-debian docker)"
  mkdir -p "$folder/run"
  libraries="$(dirname "$(find "$tree/usr/lib" -name 'libxtables.so*' | head -n 1)")"
  PATH="$tree/usr/sbin:$tree/usr/bin:$PATH" LD_LIBRARY_PATH="$libraries" XTABLES_LIBDIR="$libraries/xtables" setsid dockerd \
    --data-root "$folder/root" --exec-root "$folder/exec" --pidfile "$folder/run/dockerd.pid" \
    --host "unix://$folder/run/docker.sock" --storage-driver overlay2 \
    --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
    --bip 172.31.255.1/24 --ip 127.0.0.1 --default-address-pool base=172.31.0.0/17,size=24 \
    >"$folder/dockerd.log" 2>&1 </dev/null &
  for _ in $(seq 300); do
    if DOCKER_HOST="unix://$folder/run/docker.sock" "$tree/usr/bin/docker" version >/dev/null 2>&1; then
      echo "unix://$folder/run/docker.sock"
      return
    fi
    sleep 0.1
  done
  echo "skipped: no Docker daemon can run here: $(tail -n 1 "$folder/dockerd.log")" >&2
  stop "$folder"
  exit 69
}

stop() {
  local folder="$1" pid
  pid="$(cat "$folder/run/dockerd.pid" 2>/dev/null || true)"
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 300); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  # The bridges of 172.31.* are ours: no other program of this machine is given that range above.
  for bridge in $(ip -o -4 addr show 2>/dev/null | awk '$4 ~ /^172\.31\./ && ($2 == "docker0" || $2 ~ /^br-/) { print $2 }'); do
    ip link del "$bridge" 2>/dev/null || true
  done
  # What is still mounted of the containers' networks and layers.
  awk -v folder="$folder/" 'index($2, folder) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount --lazy
  rm -rf "$folder/root" "$folder/exec" "$folder/run"
}

case "${1:-} ${2:+folder}" in
  'start folder') start "$2" ;;
  'stop folder') stop "$2" ;;
  *) sed -n 2,4p "${BASH_SOURCE[0]}" >&2; exit 64 ;;
esac
