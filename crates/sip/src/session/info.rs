//! Our INFO within an answered call (RFC 6086): it carries digits if the media cannot.

use super::{Phase, Session};
use crate::authentication::Attempts;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::time::Instant;
use crate::transaction::{ClientKey, News, Owner};
use crate::user_agent::Event;
use crate::wire::Method;

/// The longest body that is sent, in octets; digits are far shorter.
const MAX_BODY: usize = 1024;

/// An INFO under way.
#[derive(Debug)]
pub(super) struct Info {
    media_type: &'static str,
    body: String,
    key: Option<ClientKey>,
    attempts: Attempts,
}

impl Info {
    pub(super) fn is_request(&self, candidate: &ClientKey) -> bool {
        self.key.as_ref() == Some(candidate)
    }
}

impl Session {
    /// Sends a body to the far end. One INFO at a time, so that digits arrive in order.
    pub(crate) fn info(
        &mut self,
        media_type: &'static str,
        body: String,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Result<(), Error> {
        let answered = self.answered()?;
        if answered.info.is_some() || body.len() > MAX_BODY {
            return Err(Error::InfoPending);
        }
        if !endpoint.transport.is_open() {
            return Err(Error::NotConnected);
        }
        answered.info = Some(Info {
            media_type,
            body,
            key: None,
            attempts: Attempts::default(),
        });
        self.send_info(endpoint, now);
        Ok(())
    }

    pub(super) fn on_info_news(&mut self, news: News, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(info) = &mut answered.info else {
            return;
        };
        let response = match news {
            News::Response(response) if response.status < 200 => return,
            News::Response(response) => response,
            News::TimedOut => return self.finish_info(Err(408), endpoint),
            News::TransportLost => return self.finish_info(Err(503), endpoint),
        };
        info.key = None;
        match response.status {
            200..300 => self.finish_info(Ok(()), endpoint),
            401 | 407 => {
                let challenged =
                    endpoint.challenged(id, &response, &Method::Info, &mut info.attempts);
                match challenged {
                    Ok(()) => self.send_info(endpoint, now),
                    Err(_) => self.finish_info(Err(response.status), endpoint),
                }
            }
            status => self.finish_info(Err(status), endpoint),
        }
    }

    /// Reports the result to the application, if an INFO was under way.
    pub(super) fn finish_info(&mut self, result: Result<(), u16>, endpoint: &mut Endpoint) {
        if let Phase::Answered(answered) = &mut self.phase
            && answered.info.take().is_some()
            && !self.ended
        {
            endpoint.emit(Event::InfoDone {
                id: self.id,
                result,
            });
        }
    }

    fn send_info(&mut self, endpoint: &mut Endpoint, now: Instant) {
        let id = self.id;
        let Phase::Answered(answered) = &mut self.phase else {
            return;
        };
        let Some(info) = &mut answered.info else {
            return;
        };
        let mut request = answered.dialog.request(Method::Info);
        let contact = endpoint.dialog_contact().to_string();
        request.headers.push("Contact", contact);
        request.set_body(info.media_type, info.body.clone());
        let (key, _) = endpoint.send(request, Owner::Session(id), now);
        info.key = Some(key);
    }
}
