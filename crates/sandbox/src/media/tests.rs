//! A media session with a real WebRTC phone at the other end, over loopback.

use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};

use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::format::Codec;
use str0m::media::{Direction, MediaData, MediaKind, MediaTime, Mid, TelephoneEvent};
use str0m::net::{Protocol, Receive};
use str0m::{Candidate, Event, Input, Output, Rtc};
use tokio::net::UdpSocket;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::dialplan::Sound;
use crate::pbx::{CallId, MediaCommand, MediaEvent};

/// The longest that any of these tests waits for something.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A phone that sends a packet of Opus each 20 ms once it is connected.
struct Peer {
    rtc: Rtc,
    socket: UdpSocket,
    mid: Option<Mid>,
    connected: bool,
    /// When each packet went out.
    sent_at: Vec<Instant>,
    next: Instant,
    heard: Vec<MediaData>,
}

impl Peer {
    async fn new() -> Self {
        let mut config = Rtc::builder().clear_codecs();
        let codecs = config.codec_config();
        codecs.enable_opus(true, false);
        codecs.enable_pcmu(true, false);
        let rate = str0m::media::Frequency::FORTY_EIGHT_KHZ;
        codecs.add_config(
            110.into(),
            None,
            Codec::Tele,
            rate,
            None,
            Default::default(),
        );
        let mut rtc = config.build(Instant::now());
        let socket = UdpSocket::bind((LOOPBACK, 0)).await.expect("a port");
        let address = socket.local_addr().expect("bound");
        rtc.add_local_candidate(Candidate::host(address, "udp").expect("valid"));
        let next = Instant::now();
        Self {
            rtc,
            socket,
            mid: None,
            connected: false,
            sent_at: Vec::new(),
            next,
            heard: Vec::new(),
        }
    }

    fn offer(&mut self) -> (String, SdpPendingOffer) {
        let mut api = self.rtc.sdp_api();
        self.mid = Some(api.add_media(MediaKind::Audio, Direction::SendRecv, None, None, None));
        let (offer, pending) = api.apply().expect("something to offer");
        (offer.to_sdp_string(), pending)
    }

    fn answered(&mut self, pending: SdpPendingOffer, answer: &str) {
        let answer = SdpAnswer::from_sdp_string(answer).expect("valid SDP");
        self.rtc
            .sdp_api()
            .accept_answer(pending, answer)
            .expect("acceptable");
    }

    /// Runs until `done` says so.
    async fn run_until(&mut self, mut done: impl FnMut(&mut Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        loop {
            let timeout = self.drain();
            if done(self) {
                return;
            }
            assert!(Instant::now() < end, "waited too long");
            let wake = timeout
                .min(self.next)
                .min(Instant::now() + Duration::from_millis(20));
            let mut buffer = [0; 2048];
            tokio::select! {
                received = self.socket.recv_from(&mut buffer) => {
                    let (length, source) = received.expect("a datagram");
                    let destination = self.socket.local_addr().expect("bound");
                    let contents = buffer[..length].try_into().expect("STUN, DTLS or RTP");
                    let receive = Receive { proto: Protocol::Udp, source, destination, contents };
                    self.rtc.handle_input(Input::Receive(Instant::now(), receive)).expect("input");
                }
                () = tokio::time::sleep_until(wake.into()) => {}
            }
        }
    }

    fn drain(&mut self) -> Instant {
        let now = Instant::now();
        self.rtc.handle_input(Input::Timeout(now)).expect("time");
        if self.connected && self.next <= now {
            self.next = now + Duration::from_millis(20);
            self.send(now, None);
        }
        loop {
            match self.rtc.poll_output().expect("output") {
                Output::Timeout(at) => return at,
                Output::Transmit(transmit) => {
                    let _ = self
                        .socket
                        .try_send_to(&transmit.contents, transmit.destination);
                }
                Output::Event(Event::Connected) => self.connected = true,
                Output::Event(Event::MediaAdded(added)) => self.mid = Some(added.mid),
                Output::Event(Event::MediaData(data)) => self.heard.push(data),
                Output::Event(_) => {}
            }
        }
    }

    /// Sends a packet whose content is its number, and a digit with it.
    fn send(&mut self, now: Instant, digit: Option<TelephoneEvent>) {
        let Some(writer) = self.mid.and_then(|mid| self.rtc.writer(mid)) else {
            return;
        };
        let opus = writer
            .payload_params()
            .find(|p| p.spec().codec == Codec::Opus)
            .copied();
        let opus = opus.expect("Opus was negotiated");
        let number = self.sent_at.len() as u64;
        let time = MediaTime::new(number * 960, opus.spec().clock_rate);
        let writer = match digit {
            Some(event) => writer.telephone_event(event),
            None => writer,
        };
        let mut content = vec![0x78];
        content.extend(number.to_be_bytes());
        writer
            .write(opus.pt(), now, time, content)
            .expect("written");
        self.sent_at.push(now);
    }

    fn heard_with(&self, codec: Codec) -> Vec<&MediaData> {
        self.heard
            .iter()
            .filter(|data| data.params.spec().codec == codec)
            .collect()
    }
}

struct Far {
    commands: UnboundedSender<MediaCommand>,
    events: UnboundedReceiver<(CallId, MediaEvent)>,
    packets: (u64, u64),
}

impl Far {
    fn start() -> Self {
        let (commands, receiver) = unbounded_channel();
        let (sender, events) = unbounded_channel();
        tokio::spawn(super::run(CallId(1), vec![LOOPBACK], receiver, sender));
        Self {
            commands,
            events,
            packets: (0, 0),
        }
    }

    fn tell(&self, command: MediaCommand) {
        self.commands.send(command).expect("running");
    }

    async fn next(&mut self) -> MediaEvent {
        let event = tokio::time::timeout(PATIENCE, self.events.recv()).await;
        event.expect("in time").expect("running").1
    }

    /// The SDP that the session is about to give.
    async fn sdp(&mut self) -> String {
        loop {
            match self.next().await {
                MediaEvent::Answer(sdp) | MediaEvent::Offer(sdp) => return sdp,
                MediaEvent::Packets(..) => {}
                other => panic!("instead of SDP: {other:?}"),
            }
        }
    }

    /// The digits so far.
    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Ok((_, event)) = self.events.try_recv() {
            match event {
                MediaEvent::Digit(digit) => digits.push(digit),
                MediaEvent::Packets(received, sent) => self.packets = (received, sent),
                _ => {}
            }
        }
        digits
    }
}

/// A phone that has called and been answered with that sound.
async fn call(sound: Sound) -> (Peer, Far) {
    let (mut peer, mut far) = (Peer::new().await, Far::start());
    let (offer, pending) = peer.offer();
    far.tell(MediaCommand::Accept(offer));
    let answer = far.sdp().await;
    assert!(answer.contains("a=ice-lite") && answer.contains("telephone-event/48000"));
    peer.answered(pending, &answer);
    far.tell(MediaCommand::Play(sound));
    peer.run_until(|peer| peer.connected).await;
    (peer, far)
}

#[tokio::test]
async fn the_echo_is_a_beep_and_then_the_very_packets_that_were_sent_a_moment_ago() {
    let (mut peer, mut far) = call(Sound::Echo).await;
    peer.run_until(|peer| peer.heard_with(Codec::Opus).len() >= 10)
        .await;
    assert!(!peer.heard_with(Codec::PCMU).is_empty(), "the beep");
    let echoes = peer.heard_with(Codec::Opus);
    let number = |data: &MediaData| u64::from_be_bytes(data.data[1..9].try_into().expect("ours"));
    let numbers: Vec<u64> = echoes.iter().map(|data| number(data)).collect();
    assert!(
        numbers.windows(2).all(|pair| pair[1] == pair[0] + 1),
        "{numbers:?}"
    );
    for (data, number) in echoes.iter().zip(&numbers) {
        let sent = peer.sent_at[usize::try_from(*number).expect("small")];
        let later = data.network_time - sent;
        assert!(later >= Duration::from_millis(300), "{later:?}");
        assert!(later < Duration::from_secs(5), "{later:?}");
    }
    // The count is told now and then, and the echoes may have been quicker.
    peer.run_until(|_| {
        far.digits();
        far.packets.0 > 0
    })
    .await;
}

#[tokio::test]
async fn a_tone_is_g711_without_gaps() {
    let (mut peer, _far) = call(Sound::Tone440).await;
    peer.run_until(|peer| peer.heard_with(Codec::PCMU).len() >= 20)
        .await;
    let tone = peer.heard_with(Codec::PCMU);
    assert!(tone.iter().all(|data| data.data.len() == 160));
    let steps = tone
        .windows(2)
        .map(|pair| pair[1].time.numer() - pair[0].time.numer());
    assert!(
        steps.clone().all(|step| step == 160),
        "{:?}",
        steps.collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn each_press_of_a_key_is_one_digit() {
    let (mut peer, mut far) = call(Sound::Digits).await;
    let mut heard = String::new();
    for (event, digit) in [(1, '1'), (1, '1'), (11, '#')] {
        let duration = Duration::from_millis(100);
        let press = TelephoneEvent {
            event,
            end: true,
            volume: 10,
            duration,
        };
        let before = heard.len();
        peer.send(Instant::now(), Some(press));
        peer.run_until(|_| {
            heard.push_str(&far.digits());
            heard.len() > before
        })
        .await;
        assert_eq!(heard.chars().last(), Some(digit));
        // The pause between keys (RFC 4733 wants their events apart).
        let pause = Instant::now() + Duration::from_millis(300);
        peer.run_until(|_| Instant::now() >= pause).await;
    }
    heard.push_str(&far.digits());
    assert_eq!(heard, "11#");
    assert!(
        !peer.heard_with(Codec::PCMU).is_empty(),
        "the keys are played back"
    );
}

#[tokio::test]
async fn the_sandbox_may_be_the_one_that_offers_and_holds() {
    let (mut peer, mut far) = (Peer::new().await, Far::start());
    far.tell(MediaCommand::Offer);
    let offer = SdpOffer::from_sdp_string(&far.sdp().await).expect("valid SDP");
    let answer = peer.rtc.sdp_api().accept_offer(offer).expect("acceptable");
    far.tell(MediaCommand::Answered(answer.to_sdp_string()));
    far.tell(MediaCommand::Play(Sound::Tone440));
    peer.run_until(|peer| peer.heard_with(Codec::PCMU).len() >= 5)
        .await;
    far.digits();
    far.tell(MediaCommand::Hold(true));
    assert!(far.sdp().await.contains("a=sendonly"));
    // Refused: the next wish is offered again, and the tone goes on.
    far.tell(MediaCommand::OfferRefused);
    far.tell(MediaCommand::Hold(false));
    assert!(far.sdp().await.contains("a=sendrecv"));
    let so_far = peer.heard.len();
    peer.run_until(|peer| peer.heard.len() > so_far + 5).await;
}

#[tokio::test]
async fn an_offer_without_usable_audio_is_refused_with_words() {
    for offer in [
        "nonsense",
        "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n",
    ] {
        let mut far = Far::start();
        far.tell(MediaCommand::Accept(offer.to_owned()));
        let MediaEvent::Failed(why) = far.next().await else {
            panic!("{offer:?} was taken")
        };
        assert!(!why.is_empty());
    }
}
