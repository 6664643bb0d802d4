// US: tables. (second half) Each entry returns the runs of one table, rows interleaved.
import { int, pick, dig, nz, one, maybe, F, T, pad0, grp, ampm, dMDY, geo, ip, mac, uuid, imei, epoch, table } from './kit.mjs';
import { us, usB, usT, usI, usIn, tf, usX, colStyle, HP, blank } from './us_num.mjs';
import { N, col } from './tables.mjs';
import { nmR, ln, cityZ, mail, usd, awb, ndc, vin, plate, docket, hours, usdS } from './us_words.mjs';
import { intl } from './intl.mjs';

export const UT2 = [
  () =>
    table(N(), [
      col('t-inv-sku', 'Item', () => F('###-@@-####')),
      col('t-inv-upc', 'UPC', () => F('0###########')),
      col('t-inv-cost', 'Unit Cost', usdS),
      col('t-inv-qty', 'QOH', () => String(int(-4, 900))),
    ]),
  () =>
    table(N(), [
      col('t-net-ip', 'IP Address', ip),
      col('t-net-mac', 'MAC', mac),
      col('t-net-ts', 'Last Seen', () => epoch()),
      col('t-net-id', 'Device ID', () => one(uuid, () => nz(10))),
    ]),
  () => {
    const s = colStyle();
    return table(N(), [
      col('t-note-ph', HP(), () =>
        one(
          s,
          s,
          s,
          () => T`${s()} (${pick(['wife', 'old #', 'disc.', 'ok to text'])})`,
          () => T`${s()}, ${s()}`,
          () => T`${s()} after ${int(3, 6)}pm`,
          'disconnected',
          'wrong number',
          () => `call back ${dMDY()} ${ampm()}`,
        ),
      ),
      col('t-note-disp', 'Disposition', () =>
        one(
          'NA',
          'LVM',
          () => `CB ${dMDY()}`,
          () => `Sold ${usd()}`,
        ),
      ),
      col('t-note-att', 'Attempts', () => `${int(1, 9)}/10`),
    ]);
  },
  () =>
    table(N(), [
      col('t-emb-c', 'Country', () => pick(['Germany', 'Japan', 'Mexico', 'Ghana', 'Australia'])),
      col('t-emb-p', 'Telephone', () =>
        one(
          () => intl(),
          () => T`${intl()}; ${intl()}`,
        ),
      ),
      col('t-emb-tz', 'UTC', () => `UTC${pick(['+', '-'])}${int(1, 12)}:${pick(['00', '30'])}`),
    ]),
  () =>
    table(N(), [
      col('t-ext-x', 'Ext.', () => dig(4).replace(/^0/, '4')),
      col(
        't-ext-did',
        'Direct Line',
        blank(0.2)(() => usIn('par')),
      ),
      col('t-ext-cell', 'Cell', blank(0.15)(usT)),
      col('t-ext-rm', 'Room', () => F('B-%##')),
    ]),
  () =>
    table(N(), [
      col('t-mdn-mdn', 'MDN', usB),
      col('t-mdn-iccid', 'ICCID', () => '8901' + dig(16)),
      col('t-mdn-imei', 'IMEI', imei),
      col('t-mdn-plan', 'Plan', () => `${int(1, 50)}GB $${int(20, 90)}.99`),
    ]),
  () =>
    table(N(), [
      col('t-veh-vin', 'VIN', vin),
      col('t-veh-own', 'Owner', () => one(nmR, () => T`${nmR()} ${usT()}`)),
      col('t-veh-odo', 'Odometer', () => grp(int(1000, 190000), ',')),
      col('t-veh-tag', 'Tag', plate),
    ]),
  () =>
    table(N(), [
      col('t-ct-case', 'Case Number', docket),
      col('t-ct-atty', 'Attorney', () => T`${nmR()} (Bar ${dig(6)})${maybe(0.5, () => T` ${usT()}`)}`),
      col('t-ct-date', 'Hearing', () => `${dMDY()} ${ampm()}`),
      col('t-ct-bond', 'Bond', usd),
    ]),
  () =>
    table(N(), [
      col('t-wh-loc', 'Location', () => F('A##-###-##')),
      col('t-wh-lot', 'Lot', () => F('&##&######')),
      col('t-wh-exp', 'Exp', () => `${pad0(int(1, 12), 2)}/20${int(25, 29)}`),
      col('t-wh-sn', 'Serial', () =>
        one(
          () => nz(10),
          () => F('@@@#######'),
        ),
      ),
    ]),
  () =>
    table(N(), [
      col('t-store-no', 'Store', () => F('§####')),
      col('t-store-ph', 'Store Phone', () => one(usT, usT, tf, usX)),
      col('t-store-hr', 'Hours', hours),
      col('t-store-geo', 'Lat/Lng', () => geo(33, -97)),
    ]),
  () =>
    table(N(), [
      col('t-rx-no', 'Rx #', () => F('%######')),
      col('t-rx-ndc', 'NDC', ndc),
      col('t-rx-pt', 'Patient', () => one(nmR, () => T`${nmR()}\n${usT()}`)),
      col('t-rx-doc', 'Prescriber', () => T`Dr. ${ln()} ${pick(['P', 'Ph', 'Tel'])} ${usT()}`),
    ]),
  () =>
    table(N(), [
      col('t-gov-off', 'Office', () => cityZ()),
      col('t-gov-ph', 'Phone / Fax', () => T`${usT()}${pick([' / ', '\n', ' | '])}${usT()}`),
      col('t-gov-fips', 'FIPS', () => F('06###')),
      col('t-gov-pop', 'Pop.', () => grp(int(1000, 999999), ',')),
    ]),
  () =>
    table(N(), [
      col('t-don-chk', 'Check #', () => dig(4)),
      col('t-don-amt', 'Amount', usd),
      col('t-don-ref', 'Reference', () =>
        one(
          () => F('%#########'),
          () => F('##-#######'),
          () => F('&##&######'),
        ),
      ),
      col('t-don-donor', 'Donor', () => nmR()),
    ]),
  () =>
    table(N(), [
      col('t-ev-name', 'Attendee', nmR),
      col('t-ev-contact', 'Contact', () => one(usT, mail, () => T`${mail()} / ${usT()}`)),
      col('t-ev-tix', 'Barcode', () => nz(12)),
      col('t-ev-seat', 'Seat', () => `${int(100, 340)}-${pick(['A', 'F'])}-${int(1, 24)}`),
    ]),
  () =>
    table(N(), [
      col('t-trk-no', 'Tracking Number', awb),
      col('t-trk-rcv', 'Recipient Phone', blank(0.15)(us)),
      col('t-trk-wt', 'Wt (lb)', () => `${int(1, 70)}.${dig(1)}`),
      col('t-trk-eta', 'ETA', () => `${dMDY()} ${ampm()}`),
    ]),
];
const usPlus = () => {
  let p;
  do p = usI();
  while (!/^\+1\d{10}$/.test(p.text));
  return p;
};
