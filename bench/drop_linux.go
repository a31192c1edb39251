package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// drop has the system forget what it keeps of a file in memory, unless another program uses it.
func drop(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED)
}
