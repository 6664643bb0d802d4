//! The way to a server's certificate: a browser tells an extension nothing about a bad one; a tab shows it.

use alo_protocol::Problem;
use sycamore::prelude::*;

use crate::server_address::certificate_page;
use crate::text::t;

/// A link to the server where the certificate may be the problem; nothing where it cannot be.
pub(super) fn certificate_link(problem: Option<Problem>, server_url: &str) -> View {
    let page = (problem == Some(Problem::TlsOrSocketFailed))
        .then(|| certificate_page(server_url))
        .flatten();
    page.map_or_else(View::new, |page| {
        let text = t("test_open_server");
        let shown = page.clone();
        view! {
            p {
                a(href=page, target="_blank", rel="noopener noreferrer") { (text) }
                " " bdi(class="code") { (shown) }
            }
        }
    })
}
