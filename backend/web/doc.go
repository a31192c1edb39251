// Package web puts the interface on HTTP: for galley serve the whole of it, for
// the window the lists and files that its bindings are too slow for.
//
// Whoever reaches the port of galley serve is not yet let in. A one-time token
// from the printed address is exchanged for a session cookie, foreign hosts
// (DNS rebinding) and foreign origins (cross-site requests) are refused, and it
// listens on loopback alone unless a person says that other machines may come.
package web
