//! What the far end sends: tones by a clock of 20 ms, and the echo of what it hears.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::g711::{FRAME, Law, Tone};
use crate::dialplan::Sound;

/// How much later the echo comes.
const ECHO_DELAY: Duration = Duration::from_millis(300);
/// The time of one packet of tone.
const TICK: Duration = Duration::from_millis(20);
/// The most packets that wait to be echoed: two seconds of the smallest.
const MAX_ECHO: usize = 200;
/// The most keys that wait to be played back.
const MAX_KEYS: usize = 32;

/// One packet to send.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame<P> {
    /// When it is due.
    pub(crate) at: Instant,
    /// RTP time since the player started, in units of the payload's clock.
    pub(crate) rtp_time: u64,
    pub(crate) payload: Payload<P>,
}

/// What is in a packet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Payload<P> {
    /// G.711 of our own making.
    Tone(Vec<u8>),
    /// What was heard, in the payload format it came in.
    Echo(P, std::sync::Arc<[u8]>),
}

/// A packet that was heard.
#[derive(Debug, Clone)]
pub(crate) struct Heard<P> {
    /// Its payload format.
    pub(crate) format: P,
    /// RTP time as it came, in units of its clock.
    pub(crate) rtp_time: u64,
    /// That clock's rate.
    pub(crate) rate: u32,
    pub(crate) data: std::sync::Arc<[u8]>,
}

/// Decides what is sent when; `P` names a payload format.
#[derive(Debug)]
pub(crate) struct Player<P> {
    started: Instant,
    /// The G.711 law of the call, if it has one.
    law: Option<Law>,
    sound: Sound,
    /// The tone that sounds now.
    tone: Option<Tone>,
    keys: VecDeque<Tone>,
    /// When the next packet of tone is due: a whole number of ticks after the start.
    next_tick: Instant,
    echo: VecDeque<Frame<P>>,
    /// Per clock rate what turns an RTP time that came into one that goes.
    shift: Option<(u32, i128)>,
}

impl<P: Copy> Player<P> {
    /// A player that starts when the media path is up.
    pub(crate) fn new(now: Instant, law: Option<Law>, sound: Sound) -> Self {
        let mut player = Self {
            started: now,
            law,
            sound,
            tone: None,
            keys: VecDeque::new(),
            next_tick: now,
            echo: VecDeque::new(),
            shift: None,
        };
        player.play(sound, now);
        player
    }

    /// Sounds like this from now on.
    pub(crate) fn play(&mut self, sound: Sound, now: Instant) {
        self.sound = sound;
        self.echo.clear();
        self.keys.clear();
        self.tone = match sound {
            Sound::Echo => Some(Tone::beep(880.0, 200)),
            Sound::Tone440 => Some(Tone::endless(440.0)),
            Sound::Tone425 => Some(Tone::endless(425.0)),
            Sound::Digits | Sound::Silence => None,
        };
        self.align(now);
    }

    /// A packet has come.
    pub(crate) fn heard(&mut self, heard: Heard<P>, now: Instant) {
        if self.sound != Sound::Echo || self.echo.len() >= MAX_ECHO {
            return;
        }
        let at = now + ECHO_DELAY;
        // The sender's spacing is kept; only the origin moves, once for each clock.
        let shift = match self.shift {
            Some((rate, shift)) if rate == heard.rate => shift,
            _ => {
                let since = at.saturating_duration_since(self.started).as_micros();
                let due = since * u128::from(heard.rate) / 1_000_000;
                let shift = i128::try_from(due).unwrap_or(0) - i128::from(heard.rtp_time);
                self.shift = Some((heard.rate, shift));
                shift
            }
        };
        let rtp_time = u64::try_from(i128::from(heard.rtp_time) + shift).unwrap_or(0);
        let payload = Payload::Echo(heard.format, heard.data);
        self.echo.push_back(Frame {
            at,
            rtp_time,
            payload,
        });
    }

    /// A key has been pressed.
    pub(crate) fn key(&mut self, digit: char, now: Instant) {
        if self.sound == Sound::Digits && self.keys.len() < MAX_KEYS {
            self.keys.extend(Tone::key(digit));
            if self.tone.is_none() {
                self.tone = self.keys.pop_front();
                self.align(now);
            }
        }
    }

    /// When [`Player::poll`] has something next.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        let tick = self.tone.as_ref().and(self.law).map(|_| self.next_tick);
        let echo = self.echo.front().map(|frame| frame.at);
        tick.into_iter().chain(echo).min()
    }

    /// The next packet that is due.
    pub(crate) fn poll(&mut self, now: Instant) -> Option<Frame<P>> {
        if let (Some(tone), Some(law)) = (self.tone.as_mut(), self.law) {
            // While the beep sounds, nothing is echoed: packets of two origins would mix.
            let beeping = self.sound == Sound::Echo;
            if self.next_tick <= now {
                let at = self.next_tick;
                let payload = Payload::Tone(tone.frame(law));
                if tone.is_over() {
                    self.tone = self.keys.pop_front();
                }
                let ticks = at.saturating_duration_since(self.started).as_millis() / 20;
                self.next_tick = at + TICK;
                let rtp_time = u64::try_from(ticks).unwrap_or(0) * FRAME as u64;
                return Some(Frame {
                    at,
                    rtp_time,
                    payload,
                });
            }
            if beeping {
                while self.echo.front().is_some_and(|frame| frame.at <= now) {
                    self.echo.pop_front();
                }
                return None;
            }
        }
        let is_due = self.echo.front().is_some_and(|frame| frame.at <= now);
        if is_due { self.echo.pop_front() } else { None }
    }

    /// Puts the next tick on the grid of 20 ms, not before now.
    fn align(&mut self, now: Instant) {
        let since = now.saturating_duration_since(self.started).as_millis();
        let ticks = u32::try_from(since.div_ceil(20)).unwrap_or(u32::MAX);
        self.next_tick = self.started + TICK * ticks;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(start: Instant, milliseconds: u64) -> Instant {
        start + Duration::from_millis(milliseconds)
    }

    fn heard(rtp_time: u64) -> Heard<u8> {
        Heard {
            format: 111,
            rtp_time,
            rate: 48_000,
            data: vec![7].into(),
        }
    }

    fn all(player: &mut Player<u8>, until: Instant) -> Vec<Frame<u8>> {
        let mut frames = Vec::new();
        while let Some(due) = player.next_due().filter(|due| *due <= until) {
            frames.extend(player.poll(due));
        }
        frames
    }

    #[test]
    fn a_tone_goes_out_each_20_ms_on_an_even_clock() {
        let start = Instant::now();
        let mut player = Player::<u8>::new(start, Some(Law::Mu), Sound::Tone440);
        let frames = all(&mut player, ms(start, 99));
        let times: Vec<u64> = frames.iter().map(|frame| frame.rtp_time).collect();
        assert_eq!(times, [0, 160, 320, 480, 640]);
        // A late wake-up catches up and leaves no hole.
        assert_eq!(all(&mut player, ms(start, 159)).len(), 3);
    }

    #[test]
    fn the_echo_comes_later_with_the_senders_own_spacing() {
        let start = Instant::now();
        let mut player = Player::new(start, Some(Law::Mu), Sound::Echo);
        assert_eq!(all(&mut player, ms(start, 299)).len(), 10, "the beep");
        for (at, rtp_time) in [(1000, 5000), (1023, 5960), (1041, 6920)] {
            player.heard(heard(rtp_time), ms(start, at));
        }
        let frames = all(&mut player, ms(start, 2000));
        assert_eq!(frames[0].at, ms(start, 1300));
        let times: Vec<u64> = frames.iter().map(|frame| frame.rtp_time).collect();
        let first = 1300 * 48;
        assert_eq!(times, [first, first + 960, first + 1920]);
    }

    #[test]
    fn what_is_heard_under_the_beep_is_not_echoed_into_it() {
        let start = Instant::now();
        let mut player = Player::new(start, Some(Law::A), Sound::Echo);
        player.heard(heard(0), start);
        let frames = all(&mut player, ms(start, 400));
        let echoes = frames
            .iter()
            .filter(|frame| matches!(frame.payload, Payload::Echo(..)))
            .count();
        assert_eq!((frames.len(), echoes), (11, 1));
        assert!(frames.windows(2).all(|pair| pair[0].at <= pair[1].at));
    }

    #[test]
    fn keys_are_played_back_one_after_the_other() {
        let start = Instant::now();
        let mut player = Player::<u8>::new(start, Some(Law::Mu), Sound::Digits);
        assert_eq!(player.next_due(), None);
        player.key('1', ms(start, 105));
        player.key('2', ms(start, 110));
        let frames = all(&mut player, ms(start, 1000));
        assert_eq!((frames.len(), frames[0].at), (16, ms(start, 120)));
        assert_eq!(player.next_due(), None);
    }

    #[test]
    fn without_g711_in_the_call_there_is_echo_but_no_tone() {
        let start = Instant::now();
        let mut player = Player::new(start, None, Sound::Echo);
        player.heard(heard(0), start);
        assert_eq!(all(&mut player, ms(start, 400)).len(), 1);
        assert_eq!(
            Player::<u8>::new(start, None, Sound::Tone440).next_due(),
            None
        );
    }
}
