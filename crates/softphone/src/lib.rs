//! The phone as a person knows it: account, lines, calls, history; commands in, effects out.
