//! Icons, drawn for Alo on a grid of 24: outlines in the text's colour, so that they follow themes
//! and forced colours by themselves. They are decoration; every control has its words.

use sycamore::prelude::*;

/// Names an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    Alert,
    ArrowIn,
    ArrowMissed,
    ArrowOut,
    Backspace,
    Check,
    Close,
    Down,
    Gear,
    Grid,
    HandOn,
    HangUp,
    Join,
    Microphone,
    MicrophoneOff,
    Minus,
    Note,
    NoteAdd,
    Panel,
    Pause,
    Phone,
    Play,
    Plus,
    Redial,
    Speaker,
    SpeakerOff,
    Star,
    Turn,
    Up,
    Voicemail,
}

impl Icon {
    fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Alert => &["M12 3.5 21.5 20h-19z", "M12 10v4.5", "M12 17.2v.1"],
            Self::ArrowIn => &["M18 6 7 17", "M7 9v8h8"],
            Self::ArrowMissed => &["M4 7l8 8 8-8", "M4 12V7h5"],
            Self::ArrowOut => &["M6 18 17 7", "M9 7h8v8"],
            Self::Backspace => &[
                "M8.5 6H20a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H8.5L3 12z",
                "m11.5 9.5 5 5",
                "m16.5 9.5-5 5",
            ],
            Self::Check => &["m5 12.5 4.5 4.5L19 7.5"],
            Self::Close => &["m6 6 12 12", "M18 6 6 18"],
            Self::Down => &["m6 9.5 6 6 6-6"],
            Self::Gear => &[
                "M4 7h9", "M17 7h3", "M15 5v4", "M4 12h3", "M11 12h9", "M9 10v4", "M4 17h7",
                "M15 17h5", "M13 15v4",
            ],
            Self::Grid => &[
                "M6 5.5h.1",
                "M12 5.5h.1",
                "M18 5.5h.1",
                "M6 11h.1",
                "M12 11h.1",
                "M18 11h.1",
                "M6 16.5h.1",
                "M12 16.5h.1",
                "M18 16.5h.1",
                "M12 21.5h.1",
            ],
            Self::HandOn => &["M4 17v-2.5a5 5 0 0 1 5-5h10", "M15 5.5l4.5 4-4.5 4"],
            Self::Join => &[
                "M8 11a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z",
                "M16 11a2.8 2.8 0 1 0 0-5.6",
                "M3 18.5c.4-2.9 2.3-4.4 5-4.4s4.6 1.5 5 4.4",
                "M16.5 14.2c2.5.2 4 1.7 4.4 4.3",
            ],
            Self::Microphone => &[
                "M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5z",
                "M5.8 11.3a6.2 6.2 0 0 0 12.4 0",
                "M12 17.5v3",
            ],
            Self::MicrophoneOff => &[
                "M14.8 9.2V6.3a2.8 2.8 0 0 0-5.4-1",
                "M9.2 9.2v2.1a2.8 2.8 0 0 0 4.3 2.4",
                "M5.8 11.3a6.2 6.2 0 0 0 10 4.9",
                "M18.2 11.3a6 6 0 0 1-.4 2.2",
                "M12 17.5v3",
                "m4 4 16 16",
            ],
            Self::Minus => &["M6 12h12"],
            Self::Note => &["M6 4h12v11l-5 5H6z", "M18 15h-5v5", "M9 8.5h6", "M9 12h3.5"],
            Self::NoteAdd => &[
                "M18 11V4H6v16h6",
                "M9 8.5h6",
                "M9 12h3.5",
                "M18 15v6",
                "M15 18h6",
            ],
            Self::Panel => &["M4 5h16v14H4z", "M14 5v14"],
            Self::Pause => &["M9 6v12", "M15 6v12"],
            Self::Phone | Self::HangUp => &[
                "M8.6 4.5 10.3 9 8 10.7a12 12 0 0 0 5.3 5.3L15 13.7l4.5 1.7v3a1.6 1.6 0 0 1-1.7 1.6C10.6 19.5 4.5 13.4 4 6.2A1.6 1.6 0 0 1 5.6 4.5z",
            ],
            Self::Play => &["M8 5.5v13l10.5-6.5z"],
            Self::Plus => &["M12 5.5v13", "M5.5 12h13"],
            Self::Redial => &["M19 12a7 7 0 1 1-2.1-5", "M19.5 3.5V7.5h-4"],
            Self::Speaker => &[
                "M4.5 9.5v5h3.2l4.3 3.7V5.8L7.7 9.5z",
                "M15.2 9.2a4 4 0 0 1 0 5.6",
                "M17.8 6.6a7.6 7.6 0 0 1 0 10.8",
            ],
            Self::SpeakerOff => &[
                "M4.5 9.5v5h3.2l4.3 3.7V5.8L7.7 9.5z",
                "m15.5 9.5 5 5",
                "m20.5 9.5-5 5",
            ],
            Self::Star => &["m12 4 2.5 5.1 5.6.8-4 4 .9 5.6-5-2.7-5 2.7.9-5.6-4-4 5.6-.8z"],
            Self::Up => &["m6 14.5 6-6 6 6"],
            Self::Voicemail => &[
                "M6.5 8.5a3.8 3.8 0 1 1 0 7.5 3.8 3.8 0 0 1 0-7.5z",
                "M17.5 8.5a3.8 3.8 0 1 1 0 7.5 3.8 3.8 0 0 1 0-7.5z",
                "M6.5 16h11",
            ],
            Self::Turn => &["M12 4.5a7.5 7.5 0 1 1-7.5 7.5"],
        }
    }
}

/// The icon as an `svg` element.
pub(super) fn icon(icon: Icon) -> View {
    let paths: Vec<View> = icon
        .paths()
        .iter()
        .map(|d| {
            let d = *d;
            view! { path(d=d) }
        })
        .collect();
    let class = match icon {
        Icon::Turn => "icon spin",
        Icon::Grid => "icon dots",
        // The handset put down is the handset, turned.
        Icon::HangUp => "icon down",
        _ => "icon",
    };
    view! {
        svg(class=class, "viewBox"="0 0 24 24", "aria-hidden"="true", "focusable"="false") { (paths) }
    }
}
