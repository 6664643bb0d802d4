// What an administrator decides for an extension: a file among the browser's policies, which only root may
// write. Each extension's values stand in a file of their own, because several browsers run on one machine.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DIR = process.env.ALO_POLICIES ?? '/etc/chromium/policies/managed';

/** The id that Chromium gives an unpacked extension: of the folder's name. */
const idOf = (dir) => [...createHash('sha256').update(path.resolve(dir)).digest('hex').slice(0, 32)]
  .map((digit) => String.fromCharCode('a'.charCodeAt(0) + parseInt(digit, 16))).join('');

export class Policy {
  constructor(extension) {
    this.id = idOf(extension);
    this.file = path.join(DIR, `alo-test-${this.id}.json`);
  }

  /** Decides, for the extension and for the browser; one that runs takes it up after some seconds. */
  set(values, browser = {}) {
    try {
      mkdirSync(DIR, { recursive: true });
      accessSync(DIR, constants.W_OK);
    } catch {
      throw Object.assign(new Error(`nobody but root may write policies to ${DIR}`), { skipped: true });
    }
    writeFileSync(this.file, JSON.stringify({ ...browser, '3rdparty': { extensions: { [this.id]: values } } }));
  }

  remove() { rmSync(this.file, { force: true }); }
}
