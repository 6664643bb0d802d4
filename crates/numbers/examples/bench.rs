//! The finder as a plain wasm module for `./build.sh bench numbers`; nothing of it ships.
//!
//! Text goes into the memory at [`input`]; [`scan`] leaves one line for each number at [`output`]:
//! `run,start,end,E.164,extension`.
#![expect(
    unsafe_code,
    reason = "exported names are declared unsafe in edition 2024"
)]

use std::cell::RefCell;

use alo_numbers::{Country, Finder, Options};

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Room for `len` bytes of UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn input(len: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        input.resize(len.max(input.len()), 0);
        input.as_ptr()
    })
}

/// Finds the numbers of a message, which is the first `len` bytes of the input: each run's text and
/// what stands above it, with a zero byte behind each of the two; gives the length of the output.
/// `country` is its two letters, the first in the high byte.
#[unsafe(no_mangle)]
pub extern "C" fn scan(len: usize, country: u16) -> usize {
    let letters = country.to_be_bytes();
    let country = std::str::from_utf8(&letters).ok().and_then(Country::parse);
    let options = Options {
        country: country.unwrap_or_default(),
        ..Options::default()
    };
    let mut finder = Finder::new(&options);
    let mut numbers = Vec::new();
    INPUT.with_borrow(|input| {
        let bytes = input.get(..len).unwrap_or_default();
        let mut parts = std::str::from_utf8(bytes).unwrap_or_default().split('\0');
        OUTPUT.with_borrow_mut(|output| {
            output.clear();
            let mut run = 0;
            while let (Some(text), Some(hint)) = (parts.next(), parts.next()) {
                numbers.clear();
                finder.find(text, hint, &mut numbers);
                for found in &numbers {
                    let ext = found.ext.as_deref().unwrap_or_default();
                    let (start, end) = (found.start_utf16, found.end_utf16);
                    for number in [run, start, end] {
                        digits(output, number);
                        output.push(',');
                    }
                    for part in [&found.e164(), ",", ext, "\n"] {
                        output.push_str(part);
                    }
                }
                run += 1;
            }
            output.len()
        })
    })
}

/// The formatting of the standard library would take longer than the finding.
fn digits(output: &mut String, number: u32) {
    if number > 9 {
        digits(output, number / 10);
    }
    output.push(char::from(b'0' + (number % 10) as u8));
}

/// Where the output begins.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}
