// Firefox gives a background page no microphone, whatever the person has allowed. A visible page of the extension gets it,
// and the background page's connections may send its track. So a call opens the phone's window, or brings it to the front;
// if it is closed during a call, it opens again.
const WINDOW = { url: 'popup.html', type: 'popup', width: 380, height: 640 };
const OPENING_MS = 10_000;
const LOOK_MS = 50;

/** Documents of windows that are closing or being loaded anew: such a window stays, with another document. */
const gone = new WeakSet();

const openHere = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

/** The phone in a tab or window of its own. (The toolbar's panel does not do: it closes at the first click elsewhere.) */
const phone = () => chrome.extension.getViews({ type: 'tab' })
  .find((view) => view.location.pathname === '/popup.html' && view.document.readyState === 'complete' && !gone.has(view.document));

async function openPhone() {
  if (!phone()) await chrome.windows.create(WINDOW);
  const end = performance.now() + OPENING_MS;
  while (!phone() && performance.now() < end) await new Promise((resolve) => { setTimeout(resolve, LOOK_MS); });
  return phone();
}

/** Brings the phone to the front: a page that is not visible waits for its microphone in Firefox. */
async function show(view) {
  const tab = await view.chrome.tabs.getCurrent();
  await chrome.tabs.update(tab.id, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
}

/** The window closes, and its tracks end without an event: this reports it as if a device had been pulled. */
function leave(view, stream) {
  gone.add(view.document);
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
    // If the microphone is not allowed at all, a window does not help.
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
