# Shared by the build scripts: where things are, and how we speak.

ROOT=$PWD
ALO_CACHE=${ALO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/alo}
mkdir -p "$ALO_CACHE"

say() { printf '\033[1m▸ %s\033[0m\n' "$*"; }
warn() { printf '\033[33m! %s\033[0m\n' "$*" >&2; }
die() {
  printf '\033[31m✗ %s\033[0m\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Version of a crate as Cargo.lock has it.
locked_version() {
  awk -v name="$1" '$1 == "name" && $3 == "\"" name "\"" { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}
