//! Any bytes, in the encoding they seem to have and in every other.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirecopy::text::Encoding;
use wirecopy::text::decode::decode;

fuzz_target!(|bytes: &[u8]| {
    for encoding in [None].into_iter().chain(Encoding::ALL.map(Some)) {
        let decoded = decode(bytes, encoding);
        assert!(encoding.is_none_or(|encoding| decoded.encoding == encoding));
        assert!(bytes.is_empty() || decoded.malformed <= bytes.len());
        let _ = (decoded.is_text(), decoded.complaint());
    }
});
