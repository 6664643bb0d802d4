// US: tables. Each entry returns the runs of one table, rows interleaved.
import { int, pick, dig, nz, one, maybe, F, T, grp, tm, tms, dISO, dMDY, uuid, npi, epoch, table } from './kit.mjs';
import { us, usB, usG, usT, usI, usIn, tf, usX, colStyle, blank, phone } from './us_num.mjs';
import { N, col } from './tables.mjs';
import {
  nm, fn, ln, addr, zip, zip4, mail, usd, ein, ssn, awb, oid, acct, policy, claim, plate, docket, routing, usdS,
} from './us_words.mjs';
import { intl } from './intl.mjs';

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
      col('t-emp-bank', 'Direct Deposit', () => `${routing()} / ${acct()}`),
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
      col('t-bk-rt', 'Routing', routing),
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
      col('t-ht-rate', 'Rate', usdS),
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
