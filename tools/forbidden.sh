#!/usr/bin/env bash
# What the house does not allow, found by text: browser bindings in the cores, HTML from strings,
# leaked closures.
set -u
status=0
forbid() { # reason, pattern, paths…
  local reason=$1 pattern=$2
  shift 2
  if git grep -nE "$pattern" -- "$@" | grep -vE '^[^:]+:[0-9]+: *//'; then
    echo "^ $reason" >&2
    status=1
  fi
}
forbid "cores hold no browser" 'web[-_]sys|js[-_]sys|wasm[-_]bindgen::' \
  'crates/sip/src' 'crates/numbers/src' 'crates/providers/src' 'crates/softphone/src' 'crates/protocol/src' \
  'crates/sip/Cargo.toml' 'crates/providers/Cargo.toml' 'crates/softphone/Cargo.toml' 'crates/protocol/Cargo.toml'
forbid "cores have no clock of their own" 'SystemTime::now|Instant::now\(' \
  'crates/sip/src' 'crates/numbers/src' 'crates/providers/src' 'crates/softphone/src' 'crates/protocol/src'
forbid "text is set as text" 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|set_inner_html|dangerously_set' 'crates/*/src' 'extension/*.js'
forbid "a listener is owned by somebody" 'Closure::forget|\.forget\(\)' 'crates/*/src'
forbid "no code from text" '\beval\(|new Function\(' 'crates/*/src' 'extension/*.js'
exit $status
