//! A WebSocket that carries SIP (RFC 7118): one message a frame, sub-protocol `sip`.

use alo_softphone::{Input, SocketEvent, SocketId};
use gloo_events::EventListener;
use js_sys::{ArrayBuffer, JsString, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{BinaryType, CloseEvent, MessageEvent, WebSocket};

use crate::error::{Error, browser};
use crate::inbox::Inbox;

/// What is longer is dropped unread, in octets; the same limit as the SIP parser's.
const LONGEST_MESSAGE: u32 = 64 * 1024;
/// A socket on which this many octets wait to be sent is dead, and is closed.
const MOST_WAITING: u32 = 1024 * 1024;
/// RFC 6455 §7.4.1: the connection was lost without a closing handshake.
const ABNORMAL: u16 = 1006;
/// RFC 6455 §7.4.1: the other end breaks the protocol.
const PROTOCOL_ERROR: u16 = 1002;

/// An open or opening socket. Dropping it closes the connection and says nothing more.
pub(crate) struct Socket {
    socket: WebSocket,
    id: SocketId,
    inbox: Inbox,
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Starts to connect. What becomes of it comes as inputs; a URL that no socket can be made of
    /// comes as a closed socket, too.
    pub(crate) fn open(id: SocketId, url: &str, inbox: &Inbox) -> Option<Self> {
        match Self::connect(id, url, inbox) {
            Ok(socket) => Some(socket),
            Err(error) => {
                log::warn!("{error}");
                tell(inbox, id, SocketEvent::Closed { code: ABNORMAL });
                None
            }
        }
    }

    /// Sends a text message; on a socket that is not open it is dropped.
    pub(crate) fn send(&self, message: &str) {
        if self.socket.ready_state() != WebSocket::OPEN {
            log::debug!("nothing can be sent: the socket is not open");
            return;
        }
        if self.socket.buffered_amount() > MOST_WAITING {
            log::warn!("the socket takes nothing any more");
            // The close event follows, and with it a new connection.
            self.close();
            return;
        }
        if let Err(error) = self.socket.send_with_str(message) {
            log::warn!("{}", browser("WebSocket.send")(error));
            self.close();
        }
    }

    fn connect(id: SocketId, url: &str, inbox: &Inbox) -> Result<Self, Error> {
        let socket = WebSocket::new_with_str(url, "sip").map_err(browser("WebSocket"))?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let listeners = [
            EventListener::new(&socket, "open", {
                let (socket, inbox) = (socket.clone(), inbox.clone());
                move |_| {
                    // Firefox opens it even where the server did not agree to the sub-protocol.
                    if socket.protocol() == "sip" {
                        tell(&inbox, id, SocketEvent::Opened);
                    } else {
                        let _ = socket.close();
                        let code = PROTOCOL_ERROR;
                        tell(&inbox, id, SocketEvent::Closed { code });
                    }
                }
            }),
            EventListener::new(&socket, "message", {
                let inbox = inbox.clone();
                move |event| {
                    let event: &MessageEvent = event.unchecked_ref();
                    match octets(event) {
                        Some(octets) => tell(&inbox, id, SocketEvent::Message(octets)),
                        None => log::warn!("a message that is too long was dropped"),
                    }
                }
            }),
            EventListener::new(&socket, "close", {
                let inbox = inbox.clone();
                move |event| {
                    let code = event.unchecked_ref::<CloseEvent>().code();
                    tell(&inbox, id, SocketEvent::Closed { code });
                }
            }),
        ];
        Ok(Self {
            socket,
            id,
            inbox: inbox.clone(),
            _listeners: listeners,
        })
    }

    /// Gives the connection up as lost, without waiting for the other end.
    fn close(&self) {
        let _ = self.socket.close();
        let code = ABNORMAL;
        tell(&self.inbox, self.id, SocketEvent::Closed { code });
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        // Closing twice is allowed; what is waiting is still sent.
        let _ = self.socket.close();
    }
}

fn tell(inbox: &Inbox, socket: SocketId, event: SocketEvent) {
    inbox.phone(Input::Socket { socket, event });
}

/// The octets of a text or binary frame, if they are not too many.
fn octets(event: &MessageEvent) -> Option<Vec<u8>> {
    let data = event.data();
    if let Some(text) = data.dyn_ref::<JsString>() {
        // UTF-16 units are never more than octets in UTF-8: the first check spares the copy.
        if text.length() > LONGEST_MESSAGE {
            return None;
        }
        let octets = String::from(text).into_bytes();
        return (octets.len() <= LONGEST_MESSAGE as usize).then_some(octets);
    }
    let buffer = data.dyn_ref::<ArrayBuffer>()?;
    (buffer.byte_length() <= LONGEST_MESSAGE).then(|| Uint8Array::new(buffer).to_vec())
}
