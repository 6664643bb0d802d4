// US names, addresses, documents and other digit-bearing things (never phone numbers)
import { int, pick, chance, dig, one, F, grp, pad0, npi } from './kit.mjs';
const FN = [
  'James',
  'Maria',
  'Robert',
  'Linda',
  'Michael',
  'Patricia',
  'Carlos',
  'Jennifer',
  'David',
  'Elizabeth',
  'Kevin',
  'Susan',
  'Brian',
  'Jessica',
  'Tyrone',
  'Karen',
  'José',
  'Nancy',
  'Anthony',
  'Lisa',
  'Mark',
  'Ashley',
  'Priya',
  'Emily',
  'Wei',
  'Donna',
  'Kenneth',
  'Michelle',
  'Luis',
  'Amanda',
];
const LN = [
  'Smith',
  'Johnson',
  'Williams',
  'Brown',
  'Jones',
  'Garcia',
  'Miller',
  'Davis',
  'Rodriguez',
  'Martinez',
  'Hernandez',
  'Lopez',
  'Wilson',
  'Anderson',
  'Thomas',
  'Taylor',
  'Moore',
  'Jackson',
  'Lee',
  'Nguyen',
  'Patel',
  "O'Brien",
  'Kowalski',
  'Chen',
  'Reyes',
  'Schmidt',
  'Washington',
  'Ortiz',
  'Clark',
  'Hall',
];
export const fn = () => pick(FN);
export const ln = () => pick(LN);
export const nm = () => `${pick(FN)} ${maybeMI()}${pick(LN)}`;
const maybeMI = () => (chance(0.2) ? F('@. ') : '');
export const nmR = () => `${pick(LN)}, ${pick(FN)}${chance(0.3) ? F(' @') : ''}`;
export const CITY = [
  ['Austin', 'TX', '787'],
  ['Columbus', 'OH', '432'],
  ['Fresno', 'CA', '937'],
  ['Tampa', 'FL', '336'],
  ['Brooklyn', 'NY', '112'],
  ['Tacoma', 'WA', '984'],
  ['Mesa', 'AZ', '852'],
  ['Omaha', 'NE', '681'],
  ['Raleigh', 'NC', '276'],
  ['Chicago', 'IL', '606'],
  ['Denver', 'CO', '802'],
  ['Boise', 'ID', '837'],
  ['Newark', 'NJ', '071'],
  ['Macon', 'GA', '312'],
  ['San Diego', 'CA', '921'],
  ['Houston', 'TX', '770'],
];
export const zip = () => {
  const c = pick(CITY);
  return c[2] + dig(2);
};
export const zip4 = () => `${zip()}-${dig(4)}`;
export const cityZ = () => {
  const c = pick(CITY);
  return `${c[0]}, ${c[1]} ${c[2]}${dig(2)}${chance(0.3) ? '-' + dig(4) : ''}`;
};
export const st = () =>
  `${one(
    () => int(1, 99),
    () => int(100, 9999),
    () => int(10000, 29999),
  )} ${pick(['', '', 'N ', 'S. ', 'W ', 'NE '])}${pick(['Main St', 'Oak Ave', '5th Street', 'W 34th St', 'Elm Dr', 'Highway 290', 'Sunset Blvd', 'County Rd 210', 'MLK Jr Blvd', 'State Route 9', 'Lakeview Ln', 'Broadway', '112th Ave NE'])}${chance(0.4) ? ', ' + pick(['Suite ', 'Ste ', 'Apt ', 'Unit ', '#']) + int(1, 2400) : ''}`;
export const addr = () => `${st()}, ${cityZ()}`;
export const BIZ = [
  'Lakeside',
  'Summit',
  'Blue Ridge',
  'Pioneer',
  'Liberty',
  'Golden Gate',
  'Evergreen',
  'Cornerstone',
  'Redwood',
  'Harbor',
  'Patriot',
  'Sunrise',
  'Keystone',
  'Bluebonnet',
  'Magnolia',
];
export const biz = () =>
  `${pick(BIZ)} ${pick(['Dental', 'Plumbing', 'Auto Body', 'Pediatrics', 'Realty', 'Logistics', 'HVAC', 'Credit Union', 'Law Group', 'Roofing', 'Veterinary', 'Insurance', 'Landscaping', 'Pharmacy', 'Electric'])}${pick(['', '', ' LLC', ', Inc.', ' Co.'])}`;
export const dom = () =>
  pick([
    'lakeside-dental.com',
    'summitrealty.net',
    'pioneerhvac.com',
    'libertylaw.us',
    'gmail.com',
    'yahoo.com',
    'outlook.com',
    'k12.tx.us',
  ]);
export const mail = () =>
  `${pick(['jsmith', 'm.garcia', 'info', 'office', 'kwilson', 'support', 'hr', 'billing', 'd.nguyen'])}${one('', '', () => int(1, 99))}@${dom()}`;
export const usd = () =>
  one(
    () => '$' + grp(int(1, 99999), ',') + '.' + dig(2),
    () => '$' + grp(int(1000, 9999999), ','),
    () => `$${int(1, 950)}K`,
    () => `USD ${grp(int(100, 99999), ',')}.${dig(2)}`,
    () => `$${int(1, 99)}.${dig(2)}`,
    () => `($${grp(int(100, 9999), ',')}.${dig(2)})`,
    () => `$${int(1, 9)}.${int(1, 9)}M`,
  );
export const usdS = () => `$${int(1, 399)}.${dig(2)}`;
export const ein = () => `${pad0(int(10, 95), 2)}-${dig(7)}`;
export const ssn = () =>
  one(
    () => `XXX-XX-${dig(4)}`,
    () => `***-**-${dig(4)}`,
    () => `xxx-xx-${dig(4)}`,
    () => `last 4 of SSN: ${dig(4)}`,
  );
const SPC = s => s.match(/.{1,4}/g).join(' ');
export const ups = () => '1Z' + F('*****') + dig(11);
export const usps = () =>
  one(
    () => SPC('94' + pick(['00', '05']) + '1' + dig(17)),
    () => '9400' + dig(18),
    () => F('EL#########US'),
    () => '420' + zip() + '9261' + dig(18),
  );
export const fedex = () =>
  one(
    () => F('77## #### ####'),
    () => '7' + dig(11),
    () => '61' + dig(13),
    () => F('9622 0###') + ' ' + F('#### #### ####'),
  );
export const awb = () =>
  one(
    ups,
    usps,
    fedex,
    () => F('TBA############'),
    () => F('1LS#############'),
    () => '00' + dig(18),
    () => F('JD01########'),
    () => F('C1##############'),
    () => F('420') + dig(5),
  );
export const oid = () =>
  one(
    () => F('11#-#######-#######'),
    () => F('§%0####'),
    () => F('PO-%#####'),
    () => F('W%########'),
    () => F('SO########'),
    () => F('20001##-########'),
    () => F('%#########'),
    () => F('INV-20##-####'),
    () => F('##-#####-#####'),
  );
export const acct = () =>
  one(
    () => F('%###########'),
    () => F('####-####-##'),
    () => F('%##########-#'),
    () => F('###-######-###'),
    () => F('x####'),
    () => F('8### ## ### #######'),
    () => F('%#########'),
  );
export const routing = () =>
  pick(['021000021', '111000025', '121000248', '026009593', '322271627', '061000104', '071000013']);
export const policy = () =>
  one(
    () => F('@@@ #######-##'),
    () => F('###-####-@##-##'),
    () => F('POL-%########'),
    () => F('%### ### ###'),
    () => F('HO-###-######-##'),
  );
export const claim = () =>
  one(
    () => F('##-####-####'),
    () => F('CLM20########'),
    () => F('0%########-0-#'),
    () => F('WC-###-#######'),
    () => F('##-@@##-###'),
  );
export const mrn = () =>
  one(
    () => 'MRN ' + F('00######'),
    () => 'MRN: ' + F('E########'),
    () => 'MRN# ' + F('%########'),
  );
export const npiOf = () => npi();
export const ndc = () =>
  one(
    () => F('0###-####-##'),
    () => F('#####-###-##'),
    () => F('#####-####-#'),
  );
export const vin = () => F('1H@BH##@#@A######').replace(/[IOQ]/g, 'K');
export const plate = () =>
  one(
    () => F('#@@@###'),
    () => F('@@@-####'),
    () => F('@@@ ####'),
    () => F('###-@@@'),
  );
export const docket = () =>
  one(
    () => F('2:2#-cv-0####-@@@'),
    () => F('No. 2#-CV-####'),
    () => F('Case No. 20##-CF-00####-A'),
    () => F('CR-2#-######-A'),
    () => F('#:##-bk-#####'),
    () => F('Docket ##-###'),
  );
export const apn = () =>
  one(
    () => F('###-###-###'),
    () => F('###-###-##-00'),
    () => F('##-##-###-###-0000'),
    () => F('0###-###-###'),
    () => F('###-###-####-000'),
  );
export const mls = () =>
  one(
    () => F('MLS§ 2#######'),
    () => F('MLS §SR2#######'),
    () => F('MLS® §: ########'),
    () => F('ZPID %#######'),
  );
export const sku = () =>
  one(
    () => F('SKU ###-@@-####'),
    () => F('Item § %######'),
    () => F('B0@##@#@##'),
    () => F('Model @@##@####'),
    () => F('DPCI ###-##-####'),
    () => `Store SKU #100${dig(7)} Internet #3${dig(8)}`,
  );
export const hours = () =>
  one(
    () => `Mon-Fri ${int(7, 9)}am-${int(4, 6)}pm`,
    () => `M–F ${int(7, 9)}:30–5:00`,
    () => `Mon - Sat: ${int(7, 9)}:00 AM - ${int(5, 9)}:00 PM`,
    '24/7',
    () => `Lun-Vie ${int(8, 9)}am-5pm`,
  );
