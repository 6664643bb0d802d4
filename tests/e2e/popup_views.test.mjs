// What a person sees of the popup, at its own size.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from './lib/runner.mjs';
import { OptionsView } from './lib/options.mjs';
import { hangUp, LAN, signedInAt } from './lib/provider.mjs';
import { until } from '../pbx/process.mjs';

const POPUP = { width: 360, height: 560 };

test('how a call ended, and its note, stay in view when it is hung up', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  await popup.page.setViewportSize(POPUP);
  const seen = (text) => popup.page.getByText(text, { exact: true }).first().evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  // Which of card and field gets the focus is a race; each try is one more chance to see the worse end.
  for (let i = 0; i < 3; i += 1) {
    await popup.dial('601');
    await popup.call('ringing');
    await hangUp(popup);
    await popup.says('end_cancelled');
    await popup.page.waitForFunction(() => document.activeElement !== document.body);
    assert.ok(await seen(browser.messages('end_cancelled')), 'the end is in view');
    await popup.press('Close note');
    await popup.press('Dismiss');
  }
});

test('the label of the hotlines stands on one line', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  await popup.page.setViewportSize(POPUP);
  const label = popup.page.getByText(browser.messages('hotline_label'), { exact: true });
  const lines = await label.evaluate((node) => node.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(node).fontSize));
  assert.ok(lines < 2, `it takes ${lines} times its font's height`);
});

test('saving an empty note says that there is nothing to save, until there is', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  await popup.dial('602');
  await popup.quiet();
  await popup.press('Save');
  await popup.says('note_nothing');
  const note = popup.page.getByRole('textbox', { name: 'Note' });
  assert.ok(await note.evaluate((node) => node === document.activeElement), 'and the field is there to be typed into');
  await note.fill('busy all day');
  await popup.page.getByText(browser.messages('note_nothing')).waitFor({ state: 'detached' });
  await popup.press('Save');
  await popup.when((s) => s.forms.some(({ state }) => state.state !== 'draft'), { what: 'the note to be on its way' });
});

test('two numbers with a space between them are not dialled as one', async (t) => {
  const { popup } = await signedInAt(t, 'omicall', { form: null });
  await popup.dial('0912345678 0987654321');
  await popup.says('dial_twoNumbers');
  assert.deepEqual((await popup.snapshot()).calls, []);
});

test('Escape puts the panel of a call away and gives the focus back to the button that opened it', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  await popup.dial('600');
  await popup.call('connected');
  for (const key of ['transfer', 'keypad']) {
    const button = popup.button(browser.messages(key));
    await button.focus();
    await popup.page.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    if (key === 'keypad') await popup.page.locator('.tones .key').first().focus();
    await popup.page.keyboard.press('Escape');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.ok(await button.evaluate((node) => node === document.activeElement), key);
  }
  await hangUp(popup);
});

test('all that is said about a past call can be read in the popup, in Vietnamese too', async (t) => {
  const { browser, popup, desk } = await signedInAt(t, 'omicall', { form: null, lang: 'vi' });
  await popup.page.setViewportSize(POPUP);
  await desk.rings({ ...LAN, hotline: '02473001234' });
  await popup.call('incoming');
  await popup.press(browser.messages('decline'));
  await popup.quiet();
  const row = popup.page.locator('.past-what').filter({ hasText: '0912 345 678 · Hotline 84 24 7300 1234' });
  await row.waitFor();
  const isCut = await row.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth || scrollHeight > clientHeight + 1);
  assert.equal(isCut, false, 'no line is cut');
});

test('hold by the keyboard keeps the focus, and the keypad takes digits again after it', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  const say = browser.messages;
  const { keyboard } = popup.page;
  await popup.dial('600');
  await popup.call('connected');
  await popup.press(say('keypad'));
  await keyboard.type('6');
  await popup.button(say('hold')).focus();
  await keyboard.press('Enter');
  await popup.when((s) => s.calls[0]?.held, { what: 'the call on hold' });
  await keyboard.press('Enter');
  await popup.when((s) => s.calls[0] && !s.calls[0].held && !s.calls[0].holdPending, { what: 'the call resumed by the same key' });
  await keyboard.type('99');
  await popup.page.locator('.tones').getByText('699').waitFor();
});

test('what is typed into the dialer goes on in it when a caller has given up in between', async (t) => {
  const { popup, sandbox } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  await page.locator('#dial-number').click();
  await page.keyboard.type('09876');
  await sandbox.call({ to: '2001', from: LAN.from, ring_seconds: 2, then: 'tone' });
  await popup.call('incoming');
  await popup.when((s) => s.missed === 1 || s.calls.every(({ end }) => end), { what: 'the caller to give up' });
  await page.waitForFunction(() => document.activeElement.id === 'dial-number');
  await page.keyboard.type('54321');
  assert.equal(await page.locator('#dial-number').inputValue(), '0987654321');
});

test('nobody is signed out in mid-call by one press, and a note stays in reach without an account', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null });
  const say = browser.messages;
  await popup.dial('600');
  await popup.call('connected');
  await popup.page.getByRole('textbox', { name: 'Note' }).fill('call back on Monday');
  const options = await OptionsView.open(browser);
  await options.press(say('sign_out'));
  await options.page.getByText(say('refusal_inCall')).first().waitFor();
  await popup.page.bringToFront();
  await hangUp(popup);
  await options.page.bringToFront();
  await options.press(say('sign_out'));
  await options.when((s) => !s.account, { what: 'signed out' });
  await popup.page.bringToFront();
  assert.equal(await popup.page.getByRole('textbox', { name: 'Note' }).inputValue(), 'call back on Monday');
}, { timeout: 60_000 });

test('clearing the history asks first, says what it clears on one line, and Escape keeps all and the focus', async (t) => {
  const { browser, popup } = await signedInAt(t, 'omicall', { form: null, lang: 'vi' });
  const { page } = popup;
  await page.setViewportSize(POPUP);
  const say = browser.messages;
  const { history } = await popup.when((s) => s.history.length > 0, { what: 'what the provider tells' });
  await popup.quiet();
  const clear = popup.button(say('history_clear'));
  await clear.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('group', { name: say('history_clear_ask') });
  const [height, line] = await question.evaluate((node) => [node.getBoundingClientRect().height, Number.parseFloat(getComputedStyle(node).fontSize)]);
  assert.ok(height < line * 2.2, `the question takes ${height} px of a line of ${line}`);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), say('history_clear_yes'));
  await page.keyboard.press('Escape');
  assert.ok(await clear.evaluate((node) => node === document.activeElement));
  assert.equal((await popup.snapshot()).history.length, history.length);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await popup.when((s) => s.history.length === 0, { what: 'the history cleared' });
});

test('a call that was missed in mid-call stays missed until its row is in sight', async (t) => {
  const { popup, sandbox } = await signedInAt(t, 'omicall', { form: null });
  const { page } = popup;
  await page.setViewportSize(POPUP);
  await popup.dial('600');
  await popup.call('connected');
  await page.evaluate(() => scrollTo(0, 0));
  await sandbox.call({ to: '2001', from: '0933333333', ring_seconds: 2, then: 'tone' });
  await popup.call('incoming');
  await popup.when((s) => s.calls.filter(({ end }) => !end).length === 1, { what: 'the caller to give up' });
  const row = page.locator('.past-new');
  await row.waitFor();
  assert.ok((await row.boundingBox()).y > POPUP.height, 'its row is far below');
  await sleep(1_500);
  assert.equal((await popup.snapshot()).missed, 1, 'nobody has seen it');
  await row.scrollIntoViewIfNeeded();
  await popup.when((s) => s.missed === 0, { what: 'it to count as seen' });
  await hangUp(popup);
});

test('whoever opens the popup on the card of the call that they missed has seen it', async (t) => {
  const { browser, popup, sandbox } = await signedInAt(t, 'omicall', { form: null });
  const badge = () => browser.worker.evaluate(() => chrome.action.getBadgeText({}));
  await popup.close();
  await sandbox.call({ to: '2001', from: '0933333333', ring_seconds: 2, then: 'tone' });
  await until(async () => await badge() === '1', { what: 'the missed call in the badge' });
  const again = await t.popup(browser);
  await again.page.setViewportSize(POPUP);
  await again.says('end_missed');
  await until(async () => await badge() === '', { what: 'it to count as seen', timeout: 3_000 });
  assert.ok((await again.page.locator('.past-new').boundingBox()).y > POPUP.height, 'by its card: the row is below');
});
