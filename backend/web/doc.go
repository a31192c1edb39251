// Package web serves the interface over HTTP: all of it for galley serve, and
// for the window the lists and files that its bindings are too slow for.
//
// Reaching the port of galley serve is not enough. A one-time token from the
// printed address is exchanged for a session, foreign hosts (DNS rebinding) and
// foreign origins (cross-site requests) are refused, and it listens on loopback
// only unless a person allows other machines.
package web
