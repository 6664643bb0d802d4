// What a finder got right. In scope for a country are numbers written with their calling code, and
// that country's own national ones; right is: these digits, all of them and no others, and this
// E.164 number.

const edges = /^[\s()[\]]+|[\s()[\]]+$/g;

/** Brackets at the edges belong to a number for one finder and not for the other. */
const trimmed = (text, start, end) => {
  const part = text.slice(start, end);
  const left = part.match(/^[\s()[\]]*/)[0].length;
  return `${start + left}:${part.replace(edges, '').length}`;
};

export function score(find, runs, country, onMistake = () => {}) {
  const sum = { right: 0, missed: 0, misdials: 0, others: 0, partly: 0 };
  for (const [at, run] of runs.entries()) {
    const { text, labels, hint } = run;
    const found = find(text, country, hint, at);
    const seen = new Set();
    for (const it of found) {
      const hit = labels.findIndex((label) => label.start < it.end && it.start < label.end);
      const label = labels[hit];
      if (!label) {
        sum.others += 1;
        onMistake('not a number', run, text.slice(it.start, it.end));
      } else if (label.e164 !== it.e164) {
        sum.misdials += 1;
        onMistake(`misdial ${label.country}`, run, `${text.slice(it.start, it.end)} → ${it.e164}`);
      } else {
        const exact = trimmed(text, it.start, it.end) === trimmed(text, label.start, label.end) && (it.ext ?? '') === label.ext;
        // Another country's national number, read rightly: nobody asked, nobody is harmed.
        if (label.national && label.country !== country) continue;
        if (exact && !seen.has(hit)) {
          sum.right += 1;
          seen.add(hit);
        } else {
          sum.partly += 1;
          onMistake('partly', run, text.slice(it.start, it.end));
        }
      }
    }
    labels.forEach((label, at) => {
      if ((label.national && label.country !== country) || seen.has(at)) return;
      sum.missed += 1;
      onMistake('missed', run, label.text);
    });
  }
  const marks = sum.right + sum.misdials + sum.others + sum.partly;
  sum.recall = (100 * sum.right) / (sum.right + sum.missed);
  sum.precision = (100 * sum.right) / marks;
  sum.f1 = (2 * sum.recall * sum.precision) / (sum.recall + sum.precision);
  return sum;
}
