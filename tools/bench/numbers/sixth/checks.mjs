// Numbers that are not phone numbers and carry the check digits that real ones carry.

const sum = (digits, weights) => [...digits].reduce((total, it, at) => total + it * weights[at], 0);

export function luhn(digits) {
  const total = [...digits].reverse().reduce((all, it, at) => all + (at % 2 ? +it : it * 2 > 9 ? it * 2 - 9 : it * 2), 0);
  return digits + ((10 - (total % 10)) % 10);
}

const mod97 = (text) => [...text].reduce((rest, it) => {
  const value = /[0-9]/.test(it) ? it : String(it.charCodeAt(0) - 55);
  return [...value].reduce((left, digit) => (left * 10 + +digit) % 97, rest);
}, 0);

export function iban(country, body) {
  return `${country}${String(98 - mod97(`${body}${country}00`)).padStart(2, '0')}${body}`;
}

const again = (random, make) => {
  for (;;) {
    const made = make(random);
    if (made) return made;
  }
};

/** Weighted sum modulo 10, GS1's way: EAN, ISBN-13, UPC, SSCC. */
export const gs1 = (digits) => digits + ((10 - ([...digits].reverse().reduce((all, it, at) => all + it * (at % 2 ? 1 : 3), 0) % 10)) % 10);

export const mst = (random) => again(random, () => {
  const body = `0${random.int(1, 6)}${random.digits(7)}`.replace(/^../, () => random.pick(['01', '03', '03', '04', '02', '36', '37', '31', '18', '06']));
  const check = 10 - (sum(body, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11);
  return check > 9 ? '' : body + check;
});

export const isbn10 = (random) => again(random, () => {
  const body = random.pick(['0', '1', '3']) + random.digits(8);
  const check = (11 - (sum(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return body + (check === 10 ? 'X' : check);
});

export const aba = (random) => {
  const body = random.pick(['0110', '0210', '0260', '1110', '1210', '3222', '0640']) + random.digits(4);
  return body + ((10 - (sum(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10);
};

export const npi = (random) => luhn(`80840${random.pick(['1', '1', '2'])}${random.digits(8)}`).slice(5);

export const nhs = (random) => again(random, () => {
  const body = random.fill('4xxxxxxxx');
  const check = 11 - (sum(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check === 10 ? '' : body + (check % 11);
});

export const utr = (random) => again(random, () => {
  const body = random.fill('Xxxxxxxxx');
  return '21987654321'[sum(body, [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] + body;
});

export const vatGb = (random) => {
  const body = random.fill('Xxxxxxx');
  return `GB${body}${String(97 - (sum(body, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0')}`;
};

export const s10 = (random, service, land) => {
  const body = random.digits(8);
  const check = 11 - (sum(body, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return `${service}${body}${check === 10 ? 0 : check === 11 ? 5 : check}${land}`;
};

/** Modulo 11, 10: Germany's tax number for life and its VAT number. */
const mod1110 = (body) => {
  let rest = 10;
  for (const it of body) {
    rest = (+it + rest) % 10 || 10;
    rest = (rest * 2) % 11;
  }
  return body + ((11 - rest) % 10);
};
export const steuerId = (random) => {
  // One digit stands twice, one not at all.
  const ten = [...'0123456789'].map((it) => [random.next(), it]).sort((a, b) => a[0] - b[0]).map(([, it]) => it);
  const at = random.int(1, 9);
  ten[at] = ten[(at + 3) % 9];
  if (ten[0] === '0') ten[0] = ten.find((it) => it !== '0');
  return mod1110(ten.join(''));
};
export const ustId = (random) => `DE${mod1110(random.fill('Xxxxxxxx'.slice(0, 8)))}`;

export const siren = (random) => luhn(random.fill('Xxxxxxxx'));
export const siret = (random) => luhn(`${siren(random)}000${random.int(1, 9)}`);
export const tva = (random) => {
  const own = siren(random);
  return `FR${String((12 + 3 * (own % 97)) % 97).padStart(2, '0')}${own}`;
};
export const nir = (random) => {
  const body = `${random.int(1, 2)}${String(random.int(50, 99))}${String(random.int(1, 12)).padStart(2, '0')}${random.int(10, 89)}${random.digits(6)}`;
  return `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;
};
export const rib = (random) => {
  const [bank, branch, own] = [random.fill('3xxxx'), random.digits(5), random.digits(11)];
  const key = 97 - Number((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(own)) % 97n);
  return iban('FR', `${bank}${branch}${own}${String(key).padStart(2, '0')}`);
};

export const houjin = (random) => {
  const body = random.digits(12);
  const total = [...body].reverse().reduce((all, it, at) => all + it * (at % 2 ? 2 : 1), 0);
  return 9 - (total % 9) + body;
};
export const myNumber = (random) => {
  const body = random.digits(11);
  const rest = [...body].reverse().reduce((all, it, at) => all + it * (at < 6 ? at + 2 : at - 4), 0) % 11;
  return body + (rest <= 1 ? 0 : 11 - rest);
};

/** UPS: letters count as their place in the alphabet says. */
export const ups = (random) => {
  const body = `${random.fill('xXx').replace(/^./, 'A')}${random.digits(3)}${random.pick(['01', '02', '03'])}${random.digits(7)}`;
  const total = [...body].reduce((all, it, at) => {
    const value = /[0-9]/.test(it) ? +it : (it.charCodeAt(0) - 63) % 10;
    return all + (at % 2 ? value * 2 : value);
  }, 0);
  return `1Z${body}${(10 - (total % 10)) % 10}`;
};
export const fedex = (random) => {
  const body = random.fill('Xxxxxxxxxxx');
  return body + ((sum(body, [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 11) % 10);
};

export const vin = (random) => {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
  const value = (it) => (/[0-9]/.test(it) ? +it : 'ABCDEFGH'.includes(it) ? 'ABCDEFGH'.indexOf(it) + 1 : 'JKLMN'.includes(it) ? 'JKLMN'.indexOf(it) + 1 : { P: 7, R: 9 }[it] ?? 'STUVWXYZ'.indexOf(it) + 2);
  const all = [random.pick(['1', '2', '5', 'J', 'W'])];
  while (all.length < 17) all.push(all.length > 12 ? random.digits(1) : random.pick([...letters]));
  all[8] = '0';
  const rest = sum(all.map(value), [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  all[8] = rest === 10 ? 'X' : String(rest);
  return all.join('');
};
