// What the card says, in the person's language.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const MAX_POST_DIAL = 64;

  const text = (key, fallback = '', fill = []) => chrome.i18n.getMessage(key, fill) || fallback;

  /** The language that the texts are in; it may differ from the browser's. */
  const language = () => text('card_language', 'en');

  function countryName(code) {
    if (!code) return '';
    try {
      return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  function timeThere(timeZones = []) {
    if (timeZones.length === 0) return '';
    try {
      const now = new Date();
      const times = timeZones.map((timeZone) =>
        new Intl.DateTimeFormat(language(), { timeZone, hour: '2-digit', minute: '2-digit' }).format(now));
      // A country with several time zones: the times at its western and its eastern end.
      const time = [...new Set(times)].join(' \u2013 ');
      return text('card_time', `local time ${time}`, [time]);
    } catch {
      // A zone that this browser does not know.
      return '';
    }
  }

  const refusalText = (refusal) =>
    text(`refusal_${refusal}`, text('card_refused', 'This number is not dialled.'));

  /** The digits that are sent after the answer (from a link or an extension), to be seen before the call. */
  function postDialText(digits) {
    if (typeof digits !== 'string' || digits === '') return '';
    const shown = digits.slice(0, MAX_POST_DIAL);
    return text('card_postDial', `Sent after the answer: ${shown}`, [shown]);
  }

  /** Why the country is not certain: it is a guess, or the digits are a number of another country, too. */
  function doubtText(doubt) {
    if (!doubt) return '';
    if (doubt.type !== 'rival') return text('card_doubt_guessed', 'Only this page suggests the country.');
    const country = countryName(doubt.country);
    return text('card_doubt_rival', `Could also be a number of: ${country}`, [country]);
  }

  /** The number's country and its local time. */
  const placeText = (answer) =>
    [countryName(answer?.country), timeThere(answer?.timeZones)].filter(Boolean).join(' \u00b7 ');

  page.words = { text, language, placeText, postDialText, doubtText, refusalText };
})();
