// Requests to a provider as its server sees them, and what a server may do to them.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from './lib/runner.mjs';
import { freePort, until } from '../pbx/process.mjs';

/** A server that notes down what comes, and answers each request by `respond(request, response)`. */
async function server(t, respond) {
  const requests = [];
  const http = createServer((request, response) => {
    const { method, url, headers } = request;
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      requests.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      respond(request, response);
    });
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  t.defer(() => new Promise((resolve) => { http.closeAllConnections(); http.close(resolve); }));
  return { base: `http://127.0.0.1:${http.address().port}/company`, requests };
}

const signIn = (baseUrl) => ({ type: 'omicall', baseUrl, domain: 'saomai', extension: '2001', password: 'hush-hush-1' });

/** Signs in there; resolves to what is wrong with it. */
async function problem(t, baseUrl, { before, timeout = 15_000 } = {}) {
  const browser = await t.browser();
  await before?.(browser);
  const popup = await t.popup(browser);
  await popup.when((s) => s.ready);
  await popup.command({ type: 'providerSignIn', signIn: signIn(baseUrl) });
  const { provider } = await popup.when((s) => s.provider.problem, { what: 'a problem with the provider', timeout });
  return provider.problem;
}

test('a request carries no cookie, no referrer and no secret in its address', async (t) => {
  const { base, requests } = await server(t, (_, response) => {
    response.writeHead(500, { 'set-cookie': 'taste=sweet; Path=/', 'content-type': 'application/json' }).end('{}');
  });
  const browser = await t.browser();
  // A cookie of that host is there before we ask, as one of a page would be.
  const page = await browser.openPage(base);
  assert.equal(await page.evaluate(() => document.cookie), 'taste=sweet');
  const popup = await t.popup(browser);
  await popup.when((s) => s.ready);
  const asked = requests.length;
  await popup.command({ type: 'providerSignIn', signIn: signIn(base) });
  await until(() => requests.length > asked, { what: 'the request' });
  const { url, headers } = requests.at(-1);
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
  assert.ok(!url.includes('hush-hush'), 'the password is not in the address');
});

test('a redirect is not followed', async (t) => {
  const other = await server(t, (_, response) => response.writeHead(200).end('{}'));
  const { base } = await server(t, (_, response) => response.writeHead(307, { location: `${other.base}/elsewhere` }).end());
  assert.equal(await problem(t, base), 'redirected');
  assert.equal(other.requests.length, 0, 'nobody came to where it led');
});

test('an answer without end is not read to its end', async (t) => {
  let sent = 0;
  const { base } = await server(t, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(256 * 1024, 0x20);
    const more = () => {
      while (!response.destroyed && sent < (512 << 20) && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', more);
    more();
  });
  assert.equal(await problem(t, base), 'badAnswer');
  assert.ok(sent < (64 << 20), `${sent} octets were taken`);
});

test('nobody at the address, and a connection that is cut, is told as unreachable', async (t) => {
  assert.equal(await problem(t, `http://127.0.0.1:${await freePort()}/company`), 'unreachable');
  const { base } = await server(t, (request) => request.socket.destroy());
  assert.equal(await problem(t, base), 'unreachable');
});

test('a server that never answers is not waited for without end', async (t) => {
  const { base } = await server(t, () => {});
  assert.equal(await problem(t, base, { timeout: 45_000 }), 'timedOut');
}, { timeout: 90_000, beside: true });

test('a browser that keeps us from the address is told apart from a network that failed', async (t) => {
  const { base, requests } = await server(t, (_, response) => response.writeHead(200).end('{}'));
  const withhold = async (browser) => {
    const page = await browser.openPage('chrome://extensions/');
    await page.evaluate((extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }), browser.id);
  };
  assert.equal(await problem(t, base, { before: withhold }), 'notPermitted');
  // All that comes is the question that a browser asks for a page without rights (CORS).
  assert.deepEqual(requests.filter(({ method }) => method !== 'OPTIONS'), []);
  assert.ok(!JSON.stringify(requests).includes('hush-hush'));
});
