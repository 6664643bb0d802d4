// Serves the fixtures of tests/pages on loopback, each with the headers that index.json names for it,
// and pages that a test makes up itself.
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };

/** Resolves to `{ url(file), add(name, body, headers), requests, stop() }`. */
export async function startPages(dir) {
  const indexFile = path.join(dir, 'index.json');
  const index = existsSync(indexFile) ? JSON.parse(readFileSync(indexFile, 'utf8')) : {};
  const added = new Map();
  const requests = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname.slice(1));
    requests.push({ name, method: request.method });
    const file = path.join(dir, name);
    const own = added.get(name);
    if (own) {
      response.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-store', ...own.headers });
      response.end(own.body);
    } else if (name && file.startsWith(dir + path.sep) && existsSync(file)) {
      const headers = headersOf(index, name);
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream', 'cache-control': 'no-store', ...headers });
      response.end(readFileSync(file));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requests,
    url: (file) => `${origin}/${file}`,
    has: (file) => existsSync(path.join(dir, file)),
    add(name, body, headers = {}) {
      added.set(name, { body, headers });
      return `${origin}/${name}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `{ "file.html": { "headers": {…} } }`, or the headers without the word. */
function headersOf(index, name) {
  const entry = index[name] ?? index.pages?.[name] ?? {};
  return entry.headers ?? entry;
}
