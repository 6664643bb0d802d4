// The sound of a call as it passed through rtpengine, from the pcap file that it writes: packets are
// put where they arrived in time, so a pause in the sound is a pause here.
// baresip 1.0's own recording ends at the first hold; this one does not.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Phones send from ports below this one, a browser from the kernel's range above. */
export const FIRST_BROWSER_PORT = 32_768;
const RATE = 8000;

export class Media {
  constructor(dir) { this.dir = dir; }

  /**
   * What the `'browser'` or the `'phone'` sent in the call of this Call-ID, up to now (rtpengine writes
   * some 0.4 s late): `{ rate, start, samples }`, `start` in Unix ms. G.711 only.
   */
  from(side, callId) {
    const folder = path.join(this.dir, 'pcaps');
    const name = readdirSync(folder).find((file) => file.startsWith(encodeURIComponent(callId)) || file.startsWith(callId));
    if (!name) return { rate: RATE, start: 0, samples: new Float32Array(0) };
    const packets = readPcap(readFileSync(path.join(folder, name)))
      .filter((p) => (side === 'browser') === (p.sourcePort >= FIRST_BROWSER_PORT))
      .map((p) => ({ at: p.at, ...readRtp(p.payload) }))
      .filter((p) => p.samples);
    if (!packets.length) return { rate: RATE, start: 0, samples: new Float32Array(0) };
    const start = packets[0].at;
    const end = packets.at(-1).at + 20;
    const samples = new Float32Array(Math.ceil(((end - start) * RATE) / 1000) + 2 * RATE);
    let next = 0;
    for (const packet of packets) {
      const arrived = Math.round(((packet.at - start) * RATE) / 1000);
      // Jitter is smoothed as a phone would: a packet follows the one before unless there was a gap.
      const at = Math.abs(arrived - next) < 0.06 * RATE ? next : arrived;
      if (at + packet.samples.length > samples.length) break;
      samples.set(packet.samples, at);
      next = at + packet.samples.length;
    }
    return { rate: RATE, start, samples: samples.subarray(0, next) };
  }
}

function readPcap(data) {
  const found = [];
  let at = 24;
  while (at + 16 <= data.length) {
    const ms = data.readUInt32LE(at) * 1000 + data.readUInt32LE(at + 4) / 1000;
    const length = data.readUInt32LE(at + 8);
    const frame = data.subarray(at + 16, at + 16 + length);
    at += 16 + length;
    // The last packet of a file that is being written may not be whole.
    if (frame.length < length) break;
    const udp = udpOf(frame);
    if (udp) found.push({ at: ms, ...udp });
  }
  return found;
}

function udpOf(frame) {
  const ip = frame.subarray(14);
  const header = ip[0] >> 4 === 4 ? (ip[0] & 15) * 4 : 40;
  if (ip.length < header + 20) return null;
  return { sourcePort: ip.readUInt16BE(header), payload: ip.subarray(header + 8) };
}

function readRtp(packet) {
  if (packet.length < 13 || packet[0] >> 6 !== 2) return {};
  const type = packet[1] & 127;
  if (type !== 0 && type !== 8) return {};
  let at = 12 + (packet[0] & 15) * 4;
  if (packet[0] & 16) at += 4 + packet.readUInt16BE(at + 2) * 4;
  const table = type === 0 ? ULAW : ALAW;
  return { samples: Float32Array.from(packet.subarray(at), (octet) => table[octet]) };
}

const ULAW = Float32Array.from({ length: 256 }, (_, octet) => {
  const value = ~octet & 255;
  const magnitude = (((value & 15) << 3) + 132 << (value >> 4 & 7)) - 132;
  return (value & 128 ? -magnitude : magnitude) / 32768;
});

const ALAW = Float32Array.from({ length: 256 }, (_, octet) => {
  const value = octet ^ 0x55;
  const exponent = value >> 4 & 7;
  const mantissa = (value & 15) << 4;
  const magnitude = exponent === 0 ? mantissa + 8 : mantissa + 264 << exponent - 1;
  return (value & 128 ? magnitude : -magnitude) / 32768;
});
