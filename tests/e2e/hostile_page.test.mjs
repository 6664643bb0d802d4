// Pages that try to make us dial. Whatever they do, nothing leaves without a person's own click on
// our card, and nothing but what the card showed.
import assert from 'node:assert/strict';
import { clickText, openCard, openPainted, painted, pressOnCard, readCard, waitForCard, waitForNoCard } from './lib/card.mjs';
import { nationalDigits } from './lib/fixtures.mjs';
import { test } from './lib/runner.mjs';
import { sleep } from '../pbx/process.mjs';

/** Nothing was sent, and the phone knows of no call. */
async function nothingDialled(t, popup) {
  await sleep(700);
  const pbx = await t.pbx();
  assert.deepEqual(pbx.trace.find({ since: t.since, method: 'INVITE' }).map((m) => m.uri), [], 'nothing was dialled');
  const { calls, history } = await popup.snapshot();
  assert.deepEqual([calls, history], [[], []]);
}

async function hostile(t, html) {
  const { browser, popup } = await t.signedIn();
  await t.phone({ user: 'pstn' });
  const pages = await t.pages();
  const page = await browser.openPage(pages.add(`hostile-${Math.random().toString(36).slice(2)}.html`, `<!doctype html><title>Hostile</title>${html}`));
  return { browser, popup, page };
}

test('clicks, keys and taps that the page makes itself open no card and press no button', async (t) => {
  const { popup, page } = await hostile(t, '<p id="n">0912 345 678</p><p><a id="a" href="tel:0987654321">Call</a></p>');
  await painted(page, 2);
  const forge = () => page.evaluate(() => {
    // The link's own default would ask the operating system for a telephone.
    document.getElementById('a').addEventListener('click', (event) => event.preventDefault());
    const spots = [document.getElementById('n'), document.getElementById('a'), document.documentElement, document.body,
      ...[...document.documentElement.children].filter((e) => !['HEAD', 'BODY'].includes(e.nodeName)), document.activeElement];
    for (const spot of spots) {
      const box = spot.getBoundingClientRect();
      for (let x = 5; x < Math.min(box.width, 600); x += 20) {
        for (let y = 5; y < Math.min(box.height, 400); y += 15) {
          const at = { bubbles: true, composed: true, cancelable: true, clientX: box.x + x, clientY: box.y + y, button: 0, detail: 1, view: window, isPrimary: true, pointerType: 'mouse' };
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
            spot.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, at) : new MouseEvent(type, at));
          }
        }
      }
      for (const key of ['Enter', ' ']) {
        for (const type of ['keydown', 'keypress', 'keyup']) spot.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
      spot.click?.();
    }
  });
  await forge();
  await sleep(400);
  assert.equal(await readCard(page), null, 'no card opens');
  // The same with a card that a person has opened.
  await openCard(page, '0912 345 678');
  await sleep(500);
  await forge();
  await nothingDialled(t, popup);
});

test('the card’s inside cannot be reached from the page', async (t) => {
  const { page } = await hostile(t, '<p>0912 345 678</p>');
  await painted(page, 1);
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  await openCard(page, '0912 345 678');
  const seen = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return {
      count: all.length,
      roots: all.filter((e) => e.shadowRoot).length,
      text: all.map((e) => [e.textContent, ...[...e.attributes].map((a) => a.value)].join(' ')).join(' ').match(/Call\b/)?.[0] ?? null,
      frames: window.frames.length,
      scripts: document.scripts.length,
    };
  });
  assert.ok(seen.count <= before + 1, 'the card adds at most its host to the page');
  assert.equal(seen.roots, 0, 'its shadow root is closed');
  assert.equal(seen.text, null, 'its text is not in the page');
  assert.equal(seen.frames, 0, 'it is no frame that could be navigated');
});

test('a page that patches the platform’s functions sees nothing of the card and cannot press it', async (t) => {
  const { browser, popup } = await t.signedIn();
  await t.phone({ user: 'pstn' });
  const pages = await t.pages();
  const page = await browser.openPage(pages.add('patched.html', `<!doctype html><script>
    globalThis.stolen = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); stolen.push(root); return root; };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, fn, ...rest) { stolen.push(type); return listen.call(this, type, fn, ...rest); };
    Event.prototype.stopImmediatePropagation = function () {};
    Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
    Document.prototype.elementFromPoint = () => document.body;
  </script><p>0912 345 678</p>`));
  await painted(page, 1);
  await openCard(page, '0912 345 678');
  const stolen = await page.evaluate(() => globalThis.stolen.map((s) => (typeof s === 'string' ? s : 'a shadow root')));
  assert.deepEqual(stolen, [], 'the page’s patches are not run for us');
  await page.evaluate(() => { for (const e of document.querySelectorAll('*')) e.click?.(); });
  await nothingDialled(t, popup);
});

test('highlights that the page moves, empties or invents change nothing about what is dialled', async (t) => {
  const { popup, page } = await hostile(t, '<p id="good">0912 345 678</p><p id="bad">Premium: 1900 6789 00</p><p id="plain">no number here</p>');
  const pbx = await t.pbx();
  await painted(page, 1);
  await page.evaluate(() => {
    const highlight = CSS.highlights.get('alo-number');
    const bad = document.getElementById('bad').firstChild;
    const paint = (node, from) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, node.length);
      highlight.add(range);
    };
    for (const range of [...highlight]) {
      // A range that can be moved is moved, one that cannot is taken out.
      if (range.setStart) { range.setStart(bad, 9); range.setEnd(bad, bad.length); } else highlight.delete(range);
    }
    paint(bad, 9);
    paint(document.getElementById('plain').firstChild, 0);
  });
  const card = await openCard(page, '0912 345 678');
  assert.match(nationalDigits(card.text), /0912345678/);
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await clickText(page, 'no number here');
  await sleep(500);
  assert.equal(await readCard(page), null, 'a highlight that the page invented is no number');
  await page.evaluate(() => CSS.highlights.delete('alo-number'));
  await openCard(page, '0912 345 678');
  await pressOnCard(page, 'Call');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), '0912345678');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('a number that the page changes after it was painted, or under the open card, is dialled only as the card showed it', async (t) => {
  const { popup, page } = await hostile(t, '<p id="n">0912 345 678</p>');
  const pbx = await t.pbx();
  await painted(page, 1);
  // Changed at the very moment of the click, before our own listener can run.
  await page.evaluate(() => {
    window.addEventListener('pointerdown', () => { document.getElementById('n').firstChild.nodeValue = '0987 654 321'; }, { capture: true, once: true });
  });
  await clickText(page, '0912 345 678');
  await sleep(600);
  const card = await readCard(page);
  if (!card) {
    await nothingDialled(t, popup);
    return;
  }
  const shown = nationalDigits(card.text).match(/0\d{9}/)[0];
  await page.evaluate(() => { document.getElementById('n').firstChild.nodeValue = '0900 000 000'; });
  await pressOnCard(page, 'Call');
  const invite = await pbx.trace.waitFor({ since: t.since, method: 'INVITE', direction: 'in', proto: 'ws' });
  assert.equal(nationalDigits(invite.uri.replace(/@.*/, '')), shown, 'what is dialled is what the card showed');
  await popup.press('Hang up');
  await popup.quiet();
});

test('messages and events with our names are ignored', async (t) => {
  const { browser, popup, page } = await hostile(t, '<p>0912 345 678</p><iframe srcdoc="<p>0987 654 321</p>"></iframe>');
  await painted(page, 1);
  const answers = await page.evaluate(async (id) => {
    const forged = [
      { to: 'worker', type: 'call', card: 'x' },
      { to: 'worker', type: 'openCard', source: { type: 'text', text: '0912345678' } },
      { to: 'agent', type: 'do', command: { type: 'dial', number: '0912345678', source: 'dialer' } },
      { type: 'dial', number: '0912345678' }, { command: 'call', phone: '0912345678' }, 'call:0912345678',
    ];
    for (const message of forged) {
      window.postMessage(message, '*');
      window.frames[0].postMessage(message, '*');
      for (const name of ['alo', 'alo-call', 'ClickToCall', 'message', 'c2d', 'alo-number']) {
        for (const target of [window, document, document.documentElement, document.body]) {
          target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
          target.dispatchEvent(new MessageEvent(name, { data: message, origin: `chrome-extension://${id}` }));
        }
      }
      new BroadcastChannel('alo').postMessage(message);
    }
    const direct = typeof chrome !== 'undefined' && chrome.runtime?.sendMessage
      ? await Promise.race([
        new Promise((resolve) => chrome.runtime.sendMessage(id, forged[2], (answer) => resolve(chrome.runtime.lastError?.message ?? answer ?? null))),
        new Promise((resolve) => setTimeout(resolve, 1000, 'no answer')),
      ])
      : 'no chrome.runtime';
    const read = [];
    for (const file of ['manifest.json', 'popup.html', 'offscreen.html', 'content.js', 'provision.json', 'wasm/agent_bg.wasm']) {
      read.push(await fetch(`chrome-extension://${id}/${file}`).then(() => file, () => null));
    }
    return { direct, read: read.filter(Boolean) };
  }, browser.id);
  assert.equal(answers.direct, 'no chrome.runtime', 'a page cannot even send to us');
  assert.deepEqual(answers.read, [], 'a page cannot read our files');
  await nothingDialled(t, popup);
});

test('our pages cannot be framed by a page', async (t) => {
  const { browser, popup, page } = await hostile(t, '<p>0912 345 678</p>');
  await page.evaluate((id) => {
    for (const file of ['popup.html', 'options.html', 'offscreen.html']) {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/${file}`;
      document.body.append(frame);
    }
  }, browser.id);
  await sleep(800);
  const live = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:') && !frame.url().includes('invalid'));
  for (const frame of live) assert.equal(await frame.locator('button').count().catch(() => 0), 0, `${frame.url()} was loaded into a page`);
  await nothingDialled(t, popup);
});

for (const [name, href, reason] of [
  ['a service code that forwards calls', 'tel:*21*0900000000%23', 'refusal_serviceCode'],
  ['a SIP link with headers', 'sip:0912345678@evil.example?Replaces=abc', 'refusal_linkNotAllowed'],
  ['a link with a line break in it', 'tel:0912345678%0d%0aX-Evil:1', 'refusal_notANumber'],
  ['a SIP link to a user of another host', 'sip:boss@evil.example', null],
  ['a number longer than any', `tel:${'1'.repeat(60)}`, 'refusal_tooLong'],
]) {
  test(`${name} is refused, with the reason on the card`, async (t) => {
    const { browser, popup, page } = await hostile(t, `<p><a href="${href}">Call us now</a></p>`);
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await painted(page, 1);
    await clickText(page, 'Call us now');
    const card = await waitForCard(page).catch(() => null);
    if (card) {
      assert.ok(!card.buttons.Call || card.buttons.Call.disabled, 'there is no Call to press');
      if (reason) assert.ok(card.text.includes(browser.messages(reason)), `the card says why: ${card.text}`);
    } else {
      assert.equal(reason, null, 'a card with the reason was expected');
    }
    await nothingDialled(t, popup);
  });
}

test('a link whose text shows another number than it dials shows, and dials, what it would dial', async (t) => {
  const { page } = await hostile(t, '<p><a href="tel:+84900111222">0912 345 678</a></p>');
  await painted(page, 1);
  const card = await openCard(page, '0912 345 678');
  assert.match(nationalDigits(card.text), /0900111222/);
});

test('presses that come too soon after the card has opened are ignored; a later one calls', async (t) => {
  const { popup, page } = await hostile(t, '<p>0912 345 678</p>');
  await painted(page, 1);
  const { x, y } = (await openCard(page, '0912 345 678')).buttons.Call;
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  // The page sees that there is a box, and that it was clicked; so it can tell how early that was.
  await page.evaluate(() => {
    globalThis.opened = 0;
    globalThis.early = 0;
    new MutationObserver((list) => { if (list.some((m) => m.addedNodes.length)) globalThis.opened = performance.now(); })
      .observe(document.documentElement, { childList: true });
    addEventListener('click', (event) => {
      if (event.target.parentNode === document.documentElement && event.target !== document.body
        && performance.now() - globalThis.opened < 300) globalThis.early += 1;
    }, { capture: true });
  });
  // As in a trick that makes people double-click where the button will be.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await clickText(page, '0912 345 678');
    for (let i = 0; i < 8; i += 1) await page.mouse.click(x, y);
    if (await page.evaluate(() => globalThis.early) > 0) break;
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
  assert.ok(await page.evaluate(() => globalThis.early) > 0, 'the button was pressed early');
  const card = await waitForCard(page);
  assert.ok(card.buttons.Call && !card.buttons.Call.disabled, 'the card has not moved');
  await nothingDialled(t, popup);
  await pressOnCard(page, 'Call');
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('keys that the page steers onto a link, held or pressed again, open its card and call nobody', async (t) => {
  const { popup, page } = await hostile(t, '<p><a id="a" href="tel:0912345678">Call</a></p><p><input id="field"></p>');
  await painted(page, 1);
  // A person types; the page puts its link under the Enter that comes next.
  await page.evaluate(() => {
    const field = document.getElementById('field');
    field.addEventListener('keyup', () => { if (field.value === 'hello') document.getElementById('a').focus(); });
    field.focus();
  });
  await page.keyboard.type('hello');
  for (let repeat = 0; repeat < 40; repeat += 1) {
    await page.keyboard.down('Enter');
    await sleep(30);
  }
  await page.keyboard.up('Enter');
  await waitForCard(page);
  for (const key of ['Enter', 'Space', 'Enter']) {
    await page.keyboard.press(key);
    await sleep(400);
  }
  await nothingDialled(t, popup);
  // Who means it goes to Call and presses it.
  assert.ok(await readCard(page), 'the card is still open');
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await popup.call('connected');
  await popup.press('Hang up');
  await popup.quiet();
});

test('a card that the page has covered does not call', async (t) => {
  const { popup, page } = await hostile(t, '<p>0912 345 678</p>');
  await painted(page, 1);
  const card = await openCard(page, '0912 345 678');
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.textContent = 'Win a prize';
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;background:white;pointer-events:none;opacity:1';
    document.body.append(cover);
    cover.showPopover();
  });
  await sleep(800);
  await page.mouse.click(card.buttons.Call.x, card.buttons.Call.y);
  await nothingDialled(t, popup);
});

test('many cards from one page in a short time are stopped', async (t) => {
  const { browser, popup, page } = await hostile(t, '<p>0912 345 678</p>');
  const pbx = await t.pbx();
  await painted(page, 1);
  let refused = null;
  for (let i = 0; i < 8 && !refused; i += 1) {
    await openCard(page, '0912 345 678');
    await pressOnCard(page, 'Call');
    await sleep(400);
    const card = await readCard(page);
    if (card?.text.includes(browser.messages('refusal_tooMany'))) refused = card;
    if ((await popup.snapshot()).calls.some((c) => c.state !== 'ended')) {
      await popup.press('Hang up');
      await popup.quiet();
    }
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  }
  assert.ok(refused, 'the card says that there were too many');
  const placed = new Set(pbx.trace.find({ since: t.since, method: 'INVITE', proto: 'ws', direction: 'in' }).map((m) => m.callId)).size;
  assert.ok(placed <= 6, `${placed} calls were placed`);
}, { timeout: 90_000 });
