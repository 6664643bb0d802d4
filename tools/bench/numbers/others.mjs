// What else has digits on such pages. Each function makes one text that holds no phone number.

const two = (value) => String(value).padStart(2, '0');
const thousands = (digits, mark) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

function luhn(body) {
  let sum = 0;
  [...body].reverse().forEach((digit, at) => {
    const value = +digit * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return body + ((10 - (sum % 10)) % 10);
}

const hex = (random, count) => Array.from({ length: count }, () => random.pick([...'0123456789abcdef'])).join('');

export const others = {
  date: (r) => {
    const [y, m, d] = [r.int(1985, 2027), two(r.int(1, 12)), two(r.int(1, 28))];
    return r.pick([`${d}/${m}/${y}`, `${y}-${m}-${d}`, `${d}.${m}.${y}`, `${m}/${d}/${y}`, `${d}-${m}-${y}`, `${d}/${m}/${y} ${two(r.int(0, 23))}:${two(r.int(0, 59))}`, `${y}-${m}-${d}T${two(r.int(0, 23))}:${two(r.int(0, 59))}:${two(r.int(0, 59))}Z`, `${d}/${m}/${y} - ${two(r.int(1, 28))}/${m}/${y}`, `${y}${m}${d}`, `${y}年${+m}月${+d}日`]);
  },
  price: (r) => {
    const digits = r.fill('X' + 'x'.repeat(r.int(5, 9)));
    const round = digits.slice(0, -3) + '000';
    return r.pick([`${thousands(round, '.')} đ`, `${thousands(digits, '.')}đ`, `${thousands(round, ',')} VNĐ`, `${thousands(digits, ' ')} VND`, `${thousands(round, '.')} ₫`, `₫${thousands(round, ',')}`, `$${thousands(digits, ',')}.${r.digits(2)}`, `${thousands(digits, '.')},${r.digits(2)} €`, `£${thousands(digits, ',')}`, `${digits} VND`, `USD ${digits}`, `¥${thousands(round, ',')}`, `${thousands(digits, ' ')} €`, `${thousands(round, '.')}`, `${thousands(round, ',')}`]);
  },
  order: (r) => r.pick([`#${r.fill('Xxxxxxxxx')}`, `DH${r.digits(10)}`, `ORD-${r.digits(9)}`, `SO/${r.int(2020, 2027)}/${r.digits(6)}`, `INV-${r.int(2020, 2027)}-${r.digits(6)}`, `HD${r.digits(8)}`, r.fill('Xxxxxxxxx'), r.fill('Xxxxxxxx')]),
  tax: (r) => r.pick([`03${r.digits(8)}`, `01${r.digits(8)}`, `031${r.digits(7)}-0${r.int(10, 99)}`, `MST ${r.pick(['03', '01', '36'])}${r.digits(8)}`, `DE${r.digits(9)}`, `${r.digits(2)}-${r.digits(7)}`]),
  coordinates: (r) => r.pick([`${r.int(8, 23)}.${r.digits(6)}, ${r.int(102, 109)}.${r.digits(6)}`, `${r.int(8, 23)}.${r.digits(7)},${r.int(102, 109)}.${r.digits(7)}`, `${r.int(10, 51)}°${r.int(10, 59)}'${r.int(10, 59)}.${r.digits(1)}"N`]),
  ip: (r) => r.pick([`${r.int(1, 223)}.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}`, `10.${r.int(0, 255)}.${r.int(0, 255)}.${r.int(1, 254)}:${r.int(1024, 65000)}`, `192.168.${r.int(0, 255)}.${r.int(1, 254)}/24`]),
  card: (r) => {
    const digits = luhn(r.pick(['4', '51', '9704']).padEnd(6, '3').slice(0, 6) + r.digits(9));
    return r.pick([digits.replace(/(.{4})(?=.)/g, '$1 '), digits.replace(/(.{4})(?=.)/g, '$1-'), digits, `**** **** **** ${digits.slice(-4)}`]);
  },
  account: (r) => r.pick([`0${r.digits(12)}`, r.fill('Xxxxxxxxxxxxx'), `DE${r.digits(2)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `GB${r.digits(2)} NWBK ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `FR76${r.digits(23)}`]),
  book: (r) => r.pick([`978-${r.int(0, 9)}-${r.digits(2)}-${r.digits(6)}-${r.int(0, 9)}`, `978${r.digits(10)}`, `0-${r.digits(2)}-${r.digits(6)}-${r.int(0, 9)}`, `ISBN 0-${r.digits(4)}-${r.digits(4)}-${r.int(0, 9)}`]),
  tracking: (r) => r.pick([`1Z${r.digits(3)}AA${r.digits(10)}`, `SPXVN0${r.digits(11)}`, `9400 1${r.digits(3)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(2)}`, `EE${r.digits(9)}VN`, `GHN${r.digits(9)}`]),
  epoch: (r) => r.pick([`1${r.int(5, 8)}${r.digits(8)}`, `1${r.int(5, 8)}${r.digits(11)}`]),
  version: (r) => r.pick([`v${r.int(1, 20)}.${r.int(0, 40)}.${r.int(0, 999)}`, `${r.int(100, 140)}.0.${r.int(1000, 9999)}.${r.int(10, 200)}`, `build ${r.digits(8)}`, `2.${r.int(0, 9)}.${r.digits(4)}.${r.digits(5)}`]),
  uuid: (r) => `${hex(r, 8)}-${hex(r, 4)}-4${hex(r, 3)}-a${hex(r, 3)}-${hex(r, 12)}`,
  identity: (r) => r.pick([`0${r.pick(['79', '01', '48', '31'])}${r.pick(['0', '1', '2', '3'])}${r.digits(8)}`, `${r.fill('Xxxxxxxxx')}`, `C${r.digits(7)}`]),
  quantity: (r) => r.pick([`${r.int(1, 9000)}`, `${r.int(1, 99)} x ${r.int(100, 900)}`, `${r.int(1, 99)},${r.digits(3)} m2`, `${r.int(1, 100)}%`, `${r.int(100, 999)} ${r.int(100, 999)} km`, `${r.int(1, 9)}.${r.digits(7)}`]),
  range: (r) => r.pick([`${r.int(1900, 1960)}-${r.int(1961, 2020)}`, `${r.int(1000, 3000)} - ${r.int(3001, 9000)}`, `${r.int(1900, 1960)}–${r.int(1961, 2020)}`, `${two(r.int(7, 10))}:00 - ${r.int(16, 22)}:30`]),
};
