//! Canonical header names and their compact forms.
