package store_test

import (
	"os"
	"testing"
)

func stopSelf() {}

func skipWithoutStop(t *testing.T) {
	t.Helper()
	t.Skip("Windows has no signal that stops a process")
}

func continueProcess(*testing.T, *os.Process) {}
