package web

import (
	"context"
	"errors"
	"html/template"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// OpenBrowser asks the desktop to open an address that holds no secret, and
// reports whether there is a desktop.
func OpenBrowser(ctx context.Context, address string) bool {
	name, args := opener()
	if name == "" {
		return false
	}
	// Not tied to ctx: an open browser outlives Galley.
	command := exec.CommandContext(context.WithoutCancel(ctx), name, append(args, address)...) //nolint:gosec // both the name and the address are ours
	command.Env = withoutSecrets(os.Environ())
	if command.Start() != nil {
		return false
	}
	go func() { _ = command.Wait() }() // the address is printed too, so errors do not matter
	return true
}

// opening is how long the file that leads a browser to the address is kept if
// no browser uses the token.
const opening = time.Minute

// OpenBrowser asks the desktop to open the server's address, and reports whether
// there is a desktop. Other programs can see a process's arguments and
// environment, and a browser passes its own on: so it learns the address from a
// private file in folder, and is started without Galley's secrets. The file is
// deleted once the token is used, and with ctx. done waits for that.
func (s *Server) OpenBrowser(ctx context.Context, folder string) (opened bool, done func()) {
	if name, _ := opener(); name == "" {
		return false, func() {}
	}
	page, err := writeOpening(folder, s.url)
	if err != nil {
		return false, func() {}
	}
	if !OpenBrowser(ctx, page) {
		_ = os.Remove(page)
		return false, func() {}
	}
	var waiting sync.WaitGroup
	waiting.Go(func() {
		timer := time.NewTimer(opening)
		defer timer.Stop()
		select {
		case <-s.access.used:
		case <-timer.C:
		case <-ctx.Done():
		}
		_ = os.Remove(page) // the token is worthless once Galley ends
	})
	return true, waiting.Wait
}

// openingPage redirects a browser, without revealing the file's address.
var openingPage = template.Must(template.New("opening").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={{.}}">
<title>Galley</title>
<p><a href="{{.}}">Open Galley</a></p>
</html>
`))

func writeOpening(folder, address string) (name string, err error) {
	file, err := os.CreateTemp(folder, ".open-*.html") // mode 0600
	if err != nil {
		return "", err
	}
	if err := errors.Join(openingPage.Execute(file, address), file.Close()); err != nil {
		_ = os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// withoutSecrets is an environment for other programs, without Galley's
// variables.
func withoutSecrets(environment []string) []string {
	return slices.DeleteFunc(environment, func(variable string) bool {
		return strings.HasPrefix(strings.ToUpper(variable), "GALLEY_")
	})
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
