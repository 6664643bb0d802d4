// Money, days, hours, measures and ranges: the digits that pages hold most of.
const two = (value) => String(value).padStart(2, '0');
const grouped = (value, separator) => String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/** A sum of up to hundreds of millions, in full thousands more often than not. */
const big = (random) => random.weighted([[5, random.int(10, 999) * 1000], [6, random.int(1, 99) * 1_000_000 + random.int(0, 999) * 1000], [3, random.int(100, 999) * 1_000_000 + random.int(0, 999) * 1000], [2, random.int(100_000, 999_999_999)], [1, random.int(1000, 9999) * 1_000_000]]);

/** With its currency. */
export const priced = (random, lang) => {
  if (lang === 'vi') {
    const sum = random.weighted([[8, grouped(big(random), '.')], [2, grouped(big(random), ',')], [0.7, grouped(big(random), ' ')], [1, String(big(random))]]);
    return random.weighted([[4, `${sum} đ`], [3, `${sum}đ`], [2, `${sum} VNĐ`], [2, `${sum} VND`], [1, `${sum} ₫`], [1, `₫${sum}`], [1, `${sum} đồng`], [1, `VND ${sum}`], [1, `${random.int(1, 99)},${random.int(1, 9)} triệu`], [0.5, `${random.int(1, 99)},${random.int(1, 9)} tỷ đồng`]]);
  }
  if (lang === 'de') return random.pick([`${grouped(random.int(100, 9_999_999), '.')},${two(random.int(0, 99))} €`, `EUR ${grouped(random.int(100, 99_999), '.')},–`]);
  if (lang === 'fr') return random.pick([`${grouped(random.int(100, 9_999_999), ' ')},${two(random.int(0, 99))} €`, `${grouped(random.int(1000, 999_999), '\u202f')} €`, `${grouped(random.int(100_000, 99_999_999), ' ')} euros`]);
  if (lang === 'ja') return random.pick([`¥${grouped(random.int(100, 99_999_999), ',')}`, `${grouped(random.int(100, 99_999_999), ',')}円`, `${random.int(1, 999)}万円`]);
  return random.pick([`$${grouped(random.int(5, 9_999_999), ',')}.${two(random.int(0, 99))}`, `$${grouped(random.int(5, 999_999), ',')}`, `USD ${grouped(random.int(1000, 99_999_999), ',')}`, `£${grouped(random.int(5, 999_999), ',')}.${two(random.int(0, 99))}`, `${grouped(random.int(1000, 999_999), ',')} USD`]);
};

/** Without a currency, as in a column of totals. */
export const naked = (random, lang) => {
  const sum = big(random);
  if (lang === 'en') return random.pick([grouped(sum, ','), `${grouped(random.int(5, 9_999_999), ',')}.${two(random.int(0, 99))}`, String(sum)]);
  return random.weighted([[6, grouped(sum, '.')], [3, grouped(sum, ',')], [1, String(sum)], [0.6, grouped(sum, ' ')]]);
};

export function day(random, lang) {
  const [d, m, y] = [random.int(1, 28), random.int(1, 12), random.int(2012, 2027)];
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1];
  const local = { vi: [`${two(d)}/${two(m)}/${y}`, `${d}/${m}/${y}`, `${two(d)}-${two(m)}-${y}`, `ngày ${d} tháng ${m} năm ${y}`, `${two(d)}.${two(m)}.${y}`], en: [`${two(m)}/${two(d)}/${y}`, `${month} ${d}, ${y}`, `${d} ${month} ${y}`, `${m}/${d}/${y % 100}`], de: [`${two(d)}.${two(m)}.${y}`, `${d}.${m}.${y}`], fr: [`${two(d)}/${two(m)}/${y}`, `${two(d)}-${two(m)}-${y}`], ja: [`${y}年${m}月${d}日`, `${y}/${two(m)}/${two(d)}`] }[lang];
  return random.weighted([[6, random.pick(local)], [2, `${y}-${two(m)}-${two(d)}`], [0.5, `${y}${two(m)}${two(d)}`], [0.4, `${y}.${two(m)}.${two(d)}`]]);
}
export const hour = (random) => random.pick([`${two(random.int(0, 23))}:${two(random.int(0, 59))}`, `${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`, `${random.int(7, 20)}h${two(random.int(0, 5) * 10)}`, `${random.int(1, 12)}:${two(random.int(0, 59))} PM`]);
export const moment = (random, lang) => random.pick([`${day(random, lang)} ${hour(random)}`, `20${random.int(20, 26)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}T${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}Z`, `${hour(random)} ${day(random, lang)}`]);
export const range = (random, lang) => random.pick([() => `${day(random, lang)} - ${day(random, lang)}`, () => `${random.int(1950, 1999)}-${random.int(2000, 2026)}`, () => `${random.int(1900, 1999)}–${random.int(2000, 2026)}`, () => '08:00-17:30', () => `8h00 - 17h30`, () => `${random.int(10, 50)}.000.000 - ${random.int(51, 99)}.000.000`, () => `${random.int(100, 900)}-${random.int(1000, 5000)}`, () => `${random.int(1000, 1900)} - ${random.int(2000, 9000)}`])();
export const measure = (random) => random.pick([() => `${random.int(10, 99)}.${random.int(0, 9)}%`, () => `${random.int(100, 999)} x ${random.int(100, 999)} x ${random.int(10, 99)} mm`, () => `${random.int(0, 120)}.${random.digits(4)}`, () => `${random.int(1, 9)}-${random.int(0, 6)}`, () => `${random.int(20, 900)} m²`, () => `${grouped(random.int(1000, 99_999_999), random.pick([',', '.']))} lượt xem`, () => `1920x1080`, () => `${random.int(1, 900)} / ${random.int(901, 3000)}`, () => `0.${random.digits(9)}`, () => `${random.int(2, 90)} kg`, () => `25-1-${random.int(1, 9)}`, () => `${grouped(random.int(100_000, 999_999_999), ' ')}`])();
