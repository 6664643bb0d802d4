//# allFunctionsCalledOnLoad
// Candidates for numbers: enough digits with little between them, or a link to a number. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.running) return;

  // Digits of the scripts that the finder knows, and what it lets stand between them
  // (crates/numbers, text.rs). Line ends and tabs are there because most of them are shown as a space.
  // Written as escapes: one character outside ASCII makes the engine keep all of a script in two bytes a character.
  const D =
    '0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0be6-\u0bef\u0c66-\u0c6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9';
  const GAP =
    '\\s\\-.\\/()\\[\\]\\u00a0\\u00ad\\u00b7\\u2000-\\u200f\\u2010-\\u2015\\u2024\\u202a-\\u202f\\u205f-\\u2064' +
    '\\u2066-\\u2069\\u2212\\u3000\\u30fb\\u30fc\\ufe63\\ufeff\\uff08\\uff09\\uff0d-\\uff0f\\uff3b\\uff3d';
  const DIGIT = new RegExp(`[${D}]`);
  // As many characters as may stand between two digits of a number (`MAX_GAP` in crates/numbers).
  const MAX_GAP = (page.MAX_GAP = 24);
  const NEXT_DIGIT = `[${GAP}]{0,${MAX_GAP}}[${D}]`;
  // The most frequent digits in articles and lists: a date, perhaps with a time, or a range of years, without another digit near it.
  const YEAR = '(?:19[1-9]|20\\d)\\d';
  const LONE_DATE = new RegExp(
    `(?:(?:${YEAR}([-/.])[0-3]?\\d\\1[0-3]?\\d|[0-3]?\\d([-/.])[0-3]?\\d\\2${YEAR})(?:[T ]+\\d\\d?:\\d\\d(?::\\d\\d)?)?` +
    `|${YEAR} ?[-\u2013/] ?${YEAR})(?!${NEXT_DIGIT})`,
    'y',
  );
  // In front of an id in an address (`?oldid=`). Parameters of other names may hold a phone number (`did`, `caller_id`).
  const ID = /[?&](?:old|cur|rev|page|utm)?_?id=$/;
  // At most 10 digits: with more, a number right behind the id, in a cell of its own, would be taken for the id's end.
  const LONE_DIGITS = new RegExp(`[${D}]{1,10}(?!${NEXT_DIGIT})`, 'y');
  const USUAL_LEAST = 7;
  let least = 0;
  // Matches a candidate: as many digits as the shortest number has, with only `GAP` between them.
  let NEXT;
  let CANDIDATE = null;

  page.hasDigit = (text) => DIGIT.test(text);

  /** Index of the first digit in a text, or -1. */
  page.digitIn = (text) => text.search(DIGIT);

  /** Sets how few digits a number may have here: fewer than usual where numbers in letters or short numbers count. */
  page.setLeast = (digits) => {
    const wanted = digits >= 2 && digits < USUAL_LEAST ? digits : USUAL_LEAST;
    if (wanted === least) return;
    least = wanted;
    CANDIDATE = null;
    NEXT = new RegExp(`[${D}](?:${NEXT_DIGIT}){${least - 1}}`, 'g');
  };
  page.setLeast(USUAL_LEAST);

  /** How few digits a number may have here now. */
  page.leastDigits = () => least;

  /** Whether a text has a candidate; one that may be a date counts, too. */
  page.isCandidate = (text) => {
    CANDIDATE ??= new RegExp(`[${D}](?:${NEXT_DIGIT}){${least - 1}}`);
    return text.length >= least && CANDIDATE.test(text);
  };

  /** Set by `candidateIn`: the index behind the candidate's last digit that is needed. */
  page.enoughAt = 0;

  /**
   * Index of the first candidate at `from` or later that is no lone date, or -1. `joined`: the text is of several blocks, so
   * that a number may stand right behind an id; ids then count as candidates.
   */
  page.candidateIn = (text, from = 0, joined = false) => {
    if (text.length - from < least) return -1;
    NEXT.lastIndex = from;
    for (let found = NEXT.exec(text); found !== null; found = NEXT.exec(text)) {
      const at = found.index;
      page.enoughAt = NEXT.lastIndex;
      // Where short numbers count, one may look like part of a date.
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
  // The beginnings of most addresses are excluded first, so that few links are compared with the schemes. As one compound
  // selector it makes the engine visit links only; a list of selectors would make it visit every element.
  const LINKS =
    'a[href]:not([href^="/"],[href^="h" i],[href^="#"]):is([href^="tel:" i],[href^="callto:" i],' +
    '[href^="sip" i],[href^=" "],[href^="\\9"],[href^="\\a"],[href^="\\c"],[href^="\\d"])';

  /** Whether an element is a link to a number: `tel:`, `callto:`, `sip:`, `sips:`. */
  page.isLink = (element) =>
    (element.localName === 'a' || element.localName === 'area') &&
    SCHEME.test(element.getAttribute('href') ?? '');

  /** Every link to a number in an element or root, and a few others (`isLink` decides); without the areas of maps (`oddOnes`). */
  page.linksIn = (root) => page.allIn(root, LINKS);
})();
