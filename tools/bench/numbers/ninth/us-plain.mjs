// What a person in the United States reads that has digits and nothing to call.
export const usPlain = {
  price: [
    '{usd}', '{usd}', '{usd} – {usd}', 'Was {usd} Now {usd} (Save {pct})', 'Subtotal {usd}\nTax {usd}\nTotal {usd}', '${int 10 90}/mo for {int 12 36} mos, 0% APR', 'Zestimate®: {usd}', '€{int 10 999}.{#xx}', '£{int 10 999}', 'Qty {int 1 20} @ ${dec} ea', 'Regular unleaded ${int 2 4}.{#xx}9', '{num} VND (about ${int 2 90})', 'HOA ${int 50 900}/mo, taxes {usd}/yr', '{int 2 5} for ${int 3 10}', 'Balance due: {usd} by {date}', '1 USD = {int 15 19}.{#xxxx} MXN', 'Savings of up to {pct} at checkout', 'EUR/USD {#1.0xxx} (+0.{#xx}%)',
  ],
  product: [
    'Model # {letters 3}{#xxxx}{letters 2}', 'SKU: {#Xxxxxxx}', 'UPC {#0xxxxxxxxxxx}', 'Item #{#Xxxxxxxxx}', 'ASIN B0{letters 2}{#xxx}{letters 3}', '4.{int 1 9} out of 5 stars ({med} ratings)', '{model}', 'Product Dimensions {dim}; {int 1 90}.{int 1 9} pounds', 'ISBN-13: {isbn}', 'ISBN-10: {#0xxxxxxxxx}', 'Serial No. {serial}', 'IMEI {imei}', 'Part number {#Xxxxx-xxx-xxxx}', 'Women\'s {int 4 14} (EU {int 35 44})', '{int 8 64}GB RAM, {int 256 512}GB SSD, {int 13 17}.{int 1 6}" {int 1920 3840}x{int 1080 2160}', 'Pack of {int 2 48}, {int 8 64} fl oz ({int 100 990} ml)', 'VIN: 1HGCM{#xxxxx}A{#xxxxxx}', 'P{#2xx/xxR1x} {#9x}H tires, tread {int 4 10}/32', 'NDC {#xxxxx-xxxx-xx} Qty {int 10 90}', 'Only {int 1 9} left in stock',
  ],
  date: [
    '{date}', '{day}, {date} at {time}', '{time} – {time}', 'Mon-Fri {int 7 9}:00am-{int 5 9}:00pm, Sat {int 8 10}-{int 2 4}', '{stamp}Z', 'Posted {int 2 29} days ago', 'Last updated {date} {time} EST', '{md} @ {time}', 'Summer {year}', 'c. {int 1700 1950}', '{int 1900 1990}–{int 1991 2025}', 'FY{year} Q{int 1 4}', 'Due {md} by 11:59pm', 'Closed {month} {int 1 20}–{int 21 28}', '{hhmm}:{int 10 59} UTC', 'Est. {int 1850 2015}',
  ],
  papers: [
    'SSN: {ssn}', 'EIN {ein}', 'Tax ID: {ein}', 'DL# {letters 1}{#xxxxxxx} exp {date}', 'Passport No. {#5xxxxxxxx}', 'NPI: {#1xxxxxxxxx}', 'Policy number {letters 3}-{#xxxxxxx}', 'Member ID: {letters 3}{#xxxxxxxxx} Group #: {#00xxxxx}', 'Claim # {#xx-xxxx-xxxx}', 'Case No. {#1:2x-cv-0xxxx}', 'A-Number: A{#xxx-xxx-xxx}', 'License #{#Xxxxxxx} expires {md}/{year}', 'MRN {#xxxxxxxx} DOB {date}', 'Badge {#Xxxx}', 'Student ID {#9xxxxxxxx}', 'Receipt Number: {#IOE09xxxxxxxx}', 'DUNS {#xx-xxx-xxxx}', 'Parcel ID {#xx-xx-xx-xxx-xxx.xxx}', 'FCC ID {letters 3}-{#xxxx}', 'CAGE code {#X}{letters 2}{#xx}',
  ],
  bank: [
    'Routing {#0xxxxxxxx}  Account {acct}', 'Acct ending in {#xxxx}', 'Account number: {acct}', 'Visa {card} exp {#0X}/{int 26 31}', 'Check #{#Xxxx} {usd} cleared {md}', 'Confirmation number {#xxxxxxxxxx}', 'ACH trace {#xxxxxxxxxxxxxxx} {usd}', 'APR {int 4 29}.{int 10 99}% variable', 'IBAN DE{#xx xxxx xxxx xxxx xxxx xx}', 'SWIFT: CHASUS{#3x}', 'Available balance {usd}', 'Transfer {usd} to checking ...{#xxxx} on {date}', 'Gift card {#xxxx xxxx xxxx xxxx} PIN {#xxxx}', 'DJIA {#3x,xxx.xx} +{int 10 300}.{#xx} (+0.{#xx}%)', 'Loan #{#00xxxxxxxx}, payment {usd} due the {int 2 20}th',
  ],
  order: [
    'Order {order}', 'Tracking number: {track}', '{trackl}', 'Your order {order} has shipped! Arrives {day}, {date}', 'Invoice {order} for {usd}', 'PO# {#xxxxxxx}', 'Ticket #{#Xxxxxx} was closed {date}', 'Confirmation: {letters 3}{#xx}{letters 1}', 'Ref: {#xxxxxxxxxx}', 'Reservation {#Xxxxxxxx} – {int 1 7} nights, {int 1 4} guests', 'RMA {#xxxxxx} expires in {int 15 45} days', 'Gate {letters 1}{int 1 60}  Seat {int 1 38}{letters 1}  Boards {time}', 'Meter reading {#xxxxx} kWh used {int 300 1900}', 'Prescription {#Xxxxxxx} ready, {usd}', 'Points balance: {num}', 'Work order {#xxxxxx}-{int 1 9} for unit {int 100 400}', 'Lot {#Xxxx}: est. {usd} - {usd}',
  ],
  law: [
    '{law}', 'See {law}; {law}.', '{int 100 590} U.S. {int 1 900} ({int 1950 2015})', 'Pursuant to {law}, the fee is {usd}.', 'Form {#10xx}-{letters 1} (Rev. {int 1 12}-{year})', 'Resolution {year}-{#xxx} passed {int 4 7}-{int 0 3}', 'Fed. Reg. Vol. {int 60 90}, No. {int 1 250}, {date}', 'Article {int 1 12}, Section {int 1 20}, paragraph ({int 1 9})', 'Lot {int 1 60}, Block {int 1 30}, Plat Book {int 1 200}, Page {int 1 99}', 'Ohio Rev. Code § {#xxxx.xx}',
  ],
  place: [
    '{st}, {city} {zip}', '{city} {zip}', 'PO Box {#Xxxxx}, {city} {zip}', '{coord}', 'Exit {int 1 300}{letters 1} on I-{int 4 95}, {int 1 9}.{int 1 9} mi', 'Room {int 100 900}', 'Bldg {int 1 40}, Floor {int 2 12}', 'License plate {plate}', '{med} sq ft lot, built {int 1900 2022}', 'Elevation {med} ft, {int 2 16}.{int 1 9} miles round trip', 'Flight {flight} {time} – {time}', 'Route {int 1 300} every {int 10 60} min', 'Zip codes {#Xxxxx}, {#Xxxxx} and {#Xxxxx}', 'Area code {int 201 989}', 'Mile marker {int 1 400}, US-{int 1 101}', 'Paris 750{#0x}, France', 'Unit {int 100 900}: {int 1 3} bd, {int 500 1800} sf, ${int 900 3800}',
  ],
  statistics: [
    'Population ({year}): {num}', '{pct} of {num} respondents', 'High {int 50 100}° Low {int 10 49}°, {int 0 100}% chance of rain', 'GDP grew {int 1 5}.{int 1 9}% in Q{int 1 4} {year}', 'BP {int 100 160}/{int 60 95}, pulse {int 55 110}, temp 98.{int 1 9}', 'n = {int 30 2000}, p < 0.0{int 1 5}', 'LDL {int 60 190} mg/dL (ref 0-99)', 'Median household income {usd}', '{med} acres burned, {int 0 100}% contained', 'Turnout {int 20 80}.{int 1 9}% ({med} ballots)', 'Magnitude {int 2 7}.{int 1 9}, depth {int 2 90} km', 'MPG {int 18 35} city / {int 25 45} hwy', 'Mean {dec} (SD {dec}), range {int 1 20}–{int 30 99}',
  ],
  lottery: [
    'Powerball {md}: {int 1 12} {int 13 24} {int 25 39} {int 40 55} {int 56 69} PB {int 1 26}', 'Pick 3: {#x-x-x}  Pick 4: {#x-x-x-x}', 'Mega Millions jackpot ${int 20 900} million, next drawing {md}', 'Cash 5 {md}: {#0X-1x-2x-3x-4x}', 'Winning ticket No. {#xxxxxx}',
  ],
  sport: [
    '{town} {int 60 120}, {town} {int 60 120} (OT)', 'W {int 3 9}-{int 0 2}', '{int 6 7}-{int 0 4}, {int 4 6}-7 (5), 6-{int 0 4}', '{name} went {int 1 4}-for-{int 4 5} with {int 1 5} RBI, batting .{int 200 350}', '{int 10 40}/{int 41 55}, {int 150 420} yds, {int 0 5} TD, {int 0 3} INT', '1st Qtr {#1x}:{#0x}, 3rd & {int 1 15}', 'Final: {int 0 45} – {int 0 45}', '{int 1 90}\' GOAL {sur} {int 1 4}-{int 0 3}', 'Season record {int 10 99}-{int 10 63}, {int 1 20}.5 GB', '5K: {int 15 40}:{#0x}.{int 1 9} (#{int 1 900}, bib {#xxxx})', 'Line: -{int 1 14}.5, O/U {int 38 58}.5, ML +{int 110 400}',
  ],
  social: [
    '{int 1 99}.{int 1 9}K views · {int 1 11} months ago', '{num} likes', '{int 2 99} comments {int 2 99} shares', 'lol it was like {int 95 115} degrees in {town} today 🥵', 'class of {year} 🎓🎉', '{first} and {int 2 400} others', 'level {int 2 99} unlocked, {num} XP', '{int 1 20}/10 would recommend', 'u/{first}{#xxxx} · {int 2 23}h · {int 1 900} points', '{num} followers · {int 10 900} following', 'down {int 5 60} lbs since {month}!! 💪', 'r/ask • {int 1 9}.{int 1 9}m members', 'got {int 2 6} tix sec {int 100 400} row {int 1 30}, {usd} each, dm me', '@{first}{int 1 999} pls check ur dms', '{int 1 5} bed {int 1 3} bath for ${int 900 3000}?? in this economy 💀', 'Replying to @{sur}{#xxxx}', 'Page {int 1 40} of {int 41 300}', 'part {int 2 9} is up, {int 10 900}k on part 1 🔥',
  ],
  technical: [
    '{ip} - - [{int 10 28}/Mar/{year}:{hhmm}:{int 10 59} -0500] "GET /items/{#Xxxxxxxx} HTTP/1.1" 200 {#Xxxxx}', '{"id": {#Xxxxxxxxx}, "ts": {epoch}, "ok": true}', 'Version {ver} (build {#xxxxx})', '{guid}', 'sha256:{hex 64}', 'Your verification code is {#xxxxxx}. It expires in {int 5 15} minutes.', 'G-{#xxxxxx} is your Google verification code.', '{web}/news/article-{#Xxxxxxx}.html', 'https://{ip}:{int 1024 65000}/admin', 'Error 0x8{hex 7} at line {int 10 900}', 'CVE-{year}-{#xxxxx} (CVSS {int 4 9}.{int 1 8})', 'pid {#Xxxx} rss {num} kB', 'https://www.youtube.com/watch?v={letters 3}{#x}{letters 4}{#xx}', 'npm i left@{ver}', 'Zoom Meeting ID: {#9xx xxxx xxxx} Passcode: {#xxxxxx}', 'MAC {hex 2}-{hex 2}-{hex 2}-{hex 2}-{hex 2}-{hex 2}', 'pinterest.com/pin/{#xxxxxxxxxxxxxxxxxx}', 'Ticket {#INC0xxxxxxx} P{int 1 4} open {int 2 90}h', 'commit {hex 40}', 'expires={epoch}; Max-Age={int 3600 86400}', 'Windows 11 23H2 ({#22631.xxxx})', '[{epoch}] kernel: eth0 rx {#Xxxxxxxxx} bytes', 'https://x.com/{first}/status/1{#xxxxxxxxxxxxxxxxxx}',
  ],
  food: [
    '{int 1 3} 1/2 cups flour, {int 1 3} tsp salt, {int 2 4} large eggs', 'Bake at {int 325 450}°F for {int 15 60} minutes', 'Serves {int 4 12} | Prep {int 10 30} min | {int 120 900} cal', 'Cheeseburger ........ {int 8 16}.{#x}5', 'Sodium {int 100 900}mg {int 4 40}%', '#{int 1 60} General Tso\'s Chicken (Lg) {int 10 16}.95', 'IBU {int 10 90}, ABV {int 4 9}.{int 1 9}%', 'Check #{#xxxx} Table {int 1 60} Guests {int 1 9}',
  ],
  masked: [
    'Phone: (•••) •••-{#xxxx}', 'We sent a code to ***-***-{#xx}{#xx}', '({int 201 989}) XXX-XXXX', 'Text STOP to {#Xxxxx}. Msg & data rates may apply.', 'Press {int 1 3} for billing, {int 4 6} for claims or 0 for an operator', 'Reply YES to {#Xxxxxx} to donate ${int 5 25}', 'Enter your 10-digit mobile number', 'Dial 9, then 1, then the area code', 'Click to show number ({int 201 989}) •••-••••',
  ],
  work: [
    '{usd} - {usd} a year', '{int 20 40} hrs/week, ${int 15 60}/hr DOE, 401(k) w/ {int 3 6}% match', '{int 2 9}+ years of experience', 'Shift: {int 5 9}p-{int 1 5}a, {int 3 5} 12s', 'CRN {#xxxxx} MATH {int 100 499} TR {time} {int 3 4} cr', 'SAT {int 400 800}/{int 400 800}, ACT {int 18 36}, GPA {int 2 3}.{#xx}', 'Chapter {int 1 30}, problems {int 1 20}-{int 21 60} (odd)', 'Grades {int 1 5}-{int 6 12}, {int 12 30}:1 student-teacher ratio', 'Req #{#xxxxxx} posted {date}', 'School District {int 1 300}, code {#xx-xxxx}', 'Solve: {int 2 90}x + {int 2 90} = {#Xxx}',
  ],
  news: [
    'The {int 2 40}-car pileup on I-{int 4 95} around {time} {day} injured {int 2 40}, police said.', '{name}, {int 20 80}, was sentenced to {int 2 30} years and fined {usd}.', 'The bill passed {int 51 99}-{int 1 49} on {date}.', 'Revenue rose {pct} to {usd} from {usd} a year earlier.', 'Storm dropped {int 2 30} inches; {med} without power at {time}.', 'Season {int 1 20}, Episode {int 1 24} ({int 20 60} min)', 'Apollo 1{int 1 7} launched in {int 1968 1972} carrying {int 2 3} crew.', 'Channel {int 2 60}.{int 1 4}, {time}', 'Vol. {int 1 90}({int 1 12}), pp. {int 1 400}–{int 401 900}, doi:10.{#xxxx}/j.{#xxxxxxx}',
  ],
};

export const usWords = [
  '«Home|About Us|Contact|Services|Our Team|Directions|Cart|Sign in|Careers|Privacy Policy|Shop All|Locations|Menu»', '{name}', '{co}', '{city}', '«Phone|Fax|Cell|Office» number', 'Call for «pricing|details|availability|appointment»', '«Great service|Slow shipping|Love this place|Meh|Terrible parking», «would go again|never again|thanks {first}|highly recommend».', '{day} through {day}', '{first}, did you ever hear back from {name}?', '{email}', '{web}', 'Please call ahead «to confirm|for large parties|as hours may vary».', 'We never share your phone number with «anyone|third parties|advertisers».', '«Selling|Looking for|Trading» a {goods} «in {town}|near campus|asap».', 'Mayor {name} «declined to comment|thanked volunteers|vetoed the measure».', 'Add «salt|onions|garlic|butter» and stir until «golden|soft|fragrant».', 'Leave a message after the tone and {first} will call you back.', '«Free shipping|In stock|Sold out|New arrival|Best seller»',
];
