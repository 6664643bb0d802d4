// Columns of phone numbers, with the habits of those who fill them.
import { first, name } from './people.mjs';
import { FOREIGN, make, significant } from './plans.mjs';
import { internationalHabit, nationalHabit, written } from './write.mjs';

const HOME = { vn: 'VN', us: 'US' };

/** Words that make plain whose national number it is. */
const WHOSE = {
  vn: { GB: ['VP Anh quốc', 'UK'], DE: ['Đức', 'VP Đức', 'Berlin (Đức)'], FR: ['Pháp', 'VP Pháp', 'France'], JP: ['Nhật', 'Nhật Bản', 'Japan', 'VP Tokyo, Nhật'], US: ['Mỹ', 'US', 'VP Mỹ'], KR: ['Hàn Quốc'], AU: ['Úc'] },
  us: { GB: ['UK', 'UK office', 'United Kingdom', 'London, UK'], DE: ['Germany', 'German office'], FR: ['France', 'Paris, France'], JP: ['Japan', 'Tokyo, Japan'], VN: ['Vietnam', 'Vietnam office', 'Hanoi, Vietnam'], AU: ['Australia'] },
};

export function foreign(r, L, country) {
  const habit = internationalHabit(r, true);
  if (L === 'us' && r.chance(0.07)) habit.form = '011';
  return written(r, make(r, country ?? r.pick(L === 'us' ? [...FOREIGN, 'VN', 'VN', 'VN'] : [...FOREIGN, 'US', 'US', 'US', 'US'])), habit, { ext: r.chance(0.05) });
}

/** A foreign number as its own country writes it, with that country in words next to it. */
export function foreignInWords(r, L) {
  const country = r.pick(Object.keys(WHOSE[L]));
  const word = r.pick(WHOSE[L][country]);
  const phone = written(r, make(r, country), { ...nationalHabit(r, country, true), form: r.pick(['groups', 'bracket', 'dash']), sizes: [4, 3, 3] }, { ext: r.chance(0.06) });
  return r.pick([[`${word}: `, phone], [phone, ` (${word})`], [`${word} `, phone], [`(${word}) `, phone], [`${word} - `, phone]]);
}

/** Written as at home abroad, and nothing tells which country: not to be called from here. */
function stray(r, L) {
  const country = r.pick(L === 'vn' ? ['FR', 'US'] : ['FR', 'GB', 'VN']);
  const kind = country === 'VN' ? 'm' : 'f';
  const number = make(r, country, kind);
  // Other areas of France look like mobiles of Viet Nam.
  if (country === 'FR') number.groups = ['1', `4${r.int(2, 9)}`, r.digits(2), r.digits(2), r.digits(2)];
  return written(r, number, { ...nationalHabit(r, country, true), form: country === 'US' ? 'bracket' : 'groups', sizes: [4, 3, 3], sep: ' ' }, { full: 0 }).text;
}

function junk(r, L) {
  const digits = significant(make(r, HOME[L], L === 'vn' ? 'm' : 'f'));
  return r.pick(L === 'vn'
    ? ['—', 'Không có', 'N/A', 'chưa cập nhật', '0', '0000000000', '0123456789', `0${digits.slice(0, 2)}****${digits.slice(6)}`, `0${digits.slice(0, 3)} xxx ${digits.slice(6)}`, `******${digits.slice(5)}`, `0${digits.slice(0, 6)}`, 'khóa máy', 'sai số', 'Ẩn số', '...', 'xem tab 2', `đuôi ${digits.slice(6)}`, '113']
    : ['—', 'N/A', 'none', 'on file', '0', '000-000-0000', '(000) 000-0000', '1234567890', '999-999-9999', `(***) ***-${digits.slice(6)}`, `XXX-XXX-${digits.slice(6)}`, `ending in ${digits.slice(6)}`, `${digits.slice(0, 3)}-${digits.slice(3, 6)}-`, 'disconnected', 'Unavailable', 'Anonymous', '911', 'see row 14', 'declined to give']);
}

const decorated = (r, L, phone) => r.pick(L === 'vn'
  ? [['ĐT: ', phone], ['Tel: ', phone], [phone, ' (Zalo)'], [phone, ` (${r.pick(['vợ', 'chồng', 'mẹ', 'bố', 'con trai', 'kế toán', 'bảo vệ'])})`], [`${r.pick(['A.', 'Anh', 'Chị', 'C.', 'Mr.', 'Ms.'])} ${first(r, 'vn')} `, phone], [`${first(r, 'vn')} - `, phone], [phone, ` - ${name(r, 'vn')}`], [phone, ' gọi sau 17h'], ['DĐ ', phone], ['☎ ', phone], [phone, '*'], ['T: ', phone], [phone, ' gặp chị ', first(r, 'vn')], [`${r.int(1, 9)}. `, phone], [phone, ` (${r.int(8, 11)}h-${r.int(14, 17)}h)`], ['Hotline: ', phone], ["'", phone], ['tel:', phone], [`CN${r.int(1, 4)}: `, phone]]
  : [['Ph: ', phone], ['Tel. ', phone], ['cell ', phone], [phone, ' (cell)'], [phone, ' (h)'], ['C: ', phone], ['W: ', phone], [phone, ` - ${first(r, 'us')}`], [`${first(r, 'us')}: `, phone], [phone, ' after 5pm'], [phone, ' (text only)'], ['☎ ', phone], ['tel:', phone], [phone, ' *'], ['Mom ', phone], [phone, ' (primary)'], ['Call: ', phone], [`${r.int(1, 9)}) `, phone], [phone, ` M-F ${r.int(7, 9)}-${r.int(4, 6)}`], ['Office: ', phone]]);

function several(r, L, one) {
  const pair = [one(), one()];
  const third = r.chance(0.12) ? [', ', one()] : null;
  if (third) return [pair[0], ', ', pair[1], third];
  if (r.chance(0.2)) return L === 'vn' ? r.pick([['DĐ: ', pair[0], ' - NR: ', pair[1]], ['Vợ: ', pair[0], ', chồng: ', pair[1]], ['1) ', pair[0], ' 2) ', pair[1]]]) : r.pick([['H: ', pair[0], ' C: ', pair[1]], ['(o) ', pair[0], ' (m) ', pair[1]], ['home ', pair[0], ', work ', pair[1]]]);
  if (pair.some((it) => /[-.\/–] |\/|;/.test(it.text))) return [pair[0], r.pick([', ', '\n', ' | ']), pair[1]];
  return [pair[0], r.weighted([[6, ' / '], [4, ', '], [3, '; '], [3, '\n'], [2, ' - '], [2, '/'], [1, ' & '], [1, ' | '], [1, ','], [2, L === 'vn' ? ' hoặc ' : ' or '], [1, L === 'vn' ? ' và ' : ' and ']]), pair[1]];
}

/** `kind`: 'm', 'f', 'h' or none for a mixture; `open`: nothing above the column says that it is phones. */
export function phoneColumn(r, L, { kind, world = 0.06, open = false } = {}) {
  const home = HOME[L];
  const intlColumn = r.chance(0.24);
  const abroad = () => {
    const habit = internationalHabit(r, open);
    if (home === 'US' && habit.form.startsWith('00') && r.chance(0.7)) habit.form = 'plus';
    return habit;
  };
  const fresh = () => (intlColumn ? abroad() : nationalHabit(r, home, open && r.chance(0.5)));
  const main = fresh();
  const untidy = r.pick([0, 0.05, 0.15, 0.4, 1]);
  const share = { several: r.pick([0, 0.04, 0.12]), words: r.pick([0, 0.05, 0.3]), junk: r.pick([0.03, 0.08, 0.15]), ext: r.pick([0, 0.15, 0.5]), full: r.pick([0, 0, 0, 0, 0.1]) };
  const quoted = r.chance(0.03) && L === 'vn';
  const lost = !open && L === 'vn' && !intlColumn && r.chance(0.05);
  const one = (ext = share.ext) => {
    const number = make(r, home, r.chance(0.9) ? kind : undefined);
    const habit = r.chance(untidy) ? (r.chance(0.2) ? abroad() : nationalHabit(r, home, open)) : main;
    if (lost && number.kind === 'm' && r.chance(0.8)) {
      return { ...written(r, number, { form: 'solid', sizes: [10] }, { full: 0 }), text: significant(number) };
    }
    return written(r, number, habit, { ext: r.chance(ext), full: share.full });
  };
  return () => {
    if (r.chance(share.junk)) return junk(r, L);
    if (r.chance(0.012)) return stray(r, L);
    if (r.chance(world)) return r.chance(0.22) ? foreignInWords(r, L) : foreign(r, L);
    if (r.chance(share.several)) return several(r, L, () => one(0.05));
    if (quoted) return ["'", one()];
    return r.chance(share.words) ? decorated(r, L, one()) : one();
  };
}

const COUNTRIES = {
  vn: { VN: 'Việt Nam', US: 'Mỹ', GB: 'Anh (UK)', DE: 'Đức', FR: 'Pháp', JP: 'Nhật Bản', AU: 'Úc', SG: 'Singapore', KR: 'Hàn Quốc', CN: 'Trung Quốc', TH: 'Thái Lan', IN: 'Ấn Độ', NL: 'Hà Lan', CH: 'Thụy Sĩ', TW: 'Đài Loan', MY: 'Malaysia', ES: 'Tây Ban Nha', CA: 'Canada' },
  us: { VN: 'Vietnam', US: 'USA', GB: 'United Kingdom', DE: 'Germany', FR: 'France', JP: 'Japan', AU: 'Australia', SG: 'Singapore', KR: 'South Korea', CN: 'China', TH: 'Thailand', IN: 'India', NL: 'Netherlands', CH: 'Switzerland', TW: 'Taiwan', MY: 'Malaysia', ES: 'Spain', CA: 'Canada' },
};
export const countryName = (L, country) => COUNTRIES[L][country ?? HOME[L]];

/** A number as its own country writes it: the line names that country in another field. */
export function localColumn(r, L) {
  const habit = {};
  return () => {
    const country = r.pick(Object.keys(WHOSE[L]));
    habit[country] ??= { ...nationalHabit(r, country, true), form: r.pick(['groups', 'bracket', 'dash']), sizes: [4, 3, 3] };
    return written(r, make(r, country), habit[country], { ext: r.chance(0.05) });
  };
}
