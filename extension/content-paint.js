//# allFunctionsCalledOnLoad
// What is painted on a page: records of our own, and a highlight that shows them.
//
// The page can read and empty the highlight registry, so a highlight is never asked where a number
// is: that stands in the records, and what a number says is read again when somebody points at it.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const NAME = 'alo-number';
  const MAX_RECORDS = 20_000;

  const highlight = typeof Highlight === 'function' && CSS.highlights ? new Highlight() : null;

  /** Numbers in text: `{parts: [{node, from, to}], born, number, ext, range, within}`. */
  const records = new Set();
  /** The records of a text node. */
  let byText = new WeakMap();
  /** Links to numbers, with their painted range. */
  const links = new Map();
  let born = 0;
  /** Ranges that are painted with the next batch. */
  let fresh = [];
  let shown = -Infinity;

  const isSame = (raw, read) => raw === read || raw.replace(/[\t\n\r\f]/g, ' ') === read;
  const textOf = (parts) => {
    if (parts.length === 1) return parts[0].node.data.slice(parts[0].from, parts[0].to);
    return parts.map(({ node, from, to }) => node.data.slice(from, to)).join('');
  };

  function rangeOver(startContainer, startOffset, endContainer, endOffset) {
    if (!highlight || !startContainer.isConnected) return null;
    // Static: costs the page nothing when it changes, and the page cannot move it.
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    fresh.push(range);
    return range;
  }

  function hide(range) {
    if (!range || highlight.delete(range)) return;
    const at = fresh.indexOf(range);
    if (at >= 0) fresh.splice(at, 1);
  }

  function forget(record) {
    records.delete(record);
    hide(record.range);
    for (const { node } of record.parts) {
      const own = byText.get(node)?.filter((each) => each !== record) ?? [];
      if (own.length > 0) byText.set(node, own);
      else byText.delete(node);
    }
  }

  function forgetText(node) {
    byText.get(node)?.forEach(forget);
  }

  const overlaps = (record, part) =>
    record.parts.some(({ node, from, to }) => node === part.node && from < part.to && part.from < to);

  /**
   * Records the numbers that were found in a run. `isUnchanged`: the page is as it was when the run
   * was read.
   */
  function text(run, numbers, isUnchanged) {
    // What only goes along for its words may have a number of its own, found in another run.
    const borrowed = run.pieces.slice(0, run.borrowed).map(({ node }) => node);
    for (let at = run.borrowed; at < run.pieces.length; at += 1) forgetText(run.pieces[at].node);
    for (const { start, end, number, ext, context, hint } of numbers) {
      if (records.size >= MAX_RECORDS) return;
      const parts = run.slice(start, end);
      if (parts.length === 0 || (borrowed.length > 0 && parts.every(({ node }) => borrowed.includes(node)))) continue;
      if (!isUnchanged) {
        // Changed since it was read: the mutation has it scanned again.
        if (!isSame(textOf(parts), run.text.slice(start, end))) continue;
        // An editor by now, which the look around it came too early for.
        if (parts.some(({ node }) => page.isTextAlone(node))) continue;
      }
      if (borrowed.length > 0) {
        for (const part of parts) for (const record of byText.get(part.node) ?? []) if (overlaps(record, part)) forget(record);
      }
      const head = parts[0];
      const tail = parts[parts.length - 1];
      born += 1;
      const record = { parts, born, number, ext, range: rangeOver(head.node, head.from, tail.node, tail.to) };
      // What its own text does not say is found by the worker in the same run once more.
      if (context) record.within = { type: 'within', text: run.text, start, end, hint: hint ?? run.hint };
      records.add(record);
      for (const { node } of parts) {
        const own = byText.get(node);
        if (own) own.push(record);
        else byText.set(node, [record]);
      }
    }
  }

  page.paint = {
    text,
    forgetText,
    forget,
    textOf,
    isSame,
    records,
    links,
    /** The records whose number stands in a text node, or in part. */
    at: (node) => byText.get(node) ?? [],
    has: (node) => byText.has(node),
    /** The number of the newest record. */
    get born() {
      return born;
    },
    link(link) {
      if (!page.isLink(link)) return;
      const old = links.get(link);
      // Its children may have come or gone since.
      if (links.has(link) && (!old || old.endOffset === link.childNodes.length)) return;
      if (page.isLinkAlone(link)) return;
      hide(old);
      links.set(link, rangeOver(link, 0, link, link.childNodes.length));
    },
    unlink(link) {
      hide(links.get(link));
      links.delete(link);
    },
    /** When something was last shown, as `performance.now()` counts. */
    get shown() {
      return shown;
    },
    /** All at once: each change of a highlight has the browser paint the whole page anew. */
    show() {
      if (fresh.length === 0) return;
      shown = performance.now();
      for (const range of fresh) highlight.add(range);
      fresh = [];
      if (CSS.highlights.get(NAME) !== highlight) CSS.highlights.set(NAME, highlight);
    },
    clear() {
      fresh = [];
      byText = new WeakMap();
      records.clear();
      links.clear();
      highlight?.clear();
      if (highlight && CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
    },
  };
})();
