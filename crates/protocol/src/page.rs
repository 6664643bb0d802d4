//! Content script ↔ worker. A content script is treated as hostile: it may ask to have text scanned
//! and to have a card opened on what was clicked, and names only such a card when it asks for a call.
//! The browser gives no proof of a person's click, so the gate limits what a script that lies can do.

use serde::{Deserialize, Serialize};

use crate::HotlineView;

/// What a card is opened for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum NumberSource {
    /// Text under the pointer, re-read when the card opens; a `FoundNumber`'s exact span.
    Text {
        /// The span's text, at most 64 UTF-16 units.
        text: String,
    },
    /// A number whose own text does not say it all ([`FoundNumber::context`]): the run that it was found
    /// in, for the worker to find it there again.
    Within {
        /// As in [`PageRequest::Scan`].
        text: String,
        /// As in [`FoundNumber::start`].
        start: u32,
        /// As in [`FoundNumber::end`].
        end: u32,
        /// [`FoundNumber::hint`], or else the one for it in [`PageRequest::Scan`].
        #[serde(default)]
        hint: Option<String>,
    },
    /// The `href` of a `tel:`, `callto:` or `sip:` link, at most 256 UTF-16 units.
    Link {
        /// As the element's attribute has it.
        href: String,
    },
}

/// Content script → worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PageRequest {
    /// May this page be worked on, and how? Answered with a [`crate::PageAnswer`].
    Hello,
    /// Find numbers.
    Scan {
        /// Runs of text as a person reads them: inline elements joined, at most 4,096 UTF-16 units each,
        /// 2,000 of them and 256 KiB in a message.
        texts: Vec<String>,
        /// What the page sets above or beside some of them (column header, term of a list, label of a
        /// field), at most 64 UTF-16 units, with the indexes of the texts; says what kind of number is
        /// there. Each is said once, because a list has thousands of texts and ten columns. The texts of
        /// one entry stand in one column, so that they are judged together; a column without a header
        /// has an empty one. A column of few texts may have some behind all others that were read
        /// before, for nothing but that.
        #[serde(default)]
        hints: Vec<(String, Vec<u32>)>,
        /// `lang` of the document, for hints.
        lang: Option<String>,
    },
    /// A trusted click on a number: say what would be dialled.
    OpenCard {
        /// What was clicked.
        source: NumberSource,
        /// A plain click, which calls at once where the person has switched that on for the site;
        /// not a hover, nor a key.
        #[serde(default)]
        direct: bool,
        /// `lang` of the document, for hints.
        #[serde(default)]
        lang: Option<String>,
    },
    /// Something in this frame may be a number: bring what reads, paints and points, where the page may be
    /// worked on. Answered with a [`crate::PageAnswer`], or nothing where the browser does not let us.
    LoadWhole,
    /// A card is wanted: bring its scripts into this frame. Answered with whether they are there.
    LoadCard,
    /// They are not: what the card would have shown is shown, and asked, in the extension's own window.
    /// Answered with a [`DialAnswer`].
    AskInWindow {
        /// From [`CardAnswer::card`]; good once.
        card: String,
        /// As in [`Self::Call`], where a card showed it.
        #[serde(default)]
        hotline: Option<String>,
    },
    /// A trusted click on the card's Call button.
    Call {
        /// From [`CardAnswer::card`]; good once, for the same document, for ten minutes.
        card: String,
        /// The one of [`CardAnswer::hotlines`] that was chosen on the card, at most 64 characters.
        #[serde(default)]
        hotline: Option<String>,
    },
    /// A trusted press on the card's switch for calling at a click on this site.
    OneClick {
        /// From [`CardAnswer::card`]; it stays good.
        card: String,
        /// What the switch is set to.
        on: bool,
    },
    /// A trusted click on "not a number here", or on what takes that back.
    NotANumber {
        /// From [`CardAnswer::card`]; it stays good.
        card: String,
        /// It is a number after all.
        undo: bool,
    },
}

/// One number found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundNumber {
    /// Index of the text in [`PageRequest::Scan`].
    pub run: u32,
    /// Start in UTF-16 units of that text.
    pub start: u32,
    /// End (exclusive) in UTF-16 units.
    pub end: u32,
    /// E.164 with `+`, or the national or short form where there is no E.164.
    pub number: String,
    /// The extension that stands with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ext: Option<String>,
    /// The text of the span alone does not say this number, so that its card is opened with
    /// [`NumberSource::Within`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// With `context`: the hint under which it is found there again, where that is not the run's own,
    /// because the cells around it say what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// Why the country of a number on a card is not certain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum CountryDoubt {
    /// Only the page itself speaks for it.
    Guessed,
    /// The digits are a number of another country, too, which the page hints at.
    Rival {
        /// ISO 3166-1 alpha-2 code.
        country: String,
    },
}

/// Answer to `Hello` and `Scan`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ScanAnswer {
    /// False: leave this page alone.
    pub enabled: bool,
    /// In order of run and start.
    pub numbers: Vec<FoundNumber>,
}

/// Why something is not dialled, or a command not taken. Each has one sentence per language, named
/// `refusal_<camelCaseName>` in `_locales`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Refusal {
    /// No usable digits, or characters outside `0-9+*#A-D`.
    NotANumber,
    /// `*` or `#`: service codes are dialled for the person who typed them only, never because a page
    /// or a caller wrote them.
    ServiceCode,
    /// It names a host, headers or parameters that neither a page nor a caller may choose.
    LinkNotAllowed,
    /// Longer than any number.
    TooLong,
    /// Two whole numbers with a `/`, a tab or a line end between them.
    TwoNumbers,
    /// Too many calls from this page in a short time.
    TooMany,
    /// The card is too old, already used, or belongs to another page.
    CardExpired,
    /// Not signed in.
    SignedOut,
    /// Signed in but not registered, so no call can be placed now.
    NotConnected,
    /// The person has switched the phone to [`Availability::Inactive`](crate::Availability::Inactive).
    Inactive,
    /// Calls cannot be sent on to the address that they came to.
    OwnNumber,
    /// A header of this call is none that may be added, or there are too many.
    BadHeader,
    /// Two calls are up already.
    LinesBusy,
    /// The microphone was not allowed; the options page asks for it.
    MicrophoneNeeded,
    /// The server URL is not `wss://` (or `ws://` to loopback).
    BadServerUrl,
    /// A required field is empty or not usable.
    BadAccount,
    /// A password is needed.
    PasswordNeeded,
    /// The account has no code for this kind of call (listening, whispering, joining).
    KindNotOffered,
    /// The call is over, or is not in a state for this.
    NotNow,
    /// Another call is being made or answered, and can be neither held nor left alone.
    CallInSetup,
    /// A call is up.
    InCall,
    /// A required field of the form is empty.
    FieldRequired,
    /// A text is longer than is kept (see the field), or a file too large.
    TextTooLong,
    /// Nothing in the file could be read as a contact.
    NoContacts,
    /// As many contacts are kept on this computer as there can be, and the file has only new ones.
    ContactsFull,
    /// A field of the provider's sign-in is empty or cannot be used.
    BadSignIn,
    /// The address is not `https:` (or `http:` to loopback), or its placeholders are none that are
    /// known.
    BadAddress,
    /// Could not be stored on this computer.
    StorageFailed,
    /// What is stored about pages cannot be read, and must not be written over.
    SettingsUnreadable,
    /// The page is open in a private window, and what was chosen would be kept by the name of its site.
    PrivateWindow,
    /// The agent could not be reached.
    AgentUnreachable,
    /// The agent took it, or may have, and has not answered: it may be carried out, and is not to be asked for blindly
    /// a second time.
    AgentSilent,
}

/// Answer to `OpenCard`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CardAnswer {
    /// Names the card; absent when refused.
    pub card: Option<String>,
    /// What will be dialled, as shown.
    pub display: String,
    /// ISO 3166-1 alpha-2 code, where the number has a country.
    pub country: Option<String>,
    /// IANA time zones of the number's country or, where the number tells more, of its region: one, the
    /// two between which it lies from west to east, or none that is known.
    pub time_zones: Vec<String>,
    /// Set where the country is not certain; the card says so.
    pub doubt: Option<CountryDoubt>,
    /// `display` hides digits, as the person's settings say.
    pub masked: bool,
    /// It was called at once ([`PageRequest::OpenCard::direct`]); the card only says so.
    pub called: bool,
    /// Digits that belong after the answer (an extension, a code): shown, and sent then.
    pub post_dial: Option<String>,
    /// What the call may be made from, where there are two or more.
    pub hotlines: Vec<HotlineView>,
    /// The one of them that was chosen last, for this site or at all.
    pub hotline: Option<String>,
    /// Whether a click calls without a card on this site; none where that cannot be switched here.
    pub one_click: Option<bool>,
    /// Why it will not be dialled.
    pub refusal: Option<Refusal>,
}

/// Answer to `Call`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DialAnswer {
    /// Nothing is dialled yet: the person is asked in the extension's own window.
    pub confirm: bool,
    /// None: the call is being placed.
    pub refusal: Option<Refusal>,
}
