// What a test has at hand. Shared: the PBX, the sandbox, the page server. Own: browsers with an
// account of their own, phones. Everything is closed after the test, whatever happened in it.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPbx } from '../../pbx/pbx.mjs';
import { removeDir, tempDir } from '../../pbx/process.mjs';
import { launch } from './browser.mjs';
import { startPages } from './page-server.mjs';
import { Policy } from './policy.mjs';
import { PopupView } from './popup.mjs';
import { startSandbox } from './sandbox.mjs';
import { Ear, MIC_HZ, writeBursts } from './tone.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The built extension that is tested. */
export const DIST = path.resolve(ROOT, process.env.ALO_DIST ?? 'dist/chrome');

/** Started when the first test asks for it, and again after a failure. */
export class Shared {
  #pbx;
  #pages;
  #sandbox;
  #dir = tempDir('alo-e2e-');
  #nextUser = 1001;

  async pbx() { return this.#pbx ??= await startPbx(); }

  async pages() { return this.#pages ??= await startPages(path.join(ROOT, 'tests/pages')); }

  async sandbox() { return this.#sandbox ??= await this.newSandbox(); }

  async newSandbox(options) { return startSandbox(ROOT, options); }

  get runningPbx() { return this.#pbx; }

  get runningSandbox() { return this.#sandbox; }

  /** A browser's account that no test has used: what an earlier one registered cannot be called. */
  freshUser() {
    const user = String(this.#nextUser);
    this.#nextUser = this.#nextUser === 1099 ? 1001 : this.#nextUser + 1;
    return user;
  }

  /** What a fake microphone hears: a tone of its own for each person of a call (see `PEOPLE_HZ`). */
  micWav(hz = MIC_HZ) {
    const file = path.join(this.#dir, `microphone-${hz}.wav`);
    return existsSync(file) ? file : writeBursts(file, { hz });
  }

  async stop() {
    const running = [this.#pbx, this.#pages, this.#sandbox];
    this.#pbx = this.#pages = this.#sandbox = undefined;
    await Promise.all(running.map((part) => part?.stop()));
  }
}

export class World {
  #shared;
  #browsers = [];
  #deferred = [];
  #traceStart;

  constructor(shared, name) {
    this.#shared = shared;
    this.name = name;
    this.dir = tempDir('alo-test-');
  }

  async pbx() {
    const pbx = await this.#shared.pbx();
    this.#traceStart ??= pbx.trace.mark();
    return pbx;
  }

  /** Time of the PBX's trace when this test began: `since` for its messages. */
  get since() { return this.#traceStart ?? 0; }

  async sandbox() { return this.#shared.sandbox(); }

  /** A sandbox for this test alone: it may be killed, and what its providers know is new. */
  async ownSandbox() {
    if (!this.#ownSandbox) {
      this.#ownSandbox = await this.#shared.newSandbox({ remembers: true });
      this.defer(() => this.#ownSandbox.stop());
    }
    return this.#ownSandbox;
  }

  #ownSandbox;

  async pages() { return this.#shared.pages(); }

  /** A baresip phone for this test; see Phone. `pstn` is called by every long number. */
  async phone(options) {
    const phone = await (await this.pbx()).phone(options);
    this.defer(() => phone.stop());
    return phone;
  }

  /** An account at the PBX that no other test uses. */
  async account(changes) { return (await this.pbx()).account(this.#shared.freshUser(), changes); }

  /** What an administrator decides for an unpacked extension; taken back after the test. */
  policy(extension) {
    const policy = new Policy(extension);
    this.defer(() => policy.remove());
    return policy;
  }

  /**
   * Chromium with the built extension.
   * @param {object} [options] those of `launch`, and
   * @param {object} [options.account] signed in from the first moment, by `provision.json`
   * @param {object} [options.provider] the same, at a provider (a `ProviderSignIn`)
   * @param {object} [options.pages] how pages are treated, by `provision.json` too
   * @param {object} [options.work] settings of the work around a call, the same way
   * @param {object} [options.policy] what an administrator has decided for it, see Policy
   * @param {(id: string) => object} [options.policies] and for the browser
   * @param {number} [options.micHz] tone of its fake microphone
   * @param {string} [options.unreadable] a file of the extension that cannot be read until `browser.canRead()`
   */
  async browser({ account, provider, pages, work, policy, policies, micHz, unreadable, ...options } = {}) {
    assert.ok(existsSync(path.join(DIST, 'manifest.json')), `no built extension at ${DIST}: run ./build.sh build`);
    const extension = path.join(this.dir, `dist-${this.#browsers.length}`);
    cpSync(DIST, extension, { recursive: true });
    if (account || provider || pages || work) writeFileSync(path.join(extension, 'provision.json'), JSON.stringify({ account, provider, pages, work }));
    if (policy || policies) {
      const decided = this.policy(extension);
      decided.set(policy ?? {}, policies?.(decided.id));
    }
    const file = unreadable && path.join(extension, unreadable);
    if (file) renameSync(file, `${file}.away`);
    const browser = await this.#launch({ extension, micWav: this.#shared.micWav(micHz), ...options }, { account, provider });
    browser.canRead = () => renameSync(`${file}.away`, file);
    return browser;
  }

  /** Ends this browser (or has it crash, or kills it) and starts it again with the same profile and extension. */
  async restart(browser, how = {}) {
    await this.end(browser, how);
    return this.start(browser);
  }

  /** The first half of `restart`: its profile stays. */
  async end(browser, { crash = false, kill = false } = {}) {
    browser.keepProfile = true;
    if (kill) await browser.kill();
    else await (crash ? browser.crash() : browser.close());
    this.#browsers.splice(this.#browsers.indexOf(browser), 1);
    this.defer(() => removeDir(browser.dir));
  }

  /** The second half: a browser with the profile of one that was ended. */
  async start(browser) {
    return this.#launch({ ...browser.launchOptions, profile: browser.dir }, browser);
  }

  async #launch(options, { account, provider }) {
    const browser = await launch(options);
    this.#browsers.push(browser);
    browser.launchOptions = options;
    browser.account = account;
    browser.provider = provider;
    browser.messages = readMessages(options.extension, options.lang ?? 'en');
    return browser;
  }

  /** A browser that is signed in to the PBX and registered; its popup is open in a tab. */
  async signedIn(options = {}) {
    const account = await this.account(options.account);
    const browser = await this.browser({ ...options, account });
    const popup = await this.popup(browser);
    await popup.registered();
    return { account, browser, popup };
  }

  /** Opens the popup (in a tab). */
  async popup(browser) { return PopupView.open(browser); }

  /** Listens to the remote audio; the far end's 440 Hz unless told otherwise. */
  async ear(browser, hz) { return new Ear(browser.offscreen, hz).listen(); }

  defer(fn) { this.#deferred.push(fn); }

  /** Ends this test without a verdict: the machine cannot do what it needs. Counted and told as skipped. */
  skip(reason) { throw Object.assign(new Error(reason), { skipped: true }); }

  /** Whatever a test is about: no context may have thrown, and no password may have been logged. */
  async assertClean() {
    for (const browser of this.#browsers) {
      const bad = browser.complaints.filter((line) => /panicked|Uncaught|unreachable executed|is not a function|TypeError|ReferenceError/.test(line));
      assert.deepEqual(bad, [], 'a context of the extension has failed');
      const secrets = [browser.account?.password, browser.provider?.password, browser.provider?.token].filter(Boolean);
      for (const secret of secrets) assert.ok(!browser.complaints.some((line) => line.includes(secret)), 'a secret was logged');
    }
  }

  /** Screenshots into `dir`; the rest as text. */
  async evidence(dir) {
    const parts = [];
    for (const [b, browser] of this.#browsers.entries()) {
      for (const [p, page] of browser.context.pages().entries()) {
        await page.screenshot({ path: path.join(dir, `browser-${b}-page-${p}.png`), timeout: 3000 }).catch(() => {});
        parts.push(`page ${page.url()}\n${await page.locator('body').innerText({ timeout: 1000 }).catch(() => '')}`);
      }
      parts.push(`complaints:\n${browser.complaints.slice(-40).join('\n')}`);
    }
    const pbx = this.#shared.runningPbx;
    if (pbx) {
      parts.push(`SIP since the test began:\n${pbx.trace.summary(this.since)}`);
      writeFileSync(path.join(dir, 'sip.txt'), pbx.trace.messages().filter((m) => m.time > this.since).map((m) => m.text).join('\n----\n'));
      parts.push(pbx.logs(1500));
    }
    if (this.#ownSandbox) parts.push(`--- own sandbox ---\n${this.#ownSandbox.log(3000)}\n${JSON.stringify(await this.#ownSandbox.state().catch(() => null), null, 1)}`);
    if (this.#shared.runningSandbox) parts.push(`--- sandbox ---\n${this.#shared.runningSandbox.log(3000)}`);
    return parts.join('\n\n');
  }

  async close() {
    const failures = [];
    for (const fn of [...this.#browsers.map((b) => () => b.close()), ...this.#deferred.reverse()]) {
      try { await fn(); } catch (error) { failures.push(error); }
    }
    removeDir(this.dir);
    if (failures.length) throw failures[0];
  }
}

/** `browser.messages('key', …substitutions)`: the sentence as `_locales` has it. */
function readMessages(extension, lang) {
  const file = path.join(extension, '_locales', lang, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  return (key, ...values) => {
    const entry = messages[key];
    assert.ok(entry, `no message «${key}» in ${lang}`);
    return entry.message.replace(/\$(\w+)\$/g, (all, name) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content ?? all;
      return content.replace(/\$(\d)/g, (_, digit) => values[digit - 1] ?? '');
    });
  };
}
