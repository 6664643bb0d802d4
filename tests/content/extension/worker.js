// Stands in for the worker: finds numbers by a plain pattern, and notes what the content scripts ask.
const NUMBER = /(?<![\d.])(?:(?:\+84[ .-]?|0)\d{2,3}(?:[ .-]{0,24}\d){6,8}|\+1 650 253 0000|1900[ .]?\d{4})(?!\d)/g;

// `0901 234 567 / 568`: behind the slash only the end of a number; its beginning is that of the number before it.
const OTHER_END = /(0\d{3} \d{3} )\d{3} \/ (\d{3})(?!\d)/g;

globalThis.state = {
  enabled: true,
  refuse: null,
  silent: false,
  hoverMs: 0,
  leastDigits: 7,
  revision: 'a',
  hellos: 0,
  // How many frames have sent `loadWhole`.
  wholes: 0,
  refusedWholes: 0,
  wholeAfterMs: 0,
  // How many of the next ones get no answer at all.
  lostWholes: 0,
  scanAfterMs: 0,
  switchAfterMs: 0,
  // Whether a click calls at once.
  oneClick: false,
  scans: [],
  hints: [],
  columns: [],
  opened: [],
  called: [],
  // Added to every card's answer.
  card: {},
  switched: [],
  hotlines: [],
  // Frames that asked for the card's scripts; how long that takes, and how often it is refused.
  loads: [],
  loadAfterMs: 0,
  refusedLoads: 0,
  windows: [],
  mayAsk: true,
};
const cards = new Map();

const EXT = / máy lẻ (\d+)$/;

const digits = (text) => text.replace(/[^\d+*#]/g, '');

const otherEnds = (text, run) => [...text.matchAll(OTHER_END)].map((match) => {
  const end = match.index + match[0].length;
  return { run, start: end - match[2].length, end, number: digits(match[1] + match[2]), context: true };
});

function openCard({ type, text, start, end, href }, sender) {
  if (type === 'within') {
    const other = otherEnds(text, 0).find((each) => each.start === start);
    return openCard({ type: 'text', text: other?.number ?? text.slice(start, end) }, sender);
  }
  const [, ext] = EXT.exec(text) ?? [];
  const raw = type === 'text' ? text.replace(EXT, '') : decodeURIComponent(href.trim().replace(/^[a-z]+:/i, '').replace(/[@;].*$/, ''));
  state.opened.push({ type, raw: type === 'text' ? text : href });
  const refused = (refusal) => ({ card: null, display: raw, country: null, refusal });
  if (href && /[?]/.test(href)) return refused('linkNotAllowed');
  if (/[*#]/.test(raw)) return refused('serviceCode');
  if (!/^\+?[\d ().-]+$/.test(raw)) return refused('notANumber');
  const card = crypto.randomUUID();
  cards.set(card, { number: digits(raw), document: sender.documentId });
  const display = raw.replace(/[-.]/g, ' ');
  const postDial = href?.match(/;(?:ext|postd)=([^;]+)/)?.[1] ?? ext ?? null;
  return { card, display, country: raw.startsWith('+1') ? 'US' : 'VN', refusal: null, postDial, ...state.card };
}

/** Where a click calls at once, calls what was clicked; the card only says so. */
function direct(message, opened) {
  if (!message.direct || !state.oneClick || !opened.card) return opened;
  state.called.push(cards.get(opened.card).number);
  return { ...opened, called: true };
}

async function loadCard({ tab, frameId }) {
  state.loads.push(frameId);
  if (state.refusedLoads > 0) {
    state.refusedLoads -= 1;
    return false;
  }
  if (state.loadAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, state.loadAfterMs));
  const target = { tabId: tab.id, frameIds: [frameId] };
  // The harness appends this list.
  return chrome.scripting.executeScript({ target, files: CARD, injectImmediately: true }).then(() => true, () => false);
}

const treatment = () => ({ enabled: state.enabled, hoverMs: state.hoverMs, oneClick: state.oneClick, leastDigits: state.leastDigits, revision: state.revision });

async function loadWhole({ tab, documentId }) {
  state.wholes += 1;
  if (state.lostWholes > 0) {
    state.lostWholes -= 1;
    return new Promise(() => {});
  }
  if (state.refusedWholes > 0) {
    state.refusedWholes -= 1;
    return null;
  }
  if (!state.enabled) return treatment();
  if (state.wholeAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, state.wholeAfterMs));
  const target = { tabId: tab.id, documentIds: [documentId] };
  // The harness appends this list.
  return chrome.scripting.executeScript({ target, files: WHOLE, injectImmediately: true }).then(treatment, () => null);
}

/** Makes the page in front ask how it is to be treated. */
globalThis.askAgain = async () => {
  const [{ id }] = await chrome.tabs.query({ active: true });
  await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [ASKS] });
};

/** Puts the scripts of `WHOLE` into the page in front, which has not asked for them. */
globalThis.bringWhole = async () => {
  const [{ id }] = await chrome.tabs.query({ active: true });
  await chrome.scripting.executeScript({ target: { tabId: id }, files: WHOLE });
};

/** Makes pages that are opened from now on ask first, or not. */
globalThis.haveAsk = async (wanted) => {
  await chrome.scripting.unregisterContentScripts();
  const script = { id: 'asks', js: [ASKS], matches: ['http://*/*'], runAt: 'document_start', allFrames: true, matchOriginAsFallback: true };
  if (wanted) await chrome.scripting.registerContentScripts([script]);
};

function call({ card, hotline }, sender) {
  const known = cards.get(card);
  cards.delete(card);
  if (!known || known.document !== sender.documentId) return { refusal: 'cardExpired' };
  if (state.refuse) return { refusal: state.refuse };
  state.called.push(known.number);
  state.hotlines.push(hotline);
  return { refusal: null };
}

function answer(message, sender) {
  switch (message.type) {
    case 'hello':
      state.hellos += 1;
      return treatment();
    case 'scan': {
      state.scans.push(message.texts);
      const hintOf = (at) => message.hints.find(([, indexes]) => indexes.includes(at))?.[0] ?? '';
      state.hints.push(...message.texts.map((text, at) => `${hintOf(at)}: ${text}`));
      state.columns.push(...message.hints.map(([hint, indexes]) => [hint, ...indexes.map((at) => message.texts[at])]));
      const numbers = message.texts.flatMap((text, id) => [
        ...[...text.matchAll(NUMBER)].map((match) => {
          const end = match.index + match[0].length;
          const ext = / máy lẻ (\d+)/y;
          ext.lastIndex = end;
          const [more = '', own] = ext.exec(text) ?? [];
          return { run: id, start: match.index, end: end + more.length, number: digits(match[0]), ...(own ? { ext: own } : {}) };
        }),
        ...otherEnds(text, id),
      ]);
      const answered = { enabled: state.enabled, numbers };
      if (state.scanAfterMs === 0) return answered;
      return new Promise((resolve) => { setTimeout(resolve, state.scanAfterMs, answered); });
    }
    case 'openCard':
      return direct(message, openCard(message.source, sender));
    case 'loadWhole':
      return loadWhole(sender);
    case 'loadCard':
      return loadCard(sender);
    case 'askInWindow':
      if (cards.get(message.card)?.document !== sender.documentId || !state.mayAsk) return { confirm: false, refusal: 'cardExpired' };
      state.windows.push(cards.get(message.card).number);
      return { confirm: true, refusal: null };
    case 'call':
      return call(message, sender);
    case 'oneClick':
      if (cards.get(message.card)?.document !== sender.documentId) return { refusal: 'cardExpired' };
      state.switched.push(message.on);
      return new Promise((resolve) => { setTimeout(resolve, state.switchAfterMs, { refusal: null }); });
    default:
      return null;
  }
}

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.to !== 'worker' || state.silent) return false;
  Promise.resolve(answer(message, sender)).then(reply);
  return true;
});
