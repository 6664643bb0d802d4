//! The offscreen shell: carries out the softphone's effects with WebSocket, WebRTC, audio and IndexedDB.
