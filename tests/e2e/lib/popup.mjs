// The popup as a person uses it: by the accessible names that a screen reader reads. Beside it the
// snapshots that the agent pushes, for waiting on a state and for reading what is not on screen.
import { sleep, until } from '../../pbx/process.mjs';

/** Between two presses of one hand, ms. */
const HAND_MS = 500;

export class PopupView {
  static async open(browser) {
    const page = await browser.openPopup();
    const view = new PopupView(browser, page);
    await watchSnapshots(page);
    return view;
  }

  /** Snapshots without the popup, from the options page: the popup would mark missed calls as seen. */
  static async observe(browser) {
    const page = await browser.openOptions();
    const view = new PopupView(browser, page);
    await watchSnapshots(page);
    return view;
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
    this.pressedAt = 0;
  }

  /** Closes the popup, as a click beside it would. */
  async close() { await this.page.close(); }

  get number() { return this.page.getByLabel('Phone number', { exact: true }); }

  button(name) { return this.page.getByRole('button', { name, exact: true }); }

  /** Presses as fast as a person can: of two presses in less than 450 ms the popup takes the second for a double-click's. */
  async press(name) {
    const rest = HAND_MS - (Date.now() - this.pressedAt);
    if (rest > 0) await sleep(rest);
    await this.button(name).click({ timeout: 10_000 });
    this.pressedAt = Date.now();
  }

  /** Types the number and presses Call. */
  async dial(number) {
    await this.number.fill(number);
    await this.press('Call');
  }

  /** Waits for a text in the popup; `key` of `_locales`, `values` for its placeholders. */
  async says(key, { timeout = 10_000, values = [] } = {}) {
    await this.page.getByText(this.browser.messages(key, ...values)).first().waitFor({ timeout });
  }

  async snapshot() { return this.page.evaluate(() => globalThis.__snapshot ?? null); }

  /** Waits for a snapshot that `probe` accepts; resolves to it. */
  async when(probe, { what = String(probe), timeout = 10_000 } = {}) {
    let last = null;
    try {
      return await until(async () => {
        last = await this.snapshot();
        return last && probe(last) && last;
      }, { what: `a snapshot: ${what}`, timeout });
    } catch (error) {
      throw new Error(`${error.message}\nlast: ${JSON.stringify(last)}`, { cause: error });
    }
  }

  async registered({ timeout = 15_000 } = {}) {
    return this.when((s) => s.registration.state === 'registered', { what: 'registered', timeout });
  }

  /** Waits until exactly one call that is not over has this state; resolves to it. */
  async call(state, { timeout = 10_000 } = {}) {
    const snapshot = await this.when((s) => s.calls.some((c) => c.state === state), { what: `a call that is ${state}`, timeout });
    return snapshot.calls.find((c) => c.state === state);
  }

  /** Sends a command past the screen; resolves to the refusal, or null. */
  async command(command) { return this.page.evaluate((what) => globalThis.__command(what), command); }

  /**
   * For calls in which one hears oneself: the echo canceller takes the own tone for the echo that it is, and
   * silences the microphone for seconds at a time (see `PEOPLE_HZ`).
   */
  async withoutEchoCanceller() {
    const { audio } = await this.snapshot();
    await this.command({ type: 'setAudio', audio: { ...audio, echoCancellation: false } });
  }

  /** Waits until no call is alive. */
  async quiet({ timeout = 10_000 } = {}) {
    return this.when((s) => s.calls.every((c) => c.state === 'ended'), { what: 'no call alive', timeout });
  }
}

/** Opens a second port from one of the extension's own pages and keeps its newest snapshot. */
export async function watchSnapshots(page) {
  await page.evaluate(async () => {
    let last = 0;
    const asked = new Map();
    const connect = () => {
      const port = chrome.runtime.connect({ name: 'ui' });
      globalThis.__command = (command) => new Promise((resolve) => {
        last += 1;
        asked.set(last, resolve);
        port.postMessage({ seq: last, command });
      });
      port.onMessage.addListener((push) => {
        if (push?.type === 'reply') asked.get(push.seq)?.(push.refusal ?? null);
        if (push?.type !== 'snapshot') return;
        if (!globalThis.__snapshot || push.revision >= globalThis.__snapshot.revision) globalThis.__snapshot = push;
      });
      port.onDisconnect.addListener(() => {
        void chrome.runtime.lastError;
        globalThis.__snapshot = null;
        setTimeout(connect, 100);
      });
    };
    await chrome.runtime.sendMessage({ to: 'worker', type: 'ensureAgent' });
    connect();
  });
}
