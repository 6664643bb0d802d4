// What all tables have: their length, and columns of numbers with gaps in them.
import { int, pick, chance, wpick } from './kit.mjs';

export const N = () =>
  wpick([
    [8, () => int(12, 15)],
    [3, () => int(15, 24)],
    [0.6, () => int(25, 40)],
  ])();
export const col = (c, h, f) => ({ c, h, f });

/** How a country's tables call a column of numbers (`HP`), what stands where there is none (`blank`), and such a column. */
export const numbersOf = (names, none, style) => {
  const HP = () => pick(names);
  const blank = p => f => () => (chance(p) ? pick(none) : f());
  const phone = (c, p = 0.08) => {
    const s = style();
    return col(c, HP(), blank(p)(s));
  };
  return { HP, blank, phone };
};
