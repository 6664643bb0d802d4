// Child processes, free ports and waiting, for everything that the tests start.
// A process is ended by its own pid (or its own process group), whatever happens to the test.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';
import { tmpdir } from 'node:os';
import path from 'node:path';

const alive = new Set();
const folders = new Set();

process.on('exit', () => {
  for (const child of alive) child.killNow();
  for (const dir of folders) removeDir(dir);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(128 + ({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })[signal]));
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls `probe` until it gives something truthy; an error with `fatal` set ends the waiting at once. */
export async function until(probe, { what, timeout = 10_000, every = 50 } = {}) {
  const deadline = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = undefined;
    } catch (error) {
      if (error.fatal) throw error;
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${timeout} ms in vain for ${what ?? probe}${last ? `: ${last.message}` : ''}`, { cause: last });
    }
    await sleep(every);
  }
}

/** A new folder under the system's temporary one; it goes when this process ends, if not before. */
export function tempDir(prefix) {
  const dir = mkdtempSync(path.join(tmpdir(), prefix));
  folders.add(dir);
  return dir;
}

/** Removes a folder of `tempDir`, unless ALO_KEEP_LOGS asks for it to stay. */
export function removeDir(dir) {
  folders.delete(dir);
  if (process.env.ALO_KEEP_LOGS) return;
  // Chromium's last children may still be writing into their profile.
  try { rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }); } catch { /* left behind */ }
}

/** A free TCP port that is free for UDP too. */
export async function freePort() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const chosen = server.address().port;
        server.close(() => resolve(chosen));
      });
    });
    if (await udpIsFree(port)) return port;
  }
  throw new Error('no free port found');
}

const udpIsFree = (port) => new Promise((resolve) => {
  const socket = createSocket('udp4');
  socket.once('error', () => resolve(false));
  socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
});

/** The rows of ports that this process has chosen: what is free now may be another PBX's in a moment. */
const rows = [];

/** The first of a row of `count` UDP ports, outside the kernel's range for outgoing sockets. */
export async function freeUdpRange(count) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 10_000 + 2 * Math.floor(Math.random() * ((30_000 - count - 10_000) / 2));
    if (rows.some((row) => first < row.first + row.count && row.first < first + count)) continue;
    if (rows.push({ first, count }) > 8) rows.shift();
    const probes = [first, first + 2, first + Math.floor(count / 4) * 2, first + count - 1];
    const free = await Promise.all(probes.map(udpIsFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no free range of ports found');
}

/**
 * A child with its own process group, its output in `<dir>/<name>.log`.
 * `stop()` asks politely (SIGTERM) and then kills; both reach only this child's group.
 */
export class Child {
  constructor(name, command, args, { dir, env, cwd, stdout } = {}) {
    this.name = name;
    this.logFile = path.join(dir, `${name}.log`);
    const log = openSync(this.logFile, 'a');
    this.process = spawn(command, args, {
      cwd: cwd ?? dir,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', stdout === 'pipe' ? 'pipe' : log, log],
    });
    closeSync(log);
    this.exited = new Promise((resolve) => {
      this.process.once('error', (error) => { this.error = error; alive.delete(this); resolve(); });
      this.process.once('exit', (code, signal) => {
        this.exit = { code, signal };
        alive.delete(this);
        resolve();
      });
    });
    alive.add(this);
  }

  get running() { return !this.exit && !this.error; }

  /** The log so far; at most its last `max` characters. */
  log(max = Infinity) {
    let text = '';
    try { text = readFileSync(this.logFile, 'utf8'); } catch { /* never written */ }
    return max === Infinity ? text : text.slice(-max);
  }

  /** Throws when the child has ended: for use inside a probe that waits for it to be ready. */
  assertRunning() {
    if (this.running) return;
    const why = this.error ? `could not be started: ${this.error.message}` : `ended (${JSON.stringify(this.exit)})`;
    throw Object.assign(new Error(`${this.name} ${why}`), { fatal: true });
  }

  signal(name) {
    if (!this.process.pid) return;
    try { process.kill(-this.process.pid, name); } catch { /* gone already */ }
  }

  killNow() { this.signal('SIGKILL'); }

  async kill() {
    this.killNow();
    await this.exited;
  }

  async stop({ patience = 3000 } = {}) {
    if (this.running) {
      this.signal('SIGTERM');
      await Promise.race([this.exited, sleep(patience)]);
    }
    // The group may outlive its leader for a moment.
    this.killNow();
    await this.exited;
  }
}
