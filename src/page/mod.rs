//! The browser: files, fetch, address, storage, messages to the host page.
