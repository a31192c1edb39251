package demo

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/graceful"
)

// Server is a demo shop that listens.
type Server struct {
	// Endpoint is the shop's address: http://127.0.0.1:40123
	Endpoint string
	// Token is what requests to the Admin API must carry.
	Token string

	http    *http.Server
	unused  graceful.Unused
	closing chan struct{}
	done    chan struct{}
	once    sync.Once
	failure error // of closing; set before done is closed
}

// Serve answers on an address, such as 127.0.0.1:0, until ctx ends or Close is
// called. The shop stays open.
func (s *Shop) Serve(ctx context.Context, address string) (*Server, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, galley.WrapError(err, galley.CodeCannotRun, messages.DemoCannotListen(address))
	}
	server := &Server{
		Endpoint: "http://" + listener.Addr().String(),
		Token:    s.token,
		http: &http.Server{
			Handler:           sharedPictures(s.Handler()),
			ReadHeaderTimeout: 10 * time.Second,
			IdleTimeout:       2 * time.Minute,
		},
		closing: make(chan struct{}),
		done:    make(chan struct{}),
	}
	server.http.ConnState = server.unused.Note
	go server.http.Serve(listener) //nolint:errcheck // always ends with ErrServerClosed
	go server.closeAfter(ctx)
	return server, nil
}

// Close stops the server and waits for it. Requests being answered get a moment
// to finish.
func (s *Server) Close() error {
	s.once.Do(func() { close(s.closing) })
	<-s.done
	return s.failure
}

func (s *Server) closeAfter(ctx context.Context) {
	defer close(s.done)
	select {
	case <-ctx.Done():
	case <-s.closing:
	}
	const moment = 2 * time.Second
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), moment)
	defer cancel()
	s.unused.Close()
	if err := s.http.Shutdown(last); err != nil {
		// Requests still open have had their moment; cutting them off is no failure.
		s.failure = s.http.Close()
	}
}

// sharedPictures lets any page read the pictures, as Shopify's file server does.
func sharedPictures(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, pictureFolder) {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		next.ServeHTTP(w, r)
	})
}
