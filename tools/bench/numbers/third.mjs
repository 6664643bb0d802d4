// Pages made from what issue 4 asks by a hand that had seen neither the finder nor the other generators (the
// finder was tuned to them later, see HISTORY.md): `crm`, a contact list, and `mixed`, everything else that people have open all day.
import { seeded } from './random.mjs';
import { crm } from './third/crm.mjs';
import { chat, email, register, story, ticket } from './third/office.mjs';
import { advert, delivery, footer, form, receipt, statement, table } from './third/papers.mjs';
import { run } from './third/piece.mjs';

const DOCUMENTS = 1000;
const KINDS = [[14, email], [10, chat], [8, ticket], [12, story], [6, register], [8, receipt], [5, statement], [8, delivery], [8, form], [7, advert], [9, footer], [5, table]];
const COUNTRIES = [[55, 'VN'], [22, 'US'], [8, 'GB'], [6, 'DE'], [5, 'FR'], [4, 'JP']];

function mixed(seed) {
  const random = seeded(seed * 104_729 + 5);
  const runs = [];
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const make = random.weighted(KINDS);
    make(random, random.weighted(COUNTRIES), (part, hint) => {
      const made = { ...run(part, hint), category: make.name };
      if (made.text.trim()) runs.push(made);
    });
  }
  return runs;
}

/** Both pages of a seed, named. */
export const third = (seed) => ({ crm: crm(seed), mixed: mixed(seed) });
