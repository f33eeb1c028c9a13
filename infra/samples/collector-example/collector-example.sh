#!/usr/bin/env bash
# A collector in shell, from its token to its corrected row, against a running platform: collector-example.sh [URL [ISSUER]]
# It makes an assessment of its own first, over one invented town; run it again and what was new is repeated.
set -euo pipefail
URL=${1:-http://localhost:8080}
ISSUER=${2:-http://localhost:8088}
CLIENT=${CLIENT:-lingpao-cli} SECRET=${SECRET:-lingpao-cli-development}
API=$URL/api/v1/campaigns/collector-example
call() { curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" "$@" && echo; }
token() { # $1: the role asked for
  curl -sS --fail-with-body -u "$CLIENT:$SECRET" -d grant_type=client_credentials -d "scope=$1" "$ISSUER/oauth2/token" \
    | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p'
}

echo "--- 0. The administrator's part: a framework, a campaign that assigns work to this client, a target"
TOKEN=$(token administrator)
call -H 'Content-Type: application/yaml' --data-binary @- "$URL/api/v1/frameworks" <<'YAML'
id: collector-example
version: "1"
name: {zh: 采集示例, en: Collector example}
levelNames: [{zh: 一级指标, en: First level}]
fullMarks: 100
ranking: {method: dense, basis: raw, order: score}
review: none
missing: zero
undetermined: exclude
nodes:
  - id: portal
    name: {zh: 门户, en: Portal}
    weight: 1
    checkPoints:
      - {id: portal.search, rule: checklist, points: 60, origin: platform, text: {zh: 提供站内搜索, en: "It has a search"}}
      - {id: portal.share, rule: ratio, of: 100, points: 30, origin: platform, text: {zh: 可办事项比例, en: "Share of services online"}}
      - {id: portal.hotline, rule: checklist, points: 10, origin: platform, text: {zh: 热线接通, en: "The hotline answers"}}
YAML
call -H 'Content-Type: application/yaml' --data-binary @- "$URL/api/v1/campaigns" <<YAML
id: collector-example
name: {zh: 采集示例（虚构）, en: Collector example (invented)}
framework: collector-example@1
invented: true
time: recorded
phases:
  - {id: collection, name: {zh: 数据采集, en: Data collection}, from: 2021-09-01, to: 2021-11-30}
groups:
  - {id: provincial, name: {zh: 省级, en: Provincial}}
lists:
  - {id: provincial, name: {zh: 省级, en: Provincial}, group: provincial, disclose: all}
collection:
  - collector: $CLIENT
    checkPoints: [portal.search, portal.share]
    channels: [portal]
YAML
call -H 'Content-Type: text/csv' --data-binary @- "$API/targets" <<'CSV'
id,name,name_en,division_code,group,marks,channels
x01,虚构·兰渚市,Invented Lanzhu,901000,provincial,,portal=https://x01.example/
CSV

echo "--- 1. The collector's token: client credentials, the role collector and no more"
TOKEN=$(token collector)

echo "--- 2. What is due"
call "$API/plan?state=not-collected&target=x01"

echo "--- 3. Evidence: the bytes under their hash"
PAGE=$(mktemp)
trap 'rm -f "$PAGE"' EXIT
echo '<!doctype html><title>虚构</title><form role="search"></form>' > "$PAGE"
SHA256=$(sha256sum "$PAGE" | cut -d' ' -f1)
call -X PUT -H 'Content-Type: text/html' --data-binary @"$PAGE" \
  "$API/evidence/$SHA256?kind=page&url=https%3A%2F%2Fx01.example%2F&status=200&capturedAt=2021-10-08T01:30:00Z"

row() { # $1 check point, $2 value
  printf '{"target":"x01","checkPoint":"%s","channel":"portal","value":%s,"observedAt":"2021-10-08T09:30:00+08:00",' "$1" "$2"
  printf '"evidence":[{"url":"https://x01.example/","sha256":"%s"}]}\n' "$SHA256"
}
send() { gzip -c | call -H 'Content-Type: application/x-ndjson' --data-binary @- "$API/observations"; }

echo "--- 4. Observations: the first is good, the second has no number, the third is nobody's business of ours"
{ row portal.search '"MET"'; row portal.share '"many"'; row portal.hotline '"MET"'; } | send

echo "--- 5. What was refused, and why"
call "$API/observations/progress?settled=true"
call "$API/rejections?size=10"

echo "--- 6. Corrected and sent again, with what was good: that one is recognised"
{ row portal.search '"MET"'; row portal.share 87.5; } | send

echo "--- 7. Done: nothing of ours is due any more"
call "$API/observations/progress?settled=true"
call "$API/plan?target=x01"
