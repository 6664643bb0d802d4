// Text that knows where its phone numbers are: pieces are put together and the labels move along.

/** Every piece is `{text, labels}`; a label's places are UTF-16 units of its piece. */
export const piece = (text, labels = []) => ({ text, labels });

/** Pieces, texts and numbers in a row, as one piece. */
export function join(parts, between = '') {
  let text = '';
  const labels = [];
  parts.forEach((part, at) => {
    if (at > 0) text += between;
    const { text: own, labels: inner } = typeof part === 'object' ? part : piece(String(part));
    for (const it of inner) labels.push({ ...it, start: it.start + text.length, end: it.end + text.length });
    text += own;
  });
  return piece(text, labels);
}

/** say`Tel: ${number}`: a template whose values may be pieces. */
export function say(strings, ...values) {
  return join(strings.flatMap((it, at) => (at < values.length ? [it, values[at]] : [it])));
}

/** A block of text on a page, under the header or beside the `<dt>` `hint` when there is one, in the column of that name. */
export function run(part, hint, column) {
  const { text, labels } = typeof part === 'object' ? part : piece(String(part));
  const cut = labels.map((it) => ({ ...it, text: text.slice(it.start, it.end) }));
  return { text, ...(hint && { hint }), ...(column && { column }), labels: cut };
}

/** Digits in groups of the given sizes; what is left over joins the last group, and nobody leaves one digit alone at the end. */
export function groups(digits, sizes, separator) {
  const parts = [];
  let at = 0;
  sizes.forEach((size, index) => {
    const end = index === sizes.length - 1 ? digits.length : at + size;
    if (at === digits.length - 1 && parts.length > 1) parts[parts.length - 1] += digits.slice(at);
    else if (at < digits.length) parts.push(digits.slice(at, end));
    at = end;
  });
  return parts.join(separator);
}
