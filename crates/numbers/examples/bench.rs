//! The finder as a plain wasm module for `./build.sh bench numbers`; nothing of it ships.
//!
//! Text goes into the memory at [`input`]; [`scan`] leaves one line for each number at [`output`]:
//! `start,end,E.164,extension`.
#![expect(
    unsafe_code,
    reason = "exported names are declared unsafe in edition 2024"
)]

use std::cell::RefCell;
use std::fmt::Write;

use alo_numbers::{Country, Options, find_labelled};

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

/// Finds the numbers in the first `len` bytes of the input, under the hint in the `hint` bytes after
/// them; gives the length of the output. `country` is its two letters, the first in the high byte.
#[unsafe(no_mangle)]
pub extern "C" fn scan(len: usize, hint: usize, country: u16) -> usize {
    let letters = country.to_be_bytes();
    let country = std::str::from_utf8(&letters).ok().and_then(Country::parse);
    let options = Options {
        country: country.unwrap_or_default(),
        ..Options::default()
    };
    INPUT.with_borrow(|input| {
        let read = |from: usize, to: usize| {
            let bytes = input.get(from..to);
            bytes
                .and_then(|bytes| std::str::from_utf8(bytes).ok())
                .unwrap_or_default()
        };
        let (text, hint) = (read(0, len), read(len, len + hint));
        OUTPUT.with_borrow_mut(|output| {
            output.clear();
            for found in find_labelled(text, hint, &options) {
                let ext = found.ext.as_deref().unwrap_or_default();
                let (start, end) = (found.start_utf16, found.end_utf16);
                // Writing to a string does not fail.
                let _ = writeln!(output, "{start},{end},{},{ext}", found.e164());
            }
            output.len()
        })
    })
}

/// Where the output begins.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}
