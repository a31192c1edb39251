package web

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"time"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/graceful"
)

// Trouble is why a home cannot be opened, and what a person can do about it.
type Trouble struct {
	Title   string
	Why     error
	Copies  []galley.DataCopy // of the data file, newest first
	Restore string            // the command that restores the newest sound copy
	Empty   string            // the command that starts with an empty data file
}

//go:embed trouble.html
var troubleHTML string

// again is after how many seconds the page reloads: Galley may be open by then.
const again = "3"

// ShowTrouble shows a page that says why the home cannot be opened, in place of
// the interface, until ctx ends. Calls are answered with the error. Serve can be
// called afterwards: the page then becomes the interface, with the same token.
func (s *Server) ShowTrouble(ctx context.Context, t Trouble) error {
	var spare graceful.Unused
	server := &http.Server{
		Handler:           secured(fmt.Sprintf(sitePolicy, ""), sameOrigin(s.access.troubled(t))),
		ReadHeaderTimeout: headerLimit,
		MaxHeaderBytes:    maxHeader,
		ConnState:         spare.Note,
	}
	lent := &lentListener{Listener: s.listener}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		grace, done := context.WithTimeout(context.WithoutCancel(ctx), farewell)
		defer done()
		spare.Close()
		if server.Shutdown(grace) != nil {
			_ = server.Close()
		}
	}()
	err := server.Serve(lent)
	if !errors.Is(err, http.ErrServerClosed) {
		return galley.WrapError(err, galley.CodeCannotRun, messages.ServerStopped)
	}
	<-ended
	return lent.giveBack()
}

// troubled answers a request that has the token with the page. The token is not
// used up: the interface accepts it later.
func (a *access) troubled(t Trouble) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := contract.ProblemOf(t.Why)
		switch {
		case !a.goesBy(r):
			refuse(w, r, http.StatusForbidden, wrongHost)
		case a.comesFromElsewhere(r):
			refuse(w, r, http.StatusForbidden, crossSite)
		case isCall(r):
			writeProblem(w, http.StatusServiceUnavailable, contract.Problem{Code: p.Code, Message: p.Message})
		case !a.shows(r.URL.Query().Get("token")):
			refuse(w, r, http.StatusUnauthorized, signedOut)
		default:
			writeTrouble(w, t, p.Message)
		}
	})
}

// shows reports whether that is the one-time token, and does not use it.
func (a *access) shows(token string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.token != "" && equal(token, a.token)
}

func writeTrouble(w http.ResponseWriter, t Trouble, message string) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Refresh", again)
	w.WriteHeader(http.StatusServiceUnavailable)
	_ = troublePage.Execute(w, map[string]any{"Trouble": t, "Message": message}) // if the write fails, the reader is gone
}

// lentListener is a listener that stays open when a server closes it.
type lentListener struct{ net.Listener }

// Close ends a waiting Accept and keeps the port open.
func (l *lentListener) Close() error {
	if d, ok := l.Listener.(*net.TCPListener); ok {
		return d.SetDeadline(time.Unix(1, 0))
	}
	return l.Listener.Close()
}

func (l *lentListener) giveBack() error {
	if d, ok := l.Listener.(*net.TCPListener); ok {
		if err := d.SetDeadline(time.Time{}); err != nil {
			return galley.WrapError(err, galley.CodeCannotRun, messages.PortLost)
		}
	}
	return nil
}

var troublePage = template.Must(template.New("trouble").Funcs(template.FuncMap{
	"moment": func(at time.Time) string { return at.Local().Format("2 January 2006, 15:04") },
	"size":   func(c galley.DataCopy) float64 { return float64(c.Size) / 1e6 },
	"kind": func(c galley.DataCopy) string {
		return map[galley.CopyKind]string{galley.CopyDaily: "daily", galley.CopyUpgrade: "before an update", galley.CopyKept: "kept"}[c.Kind]
	},
}).Parse(troubleHTML))
