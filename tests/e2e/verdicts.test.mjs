// The options page: first run, signing in and out, and a verdict that names what is wrong.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { OptionsView } from './lib/options.mjs';
import { test } from './lib/runner.mjs';
import { freePort, sleep, until } from '../pbx/process.mjs';

test('the first run leads to the options page; filled in there, the phone is registered', async (t) => {
  const browser = await t.browser({ microphone: 'granted' });
  const pbx = await t.pbx();
  const account = await t.account();
  const page = await until(() => browser.context.pages().find((p) => p.url().includes('options.html?welcome')), { what: 'the welcome page' });
  const options = await OptionsView.on(browser, page);
  await options.fill(account);
  await options.press('Sign in');
  await options.registered();
  await options.says('state_registered');
  const register = await pbx.trace.waitFor({ since: t.since, method: 'REGISTER', proto: 'ws', direction: 'in' });
  assert.match(register.header('contact'), /transport=ws/i);
  assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), '', 'the password is never shown back');
  const popup = await t.popup(browser);
  await popup.says('state_registered');
});

test('a wrong password is called by its name', async (t) => {
  const browser = await t.browser();
  const pbx = await t.pbx();
  const options = await OptionsView.open(browser);
  const report = await options.test(await t.account({ password: 'not-the-password' }));
  assert.deepEqual([report.verdict, report.step, report.problem], ['failed', 'signIn', 'wrongPassword']);
  await options.says('problem_wrongPassword');
  const tries = pbx.trace.find({ since: t.since, method: 'REGISTER', proto: 'ws', direction: 'in' });
  assert.ok(tries.length <= 3, `the server is not asked for ever: ${tries.length} times`);
});

test('signing in with a wrong password fails with the same words, and does not go on trying', async (t) => {
  const browser = await t.browser();
  const pbx = await t.pbx();
  const options = await OptionsView.open(browser);
  await options.fill(await t.account({ password: 'not-the-password' }));
  await options.press('Sign in');
  await options.when((s) => s.registration.state === 'failed' && s.registration.problem === 'wrongPassword', { what: 'a failed registration' });
  await options.says('problem_wrongPassword');
  const before = pbx.trace.find({ since: t.since, method: 'REGISTER' }).length;
  await sleep(3000);
  assert.equal(pbx.trace.find({ since: t.since, method: 'REGISTER' }).length, before, 'a wrong password is not sent again and again');
});

test('an account that is right passes, and is not signed in by the test', async (t) => {
  const browser = await t.browser();
  const pbx = await t.pbx();
  const options = await OptionsView.open(browser);
  const account = await t.account();
  const report = await options.test(account);
  assert.deepEqual([report.verdict, report.problem], ['passed', null]);
  await options.page.getByText(browser.messages('test_passed', report.server)).waitFor();
  await pbx.trace.waitFor({ since: t.since, status: 200, cseq: 'REGISTER', proto: 'ws', where: (m) => !m.header('contact') });
  assert.equal((await options.snapshot()).registration.state, 'signedOut');
});

for (const [name, changes, step, problem] of [
  ['an unknown domain', { domain: 'elsewhere.alo.test' }, 'signIn', 'unknownDomain'],
  ['an account that may not register', { username: 'forbidden' }, 'signIn', 'forbidden'],
  ['a port where nothing listens', async () => ({ serverUrl: `ws://127.0.0.1:${await freePort()}` }), 'socket', 'socketFailed'],
  ['a secure URL on a port without TLS', (pbx) => ({ serverUrl: pbx.wsUrl.replace('ws:', 'wss:') }), 'socket', 'tlsOrSocketFailed'],
]) {
  test(`${name} is called by its name`, async (t) => {
    const browser = await t.browser();
    const pbx = await t.pbx();
    const options = await OptionsView.open(browser);
    const account = await t.account(typeof changes === 'function' ? await changes(pbx) : changes);
    const report = await options.test(account);
    assert.equal(report.verdict, 'failed');
    assert.equal(report.problem, problem);
    assert.equal(report.step, step);
    await options.says(`problem_${problem}`);
  });
}

test('a web server without WebSocket, and a WebSocket that never answers, are told apart', async (t) => {
  const browser = await t.browser();
  const web = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
  t.defer(() => { web.closeAllConnections(); web.close(); });
  const silent = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
  t.defer(() => { for (const client of silent.clients) client.terminate(); silent.close(); });
  await until(() => web.address() && silent.address());
  const options = await OptionsView.open(browser);
  const noSocket = await options.test(await t.account({ serverUrl: `ws://127.0.0.1:${web.address().port}` }));
  assert.equal(noSocket.problem, 'socketFailed');
  const noAnswer = await options.test({ serverUrl: `ws://127.0.0.1:${silent.address().port}/sip`, password: 'x' });
  assert.deepEqual([noAnswer.step, noAnswer.problem], ['answer', 'noAnswer']);
  await options.says('problem_noAnswer');
}, { beside: true });

test('something that answers, but not in SIP, is called by its name', async (t) => {
  const browser = await t.browser();
  const babbler = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
  babbler.on('connection', (client) => client.on('message', () => client.send('{"jsonrpc":"2.0","error":"what?"}')));
  t.defer(() => { for (const client of babbler.clients) client.terminate(); babbler.close(); });
  await until(() => babbler.address());
  const options = await OptionsView.open(browser);
  const report = await options.test(await t.account({ serverUrl: `ws://127.0.0.1:${babbler.address().port}` }));
  assert.deepEqual([report.step, report.problem], ['answer', 'notSip']);
  await options.says('problem_notSip');
});

test('a server URL that is not encrypted is refused before anything is sent', async (t) => {
  const browser = await t.browser();
  const options = await OptionsView.open(browser);
  await options.fill(await t.account({ serverUrl: 'ws://pbx.example.com/ws' }));
  await options.press('Sign in');
  await options.says('fault_serverUrlPlain');
  assert.equal((await options.snapshot()).account, null);
});

test('signing out unregisters, ends a call that is up and forgets the account', async (t) => {
  const { account, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: '2000' });
  await popup.dial('2000');
  await popup.call('connected');
  // The settings ask to hang up first (`popup_views`); the wish itself ends the call.
  assert.equal(await popup.command({ type: 'signOut' }), null);
  await far.waitForEvent('CALL_CLOSED');
  await popup.when((s) => s.registration.state === 'signedOut' && !s.account, { what: 'signed out' });
  await pbx.trace.waitFor({
    since: t.since, method: 'REGISTER', proto: 'ws', direction: 'in',
    where: (m) => m.text.includes(account.username) && (m.header('expires') === '0' || /expires=0/.test(m.header('contact') ?? '')),
  });
  const caller = await t.phone({ user: '2001' });
  await caller.dial(account.username);
  const closed = await caller.waitForEvent('CALL_CLOSED');
  assert.match(closed.param, /^4(80|04)/, 'nobody is there any more');
});

test('the microphone step asks in the page and its meter moves with the voice', async (t) => {
  const browser = await t.browser({ microphone: 'granted' });
  const options = await OptionsView.open(browser);
  await options.page.getByRole('button', { name: /^(Allow|Test) microphone$/ }).click();
  const meter = options.page.getByRole('meter', { name: browser.messages('microphone_level') });
  await meter.waitFor();
  await until(async () => Number(await meter.getAttribute('aria-valuenow')) > 0, { what: 'the meter to move', every: 30 });
});

test('in Vietnamese every word of popup and options is Vietnamese', async (t) => {
  const { browser, popup } = await t.signedIn({ lang: 'vi' });
  await popup.says('state_registered');
  await popup.page.getByRole('button', { name: browser.messages('call'), exact: true }).waitFor();
  const options = await OptionsView.open(browser);
  await options.page.getByRole('button', { name: browser.messages('sign_out'), exact: true }).waitFor();
  assert.notEqual(browser.messages('state_registered'), 'Ready');
});
