#!/usr/bin/env bash
# Builds, runs and tests Alo. `./build.sh help` lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source tools/common.sh

usage() {
  cat <<'EOF'
Usage: ./build.sh COMMAND

  build          build dist/chrome and dist/firefox
  run            build, start the sandbox PBX and Chromium with Alo signed in to it
                 (--provider omicall|bizfly|vbot: by that provider's REST API)
  test           everything: lints, native tests, wasm tests, end-to-end tests in Chromium and Firefox
  test unit      lints, native and wasm tests only
  test e2e [X]   end-to-end tests only (those whose file name holds X)
  bench numbers  the finder's speed and rightness beside others (options: tools/bench/numbers/run.mjs);
                 without options what it costs a page, too
  bench page     what finding numbers costs a page, beside others (options: tools/bench/page/run.mjs)
  setup          install what building and testing need, and do nothing else
  clean          remove what was built

Environment:
  ALO_QUICK=1    compile the wasm fast and large, for trying a change out
  ALO_CACHE      where tools are kept between builds   (default: ~/.cache/alo)
  ALO_CASES      test material of the SIP RFCs         (default: ../shared/cases)
  ALO_CHROMIUM   the Chromium to run                   (default: the one on PATH)
  ALO_FIREFOX    the Firefox to test in                (default: the one on PATH)
EOF
}

case "${1:-help}" in
  build) source tools/setup.sh; setup_build; source tools/build.sh; build_all ;;
  run) shift; source tools/setup.sh; foretell run; setup_build; setup_browser; source tools/build.sh; build_all
       source tools/run.sh; run_demo "$@" ;;
  test) shift; source tools/setup.sh; source tools/build.sh; source tools/test.sh; run_tests "$@" ;;
  bench) shift; source tools/setup.sh; setup_build; source tools/bench.sh; run_bench "$@" ;;
  setup) source tools/setup.sh; foretell test; setup_build; setup_browser; setup_firefox || warn "no Firefox: its tests are skipped"; setup_pbx ;;
  clean) rm -rf target dist ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
