//! The live line and the ones that are winding up.

use std::time::Duration;

use alo_sip::{Event, Instant};

use crate::effects::Effects;
use crate::line::{Line, LineId, Purpose};
use crate::{Now, SocketEvent, SocketId};

/// The engine unregisters for 2 s at most; whatever holds a socket longer is cut.
const WIND_UP: Duration = Duration::from_secs(4);
/// Somebody who signs in and out quickly does not collect sockets.
const MAX_RETIRING: usize = 4;

/// Lines by id.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    live: Option<Line>,
    /// The live line is not started yet.
    waits: bool,
    retiring: Vec<(Line, Instant)>,
    /// A test of the live line's own address has gone: its farewell may have taken the live binding
    /// along, at registrars that keep one binding per address.
    refresh_due: bool,
    last_id: u64,
}

impl Lines {
    pub(crate) fn new_id(&mut self) -> LineId {
        self.last_id += 1;
        LineId(self.last_id)
    }

    /// Puts a line to use; there must be no other. It starts when its predecessor has unregistered:
    /// both have the same instance (RFC 5626 §6), so the farewell of the one could remove the other.
    pub(crate) fn open(&mut self, line: Line, effects: &mut Effects, now: Now) {
        self.live = Some(line);
        self.waits = true;
        self.start(effects, now);
    }

    fn start(&mut self, effects: &mut Effects, now: Now) {
        let has_predecessor = self
            .retiring
            .iter()
            .any(|(line, _)| line.purpose == Purpose::Calls);
        if self.waits && !has_predecessor {
            self.waits = false;
            if let Some(line) = &mut self.live {
                line.act(effects, |ua| ua.start(now.mono));
            }
        }
    }

    /// Tries again at once. `false` without a line.
    pub(crate) fn reconnect(&mut self, effects: &mut Effects, now: Now) -> bool {
        let waits = self.waits;
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

    /// Whether it is the socket that calls take.
    pub(crate) fn is_socket_of_live(&self, socket: SocketId) -> bool {
        self.live
            .as_ref()
            .is_some_and(|line| line.has_this_socket(socket))
    }

    /// Unregisters the live line and lets it wind up.
    pub(crate) fn close(&mut self, effects: &mut Effects, now: Now) {
        if let Some(line) = self.live.take() {
            self.retire(line, effects, now);
        }
    }

    /// Stops a line and keeps it until its socket is gone.
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

    /// Asks the server at once whether it is there.
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
        // The next sweep lets go of them.
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

    /// Forgets the lines that have wound up, and starts the one that waited for it. Their events must
    /// have been taken.
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
