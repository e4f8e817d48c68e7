#!/usr/bin/env bash
# images.sh KAFKA_JARS MONGOD NODE JAVA: makes stand-ins for node:24-bookworm-slim, apache/kafka:4.1.1 and mongo:6.0 in the
# daemon of DOCKER_HOST, from the packages this Debian has and from the files named: for tests where no image can be
# pulled. They have the programs and the entry points of the official ones, not their files. Never publish them.
source "$(dirname "${BASH_SOURCE[0]}")/cache.sh"
need docker dpkg-query apt-cache tar npm
jars="$1" mongod="$(command -v "$2")" node="$3" java="$(command -v "$4")"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The files of packages and of all they depend on, as far as they are installed here.
files_of() {
  apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances "$@" | grep '^[a-z0-9]' | sort -u |
    while read -r package; do dpkg -L "$package" 2>/dev/null || true; done |
    grep -v -E '^/(usr/share/(doc|man|locale|info|lintian|common-licenses)|\.$)' | sort -u |
    while read -r path; do
      if [ -L "$path" ] || [ -f "$path" ]; then echo "${path#/}"; fi
    done
}

# root FOLDER PACKAGE…: a root file system with these packages, /bin and its like merged into /usr.
root() {
  local folder="$1"; shift
  mkdir -p "$folder"/{usr/{bin,sbin,lib,lib64},etc/ssl/certs,tmp,root,run,proc,sys,dev,var/lib,var/log,home/node}
  for name in bin sbin lib lib64; do ln -s "usr/$name" "$folder/$name"; done
  # shellcheck disable=SC2046
  files_of "$@" > "$work/files"
  tar -C / --no-recursion -c -T "$work/files" --transform='flags=r;s,^\(bin\|sbin\|lib\|lib64\)/,usr/\1/,' 2>/dev/null |
    tar -C "$folder" -x --keep-directory-symlink
  cp /usr/share/base-passwd/passwd.master "$folder/etc/passwd"
  cp /usr/share/base-passwd/group.master "$folder/etc/group"
  echo 'node:x:1000:1000::/home/node:/bin/sh' >> "$folder/etc/passwd"
  echo 'node:x:1000:' >> "$folder/etc/group"
  # Where package registries are reached through a certificate of the machine's own, builds need it as well.
  cp /etc/ssl/certs/ca-certificates.crt "$folder/etc/ssl/certs/"
  chmod 1777 "$folder/tmp"
  chown 1000:1000 "$folder/home/node"
  ldconfig -r "$folder"
}

essential="$(dpkg-query -W -f '${Essential} ${Package}\n' | sed -n 's/^yes //p')"

into() { # FOLDER IMAGE CHANGE…
  local folder="$1" image="$2" changes=(); shift 2
  for change in "$@"; do changes+=(--change "$change"); done
  tar -C "$folder" -c . | docker import "${changes[@]}" - "$image" >/dev/null
  echo "$image"
}

CERTIFICATES='ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt'

# shellcheck disable=SC2086
root "$work/node" $essential libstdc++6
cp "$node" "$work/node/usr/bin/node"
mkdir -p "$work/node/usr/lib/node_modules"
cp -r "$(npm root -g)/npm" "$work/node/usr/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$work/node/usr/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$work/node/usr/bin/npx"
into "$work/node" node:24-bookworm-slim "$CERTIFICATES" "ENV npm_config_registry=$(npm config get registry)" 'CMD ["node"]'

home="$(dirname "$(dirname "$(readlink -f "$java")")")"
# shellcheck disable=SC2086
root "$work/kafka" $essential zlib1g libstdc++6
mkdir -p "$work/kafka/opt/java" "$work/kafka/opt/kafka"/{libs,config,logs} "$work/kafka/etc/kafka/docker" \
  "$work/kafka/mnt/shared/config" "$work/kafka/var/lib/kafka/data"
(cd "$home" && tar -ch --exclude=jmods --exclude=src.zip --exclude=include --exclude=man --exclude=docs .) | tar -C "$work/kafka/opt/java" -x
cp "$jars"/*.jar "$work/kafka/opt/kafka/libs/"
: > "$work/kafka/etc/kafka/docker/server.properties"
for file in log4j2.yaml tools-log4j2.yaml; do
  cat > "$work/kafka/etc/kafka/docker/$file" <<'YAML'
Configuration:
  Appenders:
    Console:
      name: STDOUT
      PatternLayout:
        pattern: "[%d] %p %m (%c)%n"
  Loggers:
    Root:
      level: INFO
      AppenderRef:
        - ref: STDOUT
    Logger:
      - name: kafka
        level: INFO
YAML
done
cat > "$work/kafka/etc/kafka/docker/run" <<'RUN'
#!/bin/bash
# Kafka's own wrapper turns KAFKA_* into server.properties and formats the storage.
set -e
export CLUSTER_ID="${CLUSTER_ID:-ZGF0ZWxpbmUtdGVzdC0xMQ}"
/opt/java/bin/java -cp '/opt/kafka/libs/*' kafka.docker.KafkaDockerWrapper setup \
  --default-configs-dir /etc/kafka/docker --mounted-configs-dir /mnt/shared/config --final-configs-dir /opt/kafka/config
exec /opt/java/bin/java ${KAFKA_HEAP_OPTS:--Xms256m -Xmx512m} -XX:+UseSerialGC -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties
RUN
chmod 755 "$work/kafka/etc/kafka/docker/run"
chown -R 1000:1000 "$work/kafka/opt/kafka" "$work/kafka/var/lib/kafka" "$work/kafka/mnt/shared"
into "$work/kafka" apache/kafka:4.1.1 'USER 1000' 'EXPOSE 9092' 'VOLUME ["/var/lib/kafka/data","/etc/kafka/secrets","/mnt/shared/config"]' 'CMD ["/etc/kafka/docker/run"]'

mongosh() { npm install --silent --no-audit --no-fund --prefix "$PWD" mongosh@2.5.8; }
shell="$(keep mongosh-2.5.8 mongosh)"
# shellcheck disable=SC2086
root "$work/mongo" $essential libstdc++6 libcurl4 libssl3
cp "$mongod" "$work/mongo/usr/bin/mongod"
cp "$node" "$work/mongo/usr/bin/node"
mkdir -p "$work/mongo/data/db" "$work/mongo/data/configdb" "$work/mongo/opt"
cp -r "$shell" "$work/mongo/opt/mongosh"
ln -s /opt/mongosh/node_modules/.bin/mongosh "$work/mongo/usr/bin/mongosh"
echo 'mongodb:x:999:999::/data/db:/bin/sh' >> "$work/mongo/etc/passwd"
echo 'mongodb:x:999:' >> "$work/mongo/etc/group"
chown -R 999:999 "$work/mongo/data"
into "$work/mongo" mongo:6.0 'ENV HOME=/data/db' 'EXPOSE 27017' 'VOLUME ["/data/db","/data/configdb"]' 'CMD ["mongod"]'
