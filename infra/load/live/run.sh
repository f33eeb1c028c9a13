#!/bin/sh
# Verdict to ranking beside a bare word count: infra/load/live/run.sh [--help]
set -eu
cd "$(dirname "$0")/../../.."
paths=infra/load/live/target/classpath
./mvnw -q -pl infra/load/live -am -DskipTests -Dspotless.check.skip process-classes \
    dependency:build-classpath -Dmdep.outputFile=target/classpath
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
  if grep -Eqs '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release"; then java="$home/bin/java"; fi
done
exec "${java:?a JDK of version 25 or later is needed: set JAVA_HOME}" --enable-native-access=ALL-UNNAMED -Xmx2g \
    -cp "infra/load/live/target/classes:$(cat $paths)" cn.lingpao.load.live.LiveBenchmark "$@"
