//! The company's customers, the same at every provider.

use crate::provider::national;

/// One customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// As the address book has them: 0…, 84… and +84… on purpose.
    pub(crate) phones: &'static [&'static str],
    pub(crate) mail: &'static str,
    pub(crate) job: &'static str,
    pub(crate) address: &'static str,
    pub(crate) note: &'static str,
    /// As in an address book: `male`, `female` or nothing.
    pub(crate) gender: &'static str,
}

/// The address book. 0912345678 is who calls by default; two people share 02438234567.
pub(crate) const CONTACTS: [Contact; 7] = [
    Contact {
        id: "c-lan",
        name: "Nguyễn Thị Lan",
        phones: &["0912345678"],
        mail: "lan@hoasen.example",
        job: "Kế toán trưởng",
        address: "12 Lý Thường Kiệt, Hà Nội",
        note: "Ưu tiên gọi buổi sáng",
        gender: "female",
    },
    Contact {
        id: "c-minh",
        name: "Trần Văn Minh",
        phones: &["84987654321", "02438234567"],
        mail: "minh@hoasen.example",
        job: "Trưởng phòng mua hàng",
        address: "12 Lý Thường Kiệt, Hà Nội",
        note: "",
        gender: "male",
    },
    Contact {
        id: "c-bao",
        name: "Phạm Gia Bảo",
        phones: &["+84 90 312 34 56"],
        mail: "",
        job: "",
        address: "Đà Nẵng",
        note: "Khách cũ, đã mua năm 2024",
        gender: "male",
    },
    Contact {
        id: "c-thu",
        name: "Đỗ Minh Thư",
        phones: &["02438234567"],
        mail: "thu@hoasen.example",
        job: "Lễ tân",
        address: "12 Lý Thường Kiệt, Hà Nội",
        note: "",
        gender: "female",
    },
    Contact {
        id: "c-anh",
        name: "Lê Hoàng Anh",
        phones: &["0367890123"],
        mail: "anh@example.com",
        job: "Chủ cửa hàng",
        address: "Cần Thơ",
        note: "",
        gender: "",
    },
    Contact {
        id: "c-emily",
        name: "Emily Carter",
        phones: &["+12025550147"],
        mail: "emily@example.com",
        job: "",
        address: "Washington",
        note: "Speaks English",
        gender: "female",
    },
    Contact {
        id: "c-hostile",
        // What somebody may have typed into the provider's address book.
        name: "<img src=x onerror=alert(1)> \u{202e}Ðỗ",
        phones: &["0900000666"],
        mail: "",
        job: "\"; DROP TABLE",
        address: "",
        note: "<b>đậm</b>",
        gender: "",
    },
];

/// Everyone with that number, however it is written.
pub(crate) fn by_phone(number: &str) -> Vec<&'static Contact> {
    let number = national(number);
    CONTACTS
        .iter()
        .filter(|contact| {
            !number.is_empty() && contact.phones.iter().any(|phone| national(phone) == number)
        })
        .collect()
}

/// Everyone whose name, mail or number holds that text; all of them where it is empty.
pub(crate) fn search(keyword: &str) -> Vec<&'static Contact> {
    let word = keyword.trim().to_lowercase();
    let digits = national(&word);
    CONTACTS
        .iter()
        .filter(|contact| {
            contact.name.to_lowercase().contains(&word)
                || contact.mail.contains(&word)
                || (digits.len() >= 3
                    && contact
                        .phones
                        .iter()
                        .any(|phone| national(phone).contains(&digits)))
        })
        .collect()
}

/// Letters without their marks, as OmiCall's `full_name_unsigned` has them.
pub(crate) fn unsigned(name: &str) -> String {
    const PLAIN: [(&str, char); 7] = [
        ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
        ("èéẻẽẹêềếểễệ", 'e'),
        ("ìíỉĩị", 'i'),
        ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
        ("ùúủũụưừứửữự", 'u'),
        ("ỳýỷỹỵ", 'y'),
        ("đ", 'd'),
    ];
    let plain = |letter: char| {
        let found = PLAIN.iter().find(|(marked, _)| marked.contains(letter));
        found.map_or(letter, |(_, plain)| *plain)
    };
    name.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_is_found_by_every_way_to_write_the_number() {
        for written in [
            "0987654321",
            "84987654321",
            "+84987654321",
            "+84 98 765 4321",
        ] {
            let found: Vec<_> = by_phone(written).iter().map(|c| c.name).collect();
            assert_eq!(found, ["Trần Văn Minh"], "{written}");
        }
        assert_eq!(by_phone("+842438234567").len(), 2);
        assert!(by_phone("").is_empty() && by_phone("0999999999").is_empty());
    }

    #[test]
    fn searching_takes_names_and_parts_of_numbers() {
        assert_eq!(search("lan").len(), 1);
        assert_eq!(search("345678").len(), 1);
        assert_eq!(search("").len(), CONTACTS.len());
        assert_eq!(unsigned("Đỗ Minh Thư"), "do minh thu");
    }
}
