// A working day in short: many calls in one life of the agent, and nothing piles up in it.
import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';
import { until } from '../pbx/process.mjs';

const CALLS = 50;
/** The first calls fill caches; what grows after them goes on growing. */
const WARM = 10;
/** Octets of JavaScript heap: a fiftieth of it would be 10 KB a call. */
const HEAP_GROWTH = 400 * 1024;
/** Octets of wasm memory: the SIP trace of the diagnostics fills up to its limit of 256 KiB, and is copied. */
const WASM_GROWTH = 1024 * 1024;

/** Counts what the agent opens and closes from now on, and holds none of it alive. */
const count = () => {
  const counts = { peers: 0, peersClosed: 0, sockets: 0, socketsClosed: 0, tracks: 0, tracksStopped: 0 };
  globalThis.__counts = counts;
  const Peer = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Peer {
    #closed = false;

    constructor(...args) { super(...args); counts.peers += 1; }

    close() {
      if (!this.#closed) counts.peersClosed += 1;
      this.#closed = true;
      super.close();
    }
  };
  const Socket = WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      counts.sockets += 1;
      this.addEventListener('close', () => { counts.socketsClosed += 1; });
    }
  };
  const open = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function counted(...args) {
    const stream = await open.apply(this, args);
    for (const track of stream.getTracks()) {
      counts.tracks += 1;
      const stop = track.stop.bind(track);
      track.stop = () => {
        if (track.readyState === 'live') counts.tracksStopped += 1;
        stop();
      };
    }
    return stream;
  };
};

/** Octets in use after the garbage has been collected. */
async function memory(browser) {
  const session = await browser.offscreen.session();
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { result } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: wasm } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId, returnByValue: true,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId });
  return { heap: usedSize, wasm: wasm.value };
}

const elements = (browser) => browser.offscreen.evaluate(() => document.querySelectorAll('*').length);

test('50 calls in a row: no memory, no peer connection, no microphone and no socket is left behind', async (t) => {
  const { account, browser, popup } = await t.signedIn();
  const far = await t.phone({ user: '2000', record: false });
  const ear = await t.ear(browser);
  await browser.offscreen.evaluate(count);
  const counts = () => browser.offscreen.evaluate(() => globalThis.__counts);
  const before = await elements(browser);
  const seen = [];
  for (let call = 1; call <= CALLS; call += 1) {
    const mark = far.mark();
    if (call % 2) {
      await popup.dial('2000');
    } else {
      await far.dial(account.username);
      await popup.call('incoming');
      await popup.press('Answer');
    }
    await far.waitForEvent('CALL_ESTABLISHED', { since: mark });
    await popup.call('connected');
    if (call === 1 || call === CALLS) await ear.listen().then(() => ear.hears());
    // Half of the calls are ended there, half here.
    if (call % 4 < 2) await popup.press('Hang up');
    else await far.hangup();
    await far.waitForEvent('CALL_CLOSED', { since: mark });
    await popup.quiet();
    if (call % WARM === 0) seen.push({ call, ...await memory(browser) });
  }
  console.log(seen.map(({ call, heap, wasm }) => `after ${call} calls: heap ${Math.round(heap / 1024)} KiB, wasm ${wasm / 1024} KiB`).join('\n'));

  // What the last number in the dialer had prepared lives for a minute; everything else is closed at once.
  const { peers, peersClosed, tracks, tracksStopped, sockets } = await counts();
  assert.ok(peers >= CALLS, `peer connections were counted: ${peers}`);
  assert.ok(peers - peersClosed <= 1, `peer connections left: ${peers} made, ${peersClosed} closed`);
  assert.ok(tracks >= CALLS, `microphones were counted: ${tracks}`);
  assert.equal(tracksStopped, tracks, 'microphones left open');
  assert.equal(sockets, 0, 'the first socket was good for all of it');
  assert.equal(await elements(browser), before, 'elements left in the document');
  const [first, last] = [seen[0], seen.at(-1)];
  assert.ok(last.heap - first.heap < HEAP_GROWTH, `heap: ${JSON.stringify(seen)}`);
  assert.ok(last.wasm - first.wasm <= WASM_GROWTH, `wasm: ${JSON.stringify(seen)}`);

  const { history, registration } = await popup.snapshot();
  assert.equal(history.length, CALLS);
  assert.equal(registration.state, 'registered');
  await until(async () => { const c = await counts(); return c.peers === c.peersClosed; }, { what: 'the prepared one to be thrown away', timeout: 70_000, every: 1000 });
}, { timeout: 420_000 });
