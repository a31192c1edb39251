//go:build unix

package demo

import "syscall"

// dontWait opens a pipe that has no writer.
const dontWait = syscall.O_NONBLOCK
