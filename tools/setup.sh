# Installs what is missing. Uses rustup and npm as anybody would; where the machine is Debian and we
# are root, also apt. Never downloads by itself anything that a package manager could bring.

# Installs Debian packages, or says which are missing.
apt_need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  apt_newest "${missing[@]}"
}

# May we install packages without asking anybody?
apt_may() { [ "$(id -u)" -eq 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }

# Who has to ask somebody else for packages asks once, and not again after minutes of work.
apt_foretell() {
  have apt-get && ! apt_may || return 0
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || warn "this will need packages that are not here: sudo apt-get install ${missing[*]}"
}

# Installs packages as new as there are.
apt_newest() {
  have apt-get || return 1
  local missing=("$@") sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    apt_may && sudo=(sudo) || {
      warn "please install: ${missing[*]}   (sudo apt-get install ${missing[*]})"
      return 1
    }
  fi
  say "installing ${missing[*]}"
  # Old lists install old browsers, or fail; once a run is enough.
  [ -n "${APT_IS_FRESH:-}" ] || "${sudo[@]}" apt-get update -qq >"$ALO_CACHE/apt.log" 2>&1 || warn "no new package lists; the old ones are used"
  APT_IS_FRESH=1
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$ALO_CACHE/apt.log" 2>&1 ||
    { tail -20 "$ALO_CACHE/apt.log" >&2; return 1; }
}

# Rust as Cargo.toml asks for it. Where there is none at all, Debian's is as good for building.
setup_rust() {
  if ! have cargo; then
    apt_need rustc-web cargo-web || die "Rust is needed: https://rustup.rs"
  fi
  local wanted found
  wanted=$(sed -nE 's/^rust-version = "([0-9.]+)"/\1/p' Cargo.toml)
  found=$(rustc --version | awk '{print $2}')
  if [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -1)" != "$wanted" ]; then
    die "Rust $wanted or newer is needed, here is $found (rustup update)"
  fi
}

# What the lints need on top.
setup_lints() {
  if have rustup; then rustup component add rustfmt clippy >/dev/null 2>&1 || true; fi
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 ||
    die "rustfmt and clippy are needed (rustup component add rustfmt clippy)"
}

# Chooses the compiler for wasm32: rustup's where it has or can get the target, Debian's otherwise.
# Sets WASM_CARGO (an array to call) and WASM_TARGET_DIR.
setup_wasm_toolchain() {
  if have rustup && { rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown ||
    rustup target add wasm32-unknown-unknown >"$ALO_CACHE/rustup.log" 2>&1; }; then
    WASM_CARGO=(cargo)
    WASM_FLAGS=()
    WASM_TARGET_DIR=target
    return
  fi
  # A distribution's own rustc may carry the target without rustup.
  if ! have rustup && [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    WASM_CARGO=(cargo)
    WASM_FLAGS=()
    WASM_TARGET_DIR=target
    return
  fi
  if have rustup; then
    tail -1 "$ALO_CACHE/rustup.log" >&2
    warn "rustup could not bring its wasm32 target (is there a network?); Debian's compiler is the other way"
  fi
  apt_need rustc-web cargo-web rust-web-src lld-22 ||
    die "no wasm32-unknown-unknown target: run 'rustup target add wasm32-unknown-unknown'"
  # Debian's std for wasm32 is source only, so it is built with the crates; its cargo is asked by
  # path because rustup's comes first on PATH, and its target directory is its own because the two
  # compilers would otherwise rebuild each other's work.
  WASM_CARGO=(env RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 /usr/bin/cargo)
  WASM_FLAGS=(-Z "build-std=std,panic_abort")
  WASM_TARGET_DIR=target/debian
}

# The wasm-bindgen CLI must be of the crate's exact version.
setup_wasm_bindgen() {
  local version
  version=$(locked_version wasm-bindgen)
  if have wasm-bindgen && [ "$(wasm-bindgen --version)" = "wasm-bindgen $version" ]; then
    WASM_BINDGEN_DIR=$(dirname "$(command -v wasm-bindgen)")
    return
  fi
  WASM_BINDGEN_DIR=$ALO_CACHE/wasm-bindgen-$version/bin
  [ -x "$WASM_BINDGEN_DIR/wasm-bindgen" ] && return
  say "installing wasm-bindgen-cli $version (some minutes, once)"
  local args=(install wasm-bindgen-cli --version "=$version" --root "$ALO_CACHE/wasm-bindgen-$version")
  # The lock file that the tool ships may name versions that a mirror does not have yet.
  CARGO_TARGET_DIR=$ALO_CACHE/cli-target cargo "${args[@]}" --locked -q 2>/dev/null ||
    CARGO_TARGET_DIR=$ALO_CACHE/cli-target cargo "${args[@]}" -q || die "could not install wasm-bindgen-cli $version"
  rm -rf "$ALO_CACHE/cli-target"
}

setup_node() {
  local major
  if ! have node || ! have npm; then
    # Debian 12 has 18, and some hundred packages with it.
    major=$(apt-cache policy nodejs 2>/dev/null | sed -nE 's/^ *Candidate: ([0-9]+:)?([0-9]+).*/\2/p')
    [ "${major:-0}" -ge 20 ] && apt_need nodejs npm || die "Node.js 20 or newer with npm is needed: https://nodejs.org"
  fi
  major=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  [ "$major" -ge 20 ] || die "Node.js 20 or newer is needed, here is $(node --version): https://nodejs.org"
  npm_ci .
}

# `npm ci` where the lock file has changed since the last time.
npm_ci() {
  local stamp=$1/node_modules/.alo-stamp
  cmp -s "$1/package-lock.json" "$stamp" 2>/dev/null && return
  say "npm ci in $1"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) || die "npm ci failed in $1"
  cp "$1/package-lock.json" "$stamp"
}

# foretell build|run|test: what setup_build, setup_browser and the others would install by apt.
foretell() {
  local packages=()
  have cc || packages+=(gcc libc6-dev)
  [ "$1" = build ] || have "${ALO_CHROMIUM:-chromium}" || have chromium-browser || packages+=(chromium)
  if [ "$1" = test ]; then
    have "${ALO_FIREFOX:-firefox-esr}" || have firefox || packages+=(firefox-esr)
    packages+=("${PBX_PACKAGES[@]}" "${NETWORK_PACKAGES[@]}")
  fi
  apt_foretell ${packages[@]+"${packages[@]}"}
}

setup_build() {
  have cc || apt_need gcc libc6-dev || die "a C compiler is needed (gcc)"
  # What may be missing is asked before what takes minutes.
  setup_rust
  setup_node
  setup_wasm_toolchain
  setup_wasm_bindgen
}

setup_browser() {
  ALO_CHROMIUM=${ALO_CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
  if [ -z "$ALO_CHROMIUM" ]; then
    apt_need chromium || die "Chromium is needed (set ALO_CHROMIUM to its path)"
    ALO_CHROMIUM=$(command -v chromium)
  fi
  export ALO_CHROMIUM
  npm_ci tests/e2e
}

# Older ones let nobody look into the browser's own window over WebDriver BiDi (140 does not).
FIREFOX_LEAST=153

firefox_version() { { "$ALO_FIREFOX" --version 2>/dev/null || :; } | sed -nE 's/.*Firefox ([0-9]+).*/\1/p' | grep . || echo 0; }

# Another browser to test in; without one its tests are skipped.
setup_firefox() {
  ALO_FIREFOX=${ALO_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
  if [ -z "$ALO_FIREFOX" ]; then
    apt_newest firefox-esr || return 1
    ALO_FIREFOX=$(command -v firefox-esr)
  elif [ "$(firefox_version)" -lt "$FIREFOX_LEAST" ] && [ "$ALO_FIREFOX" = "$(command -v firefox-esr)" ]; then
    apt_newest firefox-esr || true
  fi
  export ALO_FIREFOX
  [ "$(firefox_version)" -ge "$FIREFOX_LEAST" ] && return
  warn "$ALO_FIREFOX is older than $FIREFOX_LEAST, with which the tests work"
  return 1
}

# The real far end for the end-to-end tests. Debian would start the servers as services with their
# default listeners; the tests start their own, on loopback.
PBX_PACKAGES=(kamailio kamailio-websocket-modules rtpengine-daemon baresip-core sip-tester)
# For a relay, and for networks that are pulled; without them these tests are skipped.
NETWORK_PACKAGES=(coturn iproute2 iptables openssl)
setup_pbx() {
  local unit
  if [ -d /run/systemd/system ] && [ "$(id -u)" -eq 0 ]; then
    for unit in kamailio rtpengine-daemon coturn; do
      dpkg-query -W "$unit" >/dev/null 2>&1 || systemctl mask --quiet "$unit" || true
    done
  fi
  apt_need "${PBX_PACKAGES[@]}" ||
    die "the end-to-end tests need Kamailio, rtpengine, baresip and sipp (Debian packages)"
  apt_need "${NETWORK_PACKAGES[@]}" || warn "no coturn, iproute2, iptables or openssl: tests of relay and network change are skipped"
}
