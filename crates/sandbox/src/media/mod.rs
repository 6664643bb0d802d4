//! The far end's media: WebRTC by `str0m`, one task and one or two UDP sockets a call.

pub(crate) mod g711;
mod player;
mod session;
#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

pub(crate) use session::run;

/// The addresses that media is offered on: loopback, and the interface that leads outside.
/// A browser that gathers no loopback candidates has only the latter.
pub(crate) fn addresses(loopback_only: bool) -> Vec<IpAddr> {
    let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut addresses = vec![loopback];
    // Connecting a UDP socket sends nothing; it only asks the routing table (TEST-NET-2).
    let primary = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(198, 51, 100, 1), 9))?;
        Ok(socket.local_addr()?.ip())
    });
    if let (false, Ok(ip)) = (loopback_only, primary)
        && !ip.is_loopback()
        && !ip.is_unspecified()
    {
        addresses.push(ip);
    }
    addresses
}
