package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"
	"slices"
	"strings"

	"github.com/sashabaranov/go-openai"

	"galley/backend/galley"
)

// Sees reports whether pictures can be sent to the model. It is found out once,
// by asking, never by the model's name.
func (c *Client) Sees(ctx context.Context) (bool, error) {
	sees, f := c.sight(ctx)
	return sees && f == nil, f.explain(inJob)
}

// sight finds out once whether the model sees.
func (c *Client) sight(ctx context.Context) (bool, *fault) {
	able, f := c.abilities(ctx)
	if f != nil {
		return false, f
	}
	if sees := c.keptSight(); sees != nil {
		return *sees, nil
	}
	select {
	case c.learning <- struct{}{}:
	case <-ctx.Done():
		return false, stopped(ctx)
	}
	defer func() { <-c.learning }()
	if sees := c.keptSight(); sees != nil {
		return *sees, nil
	}
	sees, _, f := c.findSight(ctx, able)
	return sees, f
}

func (c *Client) keptSight() *bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.sees
}

// findSight finds out whether the model sees, and keeps the answer unless the
// question did not get through.
func (c *Client) findSight(ctx context.Context, able *abilities) (sees bool, used galley.Usage, f *fault) {
	sees, known := c.ollamaSees(ctx, able.base)
	if !known {
		var resp openai.ChatCompletionResponse
		chat := sightChat(c.cfg.Model, able.dialect)
		if resp, f = c.send(ctx, able, chat, probeField); f == nil {
			used, sees = usage(resp, chat), true
		}
		if f != nil && !isBlindness(f) {
			return false, used, f
		}
	}
	c.mu.Lock()
	c.sees, c.unkept = &sees, true
	c.mu.Unlock()
	return sees, used, nil
}

// isBlindness reports whether the answer to a picture means that the model does
// not see. A fault of the endpoint, tried several times while text goes
// through, is how some servers say it.
func isBlindness(f *fault) bool {
	switch f.code {
	case galley.CodeWriterFailed, galley.CodeWriterTooLong, galley.CodeWriterPicture, galley.CodeWriterModel, galley.CodeWriterRefused:
		return true
	}
	return false
}

// ollamaSees asks Ollama's own API what the model can do: its compatible one
// answers as if a blind model had seen the picture. known is false for every
// other server.
func (c *Client) ollamaSees(ctx context.Context, base string) (sees, known bool) {
	root, isV1 := strings.CutSuffix(base, "/v1")
	if !isV1 {
		return false, false
	}
	body, err := json.Marshal(map[string]string{"model": c.cfg.Model})
	if err != nil {
		return false, false
	}
	var shown struct {
		Capabilities []string `json:"capabilities"`
	}
	f := c.paced(ctx, need{}, func(ctx context.Context, _ int) (http.Header, *fault) {
		ctx, cancel := context.WithTimeout(ctx, listTimeout)
		defer cancel()
		return c.post(ctx, root+"/api/show", body, &shown)
	})
	if f != nil || shown.Capabilities == nil {
		return false, false
	}
	return slices.Contains(shown.Capabilities, "vision"), true
}

func (c *Client) post(ctx context.Context, address string, body []byte, answer any) (http.Header, *fault) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, c.unreadable(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if c.cfg.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.cfg.Key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, c.unreadable(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return resp.Header, &fault{code: galley.CodeNotFound}
	}
	if err := json.NewDecoder(resp.Body).Decode(answer); err != nil {
		return resp.Header, c.unreadable(err)
	}
	return resp.Header, nil
}

// sightChat shows a small plain picture. The model's answer does not matter: an
// endpoint whose model cannot see refuses it.
func sightChat(model string, d dialect) openai.ChatCompletionRequest {
	chat := openai.ChatCompletionRequest{Model: model, Messages: []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: formatRule},
		withImage("The finished text is the main colour of this picture.", galley.Picture{MIME: "image/jpeg", Data: swatch()}),
	}}
	d.apply(&chat, shortAnswer)
	return chat
}

// swatch is a plain picture, large enough for models that look at patches.
func swatch() []byte {
	const side = 64
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	for i := range side * side {
		img.Set(i%side, i/side, color.RGBA{R: 200, G: 40, B: 40, A: 255})
	}
	var out bytes.Buffer
	if jpeg.Encode(&out, img, nil) != nil {
		return nil // cannot fail on memory
	}
	return out.Bytes()
}
