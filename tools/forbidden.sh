#!/usr/bin/env bash
# What the house does not allow, found by text: browser bindings in the cores, HTML from strings,
# leaked closures.
set -u
status=0
forbid() { # reason, pattern, paths…
  local reason=$1 pattern=$2 found
  shift 2
  found=$(grep -rnE "$pattern" "$@")
  case $? in
    0) found=$(grep -vE '^[^:]+:[0-9]+: *//' <<<"$found") ;;
    1) return ;;
    *) echo "could not search for: $reason" >&2; status=1; return ;;
  esac
  if [ -n "$found" ]; then
    printf '%s\n^ %s\n' "$found" "$reason" >&2
    status=1
  fi
}
CORES=(crates/{sip,numbers,providers,softphone,protocol})
SCRIPTS=(extension/*.js)
SOURCES=(crates/*/src)
forbid "cores hold no browser" 'web[-_]sys|js[-_]sys|wasm[-_]bindgen::' "${CORES[@]/%//src}" "${CORES[@]/%//Cargo.toml}"
forbid "cores have no clock of their own" 'SystemTime::now|Instant::now\(' "${CORES[@]/%//src}"
forbid "text is set as text" 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|set_inner_html|dangerously_set' "${SOURCES[@]}" "${SCRIPTS[@]}"
forbid "a listener is owned by somebody" 'Closure::forget|\.forget\(\)' "${SOURCES[@]}"
forbid "no code from text" '\beval\(|new Function\(' "${SOURCES[@]}" "${SCRIPTS[@]}"
exit $status
