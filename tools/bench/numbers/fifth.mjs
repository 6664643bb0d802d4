// A fifth page, by a hand that saw neither the finder nor the other pages: helpdesks, orders, shipping,
// deals, calls, mail, chat, minutes, listings, directories, invoices. Held back at first; looked at, and learned from, since the sixth is.
import { others } from './fifth/others.mjs';
import { phone } from './fifth/phones.mjs';
import { blocks, CELLS, line } from './fifth/sites.mjs';
import { WORDS } from './fifth/words.mjs';
import { seeded } from './random.mjs';

const RUNS = 2400;
/** Two runs of three are cells and short lines. */
const SHORT = 2 / 3;
/** At most one in twenty of the runs without a number is ten bare digits that nothing explains. */
const BARE = 1 / 25;

const LANDS = [[50, 'VN'], [33, 'US'], [4, 'GB'], [4, 'DE'], [4, 'FR'], [5, 'JP']];
const SITES = [[9, 'orders'], [9, 'shipping'], [8, 'pipeline'], [7, 'calls'], [20, 'cards'], [16, 'directory'], [6, 'stock'], [9, 'system'], [10, 'scores'], [13, 'payments']];

export function fifth(seed) {
  const random = seeded(seed ^ 0x5f17a11e);
  const runs = [];
  const o = others(random);
  const counts = {};
  let [cells, hints, numbers, empty, bare, name] = [0, 0, 0, 0, 0, 0];

  const page = (land) => {
    const { pick, chance } = random;
    const words = WORDS[land];
    let category = '';
    const add = ({ text, labels }, more) => {
      if (!/\d|[０-９]/.test(text)) return false;
      runs.push({ text, labels, category, ...more });
      if (labels.length === 0) empty += 1;
      for (const { country } of labels) counts[country] = (counts[country] ?? 0) + 1;
      numbers += labels.length;
      return true;
    };
    return {
      land, words, random, pick, o,
      next: () => (name += 1),
      /** A third of the cells have something above or beside them. */
      headed: () => chance(hints < cells / 3 ? 0.75 : 0.12),
      who: () => pick(words.people).split(' ').pop(),
      /** Mostly a number of this country; of another one it is written with its calling code. */
      phone(options = {}) {
        const own = options.share !== undefined || chance(0.93) || options.kind === 'free';
        const country = own ? land : random.weighted(LANDS.filter(([, it]) => it !== land));
        const { kind, ...rest } = options;
        return phone(random, country, { ...rest, kind: own ? kind : undefined, share: options.share ?? (own ? 0.6 : 0.03) });
      },
      tax: () => ({ VN: o.mst, US: o.ein, GB: o.gbVat, DE: o.ust, FR: o.siret, JP: o.houjin })[land](),
      cell(value, hint, column) {
        const run = typeof value === 'string' ? line`${value}` : value;
        if (add(run, { ...(hint ? { hint } : {}), ...(column ? { column } : {}) })) {
          cells += 1;
          if (hint) hints += 1;
        }
      },
      short(run) {
        if (add(run, {})) cells += 1;
      },
      block: (run, kind) => {
        category = `block ${kind}`;
        add(run, {});
      },
      called(kind) {
        category = kind;
      },
    };
  };

  while (runs.length < RUNS) {
    // A country that has its share waits for the others.
    const land = random.weighted(LANDS.map(([share, it]) => [(counts[it] ?? 0) > (share / 100) * numbers ? share / 4 : share, it]));
    const w = page(land);
    if (runs.length > 100 && bare < empty * BARE - 4) {
      const before = runs.length;
      w.called('bare');
      CELLS.bare(w);
      bare += runs.length - before;
    } else if (cells < runs.length * SHORT) {
      const site = random.weighted(SITES);
      w.called(site);
      CELLS[site](w);
    } else blocks(w);
  }
  return { fifth: runs };
}
