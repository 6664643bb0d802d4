//! Words in front of bare digits, as people in many lines of work put them there.

mod common;
use common::{finds, finds_nothing, numbers};

/// Ten digits that North America's plan knows.
const DIGITS: &str = "4178329412";

/// The labels behind which the digits are read otherwise.
fn but(labels: &str, a_number: bool) -> Vec<&str> {
    let found = |label: &str, between: &str| {
        !numbers(&format!("{label}{between}{DIGITS}"), "US").is_empty()
    };
    let all = labels.split(" | ");
    all.filter(|label| found(label, ": ") != a_number || found(label, " ") != a_number)
        .collect()
}

fn is_no_number(labels: &str) {
    assert_eq!(but(labels, false), [""; 0]);
}

fn is_a_number(labels: &str) {
    assert_eq!(but(labels, true), [""; 0]);
}

#[test]
fn papers_of_trade() {
    is_no_number(
        "Inv. no. | Inv. | Invoice # | PO | P.O. Box | P.O. no. | Sales order | Order-ID | SO no. | \
         Work order | Statement | Credit note | Remittance | Quotation | Quote no. | Lot/Batch | \
         Deal ID | Lead ID | Opportunity | Subscription | Plan ID | Case-No. | Request ID | \
         Incident | HĐ | Số HĐ | ĐH số | Mã ĐH | Đơn hàng số | Phiếu xuất | Báo giá số | Số chứng từ | \
         Số PO | Kd.-Nr. | Kd-Nr | Kundennr. | Bestellnr. | Best.-Nr. | Rechnungs-Nr. | Rg.-Nr. | \
         Auftragsnr. | Angebot Nr. | Vorgang | Vorgangsnummer | Artikel-Nr. | Art.-Nr. | Lieferschein | \
         Mandatsreferenz | Client n° | N° client | N° de suivi | N° de commande | Réf. | Référence | \
         Devis n° | Dossier nº | Bon de commande | Pedido | Nº de pedido | Factura | Fattura n. | \
         Ordine | Bestelnummer | Factuurnummer | 請求書 | 見積書 | 発注 | 会員 | お客様コード | 伝票 | 发票 | 运单 | 송장 | \
         사업자등록번호",
    );
}

#[test]
fn parcels_banks_and_papers_of_a_person() {
    is_no_number(
        "Sendung | Sendungsnr. | Sendungs-ID | Paketnummer | Consignment | Container | Bill of lading | \
         Shipped | USPS | GHTK | J&T | Vận đơn | Kiện hàng | Suivi | Colis n° | Seguimiento | \
         Spedizione | Techcombank | Vietcombank | Commerzbank | Deutsche Bank | Bank | BIDV | Momo ID | \
         Kto. | Kontonr. | BLZ | Cuenta | Conto | Rekening | Compte | Virement | Checking | Savings | \
         Driver license | DL | Driver's license no. | Social security | Medicare | Passport number | \
         Personalausweis | Ausweisnummer | CMND số | Số hộ chiếu | GPLX | Matricule | \
         N° de sécurité sociale | Chart | NHS | Rx | Prescription | Versichertennummer | Mã bệnh nhân | \
         Số hồ sơ | Mã y tế",
    );
}

#[test]
fn machines_travel_homes_and_work() {
    is_no_number(
        "Device | Machine ID | Session | Session ID | Process | Thread | Error | Error code | \
         Build no. | Asset tag | Meter | Zählernummer | Số công tơ | Mã máy | Trên máy | Firmware | \
         MAC | Key | License key | PNR | E-ticket | Flight | Booking ref | Réservation | \
         Buchungsnummer | Mã đặt phòng | Số vé | Frequent flyer | MLS# | Parcel ID | APN | Folio | \
         Property ID | Job ID | Req. no. | Requisition | Candidate ID | Employee no. | Badge | \
         Personalnr. | Mã NV | Mã ứng viên | Student no. | MSSV | Mã học sinh | Docket no. | \
         Permit no. | Gate code | Access code | Locker | Serial-No.",
    );
}

#[test]
fn an_unknown_word_with_number_or_no_behind_it_names_something_else() {
    is_no_number(
        "Foo no. | Foo number | Foo nr | Foo-Nr. | Foonummer | Foo n° | Número de foo | N° de foo | \
         Numero di foo | Numéro foo n° | フー番号",
    );
}

#[test]
fn a_phone_has_a_number_too() {
    is_a_number(
        "Tel.-Nr. | Tel. no. | Fax-Nr. | Handy-Nr. | Handynr. | Faxnummer | Servicenummer | \
         Hotline-Nummer | Meine Nummer | Neue Nummer | My number is | Her no. | New number | \
         Old number | Emergency number | Home number | Support number | Direct no. | Alt. number | \
         Alternate no. | Ph. no. | Mob. no. | Contact-No. | N° de tél. | Numéro de portable | \
         Mon numéro | Appelez le numéro | au numéro | Número de móvil | Nº de teléfono | Mi número | \
         Numero di cellulare | Số mới | Số cũ | Số phụ | Số của em | SĐT chính | Số bảo vệ | Gọi nó | \
         連絡先 | お電話番号 | お問い合わせ先 | 直通 | 联系电话 | 문의",
    );
}

#[test]
fn one_letter_is_a_label_at_the_head_of_its_field() {
    for label in [
        "T: ", "M ", "(m) ", "P. ", "F: ", "o: ", "W: ", "C: ", "D ", "T/F: ",
    ] {
        let text = format!("Acme | {label}{DIGITS}");
        finds(&text, "US", &[(DIGITS, "+14178329412")]);
    }
}

#[test]
fn the_name_of_what_it_is_may_stand_behind_in_brackets() {
    for behind in [
        "(UPS)",
        "(order no.)",
        "(MST)",
        "(invoice)",
        "(mã đơn)",
        "(Kundennr.)",
        "[tracking]",
    ] {
        finds_nothing(&format!("Sent 4178329412 {behind}"), "US");
    }
    finds(
        "4178329412 (Mark Johnson)",
        "US",
        &[(DIGITS, "+14178329412")],
    );
    finds("4178329412 (cell)", "US", &[(DIGITS, "+14178329412")]);
}

#[test]
fn a_number_in_its_own_grouping_needs_no_word() {
    finds(
        "Foo no. 417-832-9412",
        "US",
        &[("417-832-9412", "+14178329412")],
    );
    finds(
        "HĐ: +1 417 832 9412",
        "US",
        &[("+1 417 832 9412", "+14178329412")],
    );
}

#[test]
fn a_number_sign_is_a_word_too() {
    is_no_number("Load # | Cust# | Group # | Conf. # | Pickup # | Gate #");
    is_a_number("My # | Her # | Best # | Phone # | Cell# | Contact # | Ph# | call back # is");
}

#[test]
fn names_of_fields_as_programs_write_them() {
    is_no_number(
        "orderId | clientID | invoiceNumber | account_no | user_id | created_at | sessionId | \"id\" | trackingNumber",
    );
    is_a_number(
        "phoneNumber | phone_number | contactNumber | mobile_no | \"tel\" | David | Madrid",
    );
}

#[test]
fn some_codes_are_grouped_as_phone_numbers_are() {
    for text in [
        "Meeting ID: 417 832 9412",
        "P/N 417-832-9412",
        "Serial: 417-832-9412",
        "Passcode 417 832 9412",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        "Meeting with Bob, 417-832-9412",
        "PIN set; 417-832-9412",
        "Meeting ID 84178329412, 417-832-9412",
    ] {
        finds(text, "US", &[("417-832-9412", "+14178329412")]);
    }
}

#[test]
fn the_sign_of_the_next_amount_takes_no_number() {
    finds(
        "417-832-9412 $1,200.00",
        "US",
        &[("417-832-9412", "+14178329412")],
    );
    finds_nothing("417,832,941 $", "US");
    finds_nothing("4178329412 $", "US");
}
