// Package cli is the command line: one file a command. A command returns a
// document and the same in words; which of them is printed, and with which exit
// code the program ends, is decided in one place.
//
// The commands, their JSON documents and the exit codes are stable: scripts
// rely on them.
package cli
