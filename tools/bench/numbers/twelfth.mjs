// Screens of offices as they are run together: CRM, consoles, logs, tables whose cells hold two things.
import { seedRng, int, shuffle, toRun, padBlock, resetTables } from './twelfth/kit.mjs';
import { A as VA } from './twelfth/vn_a.mjs';
import { A2 as VA2 } from './twelfth/vn_a2.mjs';
import { B as VB } from './twelfth/vn_b.mjs';
import { CC as VC } from './twelfth/vn_c.mjs';
import { D as VD } from './twelfth/vn_d.mjs';
import { E as VE } from './twelfth/vn_e.mjs';
import { A as UA } from './twelfth/us_a.mjs';
import { B as UB } from './twelfth/us_b.mjs';
import { CC as UC } from './twelfth/us_c.mjs';
import { D as UD } from './twelfth/us_d.mjs';
import { E as UE } from './twelfth/us_e.mjs';
import { VT } from './twelfth/vn_tab.mjs';
import { VT2 } from './twelfth/vn_tab2.mjs';
import { UT } from './twelfth/us_tab.mjs';
import { UT2 } from './twelfth/us_tab2.mjs';

const TOTAL = 2500,
  CELLS = 1000;
const build = (shapes, tables) => {
  const cells = [];
  let nCells = 0;
  for (const t of shuffle(tables)) {
    const c = t();
    cells.push(c);
    nCells += c.length;
    if (nCells >= CELLS) break;
  }
  const need = TOTAL - nCells;
  const deck = shapes.flatMap(s => Array(Math.max(1, Math.round(s.w * 2))).fill(s));
  const blocks = [];
  while (blocks.length < need)
    for (const s of shuffle(deck)) {
      if (blocks.length >= need) break;
      blocks.push(toRun(padBlock(s.f()), s.name));
    }
  // pages: some blocks, then a table, and so on
  const out = [];
  let i = 0;
  for (const t of cells) {
    const k = int(20, 80);
    out.push(...blocks.slice(i, i + k), ...t);
    i += k;
  }
  out.push(...blocks.slice(i));
  return out;
};
export function twelfth(seed) {
  resetTables();
  seedRng(seed);
  const vn = build([...VA.list, ...VA2.list, ...VB.list, ...VC.list, ...VD.list, ...VE.list], [...VT, ...VT2]);
  seedRng(seed ^ 0x5bd1e995);
  const us = build([...UA.list, ...UB.list, ...UC.list, ...UD.list, ...UE.list], [...UT, ...UT2]);
  return { twelfth: vn, twelfth_us: us };
}
