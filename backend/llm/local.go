package llm

import (
	"cmp"
	"context"
	"net"
	"slices"
	"strconv"
	"sync"
	"time"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// Find reads what an endpoint offers, without a model and without cost. An
// endpoint that has no list, or shows it to no one, is found with none.
func Find(ctx context.Context, cfg Config) (galley.EndpointModels, error) {
	c := New(cfg)
	defer c.Close()
	if cfg.BaseURL == "" {
		return galley.EndpointModels{}, galley.NewError(galley.CodeInvalidInput, messages.EndpointAddressUnusable)
	}
	if f := c.cfg.checkKey(); f != nil {
		return galley.EndpointModels{}, f.explain(inTest)
	}
	began := steady(c.cfg.Clock)
	able, f := c.find(ctx)
	if f != nil {
		return galley.EndpointModels{}, f.explain(inTest)
	}
	took := int(steady(c.cfg.Clock).Sub(began).Milliseconds())
	ctx, cancel := context.WithTimeout(ctx, enrichTimeout)
	defer cancel()
	return galley.EndpointModels{
		BaseURL: able.base, Models: listed(c.enrich(ctx, able.base, able.list)), Listed: able.listed, Millis: took, Local: isNear(able.base),
	}, nil
}

// enrichTimeout bounds what is asked about the models of a list: it is shown
// without the answers that take longer.
const enrichTimeout = 3 * time.Second

// localServers are the servers that people run models with, by their usual port.
var localServers = map[int]string{11434: "Ollama", 1234: "LM Studio", 8080: "llama.cpp"}

// localTimeout is enough for a server on this computer.
const localTimeout = 1500 * time.Millisecond

// Local finds the model servers of this computer at their usual ports: those
// that list models.
func Local(ctx context.Context) []galley.LocalEndpoint { return localAt(ctx, localServers) }

func localAt(ctx context.Context, servers map[int]string) []galley.LocalEndpoint {
	ctx, cancel := context.WithTimeout(ctx, localTimeout)
	defer cancel()
	var (
		mu    sync.Mutex
		found []galley.LocalEndpoint
		asked sync.WaitGroup
	)
	for port, name := range servers {
		asked.Go(func() {
			base := "http://" + net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) + "/v1"
			models := listAt(ctx, base)
			if len(models) == 0 {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			found = append(found, galley.LocalEndpoint{Name: name, BaseURL: base, Models: models})
		})
	}
	asked.Wait()
	slices.SortFunc(found, func(a, b galley.LocalEndpoint) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// listAt asks once for the list of models at a base address.
func listAt(ctx context.Context, base string) []string {
	c := New(Config{BaseURL: base})
	defer c.Close()
	list, _, err := c.getList(ctx, base)
	if err != nil {
		return nil
	}
	var models []string
	for _, m := range list {
		if !m.NoText {
			models = append(models, m.ID)
		}
	}
	return models[:min(len(models), maxListed)]
}
