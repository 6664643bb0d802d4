//! A SIP user agent, sans-IO: RFC 3261 over the WebSocket transport of RFC 7118.
