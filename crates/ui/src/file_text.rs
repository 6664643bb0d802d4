//! The text of a file that a person chose: UTF-8, or UTF-16 as spreadsheets write it. What is neither is
//! not guessed at: the letters of Vietnam would be lost, and nobody would see it before a call.

/// The text; none where it is certain that some of its letters would be others.
pub fn text_of(octets: &[u8]) -> Option<String> {
    match octets {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // Without a mark in front: no text has a NUL, but half of each ASCII letter in UTF-16 is one.
        _ if octets.contains(&0) => {
            let nul_at = |odd: usize| {
                let pairs = octets.chunks_exact(2);
                pairs.filter(|pair| pair.get(odd) == Some(&0)).count()
            };
            match (nul_at(0), nul_at(1)) {
                (0, _) => utf16(octets, u16::from_le_bytes),
                (_, 0) => utf16(octets, u16::from_be_bytes),
                _ => None,
            }
        }
        _ => {
            let text = std::str::from_utf8(octets).ok()?;
            Some(text.trim_start_matches('\u{feff}').to_owned())
        }
    }
}

fn utf16(octets: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let pairs = octets.chunks_exact(2);
    let is_whole = pairs.remainder().is_empty();
    let units = pairs.filter_map(|pair| <[u8; 2]>::try_from(pair).ok().map(unit));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|text| is_whole && !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Họ tên,Số điện thoại\nNguyễn Văn An,0912345678\n";

    #[test]
    fn a_file_is_read_in_utf_8_and_as_spreadsheets_write_utf_16() {
        let marked = format!("\u{feff}{TEXT}");
        let le: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for octets in [
            TEXT.as_bytes(),
            marked.as_bytes(),
            &le,
            &be,
            // Without the mark.
            &le[2..],
            &be[2..],
        ] {
            assert_eq!(text_of(octets).as_deref(), Some(TEXT));
        }
        assert_eq!(text_of(b"").as_deref(), Some(""));
    }

    #[test]
    fn a_file_whose_letters_would_be_others_is_not_taken() {
        // "Nguyễn" in Windows-1258, "Lê" in Windows-1252, half a letter, no text at all.
        for octets in [
            &b"Name,Phone\nNguy\xea\xden,0912345678\n"[..],
            b"Name,Phone\nL\xea,0912345678\n",
            b"Name\nL\xc3",
            b"PK\x03\x04\x00\x01\x00\x00\x07",
            b"\xff\xfeA\x00B",
        ] {
            assert_eq!(text_of(octets), None, "{octets:?}");
        }
    }
}
