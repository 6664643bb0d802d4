// US: tables. Each entry returns the runs of one table, rows interleaved.
import {
  int,
  pick,
  chance,
  dig,
  nz,
  one,
  maybe,
  F,
  T,
  grp,
  tm,
  tms,
  dISO,
  dMDY,
  uuid,
  npi,
  epoch,
  table,
  wpick,
} from './kit.mjs';
import { us, usB, usG, usT, usI, usIn, tf, usX, colStyle } from './us_num.mjs';
import * as W from './us_words.mjs';
import { intl } from './intl.mjs';
const {
  nm,
  nmR,
  fn,
  ln,
  st,
  addr,
  cityZ,
  zip,
  zip4,
  biz,
  mail,
  usd,
  ein,
  ssn,
  ups,
  usps,
  fedex,
  awb,
  oid,
  acct,
  policy,
  claim,
  mrn,
  ndc,
  vin,
  plate,
  docket,
  apn,
  mls,
  sku,
  hours,
} = W;

const N = () =>
  wpick([
    [8, () => int(12, 15)],
    [3, () => int(15, 24)],
    [0.6, () => int(25, 40)],
  ])();
const HP = () =>
  pick([
    'Phone',
    'Phone #',
    'Telephone',
    'Tel',
    'Cell',
    'Mobile',
    'PHONE NUMBER',
    'Contact #',
    'Ph',
    'Phone No.',
    'Primary Phone',
    'Home Phone',
    'phone_number',
    'Cell Phone',
    'Teléfono',
    'Daytime Phone',
    'Phne',
  ]);
const blank = p => f => () => (chance(p) ? pick(['—', '-', 'N/A', 'none', 'unlisted', 'n/a', '--']) : f());
const col = (c, h, f) => ({ c, h, f });
const phone = (c, p = 0.08) => {
  const s = colStyle();
  return col(c, HP(), blank(p)(s));
};

export const UT = [
  () =>
    table(N(), [
      col('t-cust-id', 'Customer ID', () => F('1000####')),
      phone('t-cust-ph'),
      col('t-cust-ltv', 'Lifetime Value', usd),
      col('t-cust-last', 'Last Order', dMDY),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-ord-no', 'Order', oid),
      col('t-ord-ship', 'Ship To', () => T`${nm()}\n${addr()}\n${s()}`),
      col('t-ord-trk', 'Tracking', () => maybe(0.8, awb, 'label created')),
      col('t-ord-tot', 'Total', usd),
    ]);
  },
  () =>
    table(N(), [
      col('t-emp-id', 'Emp ID', () => dig(6)),
      col('t-emp-ssn', 'SSN', ssn),
      phone('t-emp-cell', 0.04),
      col('t-emp-bank', 'Direct Deposit', () => `${W.routing()} / ${acct()}`),
    ]),
  () => {
    const s = colStyle(),
      f = colStyle();
    return table(N(), [
      col('t-npi-npi', 'NPI', npi),
      col('t-npi-ph', 'Phone', s),
      col('t-npi-fax', 'Fax', blank(0.2)(f)),
      col('t-npi-zip', 'ZIP', () => one(zip, zip4)),
    ]);
  },
  () =>
    table(N(), [
      col('t-cdr-t', 'Start Time', () => `${dISO()} ${tms()}`),
      col('t-cdr-from', 'Caller', () => one(usB, usB, () => dig(4).replace(/^0/, '3'))),
      col('t-cdr-to', 'Callee', () =>
        one(
          usB,
          () => usIn('oneb'),
          () => usPlus(),
        ),
      ),
      col('t-cdr-id', 'Call ID', () =>
        one(
          () => `${epoch()}.${dig(4)}`,
          () => nz(10),
          uuid,
        ),
      ),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-stu-id', 'Student #', () => nz(7)),
      col('t-stu-par', 'Guardian Contact', () =>
        one(
          () => T`Mom ${s()}`,
          () => T`Mom ${s()} / Dad ${s()}`,
          () => T`${nm()} (${s()})`,
          () => T`${s()} (${pick(['aunt', 'stepdad', 'work'])})`,
        ),
      ),
      col('t-stu-gpa', 'GPA', () => `${int(1, 3)}.${dig(2)}`),
    ]);
  },
  () =>
    table(N(), [
      col('t-pt-mrn', 'MRN', () => F('00######')),
      col('t-pt-csn', 'CSN', () => F('%#########')),
      phone('t-pt-ph', 0.1),
      col('t-pt-dob', 'DOB', dMDY),
      col('t-pt-ins', 'Member ID', () => F('@@@###W#####')),
    ]),
  () =>
    table(N(), [
      col('t-re-mls', 'MLS #', () => F('2#######')),
      col('t-re-apn', 'APN', () =>
        one(
          () => F('###-###-##-00'),
          () => F('&##-&##-####'),
        ),
      ),
      col('t-re-price', 'List Price', () => '$' + grp(int(100000, 2500000), ',')),
      col('t-re-agent', 'Listing Agent', () => T`${nm()}${pick([', ', '\n', ' '])}${usT()}`),
    ]),
  () =>
    table(N(), [
      col('t-bk-acct', 'Account Number', () => F('%#########')),
      col('t-bk-rt', 'Routing', W.routing),
      col('t-bk-alert', 'Alert Phone', () => one(usB, usB, () => usPlus())),
      col('t-bk-bal', 'Balance', usd),
    ]),
  () =>
    table(N(), [
      col('t-ht-conf', 'Confirmation', () => F('3#######')),
      col(
        't-ht-ph',
        'Guest Phone',
        blank(0.07)(() =>
          one(
            us,
            us,
            usI,
            () => intl(),
            () => intl(['GB', 'CA', 'DE', 'JP', 'MX']),
          ),
        ),
      ),
      col('t-ht-arr', 'Arrival', dMDY),
      col('t-ht-rate', 'Rate', W.usdS),
    ]),
  () =>
    table(N(), [
      col('t-dir-n', undefined, () => `${ln()}, ${fn()}`),
      col('t-dir-p', undefined, () => usIn('par')),
      col('t-dir-x', undefined, () => maybe(0.6, mail, '—')),
    ]),
  () =>
    table(N(), [
      col('t-po-no', 'PO Number', () => F('45########')),
      col('t-po-vend', 'Vendor #', () => F('000010####')),
      col('t-po-buyer', 'Buyer', () => T`${fn()} ${usX()}`),
      col('t-po-amt', 'Amount', usd),
    ]),
  () =>
    table(N(), [
      col('t-cl-no', 'Claim #', claim),
      col('t-cl-pol', 'Policy', () => one(policy, () => F('&##-###-####'))),
      col('t-cl-adj', 'Adjuster / Phone', () => T`${ln()} ${pick(['/', '-', '\n'])} ${one(usT, usX)}`),
      col('t-cl-dol', 'DOL', dMDY),
    ]),
  () =>
    table(N(), [
      col('t-craig-id', 'Post ID', () => '7' + dig(9)),
      col('t-craig-c', 'Contact', () =>
        one(
          mail,
          () => T`text ${usT()}`,
          us,
          () => T`${fn()} ${usB()}`,
          'reply via site',
        ),
      ),
      col('t-craig-d', 'Posted', () => `${dISO()} ${tm()}`),
    ]),
  () => {
    const kv = [
      ['Full name', nm],
      ['Date of birth', dMDY],
      ['SSN', ssn],
      ['Home phone', usG],
      ['Employer EIN', ein],
      ['E-mail', mail],
      ['Account no.', () => F('%###########')],
      ['Work phone', usX],
      ['Mailing address', addr],
      ['Case number', docket],
      ['Emergency contact', () => T`${nm()} ${usG()}`],
      ['Plate', plate],
      ['NPI', () => npi('1')],
      ['Toll free', tf],
      ['Fax', usG],
      ['Expires', dMDY],
      ['Alt. phone', usI],
    ];
    return table(int(14, 17), [col('t-kv-k', undefined, r => r.k[0]), col('t-kv-v', undefined, r => r.k[1]())], i => ({
      k: kv[i % kv.length],
    }));
  },
];
const usPlus = () => {
  let p;
  do p = usI();
  while (!/^\+1\d{10}$/.test(p.text));
  return p;
};
