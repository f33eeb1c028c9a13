#!/bin/bash
# Declares every topic of topics.csv that the broker does not have yet.
#   BOOTSTRAP  the broker (default kafka:9092)
#   REPLICAS   how many brokers hold each partition (default 1)
#   TOPICS     the declaration (default: topics.csv beside this script)
set -euo pipefail
bootstrap=${BOOTSTRAP:-kafka:9092}
topics=${TOPICS:-$(dirname "$0")/topics.csv}
kafka_topics=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}

present=$("$kafka_topics" --bootstrap-server "$bootstrap" --list)
tail -n +2 "$topics" | while IFS=, read -r topic partitions configs; do
  if grep -qxF "$topic" <<<"$present"; then
    continue
  fi
  arguments=()
  IFS=';' read -ra settings <<<"$configs"
  for setting in "${settings[@]}"; do
    arguments+=(--config "$setting")
  done
  "$kafka_topics" --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$topic" \
    --partitions "$partitions" --replication-factor "${REPLICAS:-1}" "${arguments[@]}" </dev/null
done
