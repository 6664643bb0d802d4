// Numbers on a page and the card that a click on one opens. The card lives in a closed shadow root,
// so it is found through the accessibility tree and used by mouse and keyboard, as a person would.
import { sleep, until } from '../../pbx/process.mjs';

// What the card is called for screen readers, in both languages.
const TITLES = ['Call this number', 'Gọi số này'];

/** Opens a page and waits until Alo has painted at least `numbers` numbers on it. */
export async function openPainted(browser, url, { numbers = 1, timeout = 10_000 } = {}) {
  const page = await browser.openPage(url);
  await painted(page, numbers, { timeout });
  return page;
}

export async function painted(page, numbers, { timeout = 10_000 } = {}) {
  // What a page has taken away stays in the highlight for a moment, where nobody sees it.
  const isPainted = (wanted) => [...(CSS.highlights.get('alo-number') ?? [])]
    .filter(({ startContainer }) => startContainer.isConnected).length >= wanted;
  await until(() => page.evaluate(isPainted, numbers),
    { what: `${numbers} painted number(s) on ${page.url()}`, timeout });
}

/** Clicks in the middle of `text`, wherever it is: frames and closed shadow roots included. */
export async function clickText(page, text, options) {
  const { x, y } = await centreOfText(page, text);
  await page.mouse.click(x, y, options);
}

export async function centreOfText(page, text) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = findText(root, text);
    if (!found) throw new Error(`«${text}» is not on ${page.url()}`);
    const resolve = async (backendNodeId) => (await session.send('DOM.resolveNode', { backendNodeId })).object.objectId;
    const call = async (objectId, fn, ...args) => (await session.send('Runtime.callFunctionOn', {
      objectId, functionDeclaration: String(fn), arguments: args.map((value) => ({ value })), returnByValue: true,
    })).result.value;
    const own = await call(await resolve(found.node.backendNodeId), function (wanted) {
      this.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      const start = this.nodeValue.indexOf(wanted);
      range.setStart(this, start);
      range.setEnd(this, start + wanted.length);
      const rect = range.getClientRects()[0];
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }, text);
    // A range's rectangle counts from its own frame; the frame's place comes on top.
    for (const frame of found.frames) {
      const rect = await call(await resolve(frame.backendNodeId), function () {
        const box = this.getBoundingClientRect();
        return { x: box.x + this.clientLeft, y: box.y + this.clientTop };
      });
      own.x += rect.x;
      own.y += rect.y;
    }
    return own;
  } finally {
    await session.detach();
  }
}

function findText(node, text, frames = []) {
  if (node.nodeType === 3 && node.nodeValue.includes(text)) return { node, frames };
  const name = node.nodeName.toLowerCase();
  if (name === 'script' || name === 'style' || name === 'title') return null;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = findText(child, text, frames);
    if (found) return found;
  }
  return node.contentDocument ? findText(node.contentDocument, text, [...frames, node]) : null;
}

/** The open card, or null: `{ name, texts, buttons: { name: { x, y } } }`. */
export async function readCard(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const frames = await frameIds(session);
    for (const frameId of frames) {
      const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId }).catch(() => ({ nodes: [] }));
      // A page may have dialogs of its own.
      const dialog = nodes.find((n) => n.role?.value === 'dialog' && !n.ignored && TITLES.includes(n.name?.value));
      if (!dialog) continue;
      const byId = new Map(nodes.map((n) => [n.nodeId, n]));
      const inside = [];
      const walk = (node) => { for (const id of node.childIds ?? []) { const child = byId.get(id); if (child) { inside.push(child); walk(child); } } };
      walk(dialog);
      const buttons = {};
      for (const node of inside.filter((n) => ['button', 'switch', 'combobox'].includes(n.role?.value) && !n.ignored)) {
        const box = await session.send('DOM.getContentQuads', { backendNodeId: node.backendDOMNodeId }).catch(() => null);
        const quad = box?.quads[0];
        if (quad) {
          buttons[node.name?.value ?? ''] = {
            x: (quad[0] + quad[4]) / 2,
            y: (quad[1] + quad[5]) / 2,
            disabled: node.properties?.some((p) => p.name === 'disabled' && p.value.value) ?? false,
          };
        }
      }
      const texts = inside.filter((n) => n.role?.value === 'StaticText').map((n) => n.name?.value ?? '');
      return { name: dialog.name?.value ?? '', texts, text: texts.join(' '), buttons };
    }
    return null;
  } finally {
    await session.detach();
  }
}

async function frameIds(session) {
  const { frameTree } = await session.send('Page.getFrameTree');
  const ids = [];
  const walk = (tree) => { ids.push(tree.frame.id); (tree.childFrames ?? []).forEach(walk); };
  walk(frameTree);
  return ids;
}

export async function waitForCard(page, { timeout = 5000 } = {}) {
  return until(() => readCard(page), { what: `a card on ${page.url()}`, timeout });
}

export async function waitForNoCard(page, { timeout = 5000 } = {}) {
  return until(async () => !(await readCard(page)), { what: `no card on ${page.url()}`, timeout });
}

/** Clicks `text`, waits for the card; resolves to it. */
export async function openCard(page, text) {
  await clickText(page, text);
  return waitForCard(page);
}

/**
 * Presses one of the card's buttons with the mouse, as soon as the card takes presses: one that comes
 * too early to have been aimed is ignored by it, and a person presses again.
 */
export async function pressOnCard(page, name, { attempts = 4 } = {}) {
  const before = await waitForCard(page);
  const state = (card) => card && JSON.stringify([card.text, Object.keys(card.buttons), card.buttons[name]?.disabled]);
  for (let i = 0; i < attempts; i += 1) {
    await sleep(500);
    const card = await readCard(page);
    const button = card?.buttons[name];
    if (!button) throw new Error(`the card has no button «${name}», only ${Object.keys(card?.buttons ?? {}).join(', ')}`);
    await page.mouse.click(button.x, button.y);
    const reacted = await until(async () => {
      const now = await readCard(page);
      return !now || state(now) !== state(before);
    }, { what: 'the card to react', timeout: 700 }).catch(() => false);
    if (reacted) return;
  }
  throw new Error(`the card does not react to «${name}»: ${state(await readCard(page))}`);
}
