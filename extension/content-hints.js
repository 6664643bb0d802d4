// What a page calls a number: the header of its column, its term in a list, the label beside it.
// Reads only; asks nobody.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const MAX_HINT = 64;

  // What was read in this slice of work; forgotten after it.
  let hintCache = new WeakMap();
  let headCache = new WeakMap();
  let headed = {};

  /** What the page calls the thing in `element`: a column's header, a term, the label beside it. */
  page.hintFor = (element) => {
    const place = element?.closest('td,dd,li,p,div,[itemprop~="telephone"]');
    if (!place) return undefined;
    if (place.hasAttribute('itemprop') && /\btelephone\b/.test(place.getAttribute('itemprop'))) return 'tel';
    const label = place.localName === 'td' ? headerOf(place) : labelBefore(place);
    return label ? textOf(label) : undefined;
  };

  function headerOf(cell) {
    const row = cell.parentElement;
    const cells = row?.cells;
    if (!cells) return null;
    if (row !== headed.row) headed = { row, heads: headersFor(row, cells) };
    if (headed.heads.length === 1) return headed.heads[0];
    return headed.heads[cell.cellIndex] ?? null;
  }

  /** One header for the whole row, or one for each cell; none is empty. */
  function headersFor(row, cells) {
    // Two to a row, the first of them a header: a table of properties.
    if (cells.length === 2 && cells[0].localName === 'th') return [cells[0]];
    const table = row.closest('table');
    const heads = table?.tHead?.rows;
    const head = heads ? heads[heads.length - 1] : table?.rows[0];
    // Cells that span columns would shift what stands below them.
    if (!head || head === row || head.cells.length !== cells.length) return [];
    let known = headCache.get(head);
    if (!known) {
      known = [...head.cells].map((header) => (header.localName === 'th' || heads ? header : null));
      headCache.set(head, known);
    }
    return known;
  }

  /** `<dt>`, or a short text before this one that ends in a colon. */
  function labelBefore(block) {
    const before = block.previousElementSibling;
    if (!before || before.childElementCount > 2) return null;
    return before.localName === 'dt' || /:\s*$/.test(textOf(before) ?? '') ? before : null;
  }

  function textOf(element) {
    let known = hintCache.get(element);
    if (known === undefined) {
      const text = element.textContent.trim();
      known = text.length <= MAX_HINT ? text : '';
      hintCache.set(element, known);
    }
    return known || undefined;
  }

  /** Ends a slice: the page may change before the next one. */
  page.forgetHints = () => {
    hintCache = new WeakMap();
    headCache = new WeakMap();
    headed = {};
  };
})();
