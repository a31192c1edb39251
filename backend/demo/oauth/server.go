package oauth

import (
	"slices"
	"sync"
	"time"

	"galley/backend/galley"
)

// How long what is given out is good for. Source: Shopify's pages on client
// credentials and on expiring offline access tokens.
const (
	credentialsLife = 24*time.Hour - time.Second
	accessLife      = time.Hour
	refreshLife     = 90 * 24 * time.Hour
	codeLife        = time.Minute // not documented; an app exchanges a code at once
)

// Server gives out tokens for one shop. It is safe for concurrent use.
type Server struct {
	clock galley.Clock
	shop  string // its domain
	apps  []App

	mu        sync.Mutex
	codes     map[string]approval
	access    map[string]*grant
	refreshes map[string]*grant
}

// approval is the grant that a code can be exchanged for.
type approval struct {
	app    string
	scopes []string
	until  time.Time
}

// grant is an access token, and the refresh token that came with it.
type grant struct {
	app             string
	scopes          []string
	access, refresh string
	until           time.Time // of the access token; zero for ever
	refreshUntil    time.Time
	// before is the grant that was refreshed. Its refresh token is good until this
	// one is used, in case that the answer was lost.
	before *grant
}

// NewServer makes a server for the shop of that domain.
func NewServer(clock galley.Clock, shop string, apps ...App) *Server {
	return &Server{
		clock: clock, shop: shop, apps: apps,
		codes: map[string]approval{}, access: map[string]*grant{}, refreshes: map[string]*grant{},
	}
}

// Scopes are what a token may do; ok is false for one that is not good, or not
// any more.
func (s *Server) Scopes(token string) (scopes []string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.access[token]
	if g == nil || !g.until.IsZero() && !s.clock.Now().Before(g.until) {
		return nil, false
	}
	s.used(g)
	return g.scopes, true
}

// used ends the grant that this one replaces.
func (s *Server) used(g *grant) {
	if g.before != nil {
		delete(s.refreshes, g.before.refresh)
		g.before = nil
	}
}

func (s *Server) app(id string) (App, bool) {
	i := slices.IndexFunc(s.apps, func(a App) bool { return a.ID == id })
	if i < 0 {
		return App{}, false
	}
	return s.apps[i], true
}

// give makes an access token; life 0 is for ever.
func (s *Server) give(app string, scopes []string, life time.Duration) *grant {
	g := &grant{app: app, scopes: scopes, access: secret("shpat_")}
	if life > 0 {
		g.until = s.clock.Now().Add(life)
	}
	s.access[g.access] = g
	return g
}

// giveRefresh adds a refresh token.
func (s *Server) giveRefresh(g *grant) {
	g.refresh, g.refreshUntil = secret("shprt_"), s.clock.Now().Add(refreshLife)
	s.refreshes[g.refresh] = g
}

// takeCode returns the approval of a code and invalidates the code.
func (s *Server) takeCode(code, app string) (approval, bool) {
	found, has := s.codes[code]
	if !has || found.app != app || !s.clock.Now().Before(found.until) {
		return approval{}, false
	}
	delete(s.codes, code)
	return found, true
}

// refresh makes a new grant of an old one.
func (s *Server) refresh(token, app string) (*grant, bool) {
	old := s.refreshes[token]
	if old == nil || old.app != app || !s.clock.Now().Before(old.refreshUntil) {
		return nil, false
	}
	s.used(old)
	delete(s.access, old.access)
	for other, g := range s.refreshes { // of an answer that was lost: replaced by this one
		if g.before == old {
			delete(s.refreshes, other)
			delete(s.access, g.access)
		}
	}
	g := s.give(old.app, old.scopes, accessLife)
	s.giveRefresh(g)
	g.before = old
	return g, true
}
