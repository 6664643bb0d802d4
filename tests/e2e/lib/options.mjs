// The options page by its labels.
import { watchSnapshots, PopupView } from './popup.mjs';

export class OptionsView extends PopupView {
  static async open(browser, query = '') {
    const page = await browser.openOptions(query);
    return OptionsView.on(browser, page);
  }

  static async on(browser, page) {
    await watchSnapshots(page);
    return new OptionsView(browser, page);
  }

  /** Fills the account's fields; what is not named stays as it is. */
  async fill({ serverUrl, domain, username, password, displayName }) {
    const fields = { 'Server URL': serverUrl, Domain: domain, 'User name': username, Password: password, 'Display name': displayName };
    for (const [label, value] of Object.entries(fields)) {
      if (value !== undefined) await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  /** Tests what is in the fields; resolves to the final report of the snapshot. */
  async test(account, { timeout = 25_000 } = {}) {
    await this.fill(account);
    // The report of an earlier test stays in the snapshot until this one begins.
    const before = JSON.stringify((await this.snapshot())?.test ?? null);
    await this.press('Test connection');
    const { test } = await this.when((s) => s.test && s.test.verdict !== 'running' && JSON.stringify(s.test) !== before, { what: 'a verdict', timeout });
    return test;
  }
}
