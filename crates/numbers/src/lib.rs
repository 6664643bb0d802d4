//! Finding, normalising, formatting and masking phone numbers and dial strings.
