package shopify

import (
	"sync"
)

// Pool hands out one client per endpoint, so that everything in this process that talks to a shop
// shares one view of its cost bucket. The zero value is ready for use.
type Pool struct {
	mu      sync.Mutex
	clients map[string]*Client
}

// Client returns the endpoint's client, a new one if there is none or the token is another.
func (p *Pool) Client(cfg Config) (*Client, error) {
	client, err := New(cfg)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if known, ok := p.clients[client.endpoint]; ok {
		if known.token == client.token {
			return known, nil
		}
		known.Close()
	}
	if p.clients == nil {
		p.clients = map[string]*Client{}
	}
	p.clients[client.endpoint] = client
	return client, nil
}

// Close lets go of all idle connections.
func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, client := range p.clients {
		client.Close()
	}
}
