package llm

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
	"galley/backend/llm/replies"
)

// getList asks once for the list of models at a base address. The library's own
// call would drop what the list says of them.
func (c *Client) getList(ctx context.Context, base string) ([]replies.Model, http.Header, error) {
	resp, err := c.get(ctx, base+listPath)
	if err != nil {
		return nil, http.Header{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusBadRequest {
		return nil, resp.Header, refusalOf(resp)
	}
	var list struct {
		Data []replies.Model `json:"data"`
	}
	err = json.NewDecoder(resp.Body).Decode(&list)
	return list.Data, resp.Header, err
}

func (c *Client) get(ctx context.Context, address string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, err
	}
	if c.cfg.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.cfg.Key)
	}
	return c.http.Do(req)
}

// refusalOf is the error of a refused request, as the library has it.
func refusalOf(resp *http.Response) error {
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var said openai.ErrorResponse
	if json.Unmarshal(body, &said) == nil && said.Error != nil {
		said.Error.HTTPStatusCode = resp.StatusCode
		return said.Error
	}
	return &openai.RequestError{HTTPStatusCode: resp.StatusCode, Body: body}
}

// maxShown is how many models of Ollama are asked about one by one.
const maxShown = 12

// enrich adds what servers on this computer or network tell in their own APIs:
// Ollama and LM Studio. A server that has none of them is left as it is.
func (c *Client) enrich(ctx context.Context, base string, models []replies.Model) []replies.Model {
	root, isV1 := strings.CutSuffix(base, "/v1")
	if !isV1 || !isNear(base) || len(models) == 0 {
		return models
	}
	for _, path := range []string{"/api/tags", "/api/v0/models"} {
		known := c.own(ctx, root+path)
		for i, m := range models {
			if k, found := known[m.ID]; found {
				models[i] = fuller(m, k)
			}
		}
		if len(known) == 0 {
			continue
		}
		if path == "/api/tags" {
			c.askOllama(ctx, root, models)
		}
		break
	}
	return models
}

// own reads a server's own list, by name.
func (c *Client) own(ctx context.Context, address string) map[string]replies.Model {
	body, ok := c.body(ctx, http.MethodGet, address, nil)
	if !ok {
		return nil
	}
	out, status, ok := replies.Models(body)
	var list struct {
		Data []replies.Model `json:"data"`
	}
	if !ok || status != 0 || json.Unmarshal(out, &list) != nil {
		return nil
	}
	known := map[string]replies.Model{}
	for _, m := range list.Data {
		known[m.ID] = m
	}
	return known
}

// askOllama asks Ollama about each model, since its list says little.
func (c *Client) askOllama(ctx context.Context, root string, models []replies.Model) {
	var asked sync.WaitGroup
	for i := range models[:min(len(models), maxShown)] {
		asked.Go(func() {
			question, err := json.Marshal(map[string]string{"model": models[i].ID})
			if err != nil {
				return
			}
			if body, ok := c.body(ctx, http.MethodPost, root+"/api/show", question); ok {
				models[i] = replies.Shown(body, models[i])
			}
		})
	}
	asked.Wait()
}

// body is the body of a good answer of a server's own API.
func (c *Client) body(ctx context.Context, method, address string, question []byte) ([]byte, bool) {
	req, err := http.NewRequestWithContext(ctx, method, address, strings.NewReader(string(question)))
	if err != nil {
		return nil, false
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, false
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return body, err == nil && resp.StatusCode == http.StatusOK
}

// fuller is a model with what another list says of it too.
func fuller(m, also replies.Model) replies.Model {
	if m.Bytes == 0 {
		m.Bytes = also.Bytes
	}
	if m.Context == 0 {
		m.Context = also.Context
	}
	if m.Pictures == nil {
		m.Pictures = also.Pictures
	}
	m.NoText = m.NoText || also.NoText
	return m
}

// isNear reports whether an address is on this computer or network.
func isNear(base string) bool {
	u, err := url.Parse(base)
	return err == nil && isLocalName(u.Hostname())
}

// listed are the models as pages get them.
func listed(models []replies.Model) []galley.EndpointModel {
	list := make([]galley.EndpointModel, 0, len(models))
	for _, m := range models[:min(len(models), maxListed)] {
		list = append(list, galley.EndpointModel{ID: m.ID, Bytes: m.Bytes, Context: m.Context, Pictures: m.Pictures, NoText: m.NoText})
	}
	return list
}
