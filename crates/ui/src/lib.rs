//! Popup, side panel and options page.
