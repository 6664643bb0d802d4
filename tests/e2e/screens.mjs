// `node tests/e2e/screens.mjs`: takes the pictures of docs/, from the built extension at the sandbox.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clickText, openPainted, waitForCard } from './lib/card.mjs';
import { Shared, World } from './lib/world.mjs';

const OUT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs/screenshots');
const POPUP = { width: 360, height: 560 };

const shared = new Shared();
const world = new World(shared, 'screens');
try {
  const sandbox = await world.sandbox();
  for (const [lang, scheme] of [['en', 'light'], ['vi', 'dark']]) {
    const browser = await world.browser({ account: sandbox.account('1001'), lang });
    const shot = async (page, name, options) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: path.join(OUT, `${name}-${lang}.png`), ...options });
    };
    const popup = await world.popup(browser);
    await popup.page.setViewportSize(POPUP);
    await popup.registered();
    const say = browser.messages;

    const page = await openPainted(browser, sandbox.ready.http, { numbers: 3 });
    await page.setViewportSize({ width: 1180, height: 760 });
    const number = await page.evaluate(() => document.querySelector('#plain')?.textContent.match(/0\d[\d .]{7,}\d/)?.[0]);
    await clickText(page, number ?? '0912');
    await waitForCard(page);
    await shot(page, 'card');
    await page.keyboard.press('Escape');

    for (const [to, name] of [['602', null], ['0912 345 678', 'Nguyễn Thị Lan']]) {
      await sandbox.call({ to: '1001', from: to.replaceAll(' ', ''), name: name ?? undefined, ring_seconds: 2 });
      await popup.when((s) => s.calls.some((c) => c.state === 'incoming'));
      if (name) await shot(popup.page, 'popup-incoming');
      await popup.quiet({ timeout: 15_000 });
    }
    await popup.page.bringToFront();
    await popup.press(say('dismiss'));
    await shot(popup.page, 'popup-idle');
    await popup.page.locator('#dial-number').fill('0912 345 678');
    await popup.page.getByRole('button', { name: say('call'), exact: true }).first().click();
    await popup.call('connected', { timeout: 20_000 });
    await popup.page.waitForTimeout(3500);
    await shot(popup.page, 'popup-call');

    const options = await browser.openOptions();
    await options.setViewportSize({ width: 900, height: 900 });
    await shot(options, 'options', { fullPage: true });
  }
} finally {
  await world.close();
  await shared.stop();
}
