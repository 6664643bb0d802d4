// Tables of agents and sales people: each has its own columns, headers, habits and rows.
import { countryName, localColumn, phoneColumn } from './column.mjs';
import { BARE, DECOYS } from './decoys.mjs';
import { HEADS } from './heads.mjs';
import { note } from './notes.mjs';
import { address, company, goods, name } from './people.mjs';
import { flat, hasNumber, shuffle, textOf } from './text.mjs';

const PHONES = { mobile: { kind: 'm' }, phone: {}, office: { kind: 'f' }, second: {}, hotline: { kind: 'h', world: 0 }, caller: {}, called: { world: 0.02 }, parent: { kind: 'm' }, emergency: {}, receiver: { kind: 'm' }, sender: {}, abroad: { world: 0.85 } };
export const isPhone = (key) => key in PHONES;

const STATUS = { vn: ['Mới', 'Đang xử lý', 'Đã chốt', 'Hẹn gọi lại', 'Không nghe máy', 'Thuê bao', 'Giao thành công', 'Nóng', 'Lần 2'], us: ['New', 'Open', 'Qualified', 'No answer', 'Left VM', 'Closed won', 'Delivered', 'Callback', 'Attempt 2'] };

function textColumn(r, L, key) {
  if (key === 'name') return () => name(r, L);
  if (key === 'company') return () => company(r, L);
  if (key === 'address') return () => address(r, L);
  if (key === 'goods') return () => goods(r, L);
  if (key === 'note') return () => note(r, L, 0.4);
  if (key === 'person') {
    const one = phoneColumn(r, L, { world: 0.02 });
    const sep = r.pick([' - ', ': ', ' ', ' (', '\n', ', ']);
    return () => { const phone = one(); return hasNumber(phone) ? [name(r, L), sep, phone, sep === ' (' ? ')' : ''] : name(r, L); };
  }
  return () => (key === 'country' ? '' : r.pick(STATUS[L]));
}

/** name: [phone columns, text columns, digits that are no numbers] */
const KINDS = {
  crm: ['mobile office second', 'name company note', 'date price email score percent staff stamp'],
  leads: ['phone second caller', 'name status note', 'date stamp url price score row'],
  calls: ['caller called', 'status name note', 'stamp duration ticket shortCode staff epoch time'],
  orders: ['receiver phone', 'name address goods', 'order price date quantity tracking stamp row'],
  tickets: ['phone caller', 'name note status', 'ticket stamp version duration date ip'],
  statement: ['phone', 'note company', 'date invoice price balance bank stamp card iban'],
  shipments: ['sender receiver', 'address goods', 'tracking size price stamp postcode date order'],
  members: ['mobile emergency', 'name address', 'student card date plate years score row'],
  staff: ['mobile emergency office', 'name status', 'staff citizen tax insurance bank date price shortCode'],
  school: ['parent second', 'name note', 'student date room score years row'],
  patients: ['mobile emergency', 'name note', 'patient date insurance room stamp years'],
  prices: ['hotline phone', 'goods company', 'sku ean price percent quantity size world isbn'],
  servers: ['phone', 'status company', 'ip mac version uuid hash epoch serial stamp'],
  partners: ['abroad office', 'company country person', 'vat iban email world date postcode tax'],
  repair: ['mobile phone', 'name goods status', 'imei serial price date ticket'],
  meters: ['mobile', 'name address', 'meter serial coords price date years'],
  travel: ['mobile abroad', 'name status', 'flight citizen date price room time'],
  shops: ['hotline office', 'company address person', 'coords tax time url postcode'],
  drivers: ['mobile caller', 'name person', 'plate coords meter citizen time score'],
};
export const TABLE_KINDS = Object.keys(KINDS);
KINDS.locals = ['local', 'company country', 'vat date world postcode email'];

/** `apart`: the cells are shown without a header. Returns `{ kind, L, headed, columns: [{ key, head, cell }], rows }` */
export function table(r, page, kind, rows, { apart = false } = {}) {
  const [phones, texts, decoys] = KINDS[kind].map((it) => it.split(' '));
  const L = page;
  const english = L === 'us' || r.chance(0.13) ? 1 : 0;
  const headed = r.chance(0.82);
  const wanted = kind === 'servers' || kind === 'statement' ? 1 : r.pick([1, 1, 2, 2, 2, 3]);
  const chosen = [
    ...shuffle(r, phones).slice(0, wanted),
    ...shuffle(r, texts).slice(0, kind === 'locals' ? 2 : r.int(1, 2)),
    ...shuffle(r, decoys.filter((it) => headed || !BARE.has(it))).slice(0, r.int(2, 4)),
  ];
  const usual = r.chance(0.6) ? ['row', 'order', 'ticket', 'stamp', 'name', 'company'].filter((it) => chosen.includes(it) && r.chance(0.7)) : [];
  const keys = [...usual.slice(0, 2), ...shuffle(r, chosen.filter((it) => !usual.slice(0, 2).includes(it)))];
  const caps = r.chance(0.12);
  const columns = keys.map((key) => {
    const head = r.pick(HEADS[key][english].filter((it) => L === 'us' || !/SSN|EIN/.test(it)));
    const cell = key === 'local' ? localColumn(r, L) : isPhone(key) ? phoneColumn(r, L, { ...PHONES[key], open: !headed || apart }) : key === 'balance' ? DECOYS.price(r, L) : DECOYS[key] ? DECOYS[key](r, L) : textColumn(r, L, key);
    return { key, head: caps ? head.toUpperCase() : head, cell };
  });
  const filled = Array.from({ length: rows }, () => {
    const row = columns.map((it) => it.cell());
    const of = flat(row).find((it) => typeof it === 'object')?.country;
    return row.map((it, at) => (columns[at].key === 'country' ? countryName(L, of) : it));
  });
  return { kind, L, headed, columns, rows: filled };
}

export function cells(given, base) {
  const out = [];
  for (const row of given.rows) {
    row.forEach((parts, at) => {
      const { key, head } = given.columns[at];
      if (textOf(parts)) out.push({ parts, category: `cell.${given.kind}.${key}`, more: { ...(given.headed ? { hint: head } : {}), column: base + at } });
    });
  }
  return out;
}

/** One block per field, as on a contact's card. */
export function cards(r, given) {
  const labelled = r.chance(0.6);
  const join = r.pick([': ', ' : ', ':', '\n', ' ', ' – ', ':\t']);
  const icons = r.chance(0.15);
  const out = [];
  for (const row of given.rows) {
    row.forEach((parts, at) => {
      const { key, head } = given.columns[at];
      if (!textOf(parts)) return;
      const words = labelled || BARE.has(key) || (isPhone(key) && r.chance(0.1));
      const before = words ? [head, join] : icons && isPhone(key) ? [r.pick(['📞 ', '☎ ', '📱'])] : [];
      out.push({ parts: [before, parts], category: `card.${given.kind}.${key}`, more: {} });
    });
  }
  return out;
}

const SEPARATORS = [[6, ';'], [6, '|'], [5, ' | '], [5, '\t'], [6, ','], [2, '; '], [2, ' ; '], [1, ', ']];

/** A line of an export for each row: fields with a mark between them, sometimes each with its name. */
export function lines(r, given) {
  const sep = r.weighted(SEPARATORS);
  const mark = sep.trim() || sep;
  const named = r.chance(0.25);
  const always = !named && mark === ',' && r.chance(0.3);
  const shown = given.columns.map((it, at) => [it, at]).filter(([it]) => (named || !BARE.has(it.key)) && it.key !== 'shortCode' && (it.key !== 'country' || given.kind === 'locals'));
  return given.rows.map((row) => {
    const parts = shown.map(([it, at], place) => {
      const field = row[at];
      const text = textOf(field);
      const quote = !named && (always || (mark !== '\t' && text.includes(mark)) || text.includes('\n')) ? '"' : '';
      return [place ? sep : '', named ? [it.head, r.pick([': ', '=', ':'])] : '', quote, field, quote];
    });
    return { parts, category: `line.${given.kind}.${{ ';': 'semicolon', '|': 'bar', '\t': 'tab', ',': 'comma' }[mark]}`, more: {} };
  });
}
