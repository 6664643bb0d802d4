//! The live line, and retiring ones, which still unregister.

use std::time::Duration;

use alo_sip::{Event, Instant};

use crate::effects::Effects;
use crate::line::{Line, LineId, Purpose};
use crate::{Now, SocketEvent, SocketId};

/// The engine takes 2 s at most to unregister; a line that still has a socket after this is cut.
const WIND_UP: Duration = Duration::from_secs(4);
/// The most retiring lines, so that signing in and out quickly does not pile up sockets.
const MAX_RETIRING: usize = 4;

/// Lines by id.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    live: Option<Line>,
    /// The live line is not started yet: it waits for its predecessor to unregister.
    is_waiting: bool,
    retiring: Vec<(Line, Instant)>,
    /// A test of the live line's own address is over: unregistering it may have removed the live binding
    /// too, at registrars that keep one binding per address.
    refresh_due: bool,
    last_id: u64,
}

impl Lines {
    pub(crate) fn new_id(&mut self) -> LineId {
        self.last_id += 1;
        LineId(self.last_id)
    }

    /// Makes a line the live one; there must be no other. It starts when its predecessor has unregistered:
    /// both have the same instance (RFC 5626 §6), so unregistering one could remove the other's binding.
    pub(crate) fn open(&mut self, line: Line, effects: &mut Effects, now: Now) {
        self.live = Some(line);
        self.is_waiting = true;
        self.start(effects, now);
    }

    fn start(&mut self, effects: &mut Effects, now: Now) {
        let has_predecessor = self
            .retiring
            .iter()
            .any(|(line, _)| line.purpose == Purpose::Calls);
        if self.is_waiting && !has_predecessor {
            self.is_waiting = false;
            if let Some(line) = &mut self.live {
                line.act(effects, |ua| ua.start(now.mono));
            }
        }
    }

    /// Tries to register at once. False if there is no line.
    pub(crate) fn reconnect(&mut self, effects: &mut Effects, now: Now) -> bool {
        let waits = self.is_waiting;
        let Some(line) = &mut self.live else {
            return false;
        };
        // One that waits for its predecessor starts by itself within seconds.
        if !waits {
            line.act(effects, |ua| ua.start(now.mono));
        }
        true
    }

    pub(crate) fn live(&mut self) -> Option<&mut Line> {
        self.live.as_mut()
    }

    pub(crate) fn is_live(&self, id: LineId) -> bool {
        self.live.as_ref().is_some_and(|line| line.id == id)
    }

    /// Whether it is the socket of the live line.
    pub(crate) fn is_socket_of_live(&self, socket: SocketId) -> bool {
        self.live
            .as_ref()
            .is_some_and(|line| line.has_this_socket(socket))
    }

    /// Unregisters the live line and retires it.
    pub(crate) fn close(&mut self, effects: &mut Effects, now: Now) {
        if let Some(line) = self.live.take() {
            self.retire(line, effects, now);
        }
    }

    /// Unregisters a line and keeps it until its socket is closed.
    pub(crate) fn retire(&mut self, mut line: Line, effects: &mut Effects, now: Now) {
        line.act(effects, |ua| ua.stop(now.mono));
        self.retiring.push((line, now.mono + WIND_UP));
        if self.retiring.len() > MAX_RETIRING {
            let (mut oldest, _) = self.retiring.remove(0);
            oldest.cut(effects);
            self.refresh_due |= oldest.is_test_of(self.live.as_ref());
        }
    }

    pub(crate) fn get(&mut self, id: LineId) -> Option<&mut Line> {
        self.all().find(|line| line.id == id)
    }

    pub(crate) fn handle_socket(
        &mut self,
        socket: SocketId,
        event: &SocketEvent,
        effects: &mut Effects,
        now: Now,
    ) -> bool {
        self.all()
            .any(|line| line.handle_socket(socket, event, effects, now))
    }

    pub(crate) fn handle_network(&mut self, online: bool, effects: &mut Effects, now: Now) {
        if let Some(line) = self.live() {
            line.act(effects, |ua| ua.handle_network(online, now.mono));
        }
    }

    /// Checks at once whether the server answers.
    pub(crate) fn probe(&mut self, effects: &mut Effects, now: Now) {
        if let Some(line) = self.live() {
            line.act(effects, |ua| ua.probe(now.mono));
        }
    }

    pub(crate) fn handle_timeout(&mut self, effects: &mut Effects, now: Now) {
        for line in self.all() {
            if line.poll_timeout().is_some_and(|at| at <= now.mono) {
                line.act(effects, |ua| ua.handle_timeout(now.mono));
            }
        }
        // The next sweep drops them.
        for (line, until) in &mut self.retiring {
            if *until <= now.mono {
                line.cut(effects);
            }
        }
    }

    pub(crate) fn next_event(&mut self) -> Option<(LineId, Event)> {
        self.all()
            .find_map(|line| line.next_event().map(|event| (line.id, event)))
    }

    /// Drops the retired lines whose socket is closed, and starts the live line if it waited for that. The
    /// events of the lines must have been taken.
    pub(crate) fn sweep(&mut self, effects: &mut Effects, now: Now) {
        let live = self.live.as_ref();
        for (line, _) in &self.retiring {
            self.refresh_due |= !line.has_socket() && line.is_test_of(live);
        }
        self.retiring.retain(|(line, _)| line.has_socket());
        self.start(effects, now);
        if std::mem::take(&mut self.refresh_due)
            && let Some(line) = &mut self.live
        {
            line.act(effects, |ua| ua.refresh(now.mono));
        }
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        let live = self.live.iter().filter_map(Line::poll_timeout);
        let retiring = self
            .retiring
            .iter()
            .flat_map(|(line, until)| [Some(*until), line.poll_timeout()]);
        live.chain(retiring.flatten()).min()
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Line> {
        let retiring = self.retiring.iter_mut().map(|(line, _)| line);
        self.live.iter_mut().chain(retiring)
    }
}
