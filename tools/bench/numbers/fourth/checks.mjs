// Check digits of what is not a phone number.

const sum = (digits, weigh) => [...digits].reduce((total, it, at) => total + weigh(+it, at), 0);

export const luhn = (digits) => {
  const total = sum([...digits].reverse().join(''), (it, at) => (at % 2 ? it : it * 2 > 9 ? it * 2 - 9 : it * 2));
  return digits + ((10 - (total % 10)) % 10);
};
export const ean = (digits) => {
  const total = sum([...digits].reverse().join(''), (it, at) => it * (at % 2 ? 1 : 3));
  return digits + ((10 - (total % 10)) % 10);
};
export const isbn10 = (digits) => {
  const check = (11 - (sum(digits, (it, at) => it * (10 - at)) % 11)) % 11;
  return digits + (check === 10 ? 'X' : check);
};
export const mod97 = (text) => [...text].reduce((rest, it) => Number(`${rest}${parseInt(it, 36)}`) % 97, 0);
export const iban = (land, account) => land + String(98 - mod97(`${account}${land}00`)).padStart(2, '0') + account;

/** A Vietnamese tax code of ten digits; nothing when these nine have no check digit. */
export const mst = (nine) => {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const check = 10 - (sum(nine, (it, at) => it * weights[at]) % 11);
  return check > 9 || check < 0 ? undefined : nine + check;
};
export const vatGB = (seven) => {
  const check = 97 - (sum(seven, (it, at) => it * (8 - at)) % 97);
  return seven + String(check).padStart(2, '0');
};
export const vatDE = (eight) => {
  let product = 10;
  for (const it of eight) product = ((((+it + product) % 10) || 10) * 2) % 11;
  return eight + ((11 - product) % 10);
};
export const vatFR = (siren) => String((12 + 3 * (siren % 97)) % 97).padStart(2, '0') + siren;
export const corporateJP = (twelve) => 9 - (sum([...twelve].reverse().join(''), (it, at) => it * (at % 2 ? 2 : 1)) % 9) + twelve;
export const ribFR = (bank, branch, account) =>
  bank + branch + account + String(97 - ((89 * bank + 15 * branch + 3 * account) % 97)).padStart(2, '0');

/** The parcel number of the postal union: eight digits and their check digit. */
export const s10 = (eight) => {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const check = 11 - (sum(eight, (it, at) => it * weights[at]) % 11);
  return eight + (check === 10 ? 0 : check === 11 ? 5 : check);
};
export const ups = (fifteen) => {
  const value = (it) => (/\d/.test(it) ? +it : (it.charCodeAt(0) - 63) % 10);
  const total = [...fifteen].reduce((rest, it, at) => rest + value(it) * (at % 2 ? 2 : 1), 0);
  return `1Z${fifteen}${(10 - (total % 10)) % 10}`;
};
export const fedex = (eleven) => {
  const weights = [3, 1, 7];
  return eleven + ((sum(eleven, (it, at) => it * weights[at % 3]) % 11) % 10);
};
