// Seeded random choices: the same seed makes the same page on every machine.

/** mulberry32: 32 bits of state are plenty for pages. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const random = {
    next,
    /** `low..=high` */
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    digits: (count) => Array.from({ length: count }, () => Math.floor(next() * 10)).join(''),
    /** `[[weight, value], …]` */
    weighted: (list) => {
      let at = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) if ((at -= weight) < 0) return value;
      return list[list.length - 1][1];
    },
    /** Each `x` becomes a digit, each `X` one of 1 to 9. */
    fill: (pattern) => pattern.replace(/[xX]/g, (it) => (it === 'x' ? random.int(0, 9) : random.int(1, 9))),
  };
  return random;
}
