// `node relay.mjs PORT SOCKET`: a Unix socket that leads to a TCP port on this namespace's loopback. Unix
// sockets are files, so another network namespace reaches them.
import { renameSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const [port, socket] = process.argv.slice(2);
// A socket is a file a moment before it listens: it has its name only then.
const early = `${socket}.early`;
createServer((outside) => {
  const inside = connect(Number(port), '127.0.0.1');
  outside.pipe(inside).pipe(outside);
  outside.on('error', () => inside.destroy());
  inside.on('error', () => outside.destroy());
}).listen(early, () => renameSync(early, socket));
