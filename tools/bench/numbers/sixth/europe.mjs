// Runs as British, German, French and Japanese products have them; the notation is that of vn.mjs.
export const GB = {
  phones: `
! Telephone|Tel. no.|Contact number (UK) :: {p}
! Mobile|Mobile no. :: {p:mobile}
Tel: {p} (UK)
Tel {p}, London {gpost}
{bname} – mob. {p:mobile}
London office: {p:fixed}
Freephone {p:free}
{bname}, {gpost}, {p}
T +44: {p:+}
{p:+}
{p:+mobile}
UK {p:+}
Leeds branch {p:fixed}, sort code {sort}
{p}
`,
  others: `
! NHS No.|NHS number :: {nhs}
! UTR :: {utr}
! Sort code :: {sort}
! VAT no. :: {vatGb}
NHS {nhs}
NI {nino}
VAT Reg No {vatGb}
Sort {sort} Acc {gaccount}
{ibanGb}
{gbp}
{gplate}
{gpost}
Company No. {gaccount}
Booking {pnr} {gbp}
{udate} {span}
`,
  prose: `
{bname} rang from {p} re the MOT on {gplate}; quoted £{agent}, booked for {time}.
Surgery opens {span}. Ring {p:fixed} or NHS 111; your NHS number is {nhs}.
Pay {gbp} to sort code {sort}, account {gaccount}, quoting {order}. Queries: {p}.
Our London desk ({p:+}) closes at {time}; VAT no. {vatGb}.
{bname}⏎12 Mill Lane, {gpost}⏎Tel: {p}⏎Mob: {p:mobile}
3 bed semi, {gpost}, {gbp}. Viewings with {bname} on {p}.
UTR {utr} and NI number {nino} are needed by {time}; penalty £{agent}.
`,
};

export const DE = {
  phones: `
! Telefon|Tel.|Rufnummer :: {p}
! Mobil|Handy :: {p:mobile}
! Telefax|Fax :: {p:fax}
Tel.: {p}
Tel. {p}, 10115 Berlin
Telefon: {p:fixed} · Fax: {p:fax}
Mobil {p:mobile}
Zentrale {p:fixed}
{dname}, Tel. {p}
Servicehotline {p:free} (kostenlos)
Berlin: {p:+}
{p:+}
{p:+mobile}
{p}
`,
  others: `
! Steuer-ID|IdNr. :: {steuerId}
! Kundennummer|Auftragsnr.|Vorgang :: {orderbare}
! Kennzeichen :: {dplate}
IBAN {ibanDe}
{ibanDe}
USt-IdNr. {ustId}
St.-Nr. {steuerNr}
{eur}
{ddate}
{ddate}, {span} Uhr
{dplate}
Rechnung {order} vom {ddate}
HRB {caseid} B
`,
  prose: `
Bitte rufen Sie Frau {dname} unter {p} zurück, Auftrag {order}, {eur}.
Der Termin am {ddate} um {time} Uhr ist bestätigt. Rückfragen: Tel. {p}.
{dname}⏎Hauptstraße 14, 50667 Köln⏎Tel. {p:fixed}, Fax {p:fax}⏎USt-IdNr. {ustId}
Überweisung {eur} auf {ibanDe}, Verwendungszweck {order}. Buchhaltung: {p:+}.
Kunde {dname} (Handy {p:mobile}) meldet Schaden am Fahrzeug {dplate}, ca. {eur}.
Verkaufe Fahrrad, {eur} VB, Abholung in Köln. {p:mobile} ab 18 Uhr.
Steuernummer {steuerNr}, Steuer-ID {steuerId}, fällig am {ddate}: {eur}.
`,
};

export const FR = {
  phones: `
! Téléphone|Tél.|N° de téléphone :: {p}
! Portable|Mobile :: {p:mobile}
! Télécopie|Fax :: {p:fax}
Tél. : {p}
Tél : {p}
Port. {p:mobile}
Standard {p:fixed}, 75011 Paris
{fname} – tél. {p}
N° Vert {p:free}
Accueil : {p:fixed}
Paris {p:+}
{p:+}
{p:+mobile}
{p}
`,
  others: `
! SIRET :: {siret}
! N° de sécurité sociale|NIR :: {nir}
! N° client|N° de dossier|N° commande :: {orderbare}
SIRET {siret}
SIREN {siren}
RCS Paris {siren}
TVA {tva}
{ibanFr}
{eur}
{fdate}
{fdate} à {time}
{fplate}
Facture {order}
`,
  prose: `
Rappeler {fname} au {p} avant {time}, devis {order} de {eur}.
Votre rendez-vous du {fdate} à {time} est confirmé. Secrétariat : {p}.
{fname}⏎8 rue des Lilas, 69003 Lyon⏎Tél. {p:fixed}⏎SIRET {siret}
Virement de {eur} sur {ibanFr}, réf. {order}. Une question ? {p:+}.
Client {fname}, portable {p:mobile}, véhicule {fplate}, sinistre du {fdate}, estimé {eur}.
À louer T2 {size}, {eur} charges comprises, contacter le {p:mobile} après {time}.
N° de sécurité sociale {nir}, dossier {claim}, remboursé {eur} le {fdate}.
`,
};

export const JP = {
  phones: `
! 電話番号|TEL|連絡先 :: {p}
! 携帯|携帯電話 :: {p:mobile}
! FAX :: {p:fax}
TEL：{p}
TEL {p:fixed} / FAX {p:fax}
電話 {p}
携帯: {p:mobile}
{jname}様 {p}
フリーダイヤル {p:free}
東京本社 {p:fixed}
Tokyo {p:+}
{p:+}
{p:+mobile}
{p}
`,
  others: `
! 法人番号 :: {houjin}
! マイナンバー|個人番号 :: {myNumber}
! 注文番号|お問い合わせ番号 :: {trackbare}
〒150-0002
〒{zip0}
{jpy}
{jdate}
{jdate} {span}
{jplate}
注文番号 {amazon}
口座番号 普通 {caseid}
法人番号 {houjin}
`,
  prose: `
{jname}様より{p}からお電話がありました。注文番号{amazon}、金額{jpy}。
ご予約は{jdate} {time}、2名様です。変更は{p}までお電話ください。
株式会社みらい商事⏎〒150-0002 東京都渋谷区渋谷2-21-1⏎TEL {p:fixed}　FAX {p:fax}
お問い合わせ：フリーダイヤル{p:free}（受付時間 9:00〜18:00、土日祝を除く）
担当{jname}、携帯 {p:mobile}、訪問 {jdate} {time}、見積 {jpy}。
法人番号{houjin}、口座番号 {caseid}、{jdate}までに{jpy}をお振り込みください。
`,
};
