package wire

import (
	"context"
	"net/url"
	"slices"

	"galley/backend/galley"
	"galley/backend/pictures"
	"galley/backend/store"
)

// newPictures makes the fetcher of pictures from allowed addresses.
func newPictures(st *store.Store, clients *shopClients) galley.Pictures {
	named := func(ctx context.Context, host string) bool { return clients.isDemo(host) || isEndpoint(ctx, st, host) }
	return resolvingPictures{pictures.New(named), clients}
}

// isEndpoint reports whether a person gave that host as the address of a shop.
func isEndpoint(ctx context.Context, st *store.Store, host string) bool {
	endpoints, err := st.Endpoints(ctx)
	return err == nil && slices.ContainsFunc(endpoints, func(endpoint string) bool { // or else the picture has to be at a public address
		u, err := url.Parse(endpoint)
		return err == nil && u.Host != "" && u.Host == host
	})
}

// isDemo reports whether the demo shop of this process is at that host.
func (c *shopClients) isDemo(host string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.demo != nil && c.demo.server.Endpoint == "http://"+host
}

// resolvingPictures fetches pictures by the addresses of the local copy.
type resolvingPictures struct {
	galley.Pictures
	clients *shopClients
}

func (p resolvingPictures) Picture(ctx context.Context, address string, maxSide int) (galley.Picture, error) {
	url, err := p.clients.resolve(ctx, address)
	if err != nil {
		return galley.Picture{}, err
	}
	return p.Pictures.Picture(ctx, url, maxSide)
}
