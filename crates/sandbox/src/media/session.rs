//! One call's media session: offers and answers, ICE, DTLS-SRTP, digits, and what is played.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::task::Poll;
use std::time::{Duration, Instant};

use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::format::{Codec, CodecExtra, FormatParams};
use str0m::media::{Direction, Frequency, MediaData, MediaKind, MediaTime, Mid, Pt};
use str0m::net::{Protocol, Receive};
use str0m::{Candidate, Event, IceConnectionState, Input, Output, Rtc};
use tokio::io::ReadBuf;
use tokio::net::UdpSocket;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};

use super::g711::Law;
use super::player::{Heard, Payload, Player};
use crate::dialplan::Sound;
use crate::pbx::{CallId, MediaCommand, MediaEvent};

/// How long the media path may be gone before the call is given up.
const LOST: Duration = Duration::from_secs(20);
/// How long after the phone's goodbye in DTLS its BYE may take.
const CLOSED: Duration = Duration::from_secs(5);
/// How often the packet counters are reported.
const REPORT: Duration = Duration::from_millis(500);
/// The largest datagram that is read.
const MAX_DATAGRAM: usize = 2048;
/// RFC 4733 at 8 kHz and at 48 kHz: the payload types that browsers use too.
const TELEPHONE_8K: u8 = 126;
const TELEPHONE_48K: u8 = 110;

/// Why a media session cannot go on.
#[derive(Debug, thiserror::Error)]
enum MediaError {
    #[error("no UDP socket: {0}")]
    Socket(#[from] io::Error),
    #[error("unusable SDP: {0}")]
    Sdp(String),
    #[error("WebRTC: {0}")]
    Rtc(#[from] str0m::RtcError),
    #[error("the offer has no audio that we speak")]
    NoAudio,
}

/// Runs a call's media until it is closed.
pub(crate) async fn run(
    call: CallId,
    addresses: Vec<IpAddr>,
    mut commands: UnboundedReceiver<MediaCommand>,
    events: UnboundedSender<(CallId, MediaEvent)>,
) {
    let tell = |event| {
        // Nobody listens any more when the program ends.
        let _ = events.send((call, event));
    };
    let session = Session::start(&addresses).await;
    let mut session = match session {
        Ok(session) => session,
        Err(error) => return tell(MediaEvent::Failed(error.to_string())),
    };
    loop {
        let deadline = match session.drive() {
            Ok(deadline) => deadline,
            Err(error) => return tell(MediaEvent::Failed(error.to_string())),
        };
        session.events.drain(..).for_each(tell);
        let Some(deadline) = deadline else { return };
        tokio::select! {
            command = commands.recv() => match command {
                None | Some(MediaCommand::Close) => {
                    session.rtc.disconnect();
                    return;
                }
                Some(command) => {
                    if let Err(error) = session.obey(command) {
                        tell(MediaEvent::Failed(error.to_string()));
                    }
                }
            },
            received = session.sockets.receive() => {
                let (from, to, data) = received;
                session.datagram(from, to, &data);
            }
            () = tokio::time::sleep_until(deadline.into()) => {}
        }
    }
}

struct Session {
    rtc: Rtc,
    sockets: Sockets,
    events: Vec<MediaEvent>,
    pending: Option<SdpPendingOffer>,
    mid: Option<Mid>,
    /// ICE and DTLS have been up.
    connected: bool,
    sound: Sound,
    player: Option<Player<Pt>>,
    /// The RTP time of the last digit, which all packets of one press share.
    last_digit: Option<u64>,
    received: u64,
    sent: u64,
    report_at: Instant,
    /// When the call is given up because the media path is gone.
    give_up_at: Option<Instant>,
}

impl Session {
    async fn start(addresses: &[IpAddr]) -> Result<Self, MediaError> {
        let now = Instant::now();
        let mut config = Rtc::builder().set_ice_lite(true).clear_codecs();
        let codecs = config.codec_config();
        codecs.enable_opus(true, false);
        codecs.enable_pcmu(true, false);
        codecs.enable_pcma(true, false);
        for (pt, rate) in [
            (TELEPHONE_48K, Frequency::FORTY_EIGHT_KHZ),
            (TELEPHONE_8K, Frequency::EIGHT_KHZ),
        ] {
            let format = FormatParams::default();
            codecs.add_config(pt.into(), None, Codec::Tele, rate, None, format);
        }
        let mut rtc = config.build(now);
        let sockets = Sockets::bind(addresses).await?;
        for address in sockets.addresses() {
            let candidate = Candidate::host(address, "udp").map_err(str0m::RtcError::Ice)?;
            rtc.add_local_candidate(candidate);
        }
        Ok(Self {
            rtc,
            sockets,
            events: Vec::new(),
            pending: None,
            mid: None,
            connected: false,
            sound: Sound::Silence,
            player: None,
            last_digit: None,
            received: 0,
            sent: 0,
            report_at: now + REPORT,
            give_up_at: None,
        })
    }

    fn obey(&mut self, command: MediaCommand) -> Result<(), MediaError> {
        let now = Instant::now();
        match command {
            MediaCommand::Accept(offer) => {
                let offer = SdpOffer::from_sdp_string(&offer).map_err(sdp_error)?;
                let answer = self.rtc.sdp_api().accept_offer(offer)?;
                self.pending = None;
                let answer = answer.to_sdp_string();
                // A rejected or missing audio line answers with port 0 (RFC 3264 §6).
                if !answer
                    .lines()
                    .any(|l| l.starts_with("m=audio ") && !l.starts_with("m=audio 0 "))
                {
                    return Err(MediaError::NoAudio);
                }
                self.events.push(MediaEvent::Answer(answer));
            }
            MediaCommand::Offer => {
                let mut api = self.rtc.sdp_api();
                let mid = api.add_media(MediaKind::Audio, Direction::SendRecv, None, None, None);
                self.mid = Some(mid);
                if let Some((offer, pending)) = api.apply() {
                    self.pending = Some(pending);
                    self.events.push(MediaEvent::Offer(offer.to_sdp_string()));
                }
            }
            MediaCommand::Answered(answer) => {
                let answer = SdpAnswer::from_sdp_string(&answer).map_err(sdp_error)?;
                if let Some(pending) = self.pending.take() {
                    self.rtc.sdp_api().accept_answer(pending, answer)?;
                }
            }
            MediaCommand::OfferRefused => self.pending = None,
            MediaCommand::Play(sound) => {
                self.sound = sound;
                if let Some(player) = &mut self.player {
                    player.play(sound, now);
                }
            }
            MediaCommand::Hold(hold) => {
                let direction = if hold {
                    Direction::SendOnly
                } else {
                    Direction::SendRecv
                };
                let mut api = self.rtc.sdp_api();
                if let Some(mid) = self.mid {
                    api.set_direction(mid, direction);
                }
                if let Some((offer, pending)) = api.apply() {
                    self.pending = Some(pending);
                    self.events.push(MediaEvent::Offer(offer.to_sdp_string()));
                }
            }
            MediaCommand::Close => {}
        }
        Ok(())
    }

    fn datagram(&mut self, from: SocketAddr, to: SocketAddr, data: &[u8]) {
        let Ok(contents) = data.try_into() else {
            return;
        };
        let receive = Receive {
            proto: Protocol::Udp,
            source: from,
            destination: to,
            contents,
        };
        let input = Input::Receive(Instant::now(), receive);
        // Anything may come to a UDP port: what is no part of this session is dropped.
        if self.rtc.accepts(&input) {
            let _ = self.rtc.handle_input(input);
        }
    }

    /// Sends all that is due and gives the time of the next; `None` when the session is over.
    fn drive(&mut self) -> Result<Option<Instant>, MediaError> {
        let now = Instant::now();
        if now >= self.report_at {
            self.report_at = now + REPORT;
            self.events
                .push(MediaEvent::Packets(self.received, self.sent));
        }
        if self.give_up_at.is_some_and(|at| now >= at) {
            self.events.push(MediaEvent::Lost);
            return Ok(None);
        }
        if !self.rtc.is_alive() {
            return Ok(Some(*self.give_up_at.get_or_insert(now + CLOSED)));
        }
        let mut deadline = self.drain(now)?;
        if self.connected && self.player.is_none() && self.mid.is_some() {
            self.player = Some(Player::new(now, self.law(), self.sound));
        }
        while let Some(frame) = self.player.as_mut().and_then(|player| player.poll(now)) {
            self.write(frame)?;
            deadline = self.drain(now)?;
        }
        let due = self.player.as_ref().and_then(Player::next_due);
        let others = [Some(self.report_at), self.give_up_at, due];
        Ok(Some(
            others.into_iter().flatten().fold(deadline, Instant::min),
        ))
    }

    fn drain(&mut self, now: Instant) -> Result<Instant, MediaError> {
        self.rtc.handle_input(Input::Timeout(now))?;
        loop {
            match self.rtc.poll_output()? {
                Output::Timeout(at) => return Ok(at),
                Output::Transmit(transmit) => {
                    self.sockets
                        .send(transmit.source, transmit.destination, &transmit.contents);
                }
                Output::Event(event) => self.on_event(event, now),
            }
        }
    }

    fn on_event(&mut self, event: Event, now: Instant) {
        match event {
            Event::Connected => {
                self.events.push(MediaEvent::Connected);
                self.connected = true;
            }
            // It may come after `Connected`.
            Event::MediaAdded(added) => self.mid = Some(added.mid),
            Event::MediaData(data) => self.on_media(data, now),
            Event::IceConnectionStateChange(IceConnectionState::Disconnected) => {
                self.give_up_at = Some(now + LOST);
            }
            Event::IceConnectionStateChange(_) => self.give_up_at = None,
            // The phone's BYE comes by another way and says more: it has a moment to arrive.
            Event::Closed => self.give_up_at = Some(now + CLOSED),
            _ => {}
        }
    }

    fn on_media(&mut self, data: MediaData, now: Instant) {
        if let CodecExtra::Tele(event) = data.codec_extra {
            let digit = usize::from(event.event);
            let digit = "0123456789*#ABCD".chars().nth(digit);
            if let Some(digit) = digit.filter(|_| self.last_digit != Some(data.time.numer())) {
                self.last_digit = Some(data.time.numer());
                self.events.push(MediaEvent::Digit(digit));
                if let Some(player) = &mut self.player {
                    player.key(digit, now);
                }
            }
            return;
        }
        self.received += 1;
        if let Some(player) = &mut self.player {
            player.heard(
                Heard {
                    format: data.pt,
                    rtp_time: data.time.numer(),
                    rate: data.time.frequency().get(),
                    data: data.data,
                },
                now,
            );
        }
    }

    fn write(&mut self, frame: super::player::Frame<Pt>) -> Result<(), MediaError> {
        let Some(mid) = self.mid else { return Ok(()) };
        let law = self.law();
        let sends = self
            .rtc
            .media(mid)
            .is_some_and(|media| media.direction().is_sending());
        let Some(writer) = self.rtc.writer(mid).filter(|_| sends) else {
            return Ok(());
        };
        let (codec, echoed, data): (_, _, std::sync::Arc<[u8]>) = match frame.payload {
            Payload::Tone(data) => (law, None, data.into()),
            Payload::Echo(pt, data) => (None, Some(pt), data),
        };
        let wanted = codec.map(|law| match law {
            Law::Mu => Codec::PCMU,
            Law::A => Codec::PCMA,
        });
        let format = writer
            .payload_params()
            .find(|params| Some(params.pt()) == echoed || Some(params.spec().codec) == wanted)
            .map(|params| (params.pt(), params.spec().clock_rate));
        if let Some((pt, rate)) = format {
            let time = MediaTime::new(frame.rtp_time, rate);
            writer.write(pt, frame.at, time, data)?;
            self.sent += 1;
        }
        Ok(())
    }

    /// The G.711 law that both sides speak.
    fn law(&mut self) -> Option<Law> {
        let writer = self.rtc.writer(self.mid?)?;
        let codecs: Vec<Codec> = writer.payload_params().map(|p| p.spec().codec).collect();
        let has = |codec| codecs.contains(&codec);
        has(Codec::PCMU)
            .then_some(Law::Mu)
            .or_else(|| has(Codec::PCMA).then_some(Law::A))
    }
}

fn sdp_error(error: impl std::fmt::Display) -> MediaError {
    MediaError::Sdp(error.to_string())
}

/// The UDP sockets of a call, one for each local address.
struct Sockets(Vec<(UdpSocket, SocketAddr)>);

impl Sockets {
    async fn bind(addresses: &[IpAddr]) -> io::Result<Self> {
        let mut sockets = Vec::new();
        let mut failure = None;
        for address in addresses {
            match UdpSocket::bind((*address, 0)).await {
                Ok(socket) => {
                    let local = socket.local_addr()?;
                    sockets.push((socket, local));
                }
                // One address is enough: an interface may have gone since the start.
                Err(error) => failure = Some(error),
            }
        }
        match failure {
            Some(error) if sockets.is_empty() => Err(error),
            _ => Ok(Self(sockets)),
        }
    }

    fn addresses(&self) -> Vec<SocketAddr> {
        self.0.iter().map(|(_, address)| *address).collect()
    }

    fn send(&self, source: SocketAddr, destination: SocketAddr, data: &[u8]) {
        if let Some((socket, _)) = self.0.iter().find(|(_, address)| *address == source) {
            // UDP: what cannot be sent is lost, and the protocols above repeat it.
            let _ = socket.try_send_to(data, destination);
        }
    }

    /// The next datagram: from where, to where, what. Safe to drop and to call again.
    async fn receive(&self) -> (SocketAddr, SocketAddr, Vec<u8>) {
        std::future::poll_fn(|context| {
            let mut buffer = [0; MAX_DATAGRAM];
            for (socket, local) in &self.0 {
                let mut buffer = ReadBuf::new(&mut buffer);
                match socket.poll_recv_from(context, &mut buffer) {
                    Poll::Ready(Ok(from)) => {
                        return Poll::Ready((from, *local, buffer.filled().to_vec()));
                    }
                    // What an earlier packet has met on its way; the socket is as good as before.
                    Poll::Ready(Err(_)) => context.waker().wake_by_ref(),
                    Poll::Pending => {}
                }
            }
            Poll::Pending
        })
        .await
    }
}
