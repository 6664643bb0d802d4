//! Words that give a language away, with their weight: 2 for what people say around a number, 1 for
//! what may stand in a text of another language, too (firms, towns, short words, and `Telefon` or `Tél.`
//! alone, which are set in front of numbers of all countries).

use super::language::Language::{self, Dutch, French, German, Italian, Vietnamese};

type Words = &'static [&'static str];

#[rustfmt::skip]
static WORDS: &[(Language, u8, Words)] = &[
    (German, 2, &[
        "anruf", "anrufen", "ansprechpartner", "auskunft", "bezahlt", "bitte", "danke", "durchwahl", "erreichbar",
        "erreichen", "erreicht", "festnetz", "frau", "freundlichen", "fragen", "grüßen", "kunde",
        "kunden", "lieferung", "mich", "nachbarn", "rechnung", "rufen", "wurde", "für", "handynummer", "herr", "kundenservice",
        "mobilnummer", "nicht", "oder", "rufnummer",
        "rueckfragen", "rueckruf", "rückfragen", "rückruf", "sprechzeiten", "straße", 
        "telefonisch", "telefonzentrale", "uhr", "und", "unter", "zentrale",
    ]),
    (German, 1, &[
        "mobil", "telefon", "telefonnummer", "handy", "mobiltelefon",
        "auf", "berlin", "bremen", "der", "deutschland", "dresden", "düsseldorf", "eine",
        "frankfurt", "gmbh", "hamburg", "hannover", "hrb", "ihr", "ihre", "ist", "köln", "leipzig",
        "mit", "münchen", "nach", "nürnberg", "ohg", "sie", "strasse", "stuttgart", "wir", "zum",
        "zur", "über",
    ]),
    (French, 2, &[
        "accueil", "appelle", "appeler", "appelez", "avec", "bonjour", "colis", "commande",
        "contactez", "cordialement", "facture", "heures", "joignable", "joindre", "livraison",
        "lundi", "madame", "merci", "monsieur", "nous", "numéro", "rappelle", "règlement",
        "pour", "rappel", "rappeler", "rappelez", "renseignements", "samedi", 
        "télécopie", "téléphonique", "une", "vendredi", "vous",
    ]),
    (French, 1, &[
        "tél", "téléphone",
        "au", "aux", "bordeaux", "des", "est", "et", "eurl", "france", "les", "lille", "lyon",
        "marseille", "nantes", "paris", "portable", "rue", "sarl", "sas", "siret", "strasbourg",
        "sur", "toulouse",
    ]),
    (Italian, 2, &["chiama", "chiamare", "chiamate", "telefonare", ]),
    (Dutch, 2, &["bellen", "terugbellen"]),
    (Italian, 1, &["cellulare", "telefono"]),
    (Dutch, 1, &["telefoon", "mobiel", "telefoonnummer"]),
    (Vietnamese, 2, &[
        "cskh", "dtdd", "goi", "khach", "lh", "lien", "nhan", "sdt", "zalo",
    ]),
    (Vietnamese, 1, &[
        "anh", "chi", "cho", "cty", "dien", "hoac", "nguyen", "so", "thoai", "tnhh", "tran",
    ]),
];

/// Slots of the table; a power of two, well above the number of words.
const SLOTS: usize = 1024;

type Slot = (u32, Language, u8);

/// Open addressing, filled at compile time; weight 0 is an empty slot.
static TABLE: [Slot; SLOTS] = {
    let mut table: [Slot; SLOTS] = [(0, Vietnamese, 0); SLOTS];
    let mut list = 0;
    while list < WORDS.len() {
        let (language, weight, words) = WORDS[list];
        let mut at = 0;
        while at < words.len() {
            let hash = Hash::of(words[at]);
            let key = hash.key;
            let mut place = hash.slot();
            while table[place].2 != 0 {
                assert!(table[place].0 != key, "two words with one hash");
                place = (place + 1) % SLOTS;
            }
            table[place] = (key, language, weight);
            at += 1;
        }
        list += 1;
    }
    table
};

/// FNV-1a over the bytes of a word, capitals of ASCII and Latin-1 read as small letters.
#[derive(Clone, Copy)]
pub(super) struct Hash {
    key: u32,
    /// The byte before.
    lead: u8,
}

impl Hash {
    const EMPTY: Self = Self {
        key: 0x811c_9dc5,
        lead: 0,
    };

    pub(super) const fn add(&mut self, byte: u8) {
        let small = match byte {
            b'A'..=b'Z' => byte + 32,
            0x80..=0x9E if self.lead == 0xC3 => byte + 32,
            _ => byte,
        };
        self.key = (self.key ^ small as u32).wrapping_mul(0x0100_0193);
        self.lead = byte;
    }

    const fn of_bytes(word: &[u8]) -> Self {
        let (mut hash, mut at) = (Self::EMPTY, 0);
        while at < word.len() {
            hash.add(word[at]);
            at += 1;
        }
        hash
    }

    pub(super) const fn of(word: &str) -> Self {
        Self::of_bytes(word.as_bytes())
    }

    const fn slot(self) -> usize {
        ((self.key ^ (self.key >> 15)) % SLOTS as u32) as usize
    }
}

impl Default for Hash {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Language and weight of the word with this hash.
pub(super) fn word_of(word: Hash) -> Option<(Language, u8)> {
    let mut place = word.slot();
    loop {
        match *TABLE.get(place)? {
            (_, _, 0) => return None,
            (own, language, weight) if own == word.key => return Some((language, weight)),
            _ => place = (place + 1) % SLOTS,
        }
    }
}
