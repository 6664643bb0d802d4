# `./build.sh run`: the sandbox PBX and a Chromium that is signed in to it.

# `--provider omicall|bizfly|vbot` signs it in by that provider's REST API (`--generation widget` by
# VBot's newer one); every other argument is the sandbox's.
run_demo() {
  local http provider=plain generation=sdk rest=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --provider | --generation) [ $# -gt 1 ] || die "$1 needs a value" ;;
    esac
    case "$1" in
      --provider) provider=$2; shift 2 ;;
      --provider=*) provider=${1#*=}; shift ;;
      --generation) generation=$2; shift 2 ;;
      --generation=*) generation=${1#*=}; shift ;;
      *) rest+=("$1"); shift ;;
    esac
  done
  case "$provider" in plain | omicall | bizfly | vbot) ;; *) die "no provider \"$provider\": omicall, bizfly or vbot" ;; esac
  case "$generation" in sdk | widget) ;; *) die "no generation \"$generation\": sdk or widget" ;; esac
  build_sandbox
  # Not local: the trap runs when this function is over.
  work=$(mktemp -d)
  say "starting the sandbox PBX (on this computer only)"
  target/debug/alo-sandbox --port "${ALO_PORT:-8089}" ${rest[@]+"${rest[@]}"} >"$work/ready" 2>"$work/sandbox.log" &
  sandbox_pid=$!
  trap 'kill $sandbox_pid 2>/dev/null; wait $sandbox_pid 2>/dev/null; rm -rf "$work"' EXIT
  until grep -q ready "$work/ready" 2>/dev/null; do
    kill -0 $sandbox_pid 2>/dev/null || { cat "$work/sandbox.log" >&2; die "the sandbox did not start (is port ${ALO_PORT:-8089} in use? set ALO_PORT)"; }
    sleep 0.1
  done
  # The demo is the same extension with an account in the package.
  rm -rf dist/demo
  cp -r dist/chrome dist/demo
  http=$(node tools/provision.mjs "$work/ready" dist/demo/provision.json "$provider" "$generation")

  cat <<EOF

  The sandbox answers at  $http
  Click a number on the page, then Call: you hear yourself. The page explains what else can be tried.

  To load Alo into your own browser: open chrome://extensions, switch on "Developer mode",
  "Load unpacked", choose
      $ROOT/dist/chrome     (sign in yourself: README.md)
      $ROOT/dist/demo       (already signed in to this sandbox, while it runs)

  Ctrl+C ends the sandbox.

EOF
  local flags=(--user-data-dir="$work/profile" --load-extension="$ROOT/dist/demo"
    --disable-extensions-except="$ROOT/dist/demo" --no-first-run --no-default-browser-check
    --allow-loopback-in-peer-connection --disable-background-networking
    --disable-component-update --disable-sync --use-fake-ui-for-media-stream)
  # Root cannot use Chromium's sandbox; nobody should browse as root, but build machines do.
  [ "$(id -u)" -eq 0 ] && flags+=(--no-sandbox)
  if [ "$(uname)" = Linux ] && [ ! -e /dev/snd ]; then
    warn "no sound device here: Chromium's made-up microphone beeps instead of you"
    flags+=(--use-fake-device-for-media-stream)
  fi
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" = Linux ]; then
    warn "no display here: Chromium is not started; the sandbox stays up"
    wait $sandbox_pid
  else
    "$ALO_CHROMIUM" "${flags[@]}" "$http" >"$work/chromium.log" 2>&1 || tail -5 "$work/chromium.log" >&2
  fi
}
