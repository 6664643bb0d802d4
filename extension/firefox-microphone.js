// Firefox gives a background page no microphone, whatever its person has allowed. A page of ours that is
// seen gets it, and its track may be sent by the background page's connections. So for a call the phone's
// own window opens, or comes to the front where it is open; closed in a call, it opens again.
const WINDOW = { url: 'popup.html', type: 'popup', width: 380, height: 640 };
const OPENING_MS = 10_000;
const LOOK_MS = 50;

/** Windows that are closing. */
const gone = new WeakSet();

const openHere = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

/** The phone in a tab or window of its own; the panel at the toolbar would close at the first click beside it. */
const phone = () => chrome.extension.getViews({ type: 'tab' })
  .find((view) => view.location.pathname === '/popup.html' && view.document.readyState === 'complete' && !gone.has(view));

async function openPhone() {
  if (!phone()) await chrome.windows.create(WINDOW);
  const end = performance.now() + OPENING_MS;
  while (!phone() && performance.now() < end) await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
  return phone();
}

/** Firefox lets a page that is not seen wait for its microphone. */
async function show(view) {
  const tab = await view.chrome.tabs.getCurrent();
  await chrome.tabs.update(tab.id, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
}

/** The window goes, and its tracks with it before any event of theirs could say so: as when a device is pulled. */
function leave(view, stream) {
  gone.add(view);
  const tracks = stream.getTracks().filter(({ readyState }) => readyState === 'live');
  for (const track of tracks) track.stop();
  if (tracks.length > 0) navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
}

let opening = null;

navigator.mediaDevices.getUserMedia = async (constraints) => {
  try {
    return await openHere(constraints);
  } catch (error) {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    // Where nobody has allowed it yet, no window would help.
    if (error.name !== 'NotAllowedError' || state !== 'granted') throw error;
    // Two calls at once share one window.
    opening ??= openPhone().finally(() => { opening = null; });
    const view = await opening;
    if (!view) throw error;
    await show(view);
    const stream = await view.navigator.mediaDevices.getUserMedia(constraints);
    view.addEventListener('pagehide', () => leave(view, stream));
    return stream;
  }
};
