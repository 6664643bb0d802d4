# `./build.sh bench`: this project measured beside others, in one run on one machine.

run_bench() {
  case "${1:-numbers}" in
    numbers) bench_numbers "${@:2}" ;;
    page) bench_page "${@:2}" ;;
    *) die "there is no bench \"$1\"; there are: numbers, page" ;;
  esac
}

# The finder as it runs in the worker: the same crate, profile and wasm-opt as what ships.
bench_numbers() {
  local here=tools/bench/numbers raw
  say "compiling the finder for wasm32"
  CARGO_TARGET_DIR=$WASM_TARGET_DIR "${WASM_CARGO[@]}" build --release --locked -q \
    --target wasm32-unknown-unknown "${WASM_FLAGS[@]}" -p alo-numbers --example bench
  raw=$WASM_TARGET_DIR/wasm32-unknown-unknown/release/examples/bench.wasm
  mkdir -p target/wasm
  source tools/build.sh
  optimise_wasm "$raw" target/wasm/bench.wasm -O2
  npm_ci $here
  node $here/run.mjs target/wasm/bench.wasm "$@"
  # What finding and painting cost a page; a table of its own, because it needs a browser.
  if [ $# -eq 0 ]; then bench_page; fi
}

# What finding numbers costs a page, with the extension as it ships.
bench_page() {
  source tools/build.sh
  build_all
  setup_browser
  npm_ci tools/bench/numbers
  node tools/bench/page/run.mjs "$@"
}
