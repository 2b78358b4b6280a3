# Sourced by the benchmarks: the server that `./run --data-dir "$work/data" >"$work/run.log" &` started as job $runner.

# Waits until it is ready; $java is its process from then on.
await_server() {
  until grep -q 'Tandem is ready' "$work/run.log"; do
    kill -0 "$runner" 2>/dev/null || { cat "$work/run.log" >&2; exit 1; }
    sleep 0.2
  done
  # Scripts of the server have its folder on their command line too.
  java=$(pgrep -f "jboss.server.base.dir=$work/data/server" | while read -r pid; do
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" != java ] || echo "$pid"
  done | head -1)
}

property() { sed -n "s/^$1=//p" "$work/data/admin.properties"; }

cpu_ms() { awk -v tick="$(getconf CLK_TCK)" '{ print int(($14 + $15) * 1000 / tick) }' "/proc/$java/stat"; }
