// What a page calls a number: the header of its column, its term in a list, the label beside it.
// Reads only; asks nobody.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  const MAX_HINT = 64;

  // What was read in this slice of work; forgotten after it.
  let texts = new Map();
  let columns = new Map();
  let row = null;
  let heads = [];

  /** The page's own word about its language, or null. */
  page.language = () => document.documentElement?.lang || null;

  /** What the page calls the thing in `element`: a column's header, a term, the label beside it. */
  page.hintFor = (element) => {
    const place = element?.closest('td,dd,li,p,div,[itemprop~="telephone"]');
    if (!place) return undefined;
    if (place.hasAttribute('itemprop') && /\btelephone\b/.test(place.getAttribute('itemprop'))) return 'tel';
    if (place.localName === 'td') return page.columnOf(place, place.parentElement);
    const label = labelBefore(place);
    return label ? textOf(label) : undefined;
  };

  /** The header of a cell's column; `own` is the row that it stands in. */
  page.columnOf = (cell, own) => {
    if (own !== row) {
      row = own;
      heads = own?.localName === 'tr' ? headersFor(own) : [];
    }
    if (heads.length === 0) return undefined;
    return heads.length === 1 ? heads[0] : heads[cell.cellIndex];
  };

  /** One header for the whole row, or one for each cell; none is empty. */
  function headersFor(row) {
    const count = row.childElementCount;
    // Two to a row, the first of them a header: a table of properties.
    if (count === 2 && row.firstElementChild.localName === 'th') return [textOf(row.firstElementChild)];
    let known = columns.get(row.parentNode);
    if (!known) columns.set(row.parentNode, (known = columnsOf(row)));
    if (row === known.head) return [];
    // Cells that span columns would shift what stands below them; a script in a row is no cell.
    const { length } = known.heads;
    return count === length || row.cells.length === length ? known.heads : [];
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
    heads = [];
  };
})();
