// Package screen runs an X server that draws into a file, and looks at what is painted there.
package screen

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const width, height = 1280, 800

// Screen is a white screen of one display.
type Screen struct {
	Display string // :1
	Bus     string // address of a session bus, which web views ask for

	pixels  []byte // of the X server's own memory
	perLine int
	stop    []func()
}

// Start runs the server and a session bus.
func Start(folder string) (s *Screen, err error) {
	s = &Screen{}
	defer func() {
		if err != nil {
			s.Stop()
		}
	}()
	number, err := s.serve("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-wr", "-nolisten", "tcp", "-fbdir", folder)
	if err != nil {
		return s, err
	}
	s.Display = ":" + number
	if s.Bus, err = s.serve("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3"); err != nil {
		return s, err
	}
	return s, s.see(filepath.Join(folder, "Xvfb_screen0"))
}

// Stop ends both.
func (s *Screen) Stop() {
	for _, stop := range s.stop {
		stop()
	}
}

// serve starts a server and returns the line that it writes to descriptor 3 once it listens.
func (s *Screen) serve(name string, args ...string) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer read.Close()
	cmd := exec.Command(name, args...)
	cmd.ExtraFiles = []*os.File{write}
	if err := errors.Join(cmd.Start(), write.Close()); err != nil {
		return "", err
	}
	s.stop = append(s.stop, func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	line, err := bufio.NewReader(read).ReadString('\n')
	return strings.TrimSpace(line), err
}

// see maps the server's picture, a file in the format of xwd: numbers of four bytes, and then colours and
// pixels.
func (s *Screen) see(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	all, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return err
	}
	number := func(at int) int { return int(binary.BigEndian.Uint32(all[4*at:])) }
	const headerSize, bytesPerLine, colours, colourSize = 0, 12, 19, 12
	s.perLine = number(bytesPerLine)
	s.pixels = all[number(headerSize)+number(colours)*colourSize:]
	return nil
}

// Ink counts dark points on every eighth line of the screen, right of a column, and the points looked at.
// Words on a page are a little ink on many points of few lines; a black surface that waits for its page is ink
// everywhere.
func (s *Screen) Ink(left int) (points, of int) {
	const step, dark = 8, 3 * 128
	for y := 0; y < height; y += step {
		line := s.pixels[y*s.perLine:]
		for x := left; x < width; x++ {
			of++
			if int(line[4*x])+int(line[4*x+1])+int(line[4*x+2]) < dark {
				points++
			}
		}
	}
	return points, of
}

// Sight is how much ink there is, at least, right of a column when that much of a page is painted.
type Sight struct{ left, least int }

// What a page shows, one after the other.
var (
	Something = Sight{0, 30}    // such as the edge of its frame
	Words     = Sight{0, 100}   // anywhere
	Content   = Sight{260, 100} // beside Galley's rail, more than a heading
)

// Painted reports whether so much can be seen.
func (s *Screen) Painted(what Sight) bool {
	points, of := s.Ink(what.left)
	return points >= what.least && points < of/4
}

// Wait waits until so much is painted, or no longer.
func (s *Screen) Wait(what Sight, painted bool, limit time.Duration) error {
	const often = 2 * time.Millisecond
	for end := time.Now().Add(limit); s.Painted(what) != painted; time.Sleep(often) {
		if time.Now().After(end) {
			points, of := s.Ink(what.left)
			return fmt.Errorf("after %s, %d of %d points are dark", limit, points, of)
		}
	}
	return nil
}
