package cli

import (
	"context"
	"os"

	"golang.org/x/term"
)

// asker asks a person for a secret without showing it; nil if standard input is
// no terminal.
func (s *session) asker(ctx context.Context) func(question string) (string, error) {
	terminal, ok := s.Stdin.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return nil
	}
	return func(question string) (string, error) {
		_, _ = s.Stderr.Write([]byte(question + ": "))
		defer func() { _, _ = s.Stderr.Write([]byte("\n")) }()
		return readSecret(ctx, int(terminal.Fd()))
	}
}

// readSecret reads a line that is not shown. An interrupt ends it with the
// terminal as it was; the read itself cannot be interrupted and ends with the
// process.
func readSecret(ctx context.Context, terminal int) (string, error) {
	before, err := term.GetState(terminal)
	if err != nil {
		return "", err
	}
	type line struct {
		text []byte
		err  error
	}
	typed := make(chan line, 1)
	go func() {
		text, err := term.ReadPassword(terminal)
		typed <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		_ = term.Restore(terminal, before)
		return "", ctx.Err()
	case l := <-typed:
		return string(l.text), l.err
	}
}
