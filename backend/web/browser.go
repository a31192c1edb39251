package web

import (
	"context"
	"os"
	"os/exec"
	"runtime"
)

// OpenBrowser asks the desktop to open the address, and reports whether there
// was one to ask.
func OpenBrowser(ctx context.Context, address string) bool {
	name, args := opener()
	if name == "" {
		return false
	}
	// Not tied to ctx: a browser that was opened outlives Galley.
	command := exec.CommandContext(context.WithoutCancel(ctx), name, append(args, address)...) //nolint:gosec // the name is one of ours, the address too
	if command.Start() != nil {
		return false
	}
	go func() { _ = command.Wait() }() // whatever it says, the address is printed too
	return true
}

// opener is the system's command that opens an address, or "".
func opener() (name string, args []string) {
	switch runtime.GOOS {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return "", nil // xdg-open would start a text browser in this terminal
	}
	return "xdg-open", nil
}
