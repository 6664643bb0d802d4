//! The part of the account form about calls at this PBX: how keys are sent, the number that echoes, and the
//! codes of supervision.

use sycamore::prelude::*;

use crate::account_form::{Fault, Field};
use crate::text::t;
use crate::view::account::Form;
use crate::view::entry::Kind;

impl Form {
    /// The fields.
    pub(super) fn calls_fields(self, faults: ReadSignal<Vec<Fault>>) -> View {
        let codes = [Field::MonitorCode, Field::WhisperCode, Field::ColloquyCode];
        let fields: Vec<View> = codes
            .map(|field| self.input(faults, field, Kind::Code))
            .into();
        let [title, text, info] = [
            "account_supervision",
            "account_supervisionText",
            "account_dtmfInfo",
        ]
        .map(t);
        let dtmf_info = self.dtmf_info;
        let echo_number = self.input(faults, Field::EchoNumber, Kind::Code);
        view! {
            label(class="tick") {
                input(r#type="checkbox", bind:checked=dtmf_info)
                span { (info) }
            }
            div(class="fields") { (echo_number) }
            fieldset(class="codes") {
                legend { (title) }
                p(class="hint") { (text) }
                div(class="fields") { (fields) }
            }
        }
    }
}
