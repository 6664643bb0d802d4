// The SIP messages that Kamailio received and sent, from the files of its sipdump module.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './process.mjs';

export class Trace {
  constructor(dir) { this.dir = dir; }

  /** Every message so far, in order of time, survivors of a killed Kamailio included. */
  messages() {
    const found = [];
    let names = [];
    try { names = readdirSync(this.dir); } catch { /* stopped */ }
    for (const name of names.filter((n) => n.endsWith('.data'))) {
      const text = readFileSync(path.join(this.dir, name), 'utf8');
      for (const part of text.split('====================\n').slice(1)) {
        const message = parse(part);
        if (message) found.push(message);
      }
    }
    return found.sort((a, b) => a.time - b.time);
  }

  /** A moment, to be given as `since`. */
  mark() { return this.messages().at(-1)?.time ?? 0; }

  /** Messages after `since` that fit every given field; `where` may look closer. */
  find({ since = 0, method, status, direction, proto, cseq, where = () => true } = {}) {
    return this.messages().filter((m) => m.time > since
      && (method === undefined || m.method === method)
      && (status === undefined || m.status === status)
      && (direction === undefined || m.direction === direction)
      && (proto === undefined || m.proto === proto)
      && (cseq === undefined || m.cseq === cseq)
      && where(m));
  }

  async waitFor(query, { timeout = 10_000 } = {}) {
    return until(() => this.find(query)[0], { what: `SIP message ${JSON.stringify(query)}`, timeout });
  }

  /** One line a message, as a ladder would have it. */
  summary(since = 0) {
    const messages = this.messages().filter((m) => m.time > since);
    const start = messages[0]?.time ?? 0;
    return messages.map((m) => {
      const what = m.method ? `${m.method} ${m.uri}` : `${m.status} ${m.phrase} (${m.cseq})`;
      const way = m.direction === 'in' ? `${m.proto}:${m.source} →` : `→ ${m.proto}:${m.target}`;
      return `${((m.time - start) * 1000).toFixed(0).padStart(7)} ms  ${way.padEnd(24)} ${what}`;
    }).join('\n');
  }
}

function parse(part) {
  const [head, rest] = part.split('~~~~~~~~~~~~~~~~~~~~\n', 2);
  // The last block of a file that is being written may not be whole yet.
  if (rest === undefined || !rest.includes('||||||||||||||||||||')) return null;
  const meta = Object.fromEntries(head.trim().split('\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  }));
  const text = rest.slice(0, rest.lastIndexOf('||||||||||||||||||||'));
  const [headText] = text.split(/\r?\n\r?\n/, 1);
  const [startLine, ...lines] = headText.split(/\r?\n/);
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
  });
  const header = (name) => headers.find(([n]) => n === name.toLowerCase())?.[1] ?? null;
  const message = {
    time: Number(meta.time),
    direction: meta.tag === 'rcv' ? 'in' : 'out',
    proto: meta.proto?.split(' ')[0],
    source: meta.srcport,
    target: meta.dstport,
    text,
    header,
    headers: (name) => headers.filter(([n]) => n === name.toLowerCase()).map(([, value]) => value),
    callId: header('call-id'),
    cseq: header('cseq')?.split(/\s+/)[1] ?? null,
  };
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(startLine);
  if (response) return { ...message, status: Number(response[1]), phrase: response[2] };
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(startLine);
  if (request) return { ...message, method: request[1], uri: request[2] };
  return null;
}
