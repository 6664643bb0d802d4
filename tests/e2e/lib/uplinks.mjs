// A desk with two ways to the world, in network namespaces: the browser lives in one, the PBX and this
// process in the other, and between them lie two cables, `wifi` and `mobile`, that can be pulled.
//
//   desk (browser)   wifi   10.211.1.2 ──── 10.211.1.1   core (PBX, test)   server: 10.211.0.1
//                    mobile 10.211.2.2 ──── 10.211.2.1
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'node:tls';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';

/** Where the PBX is reached from the desk, whatever the cable. */
export const SERVER = '10.211.0.1';
const CABLES = { wifi: { net: '10.211.1', metric: 100 }, mobile: { net: '10.211.2', metric: 200 } };

const ip = (...args) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** Why namespaces cannot be made here; null if they can. */
export function whyNot() {
  const name = `alo-try-${process.pid}`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'del', name);
    return null;
  } catch (error) {
    return `network namespaces cannot be made here: ${String(error.stderr ?? error.message).trim()}`;
  }
}

export class Uplinks {
  constructor(id) {
    this.desk = `alo-desk-${id}`;
    this.core = `alo-core-${id}`;
  }

  /** Makes both namespaces and lays the cables; `mobile` is not plugged in yet. */
  static make() {
    const uplinks = new Uplinks(process.pid);
    const { desk, core } = uplinks;
    try {
      for (const name of [desk, core]) {
        ip('netns', 'add', name);
        ip('-n', name, 'link', 'set', 'lo', 'up');
      }
      ip('-n', core, 'addr', 'add', `${SERVER}/32`, 'dev', 'lo');
      for (const [cable, { net }] of Object.entries(CABLES)) {
        // Both ends are born where they belong: the machine's own interfaces never change.
        ip('link', 'add', cable, 'netns', desk, 'type', 'veth', 'peer', 'name', cable, 'netns', core);
        ip('-n', core, 'addr', 'add', `${net}.1/24`, 'dev', cable);
        ip('-n', core, 'link', 'set', cable, 'up');
      }
      uplinks.plug('wifi');
      return uplinks;
    } catch (error) {
      uplinks.remove();
      throw error;
    }
  }

  /** Gives the interface an address (another one where `host` is another) and a route. */
  plug(cable, { host = 2 } = {}) {
    const { net, metric } = CABLES[cable];
    ip('-n', this.desk, 'link', 'set', cable, 'up');
    ip('-n', this.desk, 'addr', 'replace', `${net}.${host}/24`, 'dev', cable);
    ip('-n', this.desk, 'route', 'replace', 'default', 'via', `${net}.1`, 'dev', cable, 'metric', String(metric));
  }

  /** Takes the interface away, with its address and route. */
  pull(cable) {
    ip('-n', this.desk, 'addr', 'flush', 'dev', cable);
    ip('-n', this.desk, 'link', 'set', cable, 'down');
  }

  /** Everything sent into the cable is lost, and no interface says so: a dead access point. */
  swallow(cable) { this.#drop('-A', cable); }

  mend(cable) { this.#drop('-D', cable); }

  #drop(change, cable) {
    for (const rule of [['INPUT', '-i'], ['OUTPUT', '-o']]) {
      const args = [change, rule[0], rule[1], cable, '-j', 'DROP'];
      try {
        execFileSync('ip', ['netns', 'exec', this.core, 'iptables', '-w', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
      } catch (error) {
        // Mending what is whole is no fault.
        if (change === '-A') throw error;
      }
    }
  }

  remove() {
    for (const name of [this.desk, this.core]) {
      try { ip('netns', 'del', name); } catch { /* never made, or gone */ }
    }
  }

  /** Runs `script` of this folder with Node.js in the core; its output indented. Resolves to its exit code. */
  run(script, args, env) {
    const child = spawn('ip', ['netns', 'exec', this.core, process.execPath, script, ...args], {
      env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) console.log(`    ${line}`);
    });
    return { child, done: new Promise((resolve) => { child.once('exit', (code) => resolve(code)); }) };
  }
}

/** TLS in front of a WebSocket port on loopback: outside loopback the phone takes `wss:` only. */
export async function tlsFront(dir, port) {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(dir, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
    '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=pbx.alo.test', '-addext', `subjectAltName=IP:${SERVER}`], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (outside) => {
    const inside = connect(port, '127.0.0.1');
    outside.pipe(inside).pipe(outside);
    outside.on('error', () => inside.destroy());
    inside.on('error', () => outside.destroy());
  });
  await new Promise((resolve) => { server.listen(0, SERVER, resolve); });
  return { url: `wss://${SERVER}:${server.address().port}`, close: () => server.close() };
}
