//# allFunctionsCalledOnLoad
// What is painted on a page: records of the numbers found, and a highlight that shows them.
//
// The page can read and empty the highlight registry, so nothing is read from a highlight: where a number is stands in the
// records, and its text is read again when somebody points at it.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const NAME = 'alo-number';
  const MAX_RECORDS = 20_000;
  const PUT_BACK_MS = 500;
  const UNSURE_MS = 2000;
  const { BESIDE, REACH } = page;

  const highlight = typeof Highlight === 'function' && CSS.highlights ? new Highlight() : null;

  /** Numbers in text. @type {Set<Alo.PaintRecord>} */
  const records = new Set();
  /** The records of a text node. @type {WeakMap<Text, Alo.PaintRecord[]>} */
  let byText = new WeakMap();
  /** The age of the newest answer about a text. */
  let answers = new WeakMap();
  /** Links to numbers, with their painted range. */
  const links = new Map();
  let born = 0;
  /** Ranges that are added to the highlight with the next batch (`show`). */
  const fresh = new Set();
  /**
   * While the answer about a run is entered: its old records, by text and start. A number that is found again keeps its range,
   * so that its paint does not blink.
   */
  const kept = new Map();
  /**
   * Records of texts that have changed but still say the number, by text and start, until the text is read again: beside a
   * running clock the paint does not blink.
   */
  const unsure = new Map();
  /** Records of `unsure` that stand in several texts, by each text but the first; may hold some that are not in `unsure` any more. */
  let tails = new WeakMap();
  /** When the oldest record of `unsure` was added, as `performance.now()` counts. */
  let unsureAt = 0;
  /**
   * Within one batch of mutations. `heirs`: each new text node with the known one that it replaced. `emptied`: the parent of each
   * known text that was taken out without a replacement yet, with that text and its neighbours.
   */
  const heirs = new Map();
  const emptied = new Map();
  /** Called after each answer about a run until it returns true; with `true`, for the last time, when waiting is over. */
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
    // Unless the page has taken it out of the highlight.
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
      // A text may have thousands of records, which are dropped in their order: the first one is found at once.
      if (at >= 0) own.splice(at, 1);
      if (own?.length === 0) byText.delete(node);
    }
  }

  /** Calls `leave` for those of a text's records that are `isGone`; all at once, because a text may have thousands. */
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

  /** After a change of a text: its records that do not stand as they were read become unsure, or are forgotten. */
  function forgetChanged(node) {
    // Records that an earlier change made unsure may have lost their number by this one.
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
   * Notes which text a change of children has put in the place of a known one (as `textContent` does), at once or after
   * something else, or nothing, has stood there for a moment.
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

  /** At the end of a batch: moves the records of replaced texts to the new ones, as if the text had changed; returns the new ones. */
  function takeOver() {
    const taken = [...heirs].filter(([now, old]) => move(old, now)).map(([now]) => now);
    heirs.clear();
    emptied.clear();
    return taken;
  }

  const isKnown = (node) => byText.has(node) || unsure.has(node) || (tails.get(node) ?? []).some(isUnsure);

  /** Moves the records of text `old` to text `now`; returns whether it did. Their ranges are still to be renewed. */
  function move(old, now) {
    // A text that was only moved elsewhere, or came from elsewhere, keeps its own records.
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

  /** Gives a record that was moved to another text a new range; at once, not with the next batch, so that it does not blink. */
  function renew(record) {
    const { parts, range, isMoved } = record;
    if (!range || !isMoved) return;
    record.isMoved = false;
    const [head, tail] = [parts[0], parts[parts.length - 1]];
    hide(range);
    record.range = new StaticRange({ startContainer: head.node, startOffset: head.from, endContainer: tail.node, endOffset: tail.to });
    if (head.node.isConnected && tail.node.isConnected) highlight.add(record.range);
  }

  /** Whether only a part of the node's text was read, and more follows. */
  const isCut = ({ from, length, size }) => from + length < size;

  /** Whether there are digits at places where there were none. */
  const isOther = (was, now) => page.hasDigit(now) && !isSame(now.replace(/\d/g, '0'), was.replace(/\d/g, '0'));

  /** Whether digits have come near a number in its own text; other digits in the same places (a clock) do not count. */
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

  /** Hands the unsure records that a newly read piece covers to `kept`: the answer about its run decides about them. */
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

  /** Whether the texts of a number are unchanged, and none of them has grown within `REACH` behind it. */
  const isStill = (run, start, end) => run.under(start, end).every((piece) =>
    page.saysTheSame(run, piece) && (end + REACH < piece.at + piece.length || isCut(piece) || piece.node.length === piece.size));

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

  /** @type {Alo.PaintScript['paint']['text']} */
  function enter(run, numbers, isUnchanged) {
    const { own, age } = run;
    // An answer that is older than the newest one about a text changes nothing there.
    const isLate = ({ node }) => answers.get(node) > age;
    const isOld = (record) => record.run.age <= age;
    const isNewer = (record) => !isOld(record);
    for (const piece of run.pieces) {
      const { node, from, at, length } = piece;
      if (isLate(piece)) continue;
      if (unsure.size > 0 && at + length > own) decide(run, piece);
      if (at >= own && from === 0 && length === node.length) forgetSome(node, isOld, keepRange);
      // The run may have only one part of a long text.
      else if (at + length > own) forgetIn({ node, from: from + Math.max(0, own - at), to: from + length }, isOld);
    }
    for (const { start: seenStart, end: seenEnd, number, ext, context, hint } of numbers) {
      if (records.size >= MAX_RECORDS) return;
      const start = run.placeOf(seenStart);
      const end = run.placeOf(seenEnd - 1) + 1;
      // A number in the words before a run's own text is found in the run that these words are the own text of.
      if (end <= own) continue;
      const parts = run.slice(start, end);
      if (parts.length === 0) continue;
      if (!isUnchanged) {
        // The text has changed since: the change has it read again, but a later answer may never take this number away.
        if (parts.some(isLate) || !isStill(run, start, end) || page.isTorn({ parts, run, start, end })) continue;
        // Taken out, or in an editor by now: the review after that change came before this record.
        if (parts.some(({ node }) => !node.isConnected || page.isApart(node))) continue;
        // A newer answer has found it in a run that had this text only as its words before.
        if (parts.some((part) => byText.get(part.node)?.some((record) => isNewer(record) && overlaps(record, part)))) continue;
      }
      if (start < own) for (const part of parts) forgetIn(part, isOld);
      const head = parts[0];
      const tail = parts[parts.length - 1];
      born += 1;
      const range = rangeOver(head.node, head.from, tail.node, tail.to);
      const record = { parts, born, number, ext, range, run, start, end, within: undefined, isMoved: false };
      // The number's own text does not say it all: for its card the worker finds it in the same run once more.
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
    /** A run was answered: older answers about its texts do not count any more. */
    answered({ age, own, pieces }) {
      for (const { node, at, length } of pieces) if (at + length > own && !(answers.get(node) >= age)) answers.set(node, age);
    },
    forgetChanged,
    forget,
    textOf,
    isSame,
    records,
    links,
    /** A copy of the records whose number stands in a text node, or partly: some may be forgotten while it is gone through. */
    at: (node) => byText.get(node)?.slice() ?? [],
    /** The unsure records of a text that still say their number. */
    unsureAt: (node) => unsureIn(node).filter(isSaid),
    /** Whether an answer about a text, even one without numbers, has to be entered. */
    awaits: (node) => byText.has(node) || unsure.has(node),
    /** Whether ranges wait for the next batch. */
    get isFresh() {
      return fresh.size > 0;
    },
    follow,
    takeOver,
    /**
     * Has `call` called after each answer about a run until it returns true. Called with `true`, and not again, when somebody
     * else waits or reading ends. Returns a function that ends the waiting.
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
    /**
     * Hides unsure numbers that were not read again: all of them when nothing `isBusy`, else those older than `UNSURE_MS`.
     * Returns whether some are left.
     */
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
    /** Adds all waiting ranges to the highlight at once: each change of a highlight makes the browser paint the whole page. */
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
    /**
     * Registers the highlight again if the page has removed it; no more often than every `PUT_BACK_MS`, because a page may
     * remove it with each frame that it draws.
     */
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
