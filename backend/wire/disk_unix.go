//go:build unix

package wire

import "golang.org/x/sys/unix"

// FreeBytes is how much a person without special rights can still write in the
// folder's file system.
func FreeBytes(folder string) (uint64, error) {
	var fs unix.Statfs_t
	if err := unix.Statfs(folder, &fs); err != nil {
		return 0, err
	}
	return uint64(fs.Bavail) * uint64(fs.Bsize), nil //nolint:unconvert,nolintlint // the types differ between systems
}
