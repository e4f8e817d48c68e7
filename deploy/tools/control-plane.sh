#!/usr/bin/env bash
# Prints a folder with kube-apiserver, kube-controller-manager, kube-scheduler and kwok, built from their Go modules,
# and Debian's etcd. About ten minutes of two cores, once.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need go apt-get dpkg-deb

KUBERNETES=v1.33.13
KWOK=v0.7.0

kubernetes() {
  local upstream flags
  upstream="$(sources "k8s.io/kubernetes@$KUBERNETES")"
  {
    echo 'module control-plane'
    sed -n '/^go /p; /^godebug /p; /^require (/,/^)/p' "$upstream/go.mod"
    echo "require k8s.io/kubernetes $KUBERNETES"
    # What upstream replaces by folders of its own tree is published as modules v0.x.
    sed -n "s|^\t*\(k8s.io/[a-z-]*\) => ./staging/src/.*|replace \1 => \1 v0.${KUBERNETES#v1.}|p" "$upstream/go.mod"
  } > go.mod
  cp "$upstream/go.sum" go.sum
  chmod u+w go.sum
  # Without these the server calls itself v0.0.0.
  flags="-s -w -X k8s.io/component-base/version.gitVersion=$KUBERNETES -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=33"
  for program in kube-apiserver kube-controller-manager kube-scheduler; do
    GOFLAGS=-mod=mod go build -trimpath -ldflags "$flags" -o "$program" "k8s.io/kubernetes/cmd/$program"
  done
  rm go.mod go.sum
}

kwok() {
  GOFLAGS= GOBIN="$PWD" go install -trimpath -ldflags '-s -w' "sigs.k8s.io/kwok/cmd/kwok@$KWOK"
}

etcd() {
  debian etcd-server
  mv usr/bin/etcd etcd
  rm -rf usr etc lib var
}

# One line each. Each is a folder of its own, so that what was built stays when a later one fails.
keep "etcd-debian" etcd
keep "kwok-$KWOK" kwok
keep "kubernetes-$KUBERNETES" kubernetes
