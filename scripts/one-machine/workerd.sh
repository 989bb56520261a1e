#!/bin/sh
# workerd outlives a server that is killed with -9, and would keep the port and the databases. File descriptor 3 is
# Miniflare's control pipe: it closes when the server is gone, whatever ended it, and then this watcher ends workerd.
(read -r _ <&3; kill -9 $$) </dev/null >/dev/null 2>&1 &
# Ctrl-C and process managers signal the whole group; the server ends workerd itself, when it is done with it.
trap '' INT TERM
exec "$EDGEWAYS_WORKERD" "$@"
