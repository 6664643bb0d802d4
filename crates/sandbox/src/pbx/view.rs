//! What the state page shows: registrations, calls, digits, and the messages that went by.

use serde_json::{Value, json};

use super::*;

impl Pbx {
    /// `GET /api/state`. Times are milliseconds since the program started.
    pub(crate) fn state(&self, now: Time) -> Value {
        let registrations: Vec<Value> = self
            .registrar
            .all(now)
            .map(|(user, binding)| {
                json!({
                    "user": user,
                    "contact": binding.contact,
                    "instance": binding.instance,
                    "user_agent": binding.user_agent,
                    "connection": binding.conn.0,
                    "expires_in": binding.expires_at.saturating_sub(now).as_secs(),
                })
            })
            .collect();
        let calls: Vec<Value> = self
            .calls
            .iter()
            .map(|(id, call)| self.call_view(*id, call))
            .collect();
        json!({
            "now": millis(now),
            "domain": self.config.domain,
            "connections": self.connections.len(),
            "dropped_frames": self.dropped,
            "registrations": registrations,
            "calls": calls,
        })
    }

    fn call_view(&self, id: CallId, call: &Call) -> Value {
        let digits: String = call.digits.iter().map(|d| d.digit).collect();
        let details: Vec<Value> = call
            .digits
            .iter()
            .map(|d| json!({"digit": d.digit, "via": d.via}))
            .collect();
        let end = call.ended.as_ref().map(
            |(_, end)| json!({"by": end.by.name(), "status": end.status, "reason": end.reason}),
        );
        let media = call.bot.as_ref().filter(|bot| bot.has_media).map(|bot| {
            json!({
                "connected": bot.connected,
                "packets_received": bot.packets.0,
                "packets_sent": bot.packets.1,
            })
        });
        let winner = call
            .winner
            .and_then(|leg| self.legs.get(&leg))
            .map(|leg| leg.user.as_str());
        json!({
            "id": id.0,
            "kind": match (&call.bot, call.caller) {
                (None, _) => "between-phones",
                (Some(_), Some(_)) => "to-sandbox",
                (Some(_), None) => "from-sandbox",
            },
            "from": call.from,
            "name": call.name,
            "to": call.to,
            "state": call.state.name(),
            "started": millis(call.started),
            "answered": call.answered.map(millis),
            "answered_by": winner,
            "ended": call.ended.as_ref().map(|(at, _)| millis(*at)),
            "end": end,
            "digits": digits,
            "digit_details": details,
            "media": media,
        })
    }

    /// `GET /api/trace`: the last messages as text; with a cut of the secrets.
    pub(crate) fn trace_text(&self) -> String {
        let mut out = String::new();
        for traced in &self.trace {
            let arrow = if traced.inbound { "<--" } else { "-->" };
            let at = traced.at.as_secs_f64();
            out.push_str(&format!("{arrow} {at:.3} s, socket {}\n", traced.conn.0));
            out.push_str(traced.text.trim_end());
            out.push_str("\n\n");
        }
        out
    }
}

fn millis(time: Time) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// A message for people: without what a password could be guessed from.
pub(crate) fn without_secrets(text: &str) -> String {
    const SECRET: [&str; 2] = ["authorization:", "proxy-authorization:"];
    let shown = text.lines().map(|line| {
        let lower = line.to_ascii_lowercase();
        match SECRET.iter().find(|name| lower.starts_with(*name)) {
            Some(name) => format!("{} (cut)", &line[..name.len()]),
            None => line.to_owned(),
        }
    });
    shown.collect::<Vec<_>>().join("\n")
}
