package wire

import "golang.org/x/sys/windows"

// FreeBytes is how much this user can still write on the folder's drive.
func FreeBytes(folder string) (free uint64, err error) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	err = windows.GetDiskFreeSpaceEx(path, &free, nil, nil)
	return free, err
}
