package llmtest

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Request is a chat request as it came.
type Request struct {
	At            time.Time
	Authorization string
	Model         string
	Messages      []Message
	Format        string // of the response: json_schema, json_object, or ""
	Strict        bool   // of a json_schema
	MaxTokens     int
	// MaxCompletionTokens is the successor of MaxTokens.
	MaxCompletionTokens int
	Temperature         float64
	Body                json.RawMessage
}

// Message is one turn.
type Message struct {
	Role     string
	Text     string
	Pictures [][]byte
}

// System is the text of the instructions.
func (r Request) System() string { return r.text("system") }

// User is the text of the last turn of the user.
func (r Request) User() string { return r.text("user") }

// Pictures are those of all turns.
func (r Request) Pictures() [][]byte {
	var all [][]byte
	for _, m := range r.Messages {
		all = append(all, m.Pictures...)
	}
	return all
}

func (r Request) text(role string) string {
	for _, m := range slices.Backward(r.Messages) {
		if m.Role == role {
			return m.Text
		}
	}
	return ""
}

func (s *Server) read(r *http.Request) (Request, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return Request{}, err
	}
	var wire struct {
		Model    string `json:"model"`
		Messages []struct {
			Role    string          `json:"role"`
			Content json.RawMessage `json:"content"`
		} `json:"messages"`
		ResponseFormat struct {
			Type       string `json:"type"`
			JSONSchema struct {
				Strict bool `json:"strict"`
			} `json:"json_schema"`
		} `json:"response_format"`
		MaxTokens           int     `json:"max_tokens"`
		MaxCompletionTokens int     `json:"max_completion_tokens"`
		Temperature         float64 `json:"temperature"`
	}
	if err := json.Unmarshal(body, &wire); err != nil {
		return Request{}, err
	}
	req := Request{
		At: s.options.Clock.Now(), Authorization: r.Header.Get("Authorization"), Model: wire.Model,
		Format: wire.ResponseFormat.Type, Strict: wire.ResponseFormat.JSONSchema.Strict,
		MaxTokens: wire.MaxTokens, MaxCompletionTokens: wire.MaxCompletionTokens,
		Temperature: wire.Temperature, Body: body,
	}
	for _, m := range wire.Messages {
		message, err := readContent(m.Content)
		if err != nil {
			return Request{}, err
		}
		message.Role = m.Role
		req.Messages = append(req.Messages, message)
	}
	return req, nil
}

// readContent reads a turn's text, or its parts.
func readContent(raw json.RawMessage) (Message, error) {
	var m Message
	if json.Unmarshal(raw, &m.Text) == nil {
		return m, nil
	}
	var parts []struct {
		Type     string `json:"type"`
		Text     string `json:"text"`
		ImageURL struct {
			URL string `json:"url"`
		} `json:"image_url"`
	}
	if err := json.Unmarshal(raw, &parts); err != nil {
		return m, err
	}
	for _, part := range parts {
		m.Text += part.Text
		if part.Type != "image_url" {
			continue
		}
		_, data, _ := strings.Cut(part.ImageURL.URL, ";base64,")
		picture, err := base64.StdEncoding.DecodeString(data)
		if err != nil {
			return m, err
		}
		m.Pictures = append(m.Pictures, picture)
	}
	return m, nil
}
