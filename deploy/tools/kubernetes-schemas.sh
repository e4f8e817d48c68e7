#!/usr/bin/env bash
# Prints a folder with what manifests are checked against: swagger.json, Kubernetes' own description of its API, and
# crds/, those of KEDA and the Prometheus operator. From their Go modules; nothing is compiled.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need go

KUBERNETES=v1.33.13
KEDA=v2.17.2
PROMETHEUS_OPERATOR=v0.85.0

schemas() {
  cp "$(sources "k8s.io/kubernetes@$KUBERNETES")/api/openapi-spec/swagger.json" .
  mkdir crds
  cp "$(sources "github.com/kedacore/keda/v2@$KEDA")"/config/crd/bases/keda.sh_*.yaml crds/
  cp "$(sources "github.com/prometheus-operator/prometheus-operator@$PROMETHEUS_OPERATOR")"/example/prometheus-operator-crd/monitoring.coreos.com_{podmonitors,prometheusrules}.yaml crds/
  chmod -R u+w .
}

keep "kubernetes-schemas-$KUBERNETES-$KEDA-$PROMETHEUS_OPERATOR" schemas
