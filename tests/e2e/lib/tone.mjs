// Tones: made for the fake microphone, measured in the browser's remote audio and in WAV recordings.
// A «share» is the part of a signal's power that lies at one frequency: 1 for a pure tone, about 0
// for silence, speech or another tone (Goertzel's algorithm).
import { readFileSync, writeFileSync } from 'node:fs';
import { until } from '../../pbx/process.mjs';

/** What the fake microphone hears in these tests. */
export const MIC_HZ = 1000;
/**
 * What the microphones of several people in one call hear, one tone each. With the same tone on both sides the
 * browser's echo canceller takes the near one for the far one's echo and silences it for seconds at a time
 * (measured: RMS under 0.01 in 1–7 of 11 seconds in most calls). It does so with some pairs of two tones, too: in
 * calls of 12 s, 1000 and 1600 were each heard within 0.8 s in 6 of 6; 2300 against 1600, or 700 against 1000, after
 * 1.5 to 9 s, and in 1 of 7 not at all. With the canceller off all were heard within 0.8 s: a test in which other
 * pairs are heard uses `withoutEchoCanceller`.
 */
export const PEOPLE_HZ = [MIC_HZ, 1600, 2300];
/** What the far end sends. */
export const FAR_END_HZ = 440;

/**
 * Writes a WAV for `--use-file-for-fake-audio-capture`: bursts, because the browser's noise
 * suppression takes a tone without pauses for noise and turns it down by 20 dB within three seconds.
 */
export function writeBursts(file, { hz = MIC_HZ, on = 0.4, off = 0.2, amplitude = 0.5, rate = 48_000, seconds = 6 } = {}) {
  const period = Math.round((on + off) * rate);
  const frames = Math.floor((seconds * rate) / period) * period;
  const edge = 0.01 * rate;
  const data = Buffer.alloc(44 + frames * 2);
  header(data, frames, rate);
  for (let i = 0; i < frames; i += 1) {
    const at = i % period;
    const left = on * rate - at;
    const envelope = left <= 0 ? 0 : Math.min(1, at / edge, left / edge);
    data.writeInt16LE(Math.round(32767 * amplitude * envelope * Math.sin((2 * Math.PI * hz * i) / rate)), 44 + i * 2);
  }
  writeFileSync(file, data);
  return file;
}

function header(data, frames, rate) {
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + frames * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(rate, 24);
  data.writeUInt32LE(rate * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(frames * 2, 40);
}

/** Share of `hz` in `samples`, and their RMS. Runs here and, as source text, in the browser. */
export function goertzel(samples, rate, hz) {
  const n = samples.length;
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let a = 0;
  let b = 0;
  let power = 0;
  for (let i = 0; i < n; i += 1) {
    // A Hann window keeps a tone's edges and neighbours from spilling into the share.
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (n - 1));
    const x = samples[i] * weight;
    power += x * x;
    const next = x + coefficient * a - b;
    b = a;
    a = next;
  }
  const rms = Math.sqrt(power / n / 0.375);
  if (rms < 1e-4) return { share: 0, rms };
  // With a Hann window a pure tone's bin holds two thirds of the power.
  const at = a * a + b * b - coefficient * a * b;
  return { share: Math.min(1, (2 * at) / (n * power) * 1.5), rms };
}

/** Mono samples −1…1 of a 16-bit WAV; a header that was never completed is forgiven. */
export function readWav(file) {
  const data = readFileSync(file);
  if (data.length < 44 || data.toString('latin1', 0, 4) !== 'RIFF') return { rate: 8000, samples: new Float32Array(0) };
  let at = 12;
  let rate = 8000;
  let channels = 1;
  while (at + 8 <= data.length) {
    const id = data.toString('latin1', at, at + 4);
    const size = data.readUInt32LE(at + 4);
    if (id === 'fmt ') {
      channels = data.readUInt16LE(at + 10);
      rate = data.readUInt32LE(at + 12);
    } else if (id === 'data') {
      const end = size === 0 || at + 8 + size > data.length ? data.length : at + 8 + size;
      const frames = Math.floor((end - at - 8) / (2 * channels));
      const samples = new Float32Array(frames);
      for (let i = 0; i < frames; i += 1) samples[i] = data.readInt16LE(at + 8 + i * 2 * channels) / 32768;
      return { rate, samples };
    }
    at += 8 + size + (size % 2);
  }
  return { rate, samples: new Float32Array(0) };
}

/**
 * How long `hz` sounds in a WAV, which may still be growing: it is cut into windows of 50 ms, and a
 * window counts when most of its power is at `hz`.
 */
export function toneInWav(file, hz) {
  const { rate, samples } = readWav(file);
  return toneInSamples(samples, rate, hz);
}

export function toneInSamples(samples, rate, hz) {
  const size = Math.round(rate * 0.05);
  let toneWindows = 0;
  let soundWindows = 0;
  for (let at = 0; at + size <= samples.length; at += size) {
    const { share, rms } = goertzel(samples.subarray(at, at + size), rate, hz);
    if (rms > 0.005) soundWindows += 1;
    if (rms > 0.005 && share > 0.6) toneWindows += 1;
  }
  return {
    seconds: samples.length / rate,
    toneSeconds: toneWindows * 0.05,
    /** Of what is not silence, the part that is this tone. */
    purity: soundWindows ? toneWindows / soundWindows : 0,
  };
}

/** The tone that one side of a call sent between two moments (Unix ms), as rtpengine saw it. */
export function toneInCall(pbx, side, callId, hz, from, to) {
  const { rate, start, samples } = pbx.media.from(side, callId);
  const index = (at) => Math.min(samples.length, Math.max(0, Math.round(((at - start) * rate) / 1000)));
  const part = samples.subarray(index(from), index(to));
  // Where nothing was recorded there was no tone, so the time asked for counts.
  return { ...toneInSamples(part, rate, hz), seconds: (to - from) / 1000 };
}

/** Waits until one side of a call sends the tone (or has stopped): seen over the last 1.2 s that are written. */
export async function waitForTone(pbx, side, callId, hz, { present = true, timeout = 8000 } = {}) {
  const begun = Date.now();
  return until(() => {
    // rtpengine writes in blocks, so the last half second may not be in the file yet.
    const to = Date.now() - 500;
    if (to - 1200 < begun) return false;
    const { toneSeconds } = toneInCall(pbx, side, callId, hz, to - 1200, to);
    return (present ? toneSeconds >= 0.5 : toneSeconds <= 0.05) && { toneSeconds };
  }, { what: `${hz} Hz from the ${side} to ${present ? 'sound' : 'be gone'}`, timeout, every: 100 });
}

// In the offscreen document: taps each `<audio data-call>` and notes the share of a tone, ten times a second.
const TAP = `(hz) => {
  const goertzel = ${goertzel};
  const tap = globalThis.__aloTap ??= { context: new AudioContext(), nodes: new Map(), log: [], timer: 0 };
  tap.hz = hz;
  tap.log = [];
  clearInterval(tap.timer);
  tap.timer = setInterval(() => {
    const row = { at: Date.now(), share: 0, rms: 0, playing: false };
    for (const audio of document.querySelectorAll('audio[data-call]')) {
      const stream = audio.srcObject;
      const track = stream?.getAudioTracks?.()[0];
      if (!track) continue;
      let node = tap.nodes.get(track.id);
      if (!node) {
        const source = tap.context.createMediaStreamSource(new MediaStream([track]));
        const analyser = tap.context.createAnalyser();
        analyser.fftSize = 8192;
        source.connect(analyser);
        tap.nodes.set(track.id, node = { analyser, source });
      }
      const samples = new Float32Array(node.analyser.fftSize);
      node.analyser.getFloatTimeDomainData(samples);
      const { share, rms } = goertzel(samples, tap.context.sampleRate, tap.hz);
      const playing = !audio.paused && !audio.muted && audio.volume > 0 && track.enabled && track.readyState === 'live';
      if (share >= row.share) Object.assign(row, { share, rms, playing });
    }
    tap.log.push(row);
    if (tap.log.length > 3000) tap.log.shift();
  }, 100);
}`;

/** Listens to the remote audio in the offscreen document. */
export class Ear {
  constructor(offscreen, hz = FAR_END_HZ) {
    this.offscreen = offscreen;
    this.hz = hz;
  }

  /** Begins (again) to note down what is heard. */
  async listen() {
    await this.offscreen.evaluate(`(${TAP})(${this.hz})`);
    return this;
  }

  async log() { return this.offscreen.evaluate(() => globalThis.__aloTap.log); }

  /** Waits until the tone has been heard, through an element that plays, for `seconds` together. */
  async hears({ seconds = 0.5, timeout = 10_000, since = 0 } = {}) {
    const need = Math.max(1, Math.round(seconds * 10));
    return until(async () => {
      const rows = (await this.log()).filter((row) => row.at >= since).slice(-need);
      return rows.length === need && rows.every((row) => row.playing && row.share > 0.7 && row.rms > 0.01) && rows.at(-1);
    }, { what: `${this.hz} Hz in the browser’s remote audio`, timeout, every: 100 }).catch(async (error) => {
      throw new Error(`${error.message}\n${await this.account().catch((failure) => `nothing is known of it: ${failure.message}`)}`, { cause: error });
    });
  }

  /** What was heard instead, for the report of a failed test: which elements play what, and the last three seconds. */
  async account() {
    const elements = await this.offscreen.evaluate(() => [...document.querySelectorAll('audio[data-call]')].map((audio) => {
      const tracks = audio.srcObject?.getAudioTracks?.() ?? [];
      const about = tracks.map((track) => `${track.readyState}${track.enabled ? '' : ' disabled'}${track.muted ? ' muted: nothing has come yet' : ''}`);
      return `call ${audio.dataset.call}: ${audio.paused ? 'paused' : 'plays'}${audio.muted ? ', muted' : ''}, volume ${audio.volume}, tracks: ${about.join('; ') || 'none'}`;
    }));
    const rows = (await this.log()).slice(-30).map((row) => `${row.share.toFixed(2)}@${row.rms.toFixed(3)}${row.playing ? '' : '!'}`);
    return [...elements, `share@rms, ! where it did not play: ${rows.join(' ')}`].join('\n');
  }

  /** The longest time (ms) without the tone since `since`, until now. */
  async longestGap(since) {
    const rows = (await this.log()).filter((row) => row.at >= since);
    let last = since;
    let gap = 0;
    for (const row of rows) {
      if (row.playing && row.share > 0.7) last = row.at;
      gap = Math.max(gap, row.at - last);
    }
    return rows.length ? gap : Infinity;
  }

  /** Waits until the tone has been absent for `seconds`. */
  async falls({ seconds = 0.5, timeout = 10_000 } = {}) {
    const need = Math.max(1, Math.round(seconds * 10));
    return until(async () => {
      const rows = (await this.log()).slice(-need);
      return rows.length === need && rows.every((row) => row.share < 0.3 || row.rms < 0.003);
    }, { what: `${this.hz} Hz to fall silent`, timeout, every: 100 });
  }
}
