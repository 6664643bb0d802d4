//! INVITEs that take over a call: their caller takes the far end's place (RFC 3891).

use alo_protocol::CallId;
use alo_softphone::MediaId;

use super::{Dialog, Rig, sdp};

pub const MINH: &str = "\"Minh\" <sip:0912345678@pbx.example.com>";
pub const LAN: &str = "\"Lan\" <sip:0987654321@pbx.example.com>";

/// Lan's INVITE that takes the place of this call's far end.
pub fn replacing(rig: &mut Rig, of: &Dialog) -> Dialog {
    replacing_as(rig, of, LAN)
}

/// The same of somebody else.
pub fn replacing_as(rig: &mut Rig, of: &Dialog, who: &str) -> Dialog {
    let replaces = of.as_replaces();
    rig.invite_in_with(
        who,
        Some(&sdp("lan", "sendrecv")),
        &[("Replaces", replaces.as_str())],
    )
}

/// Takes over the call: it goes on with the new caller.
pub fn takes_over(rig: &mut Rig, of: &Dialog, who: &str) {
    rig.media.clear();
    let mut taker = replacing_as(rig, of, who);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.request("BYE");
    rig.acknowledge(&mut taker, &ok);
}

/// A call with Minh whose place Lan is just taking: the call, its connection, Minh's dialog, Lan's and the
/// connection that is being made for her.
pub struct Taking {
    pub rig: Rig,
    pub call: CallId,
    pub media: MediaId,
    pub minh: Dialog,
    pub lan: Dialog,
    pub new_media: MediaId,
}

pub fn taking() -> Taking {
    let mut rig = Rig::registered();
    let (call, media, minh) = rig.connected_in(MINH);
    rig.media.clear();
    let lan = replacing(&mut rig, &minh);
    let new_media = rig.new_media();
    Taking {
        rig,
        call,
        media,
        minh,
        lan,
        new_media,
    }
}
