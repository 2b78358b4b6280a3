#!/usr/bin/env bash
# Media engine under load: legs in pairs and in rooms of ten on loopback, each codec against G.711. Prints a table.
# Usage: bench/media.sh [bridge|room:CODEC:LEGS ...]        CODEC of PCMU, PCMA, G722, G729, opus
set -euo pipefail
cd "$(dirname "$0")/.."
ulimit -n "$(ulimit -Hn)"
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
# The engine is the last module, so its class path is the one that stays in the file.
${MVN:-mvn} -B -ntp -q -pl media-connector/engine -am -Dspotless.check.skip=true \
  test-compile dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test
engine=media-connector/engine/target
java -Xms256m -Xmx256m -cp "$engine/test-classes:$engine/classes:$(cat "$classpath")" \
  org.tandemvoice.media.engine.bench.EngineBench "$@"
