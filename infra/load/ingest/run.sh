#!/bin/sh
# The intake of observations beside what Kafka and MongoDB offer for the same: infra/load/ingest/run.sh [--help]
set -eu
cd "$(dirname "$0")/../../.."
paths=infra/load/ingest/target/classpath
./mvnw -q -pl infra/load/ingest -am -DskipTests -Dspotless.check.skip process-classes \
    dependency:build-classpath -Dmdep.outputFile=target/classpath
./mvnw -q -pl infra/load/ingest dependency:copy@connector
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
  if grep -Eqs '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release"; then java="$home/bin/java"; fi
done
exec "${java:?a JDK of version 25 or later is needed: set JAVA_HOME}" --enable-native-access=ALL-UNNAMED -Xmx4g -XX:+UseParallelGC \
    -cp "infra/load/ingest/target/classes:$(cat $paths)" cn.lingpao.load.ingest.IngestBenchmark "$@"
