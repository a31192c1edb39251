//go:build windowtest

// Package windowtest starts the real window on a virtual display and looks at it.
//
// The pages themselves are tested in a browser. What only the window can show is that WebKit loads
// them, that the page reaches the bound methods, and that something is drawn.
package windowtest

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const (
	binaryEnv = "GALLEY_BINARY"
	answered  = "first bound call answered"

	startLimit = 60 * time.Second // a cold WebKit on a busy machine
	stopLimit  = 60 * time.Second
)

func TestWindowStartsAndDraws(t *testing.T) {
	home := t.TempDir()
	display, bus := startDisplay(t), startBus(t)

	for _, start := range []string{"new home", "same home again"} {
		t.Run(start, func(t *testing.T) {
			window := startWindow(t, display, bus, home)
			window.waitForLog(t, answered)
			requireDrawn(t, display, "window-"+strings.ReplaceAll(start, " ", "-")+".png")
			window.stop(t)
		})
	}
}

// startDisplay runs an X server that draws into memory, on a number of its own choice.
func startDisplay(t *testing.T) string {
	t.Helper()
	return ":" + startServer(t, "Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
}

// startBus runs a session bus, over which windows take turns.
func startBus(t *testing.T) string {
	t.Helper()
	return startServer(t, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3")
}

// startServer runs a command until the test ends and returns the line it writes to descriptor 3 once
// it listens.
func startServer(t *testing.T, name string, args ...string) string {
	t.Helper()
	read, write, err := os.Pipe()
	require.NoError(t, err)
	defer func() { _ = read.Close() }()

	server := exec.Command(name, args...)
	server.ExtraFiles = []*os.File{write}
	require.NoError(t, server.Start())
	require.NoError(t, write.Close())
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})

	require.NoError(t, read.SetReadDeadline(time.Now().Add(startLimit)))
	line, err := bufio.NewReader(read).ReadString('\n')
	require.NoError(t, err, "%s did not say where it listens", name)
	return strings.TrimSpace(line)
}

type window struct {
	process *exec.Cmd
	lines   chan string
	ended   chan struct{}
}

// startWindow runs Galley and everything it starts in a process group of its own.
func startWindow(t *testing.T, display, bus, home string) *window {
	t.Helper()
	binary := os.Getenv(binaryEnv)
	require.FileExists(t, binary, binaryEnv+" must name a Galley with the window: make smoke sets it")

	process := exec.Command(binary)
	process.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	process.Env = append(os.Environ(),
		"DISPLAY="+display, "DBUS_SESSION_BUS_ADDRESS="+bus, "WAYLAND_DISPLAY=", "GDK_BACKEND=x11",
		"HOME="+home, "GALLEY_HOME="+filepath.Join(home, "galley"),
		"XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR="+home,
	)
	log, err := process.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())

	w := &window{process: process, lines: make(chan string, 1000), ended: make(chan struct{})}
	go w.follow(log)
	t.Cleanup(w.kill)
	return w
}

func (w *window) follow(log io.Reader) {
	for scanner := bufio.NewScanner(log); scanner.Scan(); {
		select {
		case w.lines <- scanner.Text():
		default: // no reader is left
		}
	}
	close(w.lines)
	_ = w.process.Wait()
	close(w.ended)
}

func (w *window) waitForLog(t *testing.T, wanted string) {
	t.Helper()
	limit := time.After(startLimit)
	for {
		select {
		case line, open := <-w.lines:
			require.True(t, open, "the window ended before %q", wanted)
			t.Log(line)
			if strings.Contains(line, wanted) {
				return
			}
		case <-limit:
			require.Fail(t, "the page did not reach a bound method", "no %q within %s", wanted, startLimit)
		}
	}
}

// stop asks the window to end, and waits until it and all that write to its log are gone.
func (w *window) stop(t *testing.T) {
	t.Helper()
	require.NoError(t, syscall.Kill(-w.process.Process.Pid, syscall.SIGTERM))
	select {
	case <-w.ended:
	case <-time.After(stopLimit):
		require.Fail(t, "the window did not end", "still there %s after SIGTERM", stopLimit)
	}
}

func (w *window) kill() {
	_ = syscall.Kill(-w.process.Process.Pid, syscall.SIGKILL)
	<-w.ended
}
