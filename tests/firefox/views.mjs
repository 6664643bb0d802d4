// The extension's own pages in Firefox, used by their accessible names, and its popup in the browser's panel.
import { until } from '../pbx/process.mjs';
import { PopupView, watchSnapshots } from '../e2e/lib/popup.mjs';

/** Runs in a page: its control with this name, if it can be used. */
function named(name) {
  const nameOf = (element) => (element.ariaLabel
    ?? element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ')
    ?? (element.labels?.length ? (element.labels[0].querySelector('.strong') ?? element.labels[0]).textContent : element.textContent)).trim();
  return [...document.querySelectorAll('button, input, select, a[href], summary')]
    .find((element) => element.checkVisibility() && !element.disabled && nameOf(element) === name);
}

/** Runs in a page: the middle of that control, in view; null where there is none. */
const LOCATE = `(name) => {
  const found = (${named})(name);
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}`;

/** A page of the extension in a tab; waits and snapshots are those of the tests in Chromium. */
export class View extends PopupView {
  static async open(firefox, file) {
    const page = await firefox.ownPage(file);
    await watchSnapshots(page);
    return new View(firefox, page);
  }

  /** Clicks the control of this name, with the mouse. */
  async press(name) {
    const { x, y } = await until(() => this.page.evaluate(LOCATE, name), { what: `the control «${name}»` });
    await this.page.mouse(x, y);
  }

  /** Types into the field of this name. */
  async fill(name, text) {
    await this.press(name);
    await this.page.evaluate(() => document.activeElement.select());
    await this.page.keys(text);
  }

  /** Waits until the page shows this text. */
  async shows(text) {
    return until(() => this.page.evaluate((what) => document.body.innerText.includes(what), text), { what: `«${text}»` });
  }

  /** Signs in to a PBX as a person does, and waits for the registration. */
  async signIn({ serverUrl, domain, username, password }) {
    await this.press('Other PBX');
    for (const [name, value] of Object.entries({ 'Server URL': serverUrl, Domain: domain, 'User name': username, Password: password })) {
      await this.fill(name, value);
    }
    await this.press('Sign in');
    await this.registered();
  }
}

/**
 * The popup in the browser's own panel, over the tab that is in front. WebDriver does not reach into the panel,
 * so an open page of the extension looks into it, and its controls are pressed by script.
 */
export class Popup {
  static async open(view) {
    const popup = new Popup(view.page);
    // It opens by itself when a call begins.
    if (await popup.text() === null) await view.page.evaluate(() => chrome.action.openPopup());
    await until(() => popup.text(), { what: 'the popup' });
    return popup;
  }

  constructor(page) { this.page = page; }

  /** Runs `(...args) => …`, given as text, with the popup's `document`; null while there is no popup. */
  #inside(text, ...args) {
    return this.page.evaluate(`(...args) => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      if (!popup) return null;
      const { document } = popup;
      return (${text})(...args);
    }`, ...args);
  }

  text() { return this.#inside('() => document.body.innerText'); }

  async shows(text) { return until(async () => (await this.text())?.includes(text), { what: `«${text}» in the popup` }); }

  async press(name) {
    await until(() => this.#inside(`(name) => { const found = (${named})(name); found?.click(); return Boolean(found); }`, name), { what: `«${name}» in the popup` });
  }

  value(name) { return this.#inside(`(name) => (${named})(name)?.value ?? null`, name); }

  async close() {
    await this.page.evaluate(() => chrome.extension.getViews({ type: 'popup' }).forEach((popup) => popup.close()));
    await until(async () => (await this.text()) === null, { what: 'the popup to be gone' });
  }
}
