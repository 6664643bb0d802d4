// The diagnostics bundle of the options page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { OptionsView } from './lib/options.mjs';
import { test } from './lib/runner.mjs';
import { until } from '../pbx/process.mjs';

/** Every proof of the password that was on the wire, as the PBX saw it. */
function proofs(pbx, since) {
  const messages = pbx.trace.messages().filter((m) => m.time > since && m.proto === 'ws');
  return messages.flatMap((m) => ['authorization', 'proxy-authorization', 'www-authenticate', 'proxy-authenticate']
    .flatMap((name) => m.headers(name))
    .flatMap((value) => [...value.matchAll(/\b(?:response|cnonce|nonce)="([^"]+)"/g)].map(([, secret]) => secret)));
}

test('the report is shown, copied and saved: the call is in it, the password and its proofs are not', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const pbx = await t.pbx();
  const far = await t.phone({ user: 'pstn' });
  await popup.dial('0912345678');
  await popup.call('connected');
  await popup.press('Hang up');
  await far.waitForEvent('CALL_CLOSED');
  await popup.quiet();
  await popup.close();

  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const options = await OptionsView.open(browser);
  const { page } = options;
  assert.equal(await page.getByRole('button', { name: 'Copy', exact: true }).count(), 0, 'nothing is given away unseen');
  await options.press('Show report');
  const report = page.getByLabel('Report', { exact: true });
  await until(async () => (await report.inputValue()).includes('== SIP =='), { what: 'the report' });
  await options.press('Copy');
  await options.says('diagnostics_copied');
  // A headless browser has a clipboard; what is pasted into a field is what anybody else would paste.
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const copied = (await page.locator('#pasted').inputValue()).replaceAll('\r\n', '\n');
  assert.equal(copied.trim(), (await report.inputValue()).trim());

  const [download] = await Promise.all([page.waitForEvent('download'), options.press('Save as file')]);
  assert.equal(download.suggestedFilename(), 'alo-diagnostics.txt');
  const saved = readFileSync(await download.path(), 'utf8');
  assert.equal(saved.trim(), copied.trim());

  for (const wanted of ['INVITE sip:', 'REGISTER sip:', 'SIP/2.0 401', 'SIP/2.0 407', 'm=audio', 'HungUp', 'Chrome/', `user: ${account.username}`]) {
    assert.ok(copied.includes(wanted), `«${wanted}» is missing in\n${copied}`);
  }
  const secrets = proofs(pbx, t.since);
  assert.ok(secrets.length >= 6, 'the PBX saw digests');
  for (const secret of [account.password, ...secrets]) assert.ok(!copied.includes(secret), `${secret} is in the report`);
  for (const line of copied.split('\n')) assert.ok(!/a=ice-pwd:(?!\[hidden\])/.test(line), line);
  assert.ok(!copied.includes('0912345678') && copied.includes('xxxxxxx678'), 'numbers are masked');

  await page.getByLabel('With full numbers').check();
  await until(async () => (await report.inputValue()).includes('0912345678'), { what: 'the report with full numbers' });
  assert.ok(!(await report.inputValue()).includes(account.password));
});
