//! Call-centre providers as data: today plain SIP, then OmiCall, Bizfly and VBot.
