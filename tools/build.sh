# Compiles the three wasm modules and lays out dist/chrome and dist/firefox.

WASM_CRATES=(agent background ui)
# With ALO_QUICK set: compiled for whoever waits, not for who uses it.
WASM_PROFILE=${ALO_QUICK:+quick}
WASM_PROFILE=${WASM_PROFILE:-release}

build_wasm() {
  say "compiling ${WASM_CRATES[*]} for wasm32 (${WASM_CARGO[*]: -1})"
  local packages=() crate
  for crate in "${WASM_CRATES[@]}"; do packages+=(-p "alo-$crate"); done
  CARGO_TARGET_DIR=$WASM_TARGET_DIR "${WASM_CARGO[@]}" build --profile "$WASM_PROFILE" --locked -q --lib \
    --target wasm32-unknown-unknown "${WASM_FLAGS[@]}" "${packages[@]}"
  mkdir -p target/wasm
  for crate in "${WASM_CRATES[@]}"; do bind_wasm "$crate"; done
}

# Only features that the oldest browser in the manifest has; with more, wasm-opt writes modules
# that Chromium refuses to load.
# Functions with one caller stay by themselves unless they are small: an engine compiles a function when it is
# called first, so rare paths inside a large one are paid for at each start.
optimise_wasm() {
  node_modules/.bin/wasm-opt "${3:--Os}" --one-caller-inline-max-function-size=100 --enable-bulk-memory --enable-bulk-memory-opt \
    --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue "$1" -o "$2"
}

# wasm-bindgen and wasm-opt for one crate; skipped where its wasm has not changed.
bind_wasm() {
  local crate=$1 raw stamp
  raw=$WASM_TARGET_DIR/wasm32-unknown-unknown/$WASM_PROFILE/alo_$crate.wasm
  stamp=target/wasm/$crate.sha256
  if [ -f "target/wasm/${crate}_bg.wasm" ] && [ "$(sha256sum "$raw")" = "$(cat "$stamp" 2>/dev/null)" ]; then return; fi
  "$WASM_BINDGEN_DIR/wasm-bindgen" --target web --no-typescript \
    --out-dir target/wasm --out-name "$crate" "$raw"
  # The finder runs over every page, and -O2 makes it 12 to 20 % faster (docs/numbers.md).
  local level=-Os
  [ "$crate" = background ] && level=-O2
  [ "$WASM_PROFILE" = quick ] || optimise_wasm "target/wasm/${crate}_bg.wasm" "target/wasm/${crate}_opt.wasm" "$level"
  [ "$WASM_PROFILE" = quick ] || mv "target/wasm/${crate}_opt.wasm" "target/wasm/${crate}_bg.wasm"
  # A core that asks the operating system for something would import from "env"; a browser has none.
  node tools/check-wasm.mjs "target/wasm/${crate}_bg.wasm"
  sha256sum "$raw" >"$stamp"
}

# What differs between browsers: the manifest (tools/manifest.mjs), and where the agent lives.
lay_out() {
  local browser=$1 out=dist/$1
  rm -rf "$out"
  mkdir -p "$out/wasm"
  cp -r extension/. "$out/"
  cp LICENSE-MIT LICENSE-APACHE "$out/"
  case $browser in
    chrome) rm "$out"/{background.html,firefox.js,firefox-microphone.js} ;;
    firefox) rm "$out"/{offscreen.html,offscreen.js,managed_schema.json} ;;
  esac
  local crate
  for crate in "${WASM_CRATES[@]}"; do
    cp "target/wasm/$crate.js" "target/wasm/${crate}_bg.wasm" "$out/wasm/"
  done
  # JavaScript that a crate brings along, where one does.
  if [ -d target/wasm/snippets ]; then cp -r target/wasm/snippets "$out/wasm/"; fi
  node tools/manifest.mjs "$browser" manifest.json >"$out/manifest.json"
}

build_all() {
  build_wasm
  lay_out chrome
  lay_out firefox
  say "built dist/chrome and dist/firefox ($(du -sh dist/chrome | cut -f1) each)"
}

build_sandbox() {
  say "compiling the sandbox PBX"
  cargo build --locked -q -p alo-sandbox
}
