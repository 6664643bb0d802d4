// Painted numbers and the card in Firefox. The card's closed shadow root is handed out by the browser
// itself (BiDi serialises shadow trees); no page can get at it that way.
import { sleep, until } from '../pbx/process.mjs';
import { paintedTexts } from '../content/harness.mjs';

/** The painted texts once they are exactly these, in any order. */
export async function whenPainted(page, ...expected) {
  const wanted = JSON.stringify([...expected].sort());
  let texts = [];
  await until(async () => JSON.stringify((texts = await paintedTexts(page)).sort()) === wanted, { what: wanted, timeout: 8000 })
    .catch((error) => { throw new Error(`${error.message}; painted: ${JSON.stringify(texts)}`); });
}

/** Where a painted text is, whatever shadow root it stands in; scrolled into view. */
export const boxOfPainted = (page, text) => page.evaluate((wanted) => {
  for (const range of CSS.highlights.get('alo-number') ?? []) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    if (live.toString().replace(/\s+/g, ' ') !== wanted) continue;
    (range.startContainer.parentElement ?? range.startContainer.getRootNode().host).scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = live.getClientRects()[0];
    return { x, y, width, height };
  }
  return null;
}, text);

export async function clickPainted(page, text, button = 0) {
  const { x, y, width, height } = await until(() => boxOfPainted(page, text), { what: `«${text}» painted` });
  await page.mouse(x + width / 2, y + height / 2, button);
}

/** The open card, or null: `{ name, text, buttons: { name: { x, y, disabled, checked } }, focused, ring }`. */
export async function readCard(page) {
  const { result } = await page.send('script.callFunction', {
    functionDeclaration: '() => [...document.querySelectorAll("[popover]:popover-open")].pop() ?? null',
    target: { context: page.context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const root = result.value?.shadowRoot;
  if (!root) return null;
  return page.evaluate((shadow) => {
    const dialog = shadow.querySelector('[role=dialog]');
    if (!dialog) return null;
    const isShown = (element) => element.checkVisibility();
    const controls = [...dialog.querySelectorAll('button, select')].filter(isShown).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const name = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent.trim();
      return [name, { x: left + width / 2, y: top + height / 2, disabled: element.disabled, checked: element.ariaChecked }];
    });
    return {
      name: dialog.ariaLabel,
      text: dialog.innerText,
      buttons: Object.fromEntries(controls),
      focused: shadow.activeElement?.className,
      ring: dialog.matches(':focus-visible'),
    };
  }, root);
}

export const waitForCard = (page, probe = () => true) => until(async () => {
  const card = await readCard(page);
  return card && probe(card) && card;
}, { what: `a card: ${probe}`, timeout: 5000 });

export const waitForNoCard = (page) => until(async () => !(await readCard(page)), { what: 'no card', timeout: 7000 });

export async function openCard(page, text) {
  await clickPainted(page, text);
  return waitForCard(page);
}

/** Presses a button of the card until it reacts: a press within 300 ms of its appearance does not count. */
export async function pressOnCard(page, name) {
  const state = (card) => JSON.stringify(card && [card.text, Object.values(card.buttons).map((button) => button.checked)]);
  const before = state(await waitForCard(page));
  await sleep(500);
  await until(async () => {
    const card = await readCard(page);
    if (state(card) !== before) return true;
    const { x, y } = card.buttons[name] ?? {};
    if (x === undefined) throw Object.assign(new Error(`no button «${name}», only ${Object.keys(card.buttons)}`), { fatal: true });
    await page.mouse(x, y);
    return false;
  }, { what: `the card to react to «${name}»`, timeout: 5000, every: 150 });
}
