// Calls that we place: from a page, from the dialer; what can be done in them; how they fail.
import assert from 'node:assert/strict';
import { clickText, openCard, openPainted, painted, pressOnCard, readCard, waitForCard, waitForNoCard } from './lib/card.mjs';
import { test } from './lib/runner.mjs';
import { MIC_HZ, FAR_END_HZ, toneInCall, toneInWav, waitForTone } from './lib/tone.mjs';
import { STRICT, nationalDigits } from './lib/fixtures.mjs';
import { sleep, until } from '../pbx/process.mjs';

test('a click on a number in plain text, on a page with the strictest policy, calls it and both sides hear each other', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const pages = await t.pages();
  const far = await t.phone({ user: 'pstn', answer: 'auto' });
  // Its policy is `default-src 'none'` (tests/pages/index.json).
  const page = await openPainted(browser, pages.url('strict.html'));
  const ear = await t.ear(browser, FAR_END_HZ);

  const card = await openCard(page, '0912 345 678');
  assert.match(nationalDigits(card.text), /0912345678/, `the card shows the number: ${card.text}`);
  await pressOnCard(page, 'Call');

  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678', 'what was shown is what is dialled');
  await far.waitForEvent('CALL_ESTABLISHED');
  await ear.hears({ seconds: 1 });
  await popup.call('connected');
  await sleep(1500);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.quiet();
  const heard = toneInWav(far.heard(), MIC_HZ);
  assert.ok(heard.toneSeconds >= 1 && heard.purity > 0.7, `the microphone’s tone arrived at the far end: ${JSON.stringify(heard)}`);

  const bye = await pbx.trace.waitFor({ since: t.since, method: 'BYE', proto: 'ws', direction: 'in' });
  assert.equal(bye.callId, invite.callId);
  const row = (await popup.when((s) => s.history[0]?.end)).history[0];
  assert.equal(row.direction, 'outgoing');
  assert.equal(nationalDigits(row.number), '0912345678');
  assert.ok(row.answeredAt, 'the history knows that it was answered');
  assert.equal(row.end.cause, 'hungUp');
});

test('where the browser lets no card into a page, the number is asked about in our own window, and called from there', async (t) => {
  const { browser } = await t.signedIn();
  const pbx = await t.pbx();
  const pages = await t.pages();
  await t.phone({ user: 'pstn' });
  const page = await openPainted(browser, pages.url('strict.html'));
  await browser.worker.evaluate(() => {
    chrome.scripting.executeScript = async () => { throw new Error('no access'); };
  });
  await clickText(page, '0912 345 678');
  const question = await until(() => browser.context.pages().find((it) => it.url().includes('confirm.html#')), { what: 'the question' });
  await question.getByText('0912 345 678').waitFor();
  assert.equal(pbx.trace.find({ since: t.since, method: 'INVITE' }).length, 0, 'nothing is dialled before the person’s word');
  assert.equal(await readCard(page), null);
  const call = question.getByRole('button', { name: 'Call', exact: true });
  await until(() => call.isEnabled(), { what: 'Call can be pressed' });
  await call.click();
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
});

test('numbers in links, frames, split nodes, shadow roots and text added later open a card that shows them', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  pages.add('frame.html', '<!doctype html><p>In a frame: 0987 654 321</p>', STRICT);
  const url = pages.add('mixed.html', `<!doctype html><title>Mixed</title>
    <p><a href="tel:+84-28-3888-1234">Head office</a></p>
    <p>Split: <b>0903</b> <i>111 </i><span>222</span></p>
    <div id="open"></div><div id="closed"></div><div id="later"></div>
    <iframe src="frame.html" width="400" height="80"></iframe>
    <script>
      document.getElementById('open').attachShadow({ mode: 'open' }).textContent = 'Open: 0905 333 444';
      document.getElementById('closed').attachShadow({ mode: 'closed' }).textContent = 'Closed: 0906 555 666';
      setTimeout(() => { document.getElementById('later').textContent = 'Later: 0907 777 888'; }, 300);
    </script>`);
  const page = await openPainted(browser, url, { numbers: 5 });
  for (const [text, number] of [
    ['Head office', '02838881234'],
    ['0903', '0903111222'],
    ['222', '0903111222'],
    ['0905 333 444', '0905333444'],
    ['0906 555 666', '0906555666'],
    ['0907 777 888', '0907777888'],
    ['0987 654 321', '0987654321'],
  ]) {
    const card = await openCard(page, text);
    assert.ok(nationalDigits(card.text).includes(number), `${text}: the card shows ${card.text}`);
    assert.ok(card.buttons.Call, `${text}: the card can call`);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
});

test('the page’s DOM is as it was, while its numbers are painted and after a card was open', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  const html = '<!doctype html><title>As it was</title><main><p>0912 345 678</p><textarea>0911 111 111</textarea><p contenteditable>0922 222 222</p></main>';
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    globalThis.__changes = [];
    const seen = (list) => globalThis.__changes.push(...list.map((m) => `${m.type} ${m.target.nodeName}`));
    addEventListener('load', () => new MutationObserver(seen).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
  });
  await page.goto(pages.add('dom.html', html));
  const before = await page.content();
  await painted(page, 1);
  assert.deepEqual(await page.evaluate(() => globalThis.__changes), [], 'painting changes nothing');
  await openCard(page, '0912 345 678');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  assert.equal(await page.content(), before);
  assert.equal(await page.evaluate(() => CSS.highlights.get('alo-number').size), 1, 'editors are left alone');
});

test('the popup dials what is typed; it may be closed and reopened in mid call and shows the truth', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000', answer: 'manual', name: 'Far End' });
  await popup.dial('2000');
  await far.waitForEvent('CALL_INCOMING');
  await popup.call('ringing');
  await popup.says('state_ringing');
  await far.accept();
  await popup.call('connected');
  await popup.says('state_connected');
  await sleep(2200);
  await popup.close();

  const again = await t.popup(browser);
  await again.says('state_connected', { timeout: 3000 });
  const timer = await again.page.getByRole('timer').first().innerText();
  assert.match(timer, /0?0:0[2-9]/, `the timer counts from the answer: ${timer}`);
  await again.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await again.quiet();
  await again.says('end_hungUp');
});

test('mute silences the microphone at the far end, unmute brings it back', async (t) => {
  const { popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'in' })[0];
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await popup.press('Mute');
  await popup.when((s) => s.calls[0].muted);
  await waitForTone(pbx, 'browser', callId, MIC_HZ, { present: false });
  await popup.press('Unmute');
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});

test('hold stops the sound both ways by a re-INVITE, resume brings it back', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'in' })[0];
  await popup.press('Hold');
  await popup.when((s) => s.calls[0].held && !s.calls[0].holdPending, { what: 'held' });
  await popup.says('state_held');
  await ear.falls();
  await waitForTone(pbx, 'browser', callId, MIC_HZ, { present: false });
  const hold = pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws', where: (m) => /a=(sendonly|inactive)/.test(m.text) });
  assert.ok(hold.length >= 1, 'the far end was told by a re-INVITE');
  await popup.press('Resume');
  await popup.when((s) => !s.calls[0].held && !s.calls[0].holdPending, { what: 'resumed' });
  await ear.hears();
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});

test('the far end holds and resumes: the popup says so, and nothing else changes', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  const ear = await t.ear(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  await far.hold();
  await popup.when((s) => s.calls[0].remoteHeld, { what: 'held by the far end' });
  await popup.says('state_remoteHeld');
  await far.resume();
  await popup.when((s) => !s.calls[0].remoteHeld, { what: 'no longer held' });
  await ear.hears();
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});

test('the keypad sends digits that the far end receives as RFC 4733 events', async (t) => {
  const { popup } = await t.signedIn();
  const far = await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  await popup.press('Keypad');
  const keys = popup.page.getByRole('group', { name: 'Keypad' });
  for (const key of ['1', '5', '9', '#']) await keys.getByRole('button', { name: key, exact: true }).click();
  await until(() => far.digits() === '159#', { what: `digits 159# at the far end, has ${far.digits()}`, timeout: 10_000 })
    .catch((error) => { throw new Error(`${error.message}; it has «${far.digits()}»`); });
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});

test('a call in Opus is heard both ways', async (t) => {
  const { browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000', codecs: 'opus' });
  const ear = await t.ear(browser);
  await popup.dial('2000');
  await popup.call('connected');
  await ear.hears();
  await sleep(2000);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  const heard = toneInWav(far.heard(), MIC_HZ);
  assert.ok(heard.toneSeconds >= 0.8 && heard.purity > 0.7, `the microphone’s tone arrived: ${JSON.stringify(heard)}`);
});

test('hanging up while it rings cancels the call', async (t) => {
  const { popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000', answer: 'manual' });
  await popup.dial('2000');
  await popup.call('ringing');
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.quiet();
  await popup.says('end_cancelled');
  await pbx.trace.waitFor({ since: t.since, method: 'CANCEL', proto: 'ws', direction: 'in' });
  await pbx.trace.waitFor({ since: t.since, method: 'ACK', proto: 'ws', direction: 'in', where: (m) => m.header('cseq').startsWith(inviteNumber(pbx, t.since)) });
});

const inviteNumber = (pbx, since) => pbx.trace.find({ since, method: 'INVITE', proto: 'ws', direction: 'in' }).at(-1).header('cseq').split(' ')[0];

for (const [number, cause, key] of [
  ['9486', 'busy', 'end_busy'],
  ['9404', 'notFound', 'end_notFound'],
  ['9480', 'noAnswer', 'end_noAnswer'],
  ['9603', 'rejected', 'end_rejected'],
]) {
  test(`a call that fails with ${number.slice(1)} says what to do`, async (t) => {
    const { popup } = await t.signedIn();
    await popup.dial(number);
    const ended = await popup.call('ended');
    assert.equal(ended.end.cause, cause);
    await popup.says(key);
    const row = (await popup.when((s) => s.history[0]?.end)).history[0];
    assert.equal(row.end.cause, cause);
    assert.equal(row.answeredAt, null);
  });
}

test('redial calls the last number again, and a row of the history calls back', async (t) => {
  const { popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  const calls = () => pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'out', proto: 'udp' }).length;
  await popup.dial('2000');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
  assert.equal(calls(), 1);

  let mark = far.mark();
  await popup.press('Redial');
  await far.waitForEvent('CALL_ESTABLISHED', { since: mark });
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();

  mark = far.mark();
  await popup.page.getByTitle(popup.browser.messages('history_call_back')).first().click();
  await far.waitForEvent('CALL_ESTABLISHED', { since: mark });
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
  assert.equal(calls(), 3);
});

test('without the microphone’s permission no call leaves, and the page that asks for it opens', async (t) => {
  const { browser, popup } = await t.signedIn({ microphone: 'denied' });
  const pbx = await t.pbx();
  await t.phone({ user: '2000' });
  await popup.dial('2000');
  await until(() => browser.context.pages().some((page) => page.url().includes('options.html')), { what: 'the options page' });
  await sleep(500);
  assert.equal(pbx.trace.find({ since: t.since, method: 'INVITE' }).length, 0, 'nothing was sent');
  await browser.setMicrophone('granted');
  await popup.when((s) => s.microphone === 'granted', { what: 'the microphone to be granted' });
  await popup.page.bringToFront();
  await popup.dial('2000');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('the card closes on Escape and on a click beside it, and leaves nothing behind', async (t) => {
  const { browser } = await t.signedIn();
  const pages = await t.pages();
  const page = await openPainted(browser, pages.add('close-card.html', '<!doctype html><title>x</title><p>0912 345 678</p><p style="margin-top:300px">beside</p>'));
  const before = await page.content();
  for (const leave of [() => page.keyboard.press('Escape'), () => clickText(page, 'beside')]) {
    await clickText(page, '0912 345 678');
    await waitForCard(page);
    await leave();
    await waitForNoCard(page);
    assert.equal(await page.content(), before);
  }
});

test('a call placed from a page goes on when that page is closed', async (t) => {
  const { browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const pages = await t.pages();
  const far = await t.phone({ user: 'pstn' });
  const ear = await t.ear(browser);
  const page = await openPainted(browser, pages.add('close.html', '<!doctype html><p>0912 345 678</p>'));
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  await far.waitForEvent('CALL_ESTABLISHED');
  await ear.hears();
  const since = Date.now();
  await page.close();
  await sleep(1500);
  assert.ok(await ear.longestGap(since) < 500, 'the far end stays audible');
  const { callId } = pbx.trace.find({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' })[0];
  await waitForTone(pbx, 'browser', callId, MIC_HZ);
  assert.ok(toneInCall(pbx, 'browser', callId, MIC_HZ, since, since + 1000).toneSeconds > 0.4);
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
});
