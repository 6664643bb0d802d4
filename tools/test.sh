# `./build.sh test`: runs every suite, adds up what they count, ends with "N passed, N failed".

PASSED=0
FAILED=0
SKIPPED=0
NOT_RUN=()
LOGS=target/test-logs

# Counts one check that either passes or fails.
check() {
  local name=$1
  shift
  if "$@" >"$LOGS/$name.log" 2>&1; then
    PASSED=$((PASSED + 1))
    say "$name: ok"
  else
    FAILED=$((FAILED + 1))
    warn "$name: failed"
    tail -60 "$LOGS/$name.log" >&2
  fi
}

# The tests that a log calls skipped, each with its reason: a line for each.
skipped_in() {
  # A test without its material ends at once, and cargo takes that for passed: it has shown nothing.
  { grep -oE '(^|[^(])skipped: [A-Za-z0-9_:]+: no .*' "$1" || true; } | sed -E 's/^.?skipped: //' | sort | awk -F': no ' '!seen[$1]++'
  # Node's runner and the end-to-end tests.
  sed -nE '/^ *ok [0-9]*[ -]+.* # SKIP/{ s/^ *ok [0-9]*[ -]+(.*) # SKIP *(.*)$/\1: \2/; s/: $//; p; }' "$1"
}

# Runs a suite that prints cargo's "test result:" lines, TAP, or closes with "N passed, N failed".
suite() {
  local name=$1 log=$LOGS/$1.log status=0 passed failed skipped=0 line
  shift
  say "$name"
  "$@" >"$log" 2>&1 || status=$?
  passed=$(sed -nE 's/^test result: .* ([0-9]+) passed.*/\1/p; s/^([0-9]+) passed, [0-9]+ failed.*/\1/p; s/^# pass ([0-9]+)$/\1/p' "$log" | awk '{s+=$1} END {print s+0}')
  failed=$(sed -nE 's/^test result: .* ([0-9]+) failed.*/\1/p; s/^[0-9]+ passed, ([0-9]+) failed.*/\1/p; s/^# fail ([0-9]+)$/\1/p' "$log" | awk '{s+=$1} END {print s+0}')
  while IFS= read -r line; do
    skipped=$((skipped + 1))
    NOT_RUN+=("$name: $line")
  done < <(skipped_in "$log")
  # A suite that died before it counted anything has failed once.
  [ $status -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
  [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ] && [ $skipped -eq 0 ] && failed=1
  # Cargo alone counts what was skipped as passed.
  if grep -q '^test result: ' "$log"; then passed=$((passed - skipped)); fi
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  SKIPPED=$((SKIPPED + skipped))
  if [ "$failed" -gt 0 ]; then
    warn "$name: $passed passed, $failed failed"
    # What failed is said first: it may stand far from the end.
    awk '/^ *not ok |^---- .* stdout ----$/{left=40} left-- > 0' "$log" >&2
    tail -60 "$log" >&2
  else
    say "$name: $passed passed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
  fi
}

lints() {
  check rustfmt cargo fmt --all --check
  # A newer clippy has lints that this code was never held to: what it says is then a hint, not a failure.
  local wanted deny=(-D warnings)
  wanted=$(sed -nE 's/^rust-version = "([0-9.]+)"/\1/p' Cargo.toml)
  case "$(rustc --version | awk '{print $2}')" in "$wanted" | "$wanted".*) ;; *) deny=() ;; esac
  check clippy cargo clippy --workspace --all-targets --locked -q -- ${deny[@]+"${deny[@]}"}
  if [ ${#deny[@]} -eq 0 ] && grep -q '^warning' "$LOGS/clippy.log"; then
    warn "clippy is newer than Rust $wanted and has hints (see $LOGS/clippy.log)"
  fi
  check forbidden bash tools/forbidden.sh
  # The extension's scripts against what they share (tools/types).
  check types node_modules/.bin/tsc -p tools/types
}

native_tests() {
  suite native cargo test --workspace --locked --no-fail-fast
}

# The worker's wasm as it ships, run by node.
wasm_tests() {
  # Its generated pages are those of the bench, made with libphonenumber-js.
  npm_ci tools/bench/numbers
  suite wasm node --test --test-reporter=tap tests/wasm/
}

# The content scripts in Chromium beside a stub worker; two files at a time, because they mostly wait.
content_tests() {
  suite content node --test --test-concurrency=2 --test-reporter=tap tests/content/
}

# The built extension in Firefox, with a call against the sandbox.
firefox_tests() {
  if ! setup_firefox; then
    SKIPPED=$((SKIPPED + 1))
    NOT_RUN+=("firefox: all of them: there is no Firefox here that the tests can use (set ALO_FIREFOX to its path)")
    return
  fi
  suite firefox env ALO_SANDBOX="$ROOT/target/debug/alo-sandbox" node --test --test-reporter=tap tests/firefox/
}

e2e_tests() {
  suite e2e env ALO_SANDBOX="$ROOT/target/debug/alo-sandbox" node tests/e2e/run.mjs "$@"
}

# Whatever ends the run, the sum is its last line; an end before the end counts as a failure.
sum_up() {
  [ -n "${COMPLETE:-}" ] || FAILED=$((FAILED + 1))
  if [ "$SKIPPED" -gt 0 ]; then
    warn "$SKIPPED skipped, neither passed nor failed:"
    printf '  %s\n' "${NOT_RUN[@]}" >&2
  fi
  echo "$PASSED passed, $FAILED failed"
  [ "$FAILED" -eq 0 ] || exit 1
}

run_tests() {
  local what=${1:-all} started=$SECONDS
  mkdir -p "$LOGS"
  trap sum_up EXIT
  foretell "$([ "$what" = unit ] && echo build || echo test)"
  setup_build
  if [ ! -d "${ALO_CASES:-../shared/cases}" ]; then
    warn "no test material of the RFCs at ${ALO_CASES:-../shared/cases}: the torture, call flow and vector tests are skipped (set ALO_CASES)"
  fi
  if [ "$what" != e2e ]; then
    setup_lints
    lints
    native_tests
  fi
  build_all
  [ "$what" = e2e ] || wasm_tests
  if [ "$what" != unit ]; then
    setup_browser
    setup_pbx
    build_sandbox
    [ "$what" = all ] || shift
    if [ $# -eq 0 ]; then
      content_tests
      firefox_tests
    fi
    e2e_tests "$@"
  fi
  say "took $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
  COMPLETE=yes
}
