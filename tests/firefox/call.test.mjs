// A call in a real Firefox, from signing in on the options page to hanging up in the popup, against the
// sandbox's PBX; and the browser's own ways to a call.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { until } from '../pbx/process.mjs';
import { startPages } from '../e2e/lib/page-server.mjs';
import { startSandbox } from '../e2e/lib/sandbox.mjs';
import { FAR_END_HZ, goertzel } from '../e2e/lib/tone.mjs';
import { clickPainted, openCard, pressOnCard, whenPainted } from './card.mjs';
import { launch } from './lib.mjs';
import { Popup, View } from './views.mjs';

let firefox;
let pages;
let sandbox;
/** The options page, where somebody has signed in: it stays open and tells of the phone's state. */
let phone;

before(async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  pages = await startPages(path.join(root, 'tests/pages'));
  sandbox = await startSandbox(root);
  // The options page listens while another tab is in front.
  firefox = await launch({ prefs: { 'dom.min_background_timeout_value': 4, 'dom.timeout.enable_budget_timer_throttling': false } });
  phone = await View.open(firefox, 'options.html');
  await phone.signIn(sandbox.account());
});
after(async () => {
  await firefox?.close();
  await sandbox?.stop();
  await pages?.stop();
});
afterEach(async () => {
  const { calls } = await phone.snapshot();
  for (const { id, state } of calls) if (state !== 'ended') await phone.command({ type: 'hangUp', call: id });
  await phone.quiet();
  await new Popup(phone.page).close();
  for (const tab of await firefox.tabs()) if (/^http|confirm|popup/.test(tab.address)) await tab.close();
});

const TWO = '<!doctype html><title>Two</title><p>Lan 0912 345 678</p><p>Minh 0987 654 321</p>';
const open = (html = TWO) => firefox.open(pages.add('two.html', html));

/** The window that the phone has of its own: in Firefox a call is heard through it. */
const phoneWindow = async () => new View(firefox, await until(async () => (await firefox.tabs())
  .find(({ address }) => address.endsWith('/popup.html')), { what: 'the phone’s window' }));

/** A second of what the call's audio element plays: a machine without a loudspeaker runs no AudioContext. */
const recorded = () => phone.page.evaluate(async () => {
  const background = chrome.extension.getBackgroundPage();
  const audio = background.document.querySelector('audio[data-call]');
  if (audio.paused || audio.muted || audio.volume === 0) throw new Error('the call is not to be heard');
  const recorder = new background.MediaRecorder(audio.srcObject);
  const part = new Promise((resolve) => { recorder.ondataavailable = ({ data }) => resolve(data); });
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  recorder.stop();
  const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await (await part).arrayBuffer());
  return { rate: sound.sampleRate, samples: [...sound.getChannelData(0).slice(-24_000)].map((sample) => Math.round(sample * 1e4) / 1e4) };
});

test('the microphone is asked for on the options page, and remembered', async () => {
  await phone.press('Allow microphone');
  const remembers = await firefox.inBrowser(async () => {
    const { panel } = PopupNotifications;
    if (panel.state !== 'open') await new Promise((resolve) => panel.addEventListener('popupshown', resolve, { once: true }));
    const { checkbox, button } = document.getElementById('webRTC-shareDevices-notification');
    button.click();
    return checkbox.checked;
  });
  assert.equal(remembers, true, 'Firefox proposes to remember it');
  await phone.shows('The microphone is allowed.');
  await phone.press('Stop test');
  await phone.when(({ microphone }) => microphone === 'granted', { what: 'a phone that knows it' });
});

test('a click on a number and one on Call: the phone is in a call, and the far end is heard', async () => {
  const page = await open('<!doctype html><p><a href="tel:605">Music</a></p>');
  await openCard(page, 'Music');
  await pressOnCard(page, 'Call');
  const call = await phone.call('connected', { timeout: 15_000 });
  assert.equal(call.number, '605');
  const { samples, rate } = await recorded();
  const { share, rms } = goertzel(Float32Array.from(samples), rate, FAR_END_HZ);
  assert.ok(share > 0.7 && rms > 0.01, `440 Hz has ${share} of it, ${rms} loud`);
  const { calls: [{ media }] } = await sandbox.state();
  assert.ok(media.packets_received > 20, 'and the far end hears us');
  const own = await phoneWindow();
  await own.shows('In call');
  await own.press('Hang up');
  await phone.quiet();
});

test('a phone window that is closed in a call opens again, because the microphone is its', async () => {
  const page = await open('<!doctype html><p><a href="tel:605">Music</a></p>');
  await openCard(page, 'Music');
  await pressOnCard(page, 'Call');
  await phone.call('connected', { timeout: 15_000 });
  const received = async () => (await sandbox.state()).calls.at(-1).media.packets_received;
  await until(async () => await received() > 20, { what: 'sound at the far end' });
  const first = await phoneWindow();
  await first.page.close();
  await until(async () => (await phoneWindow()).page.context !== first.page.context, { what: 'another window' });
});

test('a phone window that is loaded anew in a call stays the only one, and is heard again', async () => {
  const page = await open('<!doctype html><p><a href="tel:605">Music</a></p>');
  await openCard(page, 'Music');
  await pressOnCard(page, 'Call');
  await phone.call('connected', { timeout: 15_000 });
  const received = async () => (await sandbox.state()).calls.at(-1).media.packets_received;
  await until(async () => await received() > 20, { what: 'sound at the far end' });
  const { page: window } = await phoneWindow();
  await window.evaluate(() => { globalThis.before = true; });
  await window.evaluate(() => { setTimeout(() => location.reload()); });
  await until(async () => await window.evaluate(() => !globalThis.before && document.readyState === 'complete').catch(() => false), { what: 'the window loaded anew' });
  const heard = await received();
  await until(async () => await received() > heard + 50, { what: 'sound at the far end again' });
  assert.equal((await firefox.tabs()).filter(({ address }) => address.endsWith('/popup.html')).length, 1);
});

test('a call that comes in rings: a click on its notification opens the phone, which answers', async () => {
  await sandbox.call({ to: sandbox.account().username, from: '0912345678', name: 'Chị Lan', ring_seconds: 30, then: 'tone' });
  const call = await phone.call('incoming');
  assert.equal(call.name, 'Chị Lan');
  const shown = () => phone.page.evaluate(() => chrome.notifications.getAll());
  const [note] = await until(async () => {
    const all = Object.values(await shown());
    return all.length > 0 && all;
  }, { what: 'the notification' });
  assert.match(note.message, /Chị Lan\n0912 345 678/);
  // A click before the notification's window has loaded reaches nobody.
  await until(() => firefox.inBrowser(() => {
    const alert = [...Services.wm.getEnumerator('alert:alert')].find((each) => each.gIsActive);
    alert?.onAlertClick();
    return Boolean(alert);
  }), { what: 'the notification on the screen' });
  // The panel, where a window of the browser is in front; else the phone's own window.
  const opened = await until(async () => {
    const panel = new Popup(phone.page);
    if (await panel.text() !== null) return panel;
    const own = (await firefox.tabs()).find(({ address }) => address.endsWith('/popup.html'));
    return own && new View(firefox, own);
  }, { what: 'the phone' });
  await opened.shows('Chị Lan');
  await opened.press('Answer');
  await phone.call('connected');
  await until(async () => Object.keys(await shown()).length === 0, { what: 'the notification to go' });
});

test('the popup lists the numbers of the page and its frames, and a press puts one into the dialer', async () => {
  const page = await firefox.open(pages.url('frames.html'));
  await whenPainted(page, '0912 345 678');
  for (const frame of await page.frames()) await until(() => frame.evaluate(() => CSS.highlights.size), { what: 'its number' });
  const popup = await Popup.open(phone);
  await popup.shows('Numbers on this page: 4');
  await popup.press('Numbers on this page: 4');
  for (const text of ['0912 345 678', '0987 654 321', '0905 333 444', '0906 555 666']) await popup.shows(text);
  await popup.press('Put 0905 333 444 into the dialer');
  await until(async () => await popup.value('Phone number') === '0905333444', { what: 'the number in the dialer' });
  await popup.close();
});

test('a site that is switched off in the popup loses its paint at once, and has it again when switched on', async () => {
  const page = await open();
  await whenPainted(page, '0912 345 678', '0987 654 321');
  const popup = await Popup.open(phone);
  await popup.shows('On 127.0.0.1');
  await popup.press('Find numbers on this site');
  await whenPainted(page);
  await popup.press('Find numbers on this site');
  await whenPainted(page, '0912 345 678', '0987 654 321');
  await popup.close();
});

test('the context menu calls what is selected, and what a link leads to when that was seen', async () => {
  const page = await open('<!doctype html><p>Lan 0912 345 678</p><p><a href="tel:0987654321">Minh</a></p>');
  await whenPainted(page, '0912 345 678', 'Minh');
  const choose = (name) => firefox.inBrowser(async (wanted) => {
    const menu = document.getElementById('contentAreaContextMenu');
    if (menu.state !== 'open') await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
    const items = [...menu.querySelectorAll('menuitem')].filter(({ id }) => id.startsWith('alo_'));
    const item = items.find(({ label }) => label === wanted);
    if (!item) throw new Error(`only ${items.map(({ label }) => label)}`);
    menu.activateItem(item);
  }, name);
  await page.evaluate(() => {
    const text = document.querySelector('p').firstChild;
    getSelection().setBaseAndExtent(text, 4, text, text.length);
  });
  await clickPainted(page, '0912 345 678', 2);
  await choose('Call “0912 345 678”');
  const { id, number } = await phone.call('connected', { timeout: 15_000 });
  assert.equal(number, '0912345678');
  await phone.command({ type: 'hangUp', call: id });
  await phone.quiet();
  await page.evaluate(() => getSelection().removeAllRanges());
  await clickPainted(page, 'Minh', 2);
  await choose('Call this number');
  // Nobody sees in the menu where a link leads.
  const question = new View(firefox, await until(
    async () => (await firefox.tabs()).find(({ address }) => address.includes('confirm.html#')), { what: 'the question' },
  ));
  await question.shows('0987 654 321');
  // It can be pressed when it has been read; the window closes itself then.
  await question.press('Call');
  assert.equal((await phone.call('connected', { timeout: 15_000 })).number, '0987654321');
});

test('after the background page was put to sleep the phone is registered again at the next event', async () => {
  await firefox.sleepBackground();
  assert.equal(await firefox.backgroundState(), 'stopped');
  await whenPainted(await open(), '0912 345 678', '0987 654 321');
  await phone.registered();
});

test('a phone whose module has died is started anew by itself, and registered again', async () => {
  await phone.page.evaluate(() => {
    const background = chrome.extension.getBackgroundPage();
    background.before = true;
    const error = new background.WebAssembly.RuntimeError('unreachable');
    background.dispatchEvent(new background.ErrorEvent('error', { error }));
  });
  await until(() => phone.page.evaluate(() => chrome.extension.getBackgroundPage()?.before === undefined), { what: 'a fresh background page' });
  await phone.registered({ timeout: 20_000 });
  const page = await open();
  await whenPainted(page, '0912 345 678', '0987 654 321');
});
