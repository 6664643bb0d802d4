// `node seventh/checks.mjs`: whether labels stand where they say, and are numbers somebody could have.
import parse from 'libphonenumber-js/max';
import { seventh } from '../seventh.mjs';

const ascii = (text) => text.replace(/[０-９]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));
let wrong = 0;
const bad = (...what) => ((wrong += 1) < 60 ? console.log(...what) : null);
for (const seed of [1, 2, 3, 2026, 4242]) {
  for (const [name, runs] of Object.entries(seventh(seed))) {
    const withNumber = runs.filter(({ labels }) => labels.length).length;
    console.log(`${name} seed ${seed}: ${runs.length} texts, ${((100 * withNumber) / runs.length).toFixed(1)} % with a number, ${runs.reduce((sum, it) => sum + it.labels.length, 0)} labels, ${new Set(runs.map((it) => it.category)).size} templates, ${runs.filter(({ hint }) => hint).length} headed, mean ${(runs.reduce((sum, it) => sum + it.text.length, 0) / runs.length).toFixed(0)} characters`);
    for (const { text, labels, category } of runs) {
      if (/undefined|NaN|[⏎⇥⦃⦄⍽]/.test(text)) bad('text', category, text);
      let end = 0;
      for (const it of labels) {
        if (text.slice(it.start, it.end) !== it.text || it.start < end) bad('place', category, text, it);
        end = it.end;
        const known = parse(it.e164);
        if (!known?.isValid()) bad('nobody has', category, it.country, it.e164, it.text);
        const digits = ascii(it.text.slice(0, it.ext ? -it.ext.length : undefined)).replace(/\D/g, '');
        const tail = it.e164.replace(/^\+(84|1)/, '');
        if (!it.e164.includes(digits) && !digits.endsWith(it.country === 'VN' || it.country === 'US' ? tail : it.e164.slice(-7))) bad('digits', category, it.text, it.e164);
        if (it.national === /^\(?\+/.test(it.text)) bad('plus', category, it.text);
      }
    }
  }
}
console.log(wrong ? `${wrong} wrong` : 'all well');
process.exitCode = wrong ? 1 : 0;
