#!/bin/sh
# The last lines of the build: what could not be run on this machine.
cd "$(dirname "$0")/../.." || exit 1
left=$(find . -path '*/target/store-kits/*' -name '*.not-run' | sed 's#.*/##; s#\.mongodb\.not-run$##' | sort)
if [ -n "$left" ]; then
  echo "NOT RUN on a real MongoDB (set MONGODB_URI to a replica set, or start a Docker engine):"
  echo "$left" | sed 's/^/  /'
else
  echo "Every persistence kit ran on the embedded store and on a real MongoDB."
fi
