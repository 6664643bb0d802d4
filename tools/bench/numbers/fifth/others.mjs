// What stands on the same pages and is no phone number; check digits are right where there are any.

const sum = (digits, weights) => weights.reduce((total, weight, at) => total + weight * +digits[at], 0);

/** The digit that makes `digits` pass Luhn's check. */
function luhn(digits) {
  let total = 0;
  [...digits].reverse().forEach((it, at) => {
    const twice = +it * (at % 2 === 0 ? 2 : 1);
    total += twice > 9 ? twice - 9 : twice;
  });
  return digits + ((10 - (total % 10)) % 10);
}

const ean = (digits) => {
  let total = 0;
  [...digits].reverse().forEach((it, at) => (total += +it * (at % 2 === 0 ? 3 : 1)));
  return digits + ((10 - (total % 10)) % 10);
};

const mod97 = (text) => [...text.replace(/[A-Z]/g, (it) => it.charCodeAt(0) - 55)].reduce((rest, it) => (rest * 10 + +it) % 97, 0);
const two = (number) => String(number).padStart(2, '0');
const group = (number, mark) => String(number).replace(/\B(?=(\d{3})+$)/g, mark);
const fours = (text) => text.replace(/(.{4})(?=.)/g, '$1 ');

export function others(random) {
  const { pick, int, digits, fill, chance } = random;
  const day = () => [int(2018, 2027), int(1, 12), int(1, 28)];
  const o = {
    date(land) {
      const [y, m, d] = day();
      const short = [`${two(d)}/${two(m)}/${y}`, `${y}-${two(m)}-${two(d)}`];
      if (land === 'US') return pick([`${m}/${d}/${y}`, `${two(m)}/${two(d)}/${y}`, `${two(m)}-${two(d)}-${y}`, `${pick(['Jan', 'Mar', 'Apr', 'Aug', 'Nov'])} ${d}, ${y}`, short[1]]);
      if (land === 'DE') return pick([`${two(d)}.${two(m)}.${y}`, `${d}. März ${y}`, short[1]]);
      if (land === 'JP') return pick([`${y}年${m}月${d}日`, `${y}/${two(m)}/${two(d)}`, short[1]]);
      if (land === 'VN') return pick([short[0], `${two(d)}-${two(m)}-${y}`, `${two(d)}.${two(m)}.${y}`, `ngày ${d} tháng ${m} năm ${y}`, short[1], `${two(d)}/${two(m)}/${String(y).slice(2)}`]);
      return pick(short);
    },
    time: () => pick([`${two(int(0, 23))}:${two(int(0, 59))}`, `${two(int(0, 23))}:${two(int(0, 59))}:${two(int(0, 59))}`, `${int(7, 21)}h${two(int(0, 59))}`, `${int(1, 12)}:${two(int(0, 59))} ${pick(['AM', 'PM'])}`]),
    hours: (land) => (land === 'US' ? pick(['9:00 AM - 5:00 PM', '8am–6pm', 'Mon-Fri 9-5', '24/7']) : pick(['8h00 - 17h30', '08:00-21:30', '7:30 – 11:30, 13:00 – 17:00', '24/7', '9h – 20h'])),
    stamp: (land) => pick([`${o.date(land)} ${two(int(0, 23))}:${two(int(0, 59))}`, `${two(int(0, 23))}:${two(int(0, 59))} ${o.date(land)}`, (([y, m, d]) => `${y}-${two(m)}-${two(d)}T${two(int(0, 23))}:${two(int(0, 59))}:${two(int(0, 59))}Z`)(day())]),
    money(land) {
      const dong = int(12, 98_000) * pick([1000, 1000, 500, 100_000]);
      const cents = `${int(5, 48_000)}`;
      if (land === 'VN') return pick([`${group(dong, '.')} đ`, `${group(dong, '.')}đ`, `${group(dong, ',')} VNĐ`, `${group(dong, '.')} VND`, `${group(dong, ',')}₫`, `₫${group(dong, '.')}`, `${int(1, 90)},${int(1, 9)} tỷ`, `${group(dong, ' ')} đồng`, `$${group(+cents, ',')}.00`]);
      if (land === 'DE') return pick([`${group(+cents, '.')},${two(int(0, 99))} €`, `EUR ${group(+cents, '.')},${two(int(0, 99))}`]);
      if (land === 'FR') return pick([`${group(+cents, '\u202f')},${two(int(0, 99))} €`, `${group(+cents, ' ')} EUR`]);
      if (land === 'JP') return pick([`¥${group(+cents * 100, ',')}`, `${group(+cents * 100, ',')}円`, `￥${group(+cents * 10, ',')}（税込）`]);
      if (land === 'GB') return pick([`£${group(+cents, ',')}.${two(int(0, 99))}`, `GBP ${group(+cents, ',')}.00`]);
      return pick([`$${group(+cents, ',')}.${two(int(0, 99))}`, `USD ${group(+cents * 10, ',')}.00`, `$${group(+cents * 100, ',')}`, `$${int(1, 9)}.${int(1, 9)}M`, `(${group(+cents, ',')}.${two(int(0, 99))})`]);
    },
    /** An amount with nothing beside it, as in a column. */
    amount: (land) => group(int(1000, 98_000) * (land === 'VN' ? 1000 : 10), land === 'VN' || land === 'DE' ? '.' : land === 'FR' ? ' ' : ','),
    percent: () => pick([`${int(1, 99)}%`, `${int(0, 30)}.${digits(2)} %`, `${int(0, 30)},${int(1, 9)}%`, `+${int(1, 300)}%`]),
    /** An order's number as shops make them; the last few are digits only. */
    order() {
      const [y, m, d] = day();
      return pick([`DH${y}${two(m)}${two(d)}-${digits(4)}`, `#${int(1000, 99999)}`, `ORD-${digits(8)}`, `SO${digits(9)}`, `${digits(3)}-${digits(7)}-${digits(7)}`, `${String(y).slice(2)}${two(m)}${two(d)}${fill('XXX').replace(/./g, (it) => 'ABCDEFGHJK'[it])}${digits(4)}`, `PO-${y}-${digits(5)}`, `INV/${y}/${digits(6)}`, `HD-${digits(7)}`, `5${digits(12)}`]);
    },
    bareOrder: () => pick([`${int(1, 9)}${digits(8)}`, `${int(1, 9)}${digits(9)}`, `${int(1, 9)}${digits(10)}`, `0${digits(9)}`, `${y2()}${digits(8)}`]),
    tracking() {
      const eight = digits(8);
      const s10 = 11 - (sum(eight, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
      const twelve = digits(11);
      return pick([
        `${pick(['EB', 'RR', 'CP', 'EE'])}${eight}${s10 === 10 ? 0 : s10 === 11 ? 5 : s10}${pick(['VN', 'US', 'JP', 'GB'])}`, `SPXVN0${digits(11)}`, `GHN${digits(9)}`, `VTP${digits(10)}`, `S${digits(7)}.MB12.${digits(2)}.${digits(9)}`,
        ups(), fours(ean(`94${digits(19)}`)), ean(`92${digits(19)}`), `${digits(4)} ${digits(4)} ${digits(4)}`, `JD0${digits(17)}`, `${twelve}${+twelve % 7}`.replace(/^(....)(....)/, '$1-$2-'), `TBA${digits(12)}`,
      ]);
    },
    /** A Vietnamese enterprise's tax id. */
    mst() {
      for (;;) {
        const nine = `${pick(['01', '03', '03', '04', '31', '36', '11'])}${digits(7)}`;
        const check = 10 - (sum(nine, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11);
        if (check < 10) return nine + check + (chance(0.15) ? `-${two(int(1, 20)).padStart(3, '0')}` : '');
      }
    },
    cccd: () => `0${two(int(1, 96))}${int(0, 3)}${two(int(60, 99))}${digits(6)}`,
    ein: () => `${int(10, 98)}-${digits(7)}`,
    ssn: () => pick([`***-**-${digits(4)}`, `${int(100, 665)}-${two(int(1, 99))}-${digits(4)}`]),
    routing() {
      const eight = `0${int(1, 9)}${digits(6)}`;
      return eight + ((10 - (sum(eight, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10);
    },
    npi: () => luhn(`808401${digits(8)}`).slice(5),
    siret: () => luhn(`${digits(8)}00${digits(3)}`).replace(/^(...)(...)(...)/, '$1 $2 $3 '),
    siren: () => luhn(`${int(3, 9)}${digits(7)}`).replace(/(...)(?=.)/g, '$1 '),
    ust() {
      const eight = `${int(1, 9)}${digits(7)}`;
      let product = 10;
      for (const it of eight) {
        const part = (+it + product) % 10 || 10;
        product = (part * 2) % 11;
      }
      return `DE${pick(['', ' '])}${eight}${(11 - product) % 10}`;
    },
    gbVat() {
      const seven = digits(7);
      const check = 97 - (sum(seven, [8, 7, 6, 5, 4, 3, 2]) % 97);
      return `GB ${seven.slice(0, 3)} ${seven.slice(3)} ${two(check)}`;
    },
    houjin() {
      const twelve = `${int(1, 9)}${digits(11)}`;
      const total = [...twelve].reverse().reduce((all, it, at) => all + +it * (at % 2 === 0 ? 1 : 2), 0);
      return `${9 - (total % 9)}${twelve}`;
    },
    iban() {
      const [land, rest] = pick([['DE', digits(18)], ['FR', digits(23)], ['GB', `${pick(['NWBK', 'BARC', 'LOYD'])}${digits(14)}`]]);
      const whole = `${land}${two(98 - mod97(`${rest}${land}00`))}${rest}`;
      return chance(0.7) ? fours(whole) : whole;
    },
    card() {
      const whole = luhn(pick(['4', '51', '55', '9704']).concat(digits(20)).slice(0, 15));
      return pick([fours(whole), whole, fours(whole).replace(/ /g, '-'), `**** **** **** ${whole.slice(-4)}`, `${whole.slice(0, 6)}xxxxxx${whole.slice(-4)}`]);
    },
    account: () => pick([`00${digits(2)} ${digits(3)} ${digits(6)}`, `0${digits(12)}`, `190${digits(11)}`, digits(13), `1${digits(9)}`, `${digits(4)}-${digits(4)}-${digits(2)}`, `0${digits(9)}`, `${digits(3)} ${digits(3)} ${digits(4)}`, `711A${digits(8)}`, `${int(1, 9)}${digits(7)}`]),
    isbn() {
      const thirteen = ean(`978${int(0, 6)}${digits(8)}`);
      const nine = digits(9);
      const rest = (11 - (sum(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      const ten = nine + (rest === 10 ? 'X' : rest);
      return pick([thirteen, thirteen.replace(/^(...)(.)(....)(....)/, '$1-$2-$3-$4-'), ten, ten.replace(/^(.)(....)(....)/, '$1-$2-$3-')]);
    },
    barcode: () => ean(pick(['893', '893', '400', '45', '50', '0', '36']).concat(digits(12)).slice(0, 12)),
    imei: () => luhn(`35${digits(12)}`),
    epoch: () => `17${digits(8)}`,
    millis: () => `17${digits(11)}`,
    uuid: () => [8, 4, 4, 4, 12].map((size) => Array.from({ length: size }, () => int(0, 15).toString(16)).join('')).join('-'),
    hex: () => Array.from({ length: pick([7, 12, 40]) }, () => int(0, 15).toString(16)).join(''),
    version: () => pick([`v${int(1, 20)}.${int(0, 40)}.${int(0, 999)}`, `${int(90, 140)}.0.${int(1000, 7000)}.${int(10, 200)}`, `${int(1, 20)}.${int(0, 9)}.${int(0, 9)}-rc.${int(1, 9)}`, `build ${y4()}${two(int(1, 12))}${two(int(1, 28))}.${int(1, 20)}`]),
    ip: () => pick([`${int(11, 220)}.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`, `192.168.${int(0, 20)}.${int(1, 254)}:${int(1024, 65000)}`, `10.${int(0, 255)}.${int(0, 255)}.0/${int(8, 30)}`, `2001:db8:${int(1000, 9999)}::${int(1, 99)}`]),
    place: () => pick([`${int(10, 22)}.${digits(6)}, ${int(103, 109)}.${digits(6)}`, `${int(25, 47)}.${digits(4)}° N, ${int(71, 122)}.${digits(4)}° W`, `-${int(71, 122)}.${digits(7)},${int(25, 47)}.${digits(7)}`, `${int(10, 21)}°${int(10, 59)}'${int(10, 59)}"N ${int(105, 108)}°${int(10, 59)}'${int(10, 59)}"E`]),
    size: () => pick([`${int(20, 200)} x ${int(20, 200)} x ${int(10, 120)} cm`, `${pick(['1920', '2560', '3840'])}×${pick(['1080', '1440', '2160'])}`, `${int(100, 9999)} kg`, `${int(1, 900)}.${digits(2)} MB`, `${int(30, 400)}m²`, `${int(4, 10)}m x ${int(12, 30)}m`, `${int(1, 60)}'${int(1, 11)}" × ${int(1, 60)}'${int(1, 11)}"`]),
    sku: () => pick([`SKU-${digits(4)}-${digits(3)}`, `${pick(['AX', 'TL', 'KM'])}${digits(3)}-${digits(4)}/${pick(['BK', 'WH', 'RD'])}`, `${digits(3)}.${digits(3)}.${digits(2)}`, `${digits(4)}-${digits(3)}-${digits(3)}`, `B0${digits(8)}`, `${digits(6)}-${digits(3)}`]),
    postcode: (land) => ({ VN: `${int(100, 970)}000`, US: pick([fill('Xxxxx'), `${fill('Xxxxx')}-${digits(4)}`]), GB: `SW${int(1, 20)} ${int(1, 9)}AA`, DE: fill('Xxxxx'), FR: `75${digits(3)}`, JP: `〒${digits(3)}-${digits(4)}` })[land],
    plate: (land) => (land === 'US' ? `${pick(['ABK', 'TRX', 'LNM'])}-${digits(4)}` : land === 'DE' ? `B-${pick(['KL', 'MN', 'XY'])} ${int(10, 9999)}` : pick([`51F-${digits(3)}.${digits(2)}`, `29A-${digits(5)}`, `59X${int(1, 3)}-${digits(3)}.${digits(2)}`, `30K ${digits(3)}.${digits(2)}`])),
    flight: () => `${pick(['VN', 'VJ', 'QH', 'UA', 'AA', 'BA', 'LH', 'AF', 'NH'])}${pick(['', ' ', '-'])}${int(100, 9999)}`,
    years: () => pick([`${int(1990, 2010)}-${int(2011, 2026)}`, `${int(1990, 2010)} – ${int(2011, 2026)}`, `${int(2019, 2024)}/${int(2025, 2027)}`, `FY${int(2018, 2027)}`]),
    result: () => pick([`${int(0, 6)}-${int(0, 6)}`, '25-21, 23-25, 25-19, 25-17', `6-4 3-6 7-6 (${int(7, 9)}-5)`, `${int(80, 130)}-${int(80, 130)}`, `${int(20, 60)}-${int(10, 30)}-${int(1, 12)}`, `${int(1, 30)} ${int(10, 38)} ${int(5, 28)} ${int(1, 9)} ${int(0, 9)} ${int(20, 80)}:${int(10, 60)} ${int(20, 99)}`]),
    duration: () => pick([`00:0${int(0, 9)}:${two(int(0, 59))}`, `${int(1, 20)}m ${int(1, 59)}s`, `${int(5, 900)}s`, `${int(1, 58)}:${two(int(0, 59))}`]),
    hidden: () => pick([`09${digits(2)}***${digits(3)}`, `09x.xxx.${digits(3)}`, `(***) ***-${digits(4)}`, `+84 ••• ••• ${digits(3)}`, `xxx-xxx-${digits(4)}`]),
    link: () => pick([`https://shop.example.vn/p/0${digits(9)}.html`, `facebook.com/profile.php?id=1000${digits(11)}`, `https://crm.example.com/deals/${fill('Xxx')}${digits(7)}?tab=2`, `0${int(3, 9)}${digits(8)}@gmail.example`, `/uploads/${y4()}/${two(int(1, 12))}/IMG_${y4()}${two(int(1, 12))}${two(int(1, 28))}_${digits(6)}.jpg`]),
    short: () => pick(['113', '911', '999', '112', '115', '*101#', '*100#', '22345', '8x88', '9029', '1414']),
    many: () => pick([`${int(1, 40)}.${digits(3)} lượt xem`, `${int(100, 999)} 000 000`, `${int(1, 9)},${digits(3)},${digits(3)}`, `${digits(3)} ${digits(3)} ${digits(3)}`, `${int(1, 9)} ${digits(3)} ${digits(3)}`]),
  };
  function y4() {
    return int(2018, 2027);
  }
  function y2() {
    return int(19, 26);
  }
  /** A UPS number: digits stand for themselves, letters for their place from A = 2. */
  function ups() {
    const body = `${fill('xxx')}${pick(['A', 'E', 'R', 'W'])}${fill('xx')}${pick(['03', '01', '12', '68'])}${digits(7)}`;
    const total = [...body].reduce((all, it, at) => all + (/\d/.test(it) ? +it : (it.charCodeAt(0) - 63) % 10) * (at % 2 === 0 ? 1 : 2), 0);
    return `1Z${body}${(10 - (total % 10)) % 10}`;
  }
  return o;
}
