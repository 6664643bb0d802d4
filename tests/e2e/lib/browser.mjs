// Chromium with an unpacked extension: its pages as a person sees them (playwright), its offscreen
// document and service worker as only the DevTools protocol shows them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { removeDir, tempDir, until } from '../../pbx/process.mjs';
import { Cdp } from './cdp.mjs';

const CHROMIUM = process.env.ALO_CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--allow-loopback-in-peer-connection',
  '--use-fake-device-for-media-stream',
  '--remote-debugging-port=0',
  // To <profile>/chrome_debug.log: the only place that says why an extension was not loaded.
  '--enable-logging',
  '--log-level=1',
];

/**
 * Starts Chromium with one unpacked extension.
 * @param {object} options
 * @param {string} options.extension   folder with the manifest
 * @param {string} [options.micWav]    what the fake microphone hears, over and over
 * @param {'granted'|'prompt'|'denied'} [options.microphone] permission of the extension's origin. A
 *   headless tab answers a prompt by itself, with a refusal.
 * @param {string} [options.lang]
 * @param {string} [options.profile]   keep and reuse this profile folder
 * @param {string[]} [options.args]    more command-line switches
 * @param {string} [options.netns]     network namespace to start it in
 * @param {boolean} [options.reloads]  the extension may reload itself: without the developer mode Chromium
 *   disables an unpacked one when it does
 * @param {boolean} [options.bfcache]  keep pages in the back/forward cache, which playwright switches off
 */
export async function launch({ extension, micWav, microphone = 'granted', lang = 'en', profile, args = [], netns, reloads = false, bfcache = false }) {
  const dir = profile ?? tempDir('alo-chromium-');
  if (reloads && !profile) {
    mkdirSync(path.join(dir, 'Default'), { recursive: true });
    writeFileSync(path.join(dir, 'Default/Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  }
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: netns ? inNamespace(dir, netns) : CHROMIUM,
    headless: true,
    viewport: { width: 1000, height: 760 },
    // playwright would switch off what is tested here: extensions and sound.
    ignoreDefaultArgs: [...(bfcache ? ['--disable-back-forward-cache'] : []), '--disable-extensions', '--mute-audio', '--disable-component-extensions-with-background-pages'],
    env: { ...process.env, LANGUAGE: lang, LANG: `${lang}.UTF-8` },
    args: [
      ...FLAGS,
      `--lang=${lang}`,
      ...(micWav ? [`--use-file-for-fake-audio-capture=${micWav}`] : []),
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      ...args,
    ],
  });
  const browser = new ExtensionBrowser(context, dir, { keepProfile: Boolean(profile), netns });
  try {
    await browser.open();
    if (microphone !== 'prompt') await browser.setMicrophone(microphone);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

/** A script that starts Chromium in a network namespace, with the file descriptors that it was given. */
function inNamespace(dir, netns) {
  const script = path.join(dir, 'chromium.sh');
  writeFileSync(script, `#!/bin/sh\nexec ip netns exec '${netns}' '${CHROMIUM}' "$@"\n`, { mode: 0o755 });
  return script;
}

class ExtensionBrowser {
  constructor(context, dir, { keepProfile, netns }) {
    this.netns = netns;
    this.context = context;
    this.dir = dir;
    this.keepProfile = keepProfile;
    /** Console errors and uncaught exceptions of pages, offscreen document and worker. */
    this.complaints = [];
  }

  async open() {
    this.cdp = await Cdp.connect(this.dir, { netns: this.netns });
    const worker = await until(async () => (await this.cdp.targets(['service_worker']))
      .find((t) => t.url.startsWith('chrome-extension://')), { what: 'the extension’s service worker' })
      .catch((error) => { throw new Error(`${error.message}\n${this.#loadErrors()}`, { cause: error }); });
    this.id = new URL(worker.url).host;
    this.worker = new Worker(this);
    this.offscreen = new Offscreen(this);
    this.notifications = new Notifications(this);
    this.context.on('page', (page) => this.#listen(page));
    for (const page of this.context.pages()) this.#listen(page);
  }

  #loadErrors() {
    try {
      return readFileSync(path.join(this.dir, 'chrome_debug.log'), 'utf8').split('\n').filter((line) => /xtension/.test(line)).join('\n');
    } catch {
      return '';
    }
  }

  /** Sets the microphone's permission for the extension's origin, as the person or a policy would. */
  async setMicrophone(setting) {
    // playwright's grantPermissions refuses this origin: «opaque».
    await this.cdp.send('Browser.setPermission', {
      permission: { name: 'microphone' }, setting, origin: `chrome-extension://${this.id}`,
    });
  }

  #listen(page) {
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${page.url()}: ${message.text()}`);
    });
  }

  url(file) { return `chrome-extension://${this.id}/${file}`; }

  async openPage(url) {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** The popup as a tab of its size; `page.close()` closes it as a click beside it would. */
  async openPopup() {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    await page.goto(this.url('popup.html'));
    return page;
  }

  /** The side panel, opened by the button of a popup; a session at it, for playwright does not show it. */
  async openPanel(popup) {
    await popup.locator('.panel-button').click();
    const url = this.url('popup.html?panel');
    const target = await until(async () => (await this.cdp.targets(['page'])).find((each) => each.url === url), { what: 'the side panel' });
    return this.cdp.attach(target.targetId);
  }

  async openOptions(query = '') { return this.openPage(this.url(`options.html${query}`)); }

  /** Ends the browser without giving it time to put anything in order. */
  async crash() {
    const gone = new Promise((resolve) => { this.context.once('close', resolve); });
    await this.cdp.send('Browser.crash').catch(() => {});
    await gone;
    this.cdp.close();
  }

  /** Ends the browser's process by SIGKILL: not even a crash handler runs. */
  async kill() {
    const gone = new Promise((resolve) => { this.context.once('close', resolve); });
    const { processInfo } = await this.cdp.send('SystemInfo.getProcessInfo');
    process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
    await gone;
    this.cdp.close();
  }

  async close() {
    this.cdp?.close();
    await this.context.close();
    if (!this.keepProfile) removeDir(this.dir);
  }
}

class Offscreen {
  #session;

  constructor(browser) { this.browser = browser; }

  async target() {
    // Chromium lists an offscreen document as a `background_page`.
    return (await this.browser.cdp.targets(['background_page']))
      .find((t) => t.url.startsWith(`chrome-extension://${this.browser.id}/`));
  }

  /** Waits for the document and attaches to it; a new document gets a new session. */
  async session() {
    const target = await until(() => this.target(), { what: 'the offscreen document' });
    if (this.#session?.targetId !== target.targetId) {
      this.#session = await this.browser.cdp.attach(target.targetId);
      this.#session.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => {
        this.browser.complaints.push(`offscreen: ${e.exception?.description ?? e.text}`);
      });
      this.#session.on('Runtime.consoleAPICalled', ({ type, args }) => {
        if (type === 'error') this.browser.complaints.push(`offscreen: ${args.map((a) => a.value ?? a.description).join(' ')}`);
      });
      await this.#session.send('Runtime.enable');
      // A target is listed before its document has been loaded.
      await until(() => this.#session.evaluate(() => location.protocol === 'chrome-extension:' && document.readyState === 'complete'),
        { what: 'the offscreen document to be loaded' });
    }
    return this.#session;
  }

  async evaluate(fn, ...args) { return (await this.session()).evaluate(fn, ...args); }
}

/** For so many looks, 50 ms apart, no worker may be there: longer than the agent waits before it sends again. */
const LOOKS_WITHOUT_WORKER = 6;

class Worker {
  constructor(browser) { this.browser = browser; }

  async target() {
    return (await this.browser.cdp.targets(['service_worker']))
      .find((t) => t.url.startsWith(`chrome-extension://${this.browser.id}/`));
  }

  async isRunning() { return Boolean(await this.target()); }

  /** Runs `fn` in the worker, which must be running; the session is closed again, as it would keep the worker alive. */
  async evaluate(fn, ...args) {
    const target = await until(() => this.target(), { what: 'the service worker' });
    const session = await this.browser.cdp.attach(target.targetId);
    try {
      // A target is listed before its script runs.
      await until(() => session.evaluate(() => typeof chrome === 'object'), { what: 'the service worker to run' });
      return await session.evaluate(fn, ...args);
    } finally {
      await session.detach();
    }
  }

  /**
   * Stops the worker as Chromium does when it has been idle, and proves it: its target is gone, and stays gone.
   * An event (a message, a notification's button) starts a new one. So does a message that it had not answered
   * when it was stopped: the agent sends it again, and that worker is stopped, too.
   */
  async stop() {
    let gone = 0;
    await until(async () => {
      const target = await this.target();
      if (!target) return (gone += 1) > LOOKS_WITHOUT_WORKER;
      gone = 0;
      await this.browser.cdp.send('Target.closeTarget', { targetId: target.targetId });
      return false;
    }, { what: 'the service worker to be gone' });
  }
}

class Notifications {
  constructor(browser) { this.browser = browser; }

  /** Ids of the notifications that are on screen. */
  async all() {
    return this.browser.worker.evaluate(() => chrome.notifications.getAll().then((all) => Object.keys(all)));
  }

  async waitFor(count, { timeout = 10_000 } = {}) {
    return until(async () => {
      const ids = await this.all();
      return ids.length === count && { ids };
    }, { what: `${count} notification(s)`, timeout }).then(({ ids }) => ids);
  }

  /** What the extension asked to be shown, newest last; needs `record()` to have been called. */
  async shown() { return this.browser.worker.evaluate(() => globalThis.__shown ?? []); }

  /** Notes down the options of each notification from now on, until the worker stops. */
  async record() {
    await this.browser.worker.evaluate(() => {
      if (globalThis.__shown) return;
      globalThis.__shown = [];
      const create = chrome.notifications.create.bind(chrome.notifications);
      chrome.notifications.create = (...args) => {
        const options = args.find((a) => a && typeof a === 'object');
        globalThis.__shown.push({
          id: typeof args[0] === 'string' ? args[0] : null,
          title: options?.title, message: options?.message,
          buttons: (options?.buttons ?? []).map((b) => b.title),
        });
        return create(...args);
      };
    });
  }

  /**
   * Presses a button: headless Chromium draws no notification that a mouse could reach, so the event
   * that the browser would send is handed to the extension's own listeners.
   */
  async press(id, button) {
    await this.browser.worker.evaluate((i, b) => chrome.notifications.onButtonClicked.dispatch(i, b), id, button);
  }

  async click(id) {
    await this.browser.worker.evaluate((i) => chrome.notifications.onClicked.dispatch(i), id);
  }
}
