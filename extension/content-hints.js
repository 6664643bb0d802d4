// What a page calls a number: the header of its column, its term in a list, the label beside it.
// Reads only; asks nobody.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const MAX_HINT = 64;
  // More cells in a row are no list that people read.
  const MAX_CELLS = 512;
  // How far above a text its cell is looked for, and how many elements a cell may hold at most: with
  // more it is a part of the page's layout.
  const MAX_DEPTH = 5;
  const MAX_INSIDE = 4;
  // A grid's headers are the first things in it.
  const MAX_AHEAD = 600;
  const MAX_NEIGHBOURS = 12;
  const MAX_COLUMNS = 256;
  const CELL = /^(?:grid)?cell$/;

  // What was read in this slice of work; forgotten after it.
  let texts = new Map();
  let columns = new Map();
  let row = null;
  // Of that row: one header for all of it, or one for each place; the number of its first column, or 0.
  let whole;
  let heads = [];
  let base = 0;
  // What was asked last for a cell around it, and lies in none.
  let outside = null;

  // Names of columns stay the same for as long as the page has them, because a column is read in several slices.
  const bases = new WeakMap();
  let nextBase = 1;
  // The cells of a column that were read last: one that changes alone, or comes with a few, is judged among them.
  const neighbours = new Map();

  /** The page's own word about its language, or null. */
  page.language = () => document.documentElement?.lang || null;

  /** Notes what the page calls the thing in `element`: a column's header, a term, the label beside it. */
  page.place = (run, element) => {
    const place = element?.closest('td,dd,li,p,div,[itemprop~="telephone"]');
    if (!place) return;
    if (place.hasAttribute('itemprop') && /\btelephone\b/.test(place.getAttribute('itemprop'))) {
      run.hint = 'tel';
    } else if (place.localName === 'td') {
      page.placeInRow(run, place, place.parentElement);
    } else {
      const label = labelBefore(place);
      run.hint = label ? textOf(label) : undefined;
      if (run.hint === undefined) placeInCell(run, element, place.parentElement);
    }
  };

  /** Notes the column of a table's cell and its header; `own` is the row that it stands in. */
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
   * What is sent about runs: `texts`, and each hint with the indexes of its runs; those of one column go
   * together, and a few cells with some that were read before behind all runs, whose answers are nobody's.
   */
  page.asked = (runs) => {
    const texts = [];
    const places = new Map();
    const hints = [];
    for (let at = 0; at < runs.length; at += 1) {
      const run = runs[at];
      texts.push(run.text);
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

  /** Nothing of the page is kept. */
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
    // Two to a row, the first of them a header: a table of properties.
    if (count === 2 && own.firstElementChild.localName === 'th') {
      whole = textOf(own.firstElementChild);
      return;
    }
    let known = columns.get(own.parentNode);
    if (!known) columns.set(own.parentNode, (known = columnsOf(own)));
    if (own === known.head || count > MAX_CELLS) return;
    // Cells that span columns would shift what stands below them; a script in a row is no cell.
    const { length } = known.heads;
    if (count !== length && own.cells.length !== length) return;
    heads = known.heads;
    base = baseOf(own.parentNode);
  }

  /** What stands in a cell, but not by itself; `above` is around the text's own block. */
  function placeInCell(run, element, above) {
    if (above === outside) return;
    let cell = element;
    for (let depth = 0; cell !== null && depth < MAX_DEPTH; depth += 1) {
      const isCell = cell.localName === 'td' || CELL.test(cell.getAttribute('role') ?? '');
      if (isCell) {
        if (cell.childElementCount > MAX_INSIDE) return;
        if (cell.localName === 'td') page.placeInRow(run, cell, cell.parentElement);
        else placeInGrid(run, cell, cell.closest('[role="row"]'));
        return;
      }
      cell = cell.parentElement;
    }
    outside = above;
  }

  /** Notes the column of a grid's cell (WAI-ARIA), by its own number or its place among the row's. */
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
    let at = 0;
    for (let other = cell.previousElementSibling; other && at < MAX_CELLS; other = other.previousElementSibling) at += 1;
    return at;
  }

  /** The last row of headers above a row's section, and what each says. */
  function columnsOf(row) {
    const table = row.closest('table');
    const above = table?.tHead?.rows;
    const head = above ? above[above.length - 1] : table?.rows[0];
    const heads = [...(head?.cells ?? [])].map((cell) =>
      cell.localName === 'th' || above ? textOf(cell) : undefined,
    );
    return { head, heads };
  }

  /** `<dt>`, or a short text before this one that ends in a colon. */
  function labelBefore(block) {
    const before = block.previousElementSibling;
    if (!before || before.childElementCount > 2) return null;
    return before.localName === 'dt' || /:\s*$/.test(textOf(before) ?? '') ? before : null;
  }

  function textOf(element) {
    let known = texts.get(element);
    if (known === undefined) {
      const text = element.textContent.trim();
      known = text.length <= MAX_HINT ? text : '';
      texts.set(element, known);
    }
    return known || undefined;
  }

  /** Ends a slice: the page may change before the next one. */
  page.forgetHints = () => {
    texts.clear();
    columns.clear();
    row = null;
    outside = null;
  };
})();
