// A real Firefox with the built extension, over WebDriver BiDi: pages, a person's mouse and keys, the card,
// the extension's own pages, and the browser's own window ("chrome") for what only the browser can tell.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child, removeDir, tempDir, until } from '../pbx/process.mjs';

const WebSocket = createRequire(new URL('../e2e/package.json', import.meta.url))('ws');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const ID = 'alo@alo-phone.github.io';
const COMMAND_MS = 20_000;

/** Keys without a character, as WebDriver names them. */
export const KEY = { escape: '\uE00C', tab: '\uE004', enter: '\uE007', space: ' ' };

// Nothing leaves this computer, and the microphone is a tone, which has to be allowed as a real one has.
const PREFS = {
  'media.navigator.streams.fake': true,
  'security.notification_enable_delay': 0,
  'media.autoplay.default': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  // Its own notifications: without a screen those of the desktop are closed at once.
  'alerts.useSystemBackend': false,
};

/** Starts one. A temporary add-on has the access to pages that a person would have to grant. */
export async function launch({ prefs = {}, size = [1000, 760] } = {}) {
  const dist = path.resolve(root, process.env.ALO_DIST_FIREFOX ?? 'dist/firefox');
  if (!existsSync(path.join(dist, 'manifest.json'))) throw new Error(`no extension at ${dist}: ./build.sh build`);
  const dir = tempDir('alo-firefox-');
  const line = ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;
  writeFileSync(path.join(dir, 'user.js'), Object.entries({ ...PREFS, ...prefs }).map(line).join(''));
  const child = new Child('firefox', process.env.ALO_FIREFOX ?? 'firefox-esr', ['--headless', '--no-remote', '--profile', dir,
    '--remote-debugging-port=0', '--remote-allow-system-access', 'about:blank'],
  { dir, env: { MOZ_HEADLESS_WIDTH: String(size[0]), MOZ_HEADLESS_HEIGHT: String(size[1]) } });
  try {
    const address = await until(() => {
      child.assertRunning();
      return /WebDriver BiDi listening on (ws:\S+)/.exec(child.log())?.[1];
    }, { what: 'Firefox’s address', timeout: 30_000 });
    const firefox = new Firefox(child, dir, await connect(`${address}/session`));
    await firefox.begin(dist);
    return firefox;
  } catch (error) {
    const log = child.log(2000);
    await child.stop();
    removeDir(dir);
    throw new Error(`${error.message}\n${log}`, { cause: error });
  }
}

/** Resolves to `send(method, params)`, which resolves to the result. */
async function connect(address) {
  const socket = new WebSocket(address, { maxPayload: 1 << 28 });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const asked = new Map();
  let last = 0;
  socket.on('message', (data) => {
    const { id, result, error, message } = JSON.parse(data);
    const settle = asked.get(id);
    asked.delete(id);
    settle?.(error ? new Error(`${error}: ${message}`) : null, result);
  });
  socket.on('close', () => asked.forEach((settle) => settle(new Error('Firefox has gone'))));
  return (method, params = {}) => new Promise((resolve, reject) => {
    last += 1;
    const timer = setTimeout(() => reject(new Error(`no answer to ${method} ${JSON.stringify(params).slice(0, 300)}`)), COMMAND_MS);
    asked.set(last, (error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result);
    });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
}

class Firefox {
  constructor(child, dir, send) {
    Object.assign(this, { child, dir, send });
  }

  async begin(dist) {
    await this.send('session.new', { capabilities: {} });
    await this.send('webExtension.install', { extensionData: { type: 'path', path: dist } });
    const { contexts } = await this.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    this.window = new Page(this, contexts[0].context);
    this.origin = await this.inBrowser((id) => `moz-extension://${WebExtensionPolicy.getByID(id).mozExtensionHostname}`, ID);
    // The worker's first duty after an installation; then it is ready.
    const welcome = await until(async () => (await this.tabs()).find(({ address }) => address === `${this.origin}/options.html?welcome`), { what: 'the page that welcomes' });
    await welcome.close();
  }

  /** Runs `fn` in the browser's own window, with all its rights. */
  inBrowser(fn, ...args) { return this.window.evaluate(fn, ...args); }

  /** Puts the background page to sleep, as Firefox does with an idle one, whatever keeps it; resolves when it is gone. */
  sleepBackground() {
    return this.inBrowser((id) => WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true }), ID);
  }

  backgroundState() { return this.inBrowser((id) => WebExtensionPolicy.getByID(id).extension.backgroundState, ID); }

  /** A new tab in front. Made by the browser itself: `browsingContext.create` at times never answers while other tabs close. */
  async open(url) {
    const context = await this.inBrowser(() => {
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
      return NavigableManager.getIdForBrowser(gBrowser.selectedBrowser);
    });
    const page = new Page(this, context);
    await page.goto(url);
    return page;
  }

  ownPage(name) { return this.open(`${this.origin}/${name}`); }

  async tabs() {
    const { contexts } = await this.send('browsingContext.getTree');
    return contexts.map(({ context, url }) => Object.assign(new Page(this, context), { address: url }));
  }

  async close() {
    await this.send('browser.close').catch(() => {});
    await this.child.stop();
    removeDir(this.dir);
  }
}

/** A tab or a frame. */
class Page {
  constructor(firefox, context) {
    Object.assign(this, { firefox, context, send: firefox.send });
  }

  url() { return this.address ?? this.context; }

  /** Pages of the extension never report that they are loaded, so they are asked. */
  async goto(url) {
    this.address = url;
    await this.send('browsingContext.navigate', { context: this.context, url, wait: url.startsWith('http') ? 'complete' : 'none' });
    await until(() => this.evaluate((to) => location.href.startsWith(to) && document.readyState === 'complete', url), { what: url });
  }

  /** Runs `fn` in the page's own world; arguments and value are JSON, but for nodes (`{ sharedId }`). */
  async evaluate(fn, ...args) {
    const { result, exceptionDetails } = await this.send('script.callFunction', {
      functionDeclaration: `async (...given) => {
        const value = await (${fn})(...given.map((each) => (typeof each === 'string' ? JSON.parse(each) : each)));
        return value === undefined ? 'null' : JSON.stringify(value);
      }`,
      arguments: args.map((value) => (value?.sharedId ? value : { type: 'string', value: JSON.stringify(value) })),
      target: { context: this.context },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  async frames() {
    const { contexts: [{ children }] } = await this.send('browsingContext.getTree', { root: this.context });
    return children.map(({ context, url }) => Object.assign(new Page(this.firefox, context), { address: url }));
  }

  /** Resolves to a PNG, of a box `{ x, y, width, height }` or of all that is in view; it also goes to `file` where one is given. */
  async screenshot({ file, box } = {}) {
    const { data } = await this.send('browsingContext.captureScreenshot', { context: this.context, ...(box && { clip: { type: 'box', ...box } }) });
    const png = Buffer.from(data, 'base64');
    if (file) writeFileSync(file, png);
    return png;
  }

  close() { return this.send('browsingContext.close', { context: this.context }); }

  #act(source) { return this.send('input.performActions', { context: this.context, actions: [source] }); }

  /** Moves the mouse and, unless `button` is null, clicks. */
  async mouse(x, y, button = 0) { await this.mouseOver([{ x, y }], button); }

  /** The same at several places, as fast as the browser can. */
  async mouseOver(points, button = 0) {
    const press = button === null ? [] : [{ type: 'pointerDown', button }, { type: 'pointerUp', button }];
    await this.#act({ type: 'pointer', id: 'mouse', actions: points.flatMap(({ x, y }) => [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, ...press]) });
  }

  /** Types text, or presses keys by their WebDriver code points. */
  async keys(text) {
    await this.#act({ type: 'key', id: 'keys', actions: [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) });
  }
}
