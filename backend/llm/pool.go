package llm

import "sync"

// Pool returns one client for each endpoint and model, so that all jobs that
// use a model share its pace and its probe.
type Pool struct {
	mu      sync.Mutex
	clients map[poolKey]*Client
}

type poolKey struct{ baseURL, model string }

// NewPool returns an empty pool.
func NewPool() *Pool { return &Pool{clients: map[poolKey]*Client{}} }

// Client returns the client for the config's endpoint and model. Limits that
// changed hold for those already at work too; with another key a new client
// takes its place, at the same pace.
func (p *Pool) Client(cfg Config) *Client {
	cfg = cfg.normalised()
	p.mu.Lock()
	defer p.mu.Unlock()
	key := poolKey{cfg.BaseURL, cfg.Model}
	if bases, err := addresses(cfg.BaseURL); err == nil {
		key.baseURL = bases[0]
	}
	c, found := p.clients[key]
	if !found {
		c = New(cfg)
		p.clients[key] = c
		return c
	}
	c.pace.setLimits(cfg.RPM, cfg.TPM)
	c.gate.resize(cfg.Concurrency)
	c.setLimits(cfg.AnswerLimits)
	c.follow(cfg.Lesson)
	if c.cfg.Key != cfg.Key || c.cfg.Timeout != cfg.Timeout {
		c.Close()
		c = newClient(cfg, c.pace, c.gate, c.guess)
		p.clients[key] = c
	}
	return c
}

// Close drops the idle connections of all clients.
func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.clients {
		c.Close()
	}
}
