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
  const PUT_BACK_MS = 500;
  const UNSURE_MS = 2000;
  // As near a digit may be part of a number (as in `isAsRead`).
  const BESIDE = 25;

  const highlight = typeof Highlight === 'function' && CSS.highlights ? new Highlight() : null;

  /** Numbers in text: `{parts: [{node, from, to}], born, number, ext, range, run, start, end, within}`. */
  const records = new Set();
  /** The records of a text node. */
  let byText = new WeakMap();
  /** The age of the newest answer about a text. */
  let answers = new WeakMap();
  /** Links to numbers, with their painted range. */
  const links = new Map();
  let born = 0;
  /** Ranges that are painted with the next batch. */
  const fresh = new Set();
  /** Records that are read again, by text and start: where that says the same, their ranges stay, and nobody sees them go and come. */
  const kept = new Map();
  /**
   * Likewise of texts that have changed but still say the number, until they are read again: where a clock runs in it,
   * nobody sees it blink.
   */
  const unsure = new Map();
  /** Those of them that stand in several texts, by each text but the first; some may be among them no more. */
  let tails = new WeakMap();
  /** When the oldest of them came, as `performance.now()` counts. */
  let unsureAt = 0;
  /** Of the batch of changes that is being looked through: texts where known ones were, with these, and places left empty. */
  const heirs = new Map();
  const emptied = new Map();
  /** Called after a run was read again, until it returns true; with true, and for the last time, when nobody waits any more. */
  let onRead = null;
  let shown = -Infinity;
  let backAt = -Infinity;

  const isSame = (raw, read) => raw === read || raw.replace(/[\t\n\r\f]/g, ' ') === read || raw.replace(/\t/g, ' ') === read;
  const textOf = (parts) => {
    if (parts.length === 1) return parts[0].node.data.slice(parts[0].from, parts[0].to);
    return parts.map(({ node, from, to }) => node.data.slice(from, to)).join('');
  };

  const isUp = () => CSS.highlights.get(NAME) === highlight;
  const isThere = (range) => highlight.has(range) || fresh.has(range);

  function rangeOver(startContainer, startOffset, endContainer, endOffset) {
    if (!highlight || !startContainer.isConnected) return null;
    const old = kept.get(startContainer)?.get(startOffset)?.range;
    // The page may have taken it out of the highlight.
    if (old && old.endContainer === endContainer && old.endOffset === endOffset && isThere(old)) {
      kept.get(startContainer).delete(startOffset);
      return old;
    }
    // Static: costs the page nothing when it changes, and the page cannot move it.
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    fresh.add(range);
    return range;
  }

  function hide(range) {
    if (range && !highlight.delete(range)) fresh.delete(range);
  }

  function forget(record) {
    drop(record);
    hide(record.range);
  }

  function drop(record) {
    records.delete(record);
    for (const { node } of record.parts) {
      const own = byText.get(node);
      const at = own?.indexOf(record) ?? -1;
      // A text may have thousands, which go in their order.
      if (at >= 0) own.splice(at, 1);
      if (own?.length === 0) byText.delete(node);
    }
  }

  /** Forgets those of a text's records, all at once: a text may have thousands. */
  function forgetSome(node, isGone, leave) {
    const own = byText.get(node);
    if (!own) return;
    const left = [];
    const gone = [];
    for (const record of own) (isGone(record) ? gone : left).push(record);
    if (gone.length === 0) return;
    byText.delete(node);
    gone.forEach(leave);
    if (left.length > 0) byText.set(node, left);
  }

  /** Forgets all of a text that has changed but for what stands as it was read. */
  function forgetChanged(node) {
    // The next change may leave nothing of it.
    for (const record of unsureIn(node)) {
      if (isSaid(record)) renew(record);
      else giveUp(record);
    }
    forgetSome(node, ({ run, start, end }) => !isStill(run, start, end), doubt);
    byText.get(node)?.forEach(renew);
  }

  function hideSome(node, own, isGone) {
    for (const [at, record] of own) {
      if (!isGone(record)) continue;
      own.delete(at);
      hide(record.range);
    }
    if (own.size === 0) unsure.delete(node);
  }

  const isUnsure = (record) => unsure.get(record.parts[0].node)?.get(record.parts[0].from) === record;

  function unsureIn(node) {
    const own = unsure.get(node);
    const rest = tails.get(node);
    return own || rest ? [...new Set([...(own?.values() ?? []), ...(rest ?? []).filter(isUnsure)])] : [];
  }

  function giveUp({ parts: [{ node, from }], range }) {
    const own = unsure.get(node);
    own.delete(from);
    if (own.size === 0) unsure.delete(node);
    hide(range);
  }

  /**
   * Notes of a change of children which text it has put in the place of a known one (`textContent`), at once or after
   * something else, or nothing, has stood there.
   */
  function follow(mutation) {
    const { addedNodes, removedNodes } = mutation;
    let old = null;
    if (removedNodes.length === 1) {
      const { 0: node } = removedNodes;
      old = heirs.get(node) ?? (isKnown(node) ? node : null);
      heirs.delete(node);
    }
    if (!old && emptied.size > 0) {
      const place = emptied.get(mutation.target);
      if (place?.before === mutation.previousSibling && place.behind === mutation.nextSibling) ({ old } = place);
    }
    if (!old) return;
    if (addedNodes.length === 1 && addedNodes[0].nodeType === Node.TEXT_NODE) heirs.set(addedNodes[0], old);
    else emptied.set(mutation.target, { old, before: mutation.previousSibling, behind: mutation.nextSibling });
  }

  /** Takes what is known of texts over to those that stand in their place now, as if they had changed, and gives these. */
  function takeOver() {
    const taken = [...heirs].filter(([now, old]) => move(old, now)).map(([now]) => now);
    heirs.clear();
    emptied.clear();
    return taken;
  }

  const isKnown = (node) => byText.has(node) || unsure.has(node) || (tails.get(node) ?? []).some(isUnsure);

  /** The ranges of what it takes over are to be renewed. */
  function move(old, now) {
    // Put elsewhere, or in from elsewhere, either keeps its own.
    if (old.isConnected || !now.isConnected || isKnown(now)) return false;
    for (const record of [...(byText.get(old) ?? []), ...unsureIn(old)]) {
      for (const places of [record.parts, record.run.pieces]) {
        for (const place of places) if (place.node === old) place.node = now;
      }
      record.isMoved = true;
    }
    for (const known of [byText, unsure, tails]) {
      if (!known.has(old)) continue;
      known.set(now, known.get(old));
      known.delete(old);
    }
    return true;
  }

  /** Paints anew what stands in another text; not with the next batch: nobody is to see it go and come. */
  function renew(record) {
    const { parts, range, isMoved } = record;
    if (!range || !isMoved) return;
    record.isMoved = false;
    const [head, tail] = [parts[0], parts[parts.length - 1]];
    hide(range);
    record.range = new StaticRange({ startContainer: head.node, startOffset: head.from, endContainer: tail.node, endOffset: tail.to });
    if (head.node.isConnected && tail.node.isConnected) highlight.add(record.range);
  }

  /** Whether what stands behind it in its text was not read with it. */
  const isCut = ({ from, length, size }) => from + length < size;

  const isOther = (was, now) => page.hasDigit(now) && !isSame(now.replace(/\d/g, '0'), was.replace(/\d/g, '0'));

  /** Whether digits stand near a number in its own text that did not when it was read; those of a clock are its own. */
  function isLonger({ parts, run: { pieces, text }, start, end }) {
    const [head, tail] = [parts[0], parts[parts.length - 1]];
    const [first, last] = [head, tail].map((part) => pieces.find(({ node, from, length }) =>
      node === part.node && from <= part.from && part.from < from + length));
    const read = isCut(last) ? last.from + last.length : Infinity;
    return isOther(text.slice(Math.max(first.at, start - BESIDE), start), head.node.data.slice(Math.max(first.from, head.from - BESIDE), head.from)) ||
      isOther(text.slice(end, Math.min(last.at + last.length, end + BESIDE)), tail.node.data.slice(tail.to, Math.min(read, tail.to + BESIDE)));
  }

  /** Whether the page still says a number, whatever it says around it. */
  const isSaid = (record) =>
    isSame(textOf(record.parts), record.run.text.slice(record.start, record.end)) && !isLonger(record);

  function doubt(record) {
    if (!record.range || !isSaid(record)) return forget(record);
    drop(record);
    record.doubted = performance.now();
    if (unsure.size === 0) unsureAt = record.doubted;
    renew(record);
    put(unsure, record);
    for (const { node } of record.parts.slice(1)) tails.set(node, [...(tails.get(node) ?? []).filter(isUnsure), record]);
  }

  function keepRange(record) {
    drop(record);
    if (record.range) put(kept, record);
  }

  function put(records, record) {
    const [{ node, from }] = record.parts;
    const own = records.get(node);
    if (own) hide(own.get(from)?.range);
    else records.set(node, new Map());
    records.get(node).set(from, record);
  }

  function hideAll(records) {
    if (records.size === 0) return;
    for (const own of records.values()) for (const { range } of own.values()) hide(range);
    records.clear();
  }

  /** What of these a run that says what was read decides about. */
  function decide(run, piece) {
    const own = unsure.get(piece.node);
    if (!own || !page.saysTheSame(run, piece)) return;
    const from = piece.from + Math.max(0, run.own - piece.at);
    for (const [at, record] of own) {
      if (at < from || at >= piece.from + piece.length) continue;
      own.delete(at);
      put(kept, record);
    }
    if (own.size === 0) unsure.delete(piece.node);
  }

  const overlaps = (record, part) =>
    record.parts.some(({ node, from, to }) => node === part.node && from < part.to && part.from < to);

  function forgetIn(part, isGone) {
    forgetSome(part.node, (record) => isGone(record) && overlaps(record, part), keepRange);
  }

  // What comes further behind a number does not say whether it is one.
  const WORDS = 64;

  /** Whether the texts of a number say what they said, and no more came behind what was all of them near it. */
  const isStill = (run, start, end) => run.under(start, end).every((piece) =>
    page.saysTheSame(run, piece) && (end + WORDS < piece.at + piece.length || isCut(piece) || piece.node.length === piece.size));

  /**
   * Records the numbers that were found in a run. `isUnchanged`: the page is as it was when the run
   * was read.
   */
  function text(run, numbers, isUnchanged) {
    enter(run, numbers, isUnchanged);
    hideAll(kept);
    try {
      if (onRead?.(false)) onRead = null;
    } catch {
      onRead = null;
    }
  }

  function enter(run, numbers, isUnchanged) {
    const { own, age } = run;
    // A late answer takes nothing from what was read again since, and adds nothing to it.
    const isLate = ({ node }) => answers.get(node) > age;
    const isOld = (record) => record.run.age <= age;
    const isNewer = (record) => !isOld(record);
    for (const piece of run.pieces) {
      const { node, from, at, length } = piece;
      if (isLate(piece)) continue;
      if (unsure.size > 0 && at + length > own) decide(run, piece);
      if (at >= own && from === 0 && length === node.length) forgetSome(node, isOld, keepRange);
      // Of a long text, this may be one part of many.
      else if (at + length > own) forgetIn({ node, from: from + Math.max(0, own - at), to: from + length }, isOld);
    }
    for (const { start: seenStart, end: seenEnd, number, ext, context, hint } of numbers) {
      if (records.size >= MAX_RECORDS) return;
      const start = run.placeOf(seenStart);
      const end = run.placeOf(seenEnd - 1) + 1;
      // What only goes along for its words may have a number of its own, found in another run.
      if (end <= own) continue;
      const parts = run.slice(start, end);
      if (parts.length === 0) continue;
      if (!isUnchanged) {
        // Changed since it was read: the mutation has it scanned again, and may bring nothing that takes this away.
        if (parts.some(isLate) || !isStill(run, start, end) || page.isTorn({ parts, run, start, end })) continue;
        // Gone, or an editor by now, which the look around it came too early for.
        if (parts.some(({ node }) => !node.isConnected || page.isApart(node))) continue;
        // Found since with words from before its own text, of which nothing else was answered.
        if (parts.some((part) => byText.get(part.node)?.some((record) => isNewer(record) && overlaps(record, part)))) continue;
      }
      if (start < own) for (const part of parts) forgetIn(part, isOld);
      const head = parts[0];
      const tail = parts[parts.length - 1];
      born += 1;
      const range = rangeOver(head.node, head.from, tail.node, tail.to);
      const record = { parts, born, number, ext, range, run, start, end, within: undefined, isMoved: false };
      // What its own text does not say is found by the worker in the same run once more.
      if (context) record.within = { type: 'within', text: run.seen, start: seenStart, end: seenEnd, hint: hint ?? run.hint };
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
    /** A run was answered: what was asked about its texts before counts no more. */
    answered({ age, own, pieces }) {
      for (const { node, at, length } of pieces) if (at + length > own && !(answers.get(node) >= age)) answers.set(node, age);
    },
    forgetChanged,
    forget,
    textOf,
    isSame,
    records,
    links,
    /** The records whose number stands in a text node, or in part; some of them may be forgotten meanwhile. */
    at: (node) => byText.get(node)?.slice() ?? [],
    /** Those under a text that have changed around them, and are being read again. */
    unsureAt: (node) => unsureIn(node).filter(isSaid),
    /** Whether an answer about a text, even that it says no number, has something to decide. */
    awaits: (node) => byText.has(node) || unsure.has(node),
    /** Whether something is painted with the next batch. */
    get isFresh() {
      return fresh.size > 0;
    },
    follow,
    takeOver,
    /**
     * Has this called after a run was read again, until it returns true; once, and with true, when somebody else waits or
     * nothing is read any more. Returns how to wait no longer.
     */
    whenRead(call) {
      onRead?.(true);
      onRead = call;
      return () => { if (onRead === call) onRead = null; };
    },
    /** The number of the newest record. */
    get born() {
      return born;
    },
    link(link) {
      if (!page.isLink(link)) return;
      const old = links.get(link);
      // Its children may have come or gone since.
      if (links.has(link) && (!old || (old.endOffset === link.childNodes.length && isThere(old)))) return;
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
    /** What has not been read again is not shown for ever. Returns whether there is more of it, because something `isBusy`. */
    settle(isBusy) {
      if (!isBusy) hideAll(unsure);
      const oldest = performance.now() - UNSURE_MS;
      if (unsure.size > 0 && unsureAt < oldest) {
        for (const [node, own] of unsure) hideSome(node, own, ({ doubted }) => doubted < oldest);
        unsureAt = Infinity;
        for (const own of unsure.values()) for (const { doubted } of own.values()) unsureAt = Math.min(unsureAt, doubted);
      }
      return unsure.size > 0;
    },
    /** All at once: each change of a highlight has the browser paint the whole page anew. */
    show() {
      if (fresh.size === 0) {
        this.putBack();
        return;
      }
      shown = performance.now();
      for (const range of fresh) highlight.add(range);
      fresh.clear();
      if (!isUp()) CSS.highlights.set(NAME, highlight);
    },
    /** A page that empties the registry takes all of it away, and may do so in each of its frames. */
    putBack() {
      if (!highlight?.size || isUp() || performance.now() - backAt < PUT_BACK_MS) return;
      backAt = performance.now();
      CSS.highlights.set(NAME, highlight);
    },
    clear() {
      fresh.clear();
      heirs.clear();
      emptied.clear();
      unsure.clear();
      tails = new WeakMap();
      onRead?.(true);
      onRead = null;
      byText = new WeakMap();
      answers = new WeakMap();
      records.clear();
      links.clear();
      highlight?.clear();
      if (highlight && isUp()) CSS.highlights.delete(NAME);
    },
  };
})();
