// The worker's wasm as it ships (target/wasm, made by ./build.sh build), run by node with a browser
// of our own: what it answers to whom, and what it asks of the browser.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, beforeEach, mock, test } from 'node:test';
import { AGENT, ID, ORIGIN, fakeChrome, incoming, loadWorker, managed, pass, tell } from './chrome.mjs';

let worker;
let serial = 0;

// The wasm keeps its memory between tests as a living worker does; each test is a page of its own.
before(async () => {
  worker = await loadWorker();
});
beforeEach(() => {
  serial += 1;
  globalThis.chrome = fakeChrome();
});

const page = (changes = {}) => ({
  id: ID, url: `https://crm${serial}.example/list`, origin: `https://crm${serial}.example`, tab: { id: serial }, frameId: 0, documentId: `D${serial}`, ...changes,
});
const ask = (message, sender = page()) => worker.onMessage({ to: 'worker', ...message }, sender);
const openCard = (text, sender) => ask({ type: 'openCard', source: { type: 'text', text } }, sender);
const state = (changes) => tell(worker, changes);
/** A call with nothing special about it. */
const PLAIN = { kind: 'normal', anonymous: null, postDial: null, headers: [], hotline: null, userData: null };
const POLICY = { mask: { side: 'end', digits: 3 } };
const later = (ms) => new Promise((done) => setTimeout(done, ms));

test('numbers come back at the places by which JavaScript slices', async () => {
  const text = 'Gọi ☎️ 😀 0912.345.678 hoặc (028) 3822 1234';
  const { enabled, numbers } = await ask({ type: 'scan', texts: ['', '', '', '', text], lang: 'vi' });
  assert.equal(enabled, true);
  assert.deepEqual(numbers.map(({ start, end }) => text.slice(start, end)), ['0912.345.678', '(028) 3822 1234']);
  assert.deepEqual(numbers.map(({ run, number }) => [run, number]), [[4, '+84912345678'], [4, '+842838221234']]);
});

test('the cells of a column count for each other, and what they alone make a number opens its card', async () => {
  const codes = ['0101234567', '0312345678', '0362345678', '0109876543', '4200123456', '0301112223'];
  const phones = ['0912 345 678', '028 3822 1234', '+84 987 654 321', '0903 111 222', '0905 333 444', '0074951234567'];
  const texts = [...codes, ...phones];
  const places = (from, count) => Array.from({ length: count }, (_, at) => from + at);
  const alone = await ask({ type: 'scan', texts, lang: 'vi' });
  assert.deepEqual(alone.numbers.map(({ run }) => run), [2, ...places(6, 5)]);
  const hints = [['', places(0, 6)], ['', places(6, 6)]];
  const { numbers } = await ask({ type: 'scan', texts, hints, lang: 'vi' });
  assert.deepEqual(numbers.map(({ run }) => run), places(6, 6));
  const last = numbers.at(-1);
  assert.deepEqual([last.number, last.context, last.hint], ['+74951234567', true, 'tel']);
  const source = { type: 'within', text: phones.at(-1), start: last.start, end: last.end, hint: last.hint };
  assert.equal((await ask({ type: 'openCard', source })).display, '+7 495 123 4567');
});

test('a page where detection is off is told so and gets no numbers', async () => {
  await chrome.storage.local.set({ mode: 'off' });
  assert.equal((await ask({ type: 'hello' })).enabled, false);
  const { numbers } = await ask({ type: 'scan', texts: ['0912 345 678'], lang: null });
  assert.deepEqual(numbers, []);
});

test('the context menu does not name what is selected while digits are hidden, by whomever', async () => {
  const title = () => chrome.menus.get('selection').title;
  await worker.onInstalled('update');
  assert.equal(title(), 'menu_call_selection');
  for (const hidden of [{ mask: ['end', 3, 'x'] }, { providerHidesNumbers: true }]) {
    const keys = Object.keys(hidden);
    await chrome.storage.local.set(hidden);
    await worker.onSettings(keys, 'local');
    assert.equal(title(), 'menu_call_selected');
    // An update makes it anew.
    await worker.onInstalled('update');
    assert.equal(title(), 'menu_call_selected');
    for (const key of keys) delete chrome.storage.local.items[key];
    await worker.onSettings(keys, 'local');
    assert.equal(title(), 'menu_call_selection');
  }
});

test('the card’s number, and no other, goes to the agent', async () => {
  const { card, display, refusal } = await openCard('0912 345 678');
  assert.deepEqual([display, refusal], ['0912 345 678', null]);
  await later(350);
  assert.deepEqual(await ask({ type: 'call', card, number: '1900123456' }), { confirm: false, refusal: null });
  const commands = chrome.log.asked.filter(({ type }) => type === 'do').map(({ command }) => command);
  assert.deepEqual(commands, [{ type: 'prepare' }, { type: 'dial', number: '0912345678', source: 'page', options: PLAIN }]);
});

test('a call goes out by the hotline that the card shows, and not at all by one that nobody offers', async () => {
  await state({ hotlines: [{ id: 'h1', label: '1900 1234' }, { id: 'h2', label: 'Sales' }], hotline: 'h1' });
  const crm = page({ tab: { id: serial, url: 'https://crm.example/list' } });
  const wanted = [];
  const refusals = [];
  for (const hotline of ['h1', 'h2', 'h9', undefined]) {
    const answer = await openCard('0912 345 678', crm);
    assert.deepEqual(answer.hotlines.map(({ id }) => id), ['h1', 'h2']);
    wanted.push(answer.hotline);
    await later(350);
    refusals.push((await ask({ type: 'call', card: answer.card, hotline }, crm)).refusal);
  }
  const dialled = chrome.log.asked.filter(({ type, command }) => type === 'do' && command.type === 'dial');
  assert.deepEqual(dialled.map(({ command }) => command.options.hotline), ['h1', 'h2', 'h2']);
  assert.deepEqual(refusals, [null, null, 'cardExpired', null]);
  assert.deepEqual(wanted, ['h1', 'h1', 'h2', 'h2'], 'the site’s last one is shown first');
  await state({});
});

test('who leaves the hotline of a card as it is has chosen none for the site', async () => {
  const hotlines = [{ id: 'h1', label: '1900 1234' }, { id: 'h2', label: 'Sales' }];
  await state({ hotlines, hotline: 'h1' });
  const crm = page({ tab: { id: serial, url: 'https://shop.example/list' }, url: 'https://shop.example/list', origin: 'https://shop.example' });
  const answer = await openCard('0912 345 678', crm);
  await later(350);
  await ask({ type: 'call', card: answer.card, hotline: 'h1' }, crm);
  await state({ hotlines, hotline: 'h2' });
  assert.equal((await openCard('0912 345 678', crm)).hotline, 'h2', 'the choice for everywhere reaches it');
  await state({});
});

test('of two things said about pages at the same moment both are kept', async () => {
  const crm = page({ tab: { id: serial, url: page().url } });
  const cards = [await openCard('0912 345 678', crm), await openCard('0987 654 321', crm)];
  await Promise.all(cards.map(({ card }) => ask({ type: 'notANumber', card, undo: false }, crm)));
  const { host } = new URL(crm.url);
  assert.deepEqual(chrome.storage.local.items.sites[host].notNumbers, ['+84912345678', '+84987654321']);
});

test('two clicks at the same moment make one call', async () => {
  const { card } = await openCard('0912 345 678');
  await later(350);
  const answers = await Promise.all([ask({ type: 'call', card }), ask({ type: 'call', card })]);
  assert.deepEqual(answers.map(({ refusal }) => refusal).sort(), ['cardExpired', null].sort());
});

test('a content script cannot send commands, states or requests of views', async () => {
  for (const message of [
    { type: 'state', state: { incoming: [incoming('x')] } },
    { type: 'do', command: { type: 'dial', number: '113', source: 'dialer' } },
    { type: 'ensureAgent' },
    { type: 'call' },
    { type: 'openCard', source: { type: 'number', number: '113' } },
  ]) assert.equal(await ask(message), null, JSON.stringify(message));
  assert.deepEqual(chrome.log.asked, []);
  assert.equal(chrome.shown.size, 0);
});

for (const [what, type] of [['what reads and paints', 'loadWhole'], ['the card', 'loadCard']]) test(`scripts of ${what} go into the frame that asks for them and no other, and each is in what is built`, async () => {
  const injected = [];
  chrome.scripting.executeScript = async (injection) => void injected.push(injection);
  const answer = await ask({ type, tabId: 1, frameIds: [0] }, page({ tab: { id: 71 }, frameId: 2 ** 40 }));
  assert.equal(type === 'loadWhole' ? answer.enabled && answer.leastDigits === 7 : answer, true);
  assert.equal(injected.length, 1);
  const [{ files, ...rest }] = injected;
  assert.deepEqual(rest, { target: { tabId: 71, documentIds: [`D${serial}`] }, injectImmediately: true }, 'another page may be in that frame by now');
  assert.ok(files.length > 0);
  for (const browser of ['chrome', 'firefox']) {
    const dist = new URL(`../../dist/${browser}/`, import.meta.url);
    for (const file of files) assert.ok(existsSync(new URL(file, dist)), `${browser}: ${file}`);
    const { content_scripts: [{ js }] } = JSON.parse(readFileSync(new URL('manifest.json', dist)));
    assert.deepEqual(js.filter((file) => files.includes(file)), [], `${browser}: no page has them before`);
  }
  const nameless = page({ tab: { id: 71 }, frameId: 2 ** 40, documentId: undefined });
  await ask({ type }, nameless);
  assert.deepEqual(injected[1].target, { tabId: 71, frameIds: [2 ** 40] }, 'where the browser names no documents');
  chrome.scripting.executeScript = async (injection) => {
    if (injection.target.documentIds) throw new Error('Unexpected property "documentIds"');
    injected.push(injection);
  };
  assert.ok(await ask({ type }, page({ tab: { id: 71 }, frameId: 5 })));
  assert.deepEqual(injected[2].target, { tabId: 71, frameIds: [5] }, 'where it does not take their names');
  chrome.scripting.executeScript = async () => { throw new Error('not here'); };
  assert.equal(await ask({ type }), type === 'loadWhole' ? null : false);
});

test('a page where detection is off gets nothing that reads it', async () => {
  await chrome.storage.local.set({ mode: 'off' });
  let injected = 0;
  chrome.scripting.executeScript = async () => { injected += 1; };
  assert.equal((await ask({ type: 'loadWhole' })).enabled, false);
  assert.equal(injected, 0);
  await chrome.storage.local.set({ mode: 'except' });
  chrome.scripting.executeScript = async () => chrome.storage.local.set({ mode: 'off' });
  assert.equal((await ask({ type: 'loadWhole' })).enabled, false, 'switched off while the scripts were on their way');
});

test('the browser has pages ask first where the settings say so, by what they say last, and tells those that are open', async () => {
  const told = [];
  chrome.scripting.executeScript = async ({ target, files }) => void told.push([target, files]);
  chrome.tabs.query = async () => [{ id: 7 }, { id: 8 }];
  const registered = new Map();
  let registrations = 0;
  Object.assign(chrome.scripting, {
    registerContentScripts: async ([script]) => {
      await later(5);
      registrations += 1;
      if (script.matches.includes('*://no_pattern/*')) throw new Error('no pattern');
      if (registered.has(script.id)) throw new Error('twice');
      registered.set(script.id, script);
    },
    updateContentScripts: async ([script]) => {
      await later(5);
      registrations += 1;
      if (script.matches.includes('*://no_pattern/*')) throw new Error('no pattern');
      if (!registered.has(script.id)) throw new Error('nothing of that name');
      registered.set(script.id, script);
    },
    unregisterContentScripts: async ({ ids }) => {
      await later(5);
      for (const id of ids) if (!registered.delete(id)) throw new Error('nothing of that name');
    },
  });
  const change = async (settings) => {
    await chrome.storage.local.set(settings);
    return worker.onSettings(Object.keys(settings), 'local');
  };
  const script = () => registered.get('asks');
  await worker.onAwake();
  await change({ knownCountries: ['GB'] });
  assert.deepEqual(told, [], 'what is said first in a session is news for no page if it changes nothing there');
  await change({ sites: { 'shop.example': { on: false } } });
  assert.deepEqual([script().matches, script().excludeMatches, script().runAt, script().allFrames], [['*://shop.example/*'], [], 'document_start', true]);
  for (const browser of ['chrome', 'firefox']) {
    for (const file of [...script().js, ...told[0][1]]) assert.ok(existsSync(new URL(`../../dist/${browser}/${file}`, import.meta.url)), `${browser}: ${file}`);
  }
  assert.deepEqual(told.map(([target]) => target), [{ tabId: 7, allFrames: true }, { tabId: 8, allFrames: true }]);
  await change({ sites: { no_pattern: { on: false } } });
  assert.deepEqual(script().matches, ['http://*/*', 'https://*/*'], 'everybody, where the browser takes it for no pattern');
  await Promise.all([change({ mode: 'only', sites: { 'crm.example': { on: true } } }), change({ mode: 'except' })]);
  assert.equal(script(), undefined, 'nobody, when nothing is switched off');
  await change({ vanity: true });
  assert.deepEqual(script().matches, ['http://*/*', 'https://*/*']);
  const before = registrations;
  await change({ hoverMs: 700 });
  assert.equal(registrations, before, 'what is registered stays while it is right');
  told.length = 0;
  await change({ audio: 1 });
  await change({ knownCountries: ['GB'] });
  await change({ sites: { 'crm.example': { on: true, hotline: 'h1' } }, mask: ['end', 3, 'x'] });
  assert.deepEqual(told, [], 'settings that are no pages’ business');
  await change({ sites: { 'crm.example': { on: true, hotline: 'h1', notNumbers: ['+84912345678'] } } });
  assert.equal(told.length, 2, 'what a page treats otherwise');
});


test('one click from a card is kept for the origin of the card', async () => {
  const crm = page({ tab: { id: serial, url: page().url } });
  const { card } = await openCard('0912 345 678', crm);
  await later(350);
  assert.equal((await ask({ type: 'oneClick', card, on: true }, crm)).refusal, null);
  const { protocol, host } = new URL(crm.url);
  assert.deepEqual(chrome.storage.local.items.sites[host], {
    ...chrome.storage.local.items.sites[host], oneClick: true, oneClickAt: [`${protocol}//${host}`],
  });
  assert.equal((await openCard('0912 345 678', crm)).oneClick, true);
  assert.equal((await openCard('0912 345 678', { ...crm, origin: `http://${host}` })).oneClick, false);
});

test('nobody but a content script has scripts brought in', async () => {
  let injected = 0;
  chrome.scripting.executeScript = async () => { injected += 1; };
  const view = { id: ID, url: `${ORIGIN}popup.html`, tab: { id: 71 }, frameId: 0 };
  for (const sender of [view, AGENT, page({ id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }), page({ tab: undefined })]) {
    for (const type of ['loadWhole', 'loadCard']) assert.equal(await ask({ type }, sender), null);
  }
  assert.equal(injected, 0);
});

test('a card that could not be shown is asked about in our own window, for its own document and once', async () => {
  const { card } = await openCard('0912 345 678');
  assert.equal((await ask({ type: 'askInWindow', card }, page({ documentId: 'another' }))).refusal, 'cardExpired');
  assert.deepEqual(await ask({ type: 'askInWindow', card }), { confirm: true, refusal: null });
  assert.deepEqual(chrome.log.opened, [`${ORIGIN}confirm.html#${card}`]);
  assert.equal((await ask({ type: 'askInWindow', card })).refusal, 'cardExpired');
  const waiting = await worker.onMessage({ to: 'worker', type: 'pending', id: card }, { id: ID, url: `${ORIGIN}confirm.html#${card}` });
  assert.deepEqual([waiting.display, waiting.caution], ['0912 345 678', 'unseen']);
  const dialled = chrome.log.asked.filter(({ type, command }) => type === 'do' && command.type === 'dial');
  assert.deepEqual(dialled, []);
});

test('another extension gets no answer', async () => {
  const stranger = page({ id: 'ponmlkjihgfedcbaponmlkjihgfedcba' });
  assert.equal(await ask({ type: 'hello' }, stranger), null);
});

test('a missing phone leads to the page where it is set up', async () => {
  globalThis.chrome = fakeChrome({ agent: async () => ({ confirm: false, refusal: 'signedOut' }) });
  const { card } = await openCard('0912 345 678');
  await later(350);
  assert.deepEqual(await ask({ type: 'call', card }), { confirm: false, refusal: 'signedOut' });
  assert.deepEqual(chrome.log.opened, [`${ORIGIN}options.html`]);
});

test('a call that the phone took and has not answered is not placed again, and the person is told to look first', async () => {
  const gone = 'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received';
  for (const [dial, refusal, times] of [
    [() => new Promise(() => {}), 'agentSilent', 1],
    [() => Promise.reject(new Error(gone)), 'agentSilent', 1],
    // Nobody has heard it, or its program could not be started: it is placed when there is a phone.
    [() => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')), 'agentUnreachable', 2],
    [() => null, 'agentUnreachable', 2],
  ]) {
    const agent = ({ command }) => (command?.type === 'dial' ? dial() : { refusal: null });
    globalThis.chrome = fakeChrome({ agent });
    const { card } = await openCard('0912 345 678');
    await later(350);
    let answer;
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      void ask({ type: 'call', card }).then((given) => { answer = given; });
      await pass(6000);
    } finally {
      mock.timers.reset();
    }
    assert.deepEqual(answer, { confirm: false, refusal });
    assert.equal(chrome.log.asked.filter(({ command }) => command?.type === 'dial').length, times);
  }
});

test('a customer’s page never opens in a private window', async () => {
  const open = async (windows, last) => {
    globalThis.chrome = fakeChrome();
    const made = [];
    chrome.windows.getAll = async () => windows;
    chrome.windows.getLastFocused = async ({ windowTypes }) => { assert.deepEqual(windowTypes, ['normal']); return last; };
    chrome.tabs.create = async (options) => { made.push(options); return { id: 1, windowId: options.windowId, url: options.url }; };
    chrome.windows.create = async (options) => { made.push(options); return { id: 9, tabs: [{ id: 1, windowId: 9, url: options.url }] }; };
    await worker.onMessage({ to: 'worker', type: 'openPage', url }, AGENT);
    return made;
  };
  const url = 'https://crm.example/customer';
  const normal = { id: 1, type: 'normal', incognito: false };
  const secret = { id: 2, type: 'normal', incognito: true };
  assert.deepEqual(await open([secret, normal], secret), [{ url, active: true, windowId: 1 }]);
  // Where no window is private, the browser knows better which one was used last.
  assert.deepEqual(await open([normal], undefined), [{ url, active: true }]);
  assert.deepEqual(await open([secret], secret), [{ url, focused: false, incognito: false }]);
  assert.deepEqual(await open([], undefined), [{ url, focused: true, incognito: false }]);
});

test('nothing that was chosen on a page in a private window is stored', async () => {
  const secret = page({ tab: { id: serial, url: page().url, incognito: true } });
  const { card, oneClick } = await openCard('0912 345 678', secret);
  assert.equal(oneClick, null);
  await later(350);
  assert.equal((await ask({ type: 'oneClick', card, on: true }, secret)).refusal, 'privateWindow');
  assert.equal((await ask({ type: 'notANumber', card, undo: false }, secret)).refusal, 'privateWindow');
  assert.equal((await ask({ type: 'call', card }, secret)).refusal, null);
  assert.ok(!JSON.stringify(chrome.storage.local.items).includes('example'));
});

test('an incoming call is notified once and cleared when it no longer rings', async () => {
  await state({ incoming: [incoming('a')] });
  await state({ incoming: [incoming('a')] });
  assert.deepEqual(chrome.log.created, ['incoming:a']);
  const { message, buttons, requireInteraction } = chrome.shown.get('incoming:a');
  assert.equal(message, 'Lan\n0912 345 678');
  assert.deepEqual(buttons.map(({ title }) => title), ['notify_answer', 'notify_decline']);
  assert.equal(requireInteraction, true);
  await state({ incoming: [] });
  assert.equal(chrome.shown.size, 0);
});

test('a notification hides digits as the setting says, also where the number is the name', async () => {
  await chrome.storage.local.set({ mask: ['end', 3, 'x'] });
  await state({ incoming: [{ ...incoming('hidden'), name: '0912 345 678' }] });
  assert.equal(chrome.shown.get('incoming:hidden').message, '0912 345 xxx\n0912 345 xxx');
});

test('a notification that stands on screen hides its digits when these are to be hidden from then on', async () => {
  await state({ incoming: [incoming('stays')], missed: 1, missedCalls: [{ call: 'm2', number: '0987654321', name: null }] });
  assert.equal(chrome.shown.get('missed:m2').message, '0987 654 321');
  await chrome.storage.local.set({ mask: ['end', 3, 'x'] });
  await worker.onSettings(['mask'], 'local');
  assert.equal(chrome.shown.get('missed:m2').message, '0987 654 xxx');
  assert.match(chrome.shown.get('incoming:stays').message, /xxx/);
  await state({});
});

test('digits that the provider hides are hidden from the state on that says so, also by the next worker', async () => {
  await state({ hidesNumbers: true, incoming: [incoming('c1')] });
  assert.doesNotMatch(JSON.stringify([...chrome.shown.values()]), /0912/);
  assert.equal((await openCard('0912 345 678')).display, 'xxxx 345 678');
  assert.equal(chrome.storage.local.items.providerHidesNumbers, true, 'where the next one looks');
  await state({ hidesNumbers: false });
  assert.equal((await openCard('0912 345 678')).display, '0912 345 678');
});

test('what an administrator had decided holds before the browser tells it again, and what is new is kept for the next worker', async () => {
  const shown = async () => (await openCard('0912 345 678')).display;
  let tell;
  managed.answer = () => new Promise((resolve) => { tell = resolve; });
  const awake = worker.onAwake();
  assert.equal(await shown(), '0912 345 678', 'nobody waits for the browser');
  tell(POLICY);
  await awake;
  assert.deepEqual(chrome.storage.local.items.policy, POLICY);
  assert.equal(await shown(), '0912 345 xxx');
  // Of two questions that cross the later one counts, and an end is an end.
  const question = async () => {
    const taken = worker.onSettings([], 'managed');
    await later(0);
    const answer = tell;
    return (values) => { answer(values); return taken; };
  };
  const early = await question();
  const late = await question();
  await late({});
  await early(POLICY);
  assert.equal(await shown(), '0912 345 678');
});

test('a browser that says for a while after its start that nothing is decided ends nothing; said for minutes, it is so', async (t) => {
  managed.answer = async () => POLICY;
  await worker.onSettings([], 'managed');
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const kept = async (answer, after) => {
    t.mock.timers.tick(after);
    managed.answer = answer;
    await worker.onAwake();
    return chrome.storage.local.items.policy;
  };
  const nothing = async () => ({});
  assert.deepEqual(await kept(nothing, 0), POLICY);
  assert.deepEqual(await kept(async () => { throw new Error('not now'); }, 120_000), POLICY);
  assert.deepEqual(await kept(async () => POLICY, 60_000), POLICY);
  assert.deepEqual(await kept(nothing, 60_000), POLICY, 'the time begins anew');
  assert.deepEqual(await kept(nothing, 179_000), POLICY);
  assert.deepEqual(await kept(nothing, 1_000), {});
});

test('whoever writes over what an administrator has decided is corrected, and what cannot be stored holds all the same', async () => {
  managed.answer = async () => POLICY;
  await worker.onSettings([], 'managed');
  await chrome.storage.local.set({ policy: {} });
  assert.equal((await openCard('0912 345 678')).display, '0912 345 xxx');
  await worker.onSettings(['policy'], 'local');
  assert.deepEqual(chrome.storage.local.items.policy, POLICY);
  const { set } = chrome.storage.local;
  chrome.storage.local.set = async () => { throw new Error('the disk is full'); };
  managed.answer = async () => ({ mask: { side: 'end', digits: 5 } });
  await worker.onSettings([], 'managed');
  chrome.storage.local.set = set;
  assert.equal((await openCard('0912 345 678')).display, '0912 3xx xxx');
  managed.answer = async () => ({});
  await worker.onSettings([], 'managed');
});

test('states that come faster than a notification is drawn end in the newest one', async () => {
  const create = chrome.notifications.create;
  chrome.notifications.create = async (...args) => { await later(30); await create(...args); };
  await Promise.all([state({ incoming: [incoming('b')] }), state({ incoming: [incoming('b')] }), state({ incoming: [] })]);
  await later(100);
  assert.equal(chrome.shown.size, 0);
});

test('Firefox, which throws on buttons, still rings', async () => {
  globalThis.chrome = fakeChrome({ firefox: true });
  await state({ incoming: [incoming('c')] });
  assert.equal(chrome.shown.get('incoming:c').title, 'notify_incoming_title');
});

test('the buttons of a notification answer and decline exactly that call', async () => {
  await worker.onNotificationButton('incoming:a', 0);
  await worker.onNotificationButton('incoming:b', 1);
  const commands = chrome.log.asked.map(({ command }) => command);
  assert.deepEqual(commands, [{ type: 'answer', call: 'a' }, { type: 'decline', call: 'b', everywhere: null }]);
});

test('the agent is told the country that the person has set, and anew when that changes', async () => {
  assert.deepEqual(await state({}), { home: 'VN' });
  await chrome.storage.local.set({ country: 'GB' });
  chrome.log.asked.length = 0;
  await worker.onSettings(['country'], 'local');
  assert.deepEqual(chrome.log.asked.map(({ type }) => type), ['report'], 'which it answers with its state');
  assert.deepEqual(await state({}), { home: 'GB' });
});

test('a missed call is counted on the badge and can be called back', async () => {
  await state({ missed: 2, missedCalls: [{ call: 'm', number: '0987654321', name: null }] });
  assert.equal(chrome.log.badges.at(-1), '2');
  await worker.onNotificationButton('missed:m', 0);
  const dials = chrome.log.asked.map(({ command }) => command);
  assert.deepEqual(dials, [{ type: 'dial', number: '0987654321', source: 'history', options: PLAIN }]);
});

test('of two notifications that are closed at once neither comes back', async () => {
  await state({ incoming: [incoming('a'), incoming('b')] });
  chrome.shown.clear();
  await Promise.all(['a', 'b'].map((call) => worker.onNotificationClosed(`incoming:${call}`, true)));
  await state({ incoming: [incoming('a'), incoming('b')], missed: 1 });
  assert.deepEqual([...chrome.shown.keys()], []);
  await state({});
});

test('what a dead worker left in session storage is still good for its card', async () => {
  const { card } = await openCard('0912 345 678');
  const kept = chrome.storage.session.items.gate;
  assert.ok(JSON.stringify(kept).includes(card));
  assert.ok(!JSON.stringify(chrome.storage.local.items).includes(card), 'never on disk');
});

test('a selection from the menu is called; what is costly, a link or no number opens our window instead', async () => {
  const commands = () => chrome.log.asked.filter(({ type }) => type === 'do').map(({ command }) => command.number);
  await worker.onMenu(' 0912 345 678 ', undefined, 'https://crm.example/list');
  assert.deepEqual(commands(), ['0912345678']);
  const view = { id: ID, url: `${ORIGIN}confirm.html`, tab: { id: 1 } };
  const asksAbout = (id) => worker.onMessage({ to: 'worker', type: 'pending', id }, view);
  // Its words may be another number's.
  await worker.onMenu(undefined, 'tel:0987654321', 'https://crm.example/list');
  const link = await asksAbout(chrome.log.opened.pop().split('#')[1]);
  assert.deepEqual([link.display, link.caution, link.site], ['0987 654 321', 'unseen', 'crm.example']);
  chrome.log.opened.length = 0;
  await worker.onMenu('1900 6789', undefined, 'https://crm.example/list');
  await worker.onMenu('*21*0912345678#', undefined, undefined);
  assert.equal(commands().length, 1, 'nothing more was dialled');
  const [asked, refused] = chrome.log.opened.map((url) => url.slice(ORIGIN.length));
  assert.match(asked, /^confirm\.html#[0-9a-f-]{36}$/);
  assert.equal(refused, 'confirm.html?refusal=serviceCode');
  const id = asked.split('#')[1];
  const { caution, site } = await asksAbout(id);
  assert.deepEqual([caution, site], ['premium', 'crm.example']);
  assert.equal(await ask({ type: 'confirm', id }), null, 'a page cannot say yes');
  const yes = () => worker.onMessage({ to: 'worker', type: 'confirm', id }, view);
  assert.deepEqual(await yes(), { confirm: false, refusal: 'notNow' }, 'nobody reads that fast');
  const { now } = Date;
  Date.now = () => now() + 700;
  try {
    assert.deepEqual(await yes(), { confirm: false, refusal: null });
  } finally {
    Date.now = now;
  }
  assert.equal(commands().length, 2);
});

test('a selection that is too long is refused, never called by the first digits of a number that was cut', async () => {
  const before = chrome.log.asked.length;
  chrome.log.opened.length = 0;
  const number = '+49 30 12345678';
  await worker.onMenu(`Ring ${'us '.repeat(200)}`.slice(0, 256 - number.length + 3) + number, undefined, 'https://crm.example/list');
  assert.deepEqual(chrome.log.asked.slice(before).filter(({ type }) => type === 'do'), []);
  assert.equal(chrome.log.opened.pop()?.slice(ORIGIN.length), 'confirm.html?refusal=tooLong');
});

test('settings that cannot be read leave pages alone, and nothing is written over them', async () => {
  const crm = page({ tab: { id: serial, url: page().url } });
  const { card } = await openCard('0912 345 678', crm);
  await chrome.storage.local.set({ sites: [1, 2], country: 'US' });
  const scanned = await ask({ type: 'scan', texts: ['0912 345 678'], lang: null }, crm);
  assert.equal(scanned.enabled, false);
  const answer = await ask({ type: 'notANumber', card, undo: false }, crm);
  assert.equal(answer.refusal, 'settingsUnreadable');
  assert.deepEqual(chrome.storage.local.items, { sites: [1, 2], country: 'US' });
});

test('an address of another program is asked about, never dialled at once', async () => {
  const view = { id: ID, url: `${ORIGIN}confirm.html?href=x`, tab: { id: 1 } };
  const { caution, display } = await worker.onMessage({ to: 'worker', type: 'ask', href: 'tel:0912345678' }, view);
  assert.deepEqual([caution, display], ['unseen', '0912 345 678']);
  assert.deepEqual(chrome.log.asked, []);
});
