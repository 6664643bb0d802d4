//! The finder as a plain wasm module for `./build.sh bench numbers`; nothing of it ships.
//!
//! Text goes into the memory at [`input`]; [`scan`] leaves one line for each number at [`output`],
//! `E.164,extension`, and where it is at [`places`].
#![expect(
    unsafe_code,
    reason = "exported names are declared unsafe in edition 2024"
)]

use std::cell::RefCell;

use alo_numbers::{Country, Finder, Options, Run};

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
    static PLACES: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Room for `len` bytes of UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn input(len: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        input.resize(len.max(input.len()), 0);
        input.as_ptr()
    })
}

/// Finds the numbers of a message, which is the first `len` bytes of the input: each run's text,
/// what stands above it and the number of its column, or nothing, with a zero byte behind each of the three;
/// gives the length of the output.
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
    INPUT.with_borrow(|input| {
        let bytes = input.get(..len).unwrap_or_default();
        let mut rest = std::str::from_utf8(bytes).unwrap_or_default();
        OUTPUT.with_borrow_mut(|output| {
            output.clear();
            let mut places = PLACES.take();
            places.clear();
            let mut runs = Vec::new();
            while let (Some(text), Some(hint), Some(column)) =
                (part(&mut rest), part(&mut rest), part(&mut rest))
            {
                let column = column.parse().ok();
                runs.push(Run { text, hint, column });
            }
            for it in finder.find_all(&runs) {
                let found = it.found;
                let ext = found.ext.as_deref().unwrap_or_default();
                places.extend([it.run, found.start_utf16, found.end_utf16]);
                for part in [&found.e164(), ",", ext, "\n"] {
                    output.push_str(part);
                }
            }
            PLACES.set(places);
            output.len()
        })
    })
}

/// Cuts off what stands before the next zero byte; most parts are too short for a faster search.
fn part<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let end = rest.bytes().position(|byte| byte == 0)?;
    let (own, behind) = rest.split_at(end);
    *rest = behind.get(1..)?;
    Some(own)
}

/// Where the places begin: run, start and end of each number, 32 bits each.
#[unsafe(no_mangle)]
pub extern "C" fn places() -> *const u32 {
    PLACES.with_borrow(|places| places.as_ptr())
}

/// Where the output begins.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}
