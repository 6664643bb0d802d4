//# allFunctionsCalledOnLoad
// What a page calls a number: the header of its column, its term in a list, the label beside it. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  // The worker hears no more of a hint, UTF-16 units.
  const MAX_HINT = (page.MAX_HINT = 64);
  // White space of a source that is indented.
  const WIDE = /[\t\n\r\f]|\s{2}/;
  // A row with more cells is no list that people read.
  const MAX_CELLS = 512;
  // How far above a text its cell is looked for, and how many elements a cell may hold at most: with
  // more it is a part of the page's layout.
  const MAX_DEPTH = 5;
  const MAX_INSIDE = 4;
  // Rows of plain elements: how far above a text they are looked for, and how many cells a row has. Two cells are a label and
  // its value.
  const MAX_BLOCKS = 3;
  const MIN_PLAIN = 3;
  const MAX_KINDS = 32;
  const MAX_PLAIN = 32;
  // A grid's headers are looked for among its first elements.
  const MAX_AHEAD = 600;
  const MAX_NEIGHBOURS = 12;
  const MAX_COLUMNS = 256;
  const CELL = /^(?:grid)?cell$/;
  // Elements in a row of headers, at most.
  const MAX_IN_HEADS = 256;
  const LETTER = /\p{L}/u;
  const DIGIT = /\p{Nd}/u;

  // From the prototypes: a form's fields hide its own properties of the same names.
  const { closest, getAttribute } = Element.prototype;

  // Caches for one slice of work (`forgetHints`).
  let texts = new Map();
  let columns = new Map();
  let likes = new Map();
  let headsOfLikes = new Map();
  let headTables = new Map();
  let row = null;
  // Of `row`: the header of all its cells, or the header of each; the number of its first column, or 0 if it has no columns.
  let whole;
  let heads = [];
  let base = 0;
  // The element last found to have no cell around it.
  let outside = null;

  // The number of each list's first column. It stays the same while the list exists, because a column is read in several slices.
  const bases = new WeakMap();
  // The kinds of rows in a list of plain elements, each with an object that stands for it in `bases`.
  const kinds = new WeakMap();
  let nextBase = 1;
  // The texts of each column that were read last: a cell that is read alone, or with few others, is judged among them.
  const neighbours = new Map();

  /** The page's `lang`, or null. */
  page.language = () => document.documentElement?.lang || null;

  /** Sets a run's hint and column: what the page calls the text in `element`. */
  page.place = (run, element) => {
    const place = element && closest.call(element, 'td,dd,li,p,div,[itemprop~="telephone"]');
    if (!place) return;
    if (/\btelephone\b/.test(getAttribute.call(place, 'itemprop') ?? '')) {
      run.hint = 'tel';
    } else if (place.localName === 'td') {
      page.placeInRow(run, /** @type {HTMLTableCellElement} */ (place), place.parentElement);
    } else {
      const label = labelBefore(place);
      run.hint = label ? textOf(label) : undefined;
      if (run.hint === undefined) placeInCell(run, element, place.parentElement);
    }
  };

  /** The elements that a changed text or element may be the label or header of: a value beside it, rows below it. */
  page.namedBy = (node) => {
    const isText = page.typeOf(node) === Node.TEXT_NODE;
    if (isText && /** @type {Text} */ (node).data.length > MAX_HINT) return [];
    const element = isText ? page.parentOf(node) : node;
    if (page.typeOf(element) !== Node.ELEMENT_NODE) return [];
    const term = closest.call(element, 'tr,thead,dt');
    if (term === null) return /:\s*$/.test(lastWords(node)) ? valueBehind(element) : [];
    if (page.nameOf(term) === 'dt') return [term.nextElementSibling].filter(Boolean);
    const isFirst = page.nameOf(term) === 'thead' || term.previousElementSibling === null || page.nameOf(term.parentElement) === 'thead';
    const table = isFirst ? /** @type {HTMLTableElement} */ (closest.call(term, 'table')) : null;
    const known = table && headOf(table);
    if (known && (term === table.tHead || term === known.head)) return [...table.tBodies];
    const [first, second] = term.children;
    return second && page.nameOf(first) === 'th' && first.contains(element) ? [second] : [];
  };

  /** The last text in a node that may be a label. */
  function lastWords(node) {
    let at = node;
    for (let steps = 0; at && steps < MAX_DEPTH; steps += 1) {
      if (page.typeOf(at) === Node.ELEMENT_NODE) at = at.lastChild;
      else if (page.typeOf(at) === Node.TEXT_NODE && /\S/.test(at.data)) return at.data;
      else at = at.previousSibling;
    }
    return '';
  }

  /** The element whose label (`labelBefore`) an element is in, as a list of one; else an empty list. */
  function valueBehind(element) {
    let label = element;
    for (let depth = 0; label && depth < MAX_DEPTH && label.childElementCount <= 2; depth += 1) {
      const value = label.nextElementSibling;
      if (value) return labelBefore(value) === label ? [value] : [];
      label = label.parentElement;
    }
    return [];
  }

  /** Sets a run's hint and column from its table cell; `own` is the cell's row. */
  page.placeInRow = (run, cell, own) => {
    if (own !== row) {
      row = own;
      whole = undefined;
      heads = [];
      base = 0;
      if (own?.localName === 'tr') readRow(own);
    }
    run.hint = whole;
    if (base === 0) return;
    const at = cell.cellIndex;
    run.hint = heads[at];
    run.column = base + at;
  };

  /**
   * What is sent to the worker about runs: their texts, and each hint with the indexes of its runs, one entry for each column.
   * A column of few runs is filled up with texts that were read before; these go behind all runs, and their answers are not used.
   */
  page.scanRequest = (runs) => {
    const texts = [];
    const places = new Map();
    const hints = [];
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at];
      texts.push(run.seen);
      const column = run.column ?? run.hint;
      if (!column) continue;
      const hint = run.hint ?? '';
      let own = places.get(column);
      if (own === undefined || own[0] !== hint) {
        own = [hint, []];
        places.set(column, own);
        hints.push(own);
      }
      own[1].push(at);
    }
    for (const [column, [, indexes]] of places) if (typeof column === 'number') withNeighbours(column, indexes, texts);
    return { texts, hints };
  };

  function withNeighbours(column, indexes, texts) {
    const before = neighbours.get(column) ?? [];
    const now = indexes.slice(-MAX_NEIGHBOURS).map((at) => texts[at]).filter((text) => text.length <= MAX_HINT);
    if (indexes.length < MAX_NEIGHBOURS) {
      for (const text of before) indexes.push(texts.push(text) - 1);
    }
    neighbours.delete(column);
    neighbours.set(column, [...before, ...now].slice(-MAX_NEIGHBOURS));
    if (neighbours.size > MAX_COLUMNS) neighbours.delete(neighbours.keys().next().value);
  }

  /** Drops what is remembered of the page's columns. */
  page.forgetColumns = () => neighbours.clear();

  function baseOf(list) {
    let known = bases.get(list);
    if (known === undefined) {
      bases.set(list, (known = nextBase));
      nextBase += MAX_CELLS;
    }
    return known;
  }

  function readRow(own) {
    const count = own.childElementCount;
    // Two cells to a row, the first one a header: a table of properties.
    if (count === 2 && own.firstElementChild.localName === 'th') {
      whole = textOf(own.firstElementChild);
      return;
    }
    let known = columns.get(own.parentNode);
    if (!known) columns.set(own.parentNode, (known = columnsOf(own)));
    if (own === known.head || count > MAX_CELLS) return;
    // A cell that spans columns would shift the ones below it, so the counts must agree; a script in a row is no cell.
    const { length } = known.heads;
    if (count !== length && own.cells.length !== length) return;
    heads = known.heads;
    base = baseOf(own.parentNode);
  }

  /** Sets the hint of a run that stands deeper inside a cell; `above` is the parent of the text's own block. */
  function placeInCell(run, element, above) {
    if (above === outside) return;
    let cell = element;
    for (let depth = 0; cell !== null && depth < MAX_DEPTH; depth += 1) {
      const isCell = cell.localName === 'td' || CELL.test(getAttribute.call(cell, 'role') ?? '');
      if (isCell) {
        if (cell.childElementCount > MAX_INSIDE) return;
        if (cell.localName === 'td') page.placeInRow(run, cell, cell.parentElement);
        else placeInGrid(run, cell, cell.closest('[role="row"]'));
        return;
      }
      cell = cell.parentElement;
    }
    if (!placeAmongLikes(run, element)) outside = above;
  }

  /** Sets the hint of a run in a list of plain elements: rows of one kind, side by side, with equally many cells. Returns whether it is in one. */
  function placeAmongLikes(run, element) {
    let cell = element;
    for (let depth = 0; depth < MAX_BLOCKS; depth += 1) {
      const own = cell?.parentElement;
      if (!own) return false;
      let known = likes.get(own);
      if (known === undefined) likes.set(own, (known = likesOf(own)));
      if (known) {
        if (run.text.length > MAX_HINT && (run.seen ?? run.text).trim().length > MAX_HINT || cell.children[MAX_INSIDE]) return true;
        const at = indexOf(cell);
        run.hint = known.heads[at];
        run.column = known.base + at;
        return true;
      }
      cell = own;
    }
    return false;
  }

  /** The columns of a row of plain elements; null if it is no row of a list. */
  function likesOf(own) {
    const list = own.parentElement;
    // By index, not by count: the main part of a page may have thousands of children.
    if (!list || !own.children[MIN_PLAIN - 1] || own.children[MAX_PLAIN]) return null;
    const count = own.children.length;
    if (!isLike(own, own.nextElementSibling) && !isLike(own, own.previousElementSibling)) return null;
    // Elements with text between them are no cells.
    for (const { nodeType, data } of page.nodesOf(own)) if (nodeType === Node.TEXT_NODE && /\S/.test(data)) return null;
    const kind = kindOf(own);
    const rows = rowsOf(list, count, kind);
    if (!rows) return null;
    let heads = headsOfLikes.get(rows);
    if (!heads) {
      const above = [list.firstElementChild, list.previousElementSibling].find(
        (row) => row?.childElementCount === count && kindOf(row) !== kind && areWords(row),
      );
      headsOfLikes.set(rows, (heads = above ? [...above.children].map(textOf) : []));
    }
    return { heads, base: baseOf(rows) };
  }

  /** The object that stands for all rows of one kind in a list; null for a new kind after `MAX_KINDS` of them. */
  function rowsOf(list, count, kind) {
    let all = kinds.get(list);
    if (!all) kinds.set(list, (all = new Map()));
    const name = `${count} ${kind}`;
    let rows = all.get(name);
    if (!rows && all.size < MAX_KINDS) all.set(name, (rows = {}));
    return rows ?? null;
  }

  // The first class says of which kind a row is; others come and go (odd, selected).
  const kindOf = (element) => /^\s*\S*/.exec(getAttribute.call(element, 'class') ?? '')[0];
  const isLike = (one, other) =>
    other !== null && other.localName === one.localName && other.childElementCount === one.childElementCount &&
    kindOf(other) === kindOf(one);

  function indexOf(element) {
    let at = 0;
    for (let other = element.previousElementSibling; other && at < MAX_CELLS; other = other.previousElementSibling) at += 1;
    return at;
  }

  /** Sets a run's hint and column from a cell of a grid (WAI-ARIA), by its `aria-colindex` or its place in the row. */
  function placeInGrid(run, cell, own) {
    if (!own) return;
    if (own !== row) {
      row = own;
      whole = undefined;
      const grid = own.closest('[role="grid"],[role="table"],[role="treegrid"]');
      let known = columns.get(grid);
      if (!known) columns.set(grid, (known = grid ? headsOfGrid(grid) : []));
      heads = known;
      base = grid ? baseOf(grid) : 0;
    }
    const at = placeInRowOf(cell);
    if (base === 0 || at >= MAX_CELLS) return;
    run.hint = heads[at];
    run.column = base + at;
  }

  function headsOfGrid(grid) {
    const found = [];
    const inside = grid.getElementsByTagName('*');
    let seen = 0;
    for (const element of inside) {
      if (element.getAttribute('role') === 'columnheader') found[placeInRowOf(element)] = textOf(element);
      seen += 1;
      if (seen === MAX_AHEAD) break;
    }
    return found;
  }

  /** `aria-colindex` counts from 1. */
  function placeInRowOf(cell) {
    const said = +(cell.getAttribute('aria-colindex') ?? 0);
    if (said >= 1) return Number.isInteger(said) ? Math.min(said - 1, MAX_CELLS) : MAX_CELLS;
    return indexOf(cell);
  }

  /** A table's row of headers, or null, and the text of each header. */
  function columnsOf(row) {
    const table = row.closest('table');
    const known = table && headOf(table);
    if (known) {
      const { head, names } = known;
      return { head, heads: [...(head?.cells ?? [])].map((cell) => (names(cell) ? textOf(cell) : undefined)) };
    }
    // A row with a cell that spans columns has fewer cells than the next one.
    const count = Math.max(row.cells.length, row.nextElementSibling?.cells?.length ?? 0);
    return { head: null, heads: headsApart(table, count) ?? Array.from({ length: count }) };
  }

  /** A table's row of headers, and which of its cells name their columns; null if there is none. */
  function headOf(table) {
    const own = table.tHead;
    if (own) return { head: own.rows[own.rows.length - 1], names: () => true };
    const head = table.rows[0];
    const words = head !== undefined && areWords(head);
    const names = ({ localName }) => words || localName === 'th';
    // A single `th` is the header of its row.
    return head && (words || [...head.cells].filter(names).length > 1) ? { head, names } : null;
  }

  const textsOf = (row) => [...(row?.cells ?? [])].map(textOf);

  /** Whether a row is one of words: two texts at least, all short, with letters and without digits (a dash is an unknown value). */
  function areWords(row) {
    if (row.getElementsByTagName('*')[MAX_IN_HEADS]) return false;
    const texts = [...row.children].map(({ textContent }) => textContent.trim()).filter((text) => text !== '');
    return texts.length > 1 && texts.every((text) => text.length <= MAX_HINT && LETTER.test(text) && !DIGIT.test(text));
  }

  /** The headers of a list that scrolls below them: they stand in a table of their own before it. Null if there is none. */
  function headsApart(table, count) {
    let node = table;
    for (let depth = 0; node && depth < MAX_DEPTH; depth += 1, node = node.parentElement) {
      const before = node.previousElementSibling;
      const other = before && headTableIn(before);
      if (!other?.tHead || [...other.tBodies].some(({ rows }) => rows.length > 0)) continue;
      const heads = textsOf(other.tHead.rows[other.tHead.rows.length - 1]);
      // The empty header above the scroll bar is no column.
      if (heads.length === count + 1 && heads[count] === undefined) heads.pop();
      return heads.length === count ? heads : null;
    }
    return null;
  }

  function headTableIn(before) {
    let known = headTables.get(before);
    if (known === undefined) {
      known = before.localName === 'table' ? before : before.querySelector('table');
      headTables.set(before, known);
    }
    return known;
  }

  /** The label before a block: a `<dt>`, or a short text that ends in a colon; else null. */
  function labelBefore(block) {
    const before = block.previousElementSibling;
    if (!before || before.childElementCount > 2) return null;
    return before.localName === 'dt' || /:\s*$/.test(textOf(before) ?? '') ? before : null;
  }

  function textOf(element) {
    let known = texts.get(element);
    if (known === undefined) {
      const raw = page.textOf(element).trim();
      const text = raw.length <= page.MAX_RAW && WIDE.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
      known = text.length <= MAX_HINT ? text : '';
      texts.set(element, known);
    }
    return known || undefined;
  }

  /** Empties the caches at the end of a slice: the page may change before the next one. */
  page.forgetHints = () => {
    texts.clear();
    columns.clear();
    likes.clear();
    headsOfLikes.clear();
    headTables.clear();
    row = null;
    outside = null;
  };
})();
