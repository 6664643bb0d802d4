// How the card looks: its styles, its icons, and how its elements are made.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  // An important declaration inside a shadow root wins over every one of the page (CSS Cascading, context).
  const CSS_TEXT = `
    :host {
      all: initial !important; position: fixed !important; inset: auto !important;
      left: var(--x) !important; top: var(--y) !important; margin: 0 !important;
      display: block !important; border: 0 !important; padding: 0 !important;
      width: max-content !important; max-width: calc(100vw - 16px) !important;
      max-height: none !important; overflow: visible !important;
      background: transparent !important; direction: ltr !important; unicode-bidi: isolate !important;
      pointer-events: auto !important; color-scheme: light dark !important; zoom: 1 !important;
    }
    * { box-sizing: border-box; }
    .card {
      --ink: #14201b; --soft: #55645d; --paper: #fff; --line: #d5ddd9; --accent: #0b7a4b;
      --accent-ink: #fff; --hover: #eef3f0; --warn: #a1260d;
      width: 288px; max-width: 100%; max-height: calc(100vh - 16px); overflow: auto; padding: 14px; border: 1px solid var(--line);
      border-radius: 14px; background: var(--paper); color: var(--ink);
      box-shadow: 0 8px 28px rgb(0 0 0 / 22%); user-select: none;
      font: 14px/1.4 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    }
    header { display: flex; align-items: flex-start; gap: 8px; }
    header > div { flex: 1; min-width: 0; }
    .number {
      margin: 0; font-size: 20px; font-weight: 650; line-height: 1.25; overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
    .place { margin: 2px -36px 0 0; color: var(--soft); text-wrap: balance; }
    .place:empty, .doubt:empty, .after:empty, .says:empty { display: none; }
    .doubt { margin: 10px 0 0; padding-inline-start: 8px; border-inline-start: 3px solid var(--warn); }
    .after { margin: 10px 0 0; color: var(--soft); overflow-wrap: anywhere; }
    .says { margin: 4px 0 0; }
    footer[hidden] + .says { margin-top: 10px; }
    .from { display: flex; align-items: center; gap: 8px; margin-top: 12px; color: var(--soft); }
    .from label { flex: none; }
    .hotline {
      flex: 1; min-width: 0; min-height: 36px; padding: 0 8px; border: 1px solid var(--line); border-radius: 10px;
      background: var(--paper); color: var(--ink); font: inherit; text-overflow: ellipsis;
    }
    .more { margin: 2px 0 -4px; text-align: center; }
    .more button { min-height: 32px; border: 0; color: var(--soft); font-size: 13px; }
    .more .one-click { display: flex; justify-content: space-between; width: 100%; padding: 0 2px; text-align: start; }
    .knob { flex: none; width: 32px; height: 18px; padding: 2px; border: 1px solid currentColor; border-radius: 9px; }
    .knob::before { content: ''; display: block; width: 12px; height: 12px; border-radius: 6px; background: currentColor; }
    .one-click[aria-checked='true'] .knob { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
    .one-click[aria-checked='true'] .knob::before { margin-inline-start: auto; }
    .says.warn { color: var(--warn); }
    /* In a low window the rest scrolls, and Call stays in sight. */
    footer {
      position: sticky; bottom: -14px; display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; padding: 6px 0;
      background: var(--paper);
    }
    button {
      display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 40px;
      padding: 0 14px; border: 1px solid var(--line); border-radius: 10px; background: none;
      color: inherit; font: inherit; cursor: pointer;
    }
    button:hover { background: var(--hover); }
    .card:focus { outline: none; }
    button:focus-visible, select:focus-visible, .card:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
    button:disabled { opacity: .55; cursor: default; }
    [hidden] { display: none !important; }
    .call {
      flex: 1; border-color: transparent; background: var(--accent); color: var(--accent-ink);
      font-weight: 600;
    }
    .call:hover:enabled { background: color-mix(in srgb, var(--accent) 88%, black); }
    .close { min-height: 32px; width: 32px; margin: -4px -4px 0 0; padding: 0; border: 0; }
    svg { width: 18px; height: 18px; flex: none; fill: currentColor; }
    @media (prefers-color-scheme: dark) {
      .card {
        --ink: #eef3f0; --soft: #a9b7b0; --paper: #1c2420; --line: #3b4741; --accent: #35c487;
        --accent-ink: #06120c; --hover: #28322d; --warn: #ff9c85;
      }
    }
    /* In a frame of a line or two: the number and Call side by side, all else below. */
    @media (max-height: 149px) {
      .card { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; width: 420px; padding: 5px 10px; }
      .card > * { order: 1; flex: 1 1 100%; }
      .card > header { order: 0; flex: 1 1 0; align-items: center; }
      .number { font-size: 17px; }
      .card > footer { position: static; order: 0; flex: none; margin: 0; padding: 0; }
      .place, .copy { display: none; }
      .close { margin: 0; }
    }
    @media print {
      :host { display: none !important; }
    }
    @media (prefers-contrast: more) {
      .card { --soft: var(--ink); --line: var(--ink); }
    }
    @media (forced-colors: active) {
      .card { border-color: CanvasText; box-shadow: none; }
      .call { border-color: ButtonText; }
      .knob { background: ButtonFace; color: ButtonText; forced-color-adjust: none; }
      .one-click[aria-checked='true'] .knob { border-color: Highlight; background: Highlight; color: HighlightText; }
    }
    @media (prefers-reduced-motion: no-preference) {
      button { transition: background-color .12s; }
    }
  `;

  const ICONS = {
    call:
      'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.1.4 2.3.6 3.6.6.6 0 1 .4 1 1V20c0 ' +
      '.6-.4 1-1 1A17 17 0 0 1 3 4c0-.6.4-1 1-1h3.5c.6 0 1 .4 1 1 0 1.3.2 2.5.6 3.6.1.3 0 ' +
      '.7-.2 1z',
    copy: 'M8 3h10a2 2 0 0 1 2 2v11h-2V5H8zM4 8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zm2 0v11h8V8z',
    close: 'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  };

  /** @type {Alo.LookScript['look']['element']} */
  function element(name, properties = {}, ...children) {
    const made = /** @type {any} */ (document.createElementNS('http://www.w3.org/1999/xhtml', name));
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', ICONS[name]);
    svg.append(path);
    return svg;
  }

  function styleSheet(shadow) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      const place = new CSSStyleSheet();
      shadow.adoptedStyleSheets = [sheet, place];
      return place;
    } catch {
      // In Firefox a content script cannot adopt a sheet.
      const style = element('style', { textContent: CSS_TEXT });
      const place = element('style');
      shadow.append(style, place);
      return { replaceSync: (css) => (place.textContent = css) };
    }
  }

  page.look = { element, icon, styleSheet };
})();
