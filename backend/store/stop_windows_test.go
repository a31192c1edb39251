package store_test

import (
	"os"
	"testing"
)

func stopProcess(t *testing.T, _ *os.Process) {
	t.Helper()
	t.Skip("Windows has no signal that stops a process")
}

func continueProcess(*testing.T, *os.Process) {}
