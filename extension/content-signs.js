//# allFunctionsCalledOnLoad
// What may be a number: digits enough with little between them, or a link to one. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // Digits of the scripts that the finder knows, and what it lets stand between them
  // (crates/numbers, text.rs). Line ends and tabs are there because most of them are shown as a space.
  // As escapes: with one character that is not ASCII a script is kept, and read, at two bytes each.
  const D =
    '0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0be6-\u0bef\u0c66-\u0c6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9';
  const GAP =
    '\\s\\-.\\/()\\[\\]\\u00a0\\u00ad\\u00b7\\u2000-\\u200f\\u2010-\\u2015\\u2024\\u202a-\\u202f\\u205f-\\u2064' +
    '\\u2066-\\u2069\\u2212\\u3000\\u30fb\\u30fc\\ufe63\\ufeff\\uff08\\uff09\\uff0d-\\uff0f\\uff3b\\uff3d';
  const DIGIT = new RegExp(`[${D}]`);
  // What most articles and lists have most of: a date, perhaps with a time, or years from and to; no digit near it.
  const YEAR = '(?:19[1-9]|20\\d)\\d';
  const LONE_DATE = new RegExp(
    `(?:(?:${YEAR}([-/.])[0-3]?\\d\\1[0-3]?\\d|[0-3]?\\d([-/.])[0-3]?\\d\\2${YEAR})(?:[T ]+\\d\\d?:\\d\\d(?::\\d\\d)?)?` +
    `|${YEAR} ?[-\u2013/] ?${YEAR})(?![${GAP}]{0,24}[${D}])`,
    'y',
  );
  // The digits of an address's `?oldid=`; other names may well be a phone's (`did`, `caller_id`).
  const ID = /[?&](?:old|cur|rev|page|utm)?_?id=$/;
  // No longer: what stands right behind it, in a cell of its own, would be taken for its end.
  const LONE_DIGITS = new RegExp(`[${D}]{1,10}(?![${GAP}]{0,24}[${D}])`, 'y');
  const USUAL_LEAST = 7;
  let least = 0;
  // As many digits as a number has, with nothing else between them: what has less cannot hold one.
  let NEXT;
  let CANDIDATE = null;

  page.hasDigit = (text) => DIGIT.test(text);

  /** Where the first digit of a text is; else -1. */
  page.digitIn = (text) => text.search(DIGIT);

  /** How few digits may be a number here: fewer where letters or short numbers count. */
  page.setLeast = (digits) => {
    const wanted = digits >= 2 && digits < USUAL_LEAST ? digits : USUAL_LEAST;
    if (wanted === least) return;
    least = wanted;
    CANDIDATE = null;
    NEXT = new RegExp(`[${D}](?:[${GAP}]{0,24}[${D}]){${least - 1}}`, 'g');
  };
  page.setLeast(USUAL_LEAST);

  /** How few digits may be a number just now. */
  page.leastDigits = () => least;

  /** Whether a text has as many digits as a number, a date's or not. */
  page.isCandidate = (text) => {
    CANDIDATE ??= new RegExp(`[${D}](?:[${GAP}]{0,24}[${D}]){${least - 1}}`);
    return text.length >= least && CANDIDATE.test(text);
  };

  /** Where the candidate that was found last has as many digits as a number. */
  page.enoughAt = 0;

  /**
   * Where in a text the first candidate for a number begins that begins at `from` or later; else -1. `joined`: of several
   * blocks, so that the digits of an id may go on as those of a number.
   */
  page.candidateIn = (text, from = 0, joined = false) => {
    if (text.length - from < least) return -1;
    NEXT.lastIndex = from;
    for (let found = NEXT.exec(text); found !== null; found = NEXT.exec(text)) {
      const at = found.index;
      page.enoughAt = NEXT.lastIndex;
      // A site's own short numbers may look like part of a date.
      if (least < USUAL_LEAST) return at;
      const isId = !joined && text[at - 1] === '=' && ID.test(text.slice(Math.max(0, at - 32), at));
      const other = isId ? LONE_DIGITS : LONE_DATE;
      other.lastIndex = at;
      if (!other.test(text)) return at;
      NEXT.lastIndex = other.lastIndex;
    }
    return -1;
  };

  const SCHEME = /^\s*(?:tel|callto|sips?):/i;
  // Where most links lead is asked first, so that few are looked at twice; one compound has the
  // engine visit links only, where a list of selectors has it visit everything.
  const LINKS =
    'a[href]:not([href^="/"],[href^="h" i],[href^="#"]):is([href^="tel:" i],[href^="callto:" i],' +
    '[href^="sip" i],[href^=" "],[href^="\\9"],[href^="\\a"],[href^="\\c"],[href^="\\d"])';

  /** Links to numbers: `tel:`, `callto:`, `sip:`, `sips:`. */
  page.isLink = (element) =>
    (element.localName === 'a' || element.localName === 'area') &&
    SCHEME.test(element.getAttribute('href') ?? '');

  /** Every link to a number in an element or root, and a few others; not the areas of maps (`oddOnes`). */
  page.linksIn = (root) => page.allIn(root, LINKS);
})();
