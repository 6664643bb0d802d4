// What a person can choose on the card besides calling: the hotline that the call is made from, and
// that a click calls at once on this site.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});

  const { element } = page.look;
  const text = (key, fallback) => chrome.i18n.getMessage(key) || fallback;

  /** The row with the list of hotlines and its label; null with fewer than two hotlines. */
  function hotlines(answer) {
    const all = answer?.hotlines ?? [];
    if (all.length < 2) return null;
    const options = all.map(({ id, label }) => element('option', { value: id, textContent: label }));
    if (!all.some(({ id }) => id === answer.hotline)) {
      options.unshift(element('option', { value: '', textContent: text('card_hotline_any', 'As chosen in Alo') }));
    }
    const select = element('select', { className: 'hotline', id: 'hotline' }, ...options);
    select.value = answer.hotline ?? '';
    const label = element('label', { textContent: text('card_hotline', 'Call from'), htmlFor: 'hotline' });
    return { row: element('div', { className: 'from' }, label, select), select };
  }

  /** The switch for calling at a click; null where it cannot be switched from this frame. */
  function oneClick(answer) {
    if (typeof answer?.oneClick !== 'boolean' || !answer.card) return null;
    const made = element('button', { className: 'one-click', type: 'button' });
    made.setAttribute('role', 'switch');
    made.append(
      element('span', { textContent: text('card_oneClick', 'One click calls on this site') }),
      element('span', { className: 'knob', ariaHidden: 'true' }),
    );
    setSwitch(made, answer.oneClick);
    return made;
  }

  const isOn = (made) => made.getAttribute('aria-checked') === 'true';
  const setSwitch = (made, on) => made.setAttribute('aria-checked', String(on));

  page.choices = { hotlines, oneClick, isOn, setSwitch };
})();
