//! Labels of scripts that put no spaces between words.

use super::labels::Label::{self, Id, Other, Phone, Vague};

/// Of two that end together the last one counts.
const UNSPACED: &[(&str, Label)] = &[
    ("電話", Phone),
    ("携帯", Phone),
    ("折り返し", Phone),
    ("折返し", Phone),
    ("お問い合わせ", Phone),
    ("お問合せ", Phone),
    ("行動", Phone),
    ("手機", Phone),
    ("專線", Phone),
    ("电话", Phone),
    ("手机", Phone),
    ("热线", Phone),
    ("전화", Phone),
    ("휴대폰", Phone),
    ("연락처", Phone),
    ("โทร", Phone),
    ("連絡先", Phone),
    ("直通", Phone),
    ("代表", Phone),
    ("フリーダイヤル", Phone),
    ("ファックス", Phone),
    ("ファクス", Phone),
    ("問い合わせ先", Phone),
    ("问询", Phone),
    ("致电", Phone),
    ("座机", Phone),
    ("传真", Phone),
    ("傳真", Phone),
    ("客服", Phone),
    ("联系方式", Phone),
    ("聯絡", Phone),
    ("핸드폰", Phone),
    ("팩스", Phone),
    ("문의", Phone),
    ("대표", Phone),
    ("แฟกซ์", Phone),
    ("มือถือ", Phone),
    ("番号", Other),
    ("口座番号", Id),
    ("請求書", Other),
    ("見積", Other),
    ("見積書", Other),
    ("納品書", Other),
    ("領収書", Other),
    ("発注", Other),
    ("受注", Other),
    ("会員", Other),
    ("顧客", Other),
    ("コード", Other),
    ("型番", Other),
    ("品番", Other),
    ("銀行", Vague),
    ("普通", Vague),
    ("当座", Vague),
    ("支店", Vague),
    ("荷物", Vague),
    ("발주", Other),
    ("주문", Other),
    ("송장", Other),
    ("운송장", Other),
    ("은행", Vague),
    ("发票", Other),
    ("發票", Other),
    ("运单", Other),
    ("快递", Other),
    ("编号", Other),
    ("編號", Other),
    ("卡号", Id),
    ("身份证", Other),
    ("合同", Other),
    ("银行", Vague),
    ("注文", Other),
    ("伝票", Other),
    ("口座", Id),
    ("订单", Other),
    ("訂單", Other),
    ("单号", Other),
    ("單號", Other),
    ("统一编号", Other),
    ("統一編號", Other),
    ("账号", Id),
    ("帳號", Id),
    ("税号", Other),
    ("번호", Other),
    ("계좌", Id),
    ("電話番号", Phone),
    ("携帯番号", Phone),
    ("전화번호", Phone),
];

/// The last label of a script without spaces, and how many characters there are up to its end.
pub(super) fn last(text: &str) -> Option<(usize, Label)> {
    // All of these words end with a character of three bytes.
    let ends = |own: &[u8]| own.last_chunk::<3>().copied();
    let places = text.char_indices().rev().map(|(at, ch)| at + ch.len_utf8());
    places.filter(|end| *end > 3).find_map(|end| {
        let before = text.get(..end)?;
        let last = ends(before.as_bytes());
        let words = UNSPACED.iter().rev();
        let (_, label) = words
            .filter(|(word, _)| ends(word.as_bytes()) == last)
            .find(|(word, _)| before.ends_with(word))?;
        Some((before.chars().count(), *label))
    })
}
