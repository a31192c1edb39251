package crashtest

import (
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

// What is done to the program before it starts, from its environment.
const (
	fileLimit = "GALLEY_CRASHTEST_FILE_LIMIT" // no file may grow beyond that many bytes
	asUser    = "GALLEY_CRASHTEST_USER"       // the id of a user who owns nothing
)

func harm() error {
	if text := os.Getenv(fileLimit); text != "" {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return err
		}
		signal.Ignore(syscall.SIGXFSZ) // so that the write fails
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
			return err
		}
	}
	if text := os.Getenv(asUser); text != "" {
		id, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		return syscall.Setuid(id)
	}
	return nil
}
