//! The switches of the mutants; copied into the crate under test as its module `mutant`.

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// Not asked yet.
const UNKNOWN: u32 = u32::MAX;
/// No mutant is on; every switch that is passed is written down.
const LISTING: u32 = u32::MAX - 1;
static CHOSEN: AtomicU32 = AtomicU32::new(UNKNOWN);
static PASSED: [AtomicBool; 1 << 16] = [const { AtomicBool::new(false) }; 1 << 16];

/// Whether this is the mutant that the environment has switched on.
#[inline]
pub(crate) fn on(mutant: u32) -> bool {
    let chosen = CHOSEN.load(Relaxed);
    chosen == mutant || chosen >= LISTING && first(mutant)
}

/// `!value`, or `value` in its mutant.
#[inline]
pub(crate) fn not<T: std::ops::Not<Output = T>>(mutant: u32, value: T) -> T {
    if on(mutant) { value } else { !value }
}

/// `-value`, or `value` in its mutant.
#[inline]
pub(crate) fn neg<T: std::ops::Neg<Output = T>>(mutant: u32, value: T) -> T {
    if on(mutant) { value } else { -value }
}

#[cold]
fn first(mutant: u32) -> bool {
    if CHOSEN.load(Relaxed) == LISTING && PASSED[mutant as usize].load(Relaxed) {
        return false;
    }
    let list = std::env::var_os("MUTANTS_PASSED");
    let chosen = std::env::var("MUTANT").ok().and_then(|number| number.parse().ok());
    CHOSEN.store(if list.is_some() { LISTING } else { chosen.unwrap_or(LISTING - 1) }, Relaxed);
    if let Some(list) = list
        && !PASSED[mutant as usize].swap(true, Relaxed)
    {
        let mut list = std::fs::OpenOptions::new().append(true).create(true).open(list).unwrap();
        list.write_all(format!("{mutant}\n").as_bytes()).unwrap();
    }
    chosen == Some(mutant)
}
