package llm_test

import (
	"testing"

	"go.uber.org/goleak"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm"
	"galley/backend/llm/llmtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestConformance(t *testing.T) {
	endpoints := map[string]llmtest.Options{
		"does everything":        {Key: "sk-right"},
		"refuses schemas":        {NoSchema: true},
		"refuses all structure":  {NoSchema: true, NoObject: true},
		"ignores structure":      {IgnoresFormat: true},
		"new parameters only":    {NoMaxTokens: true, NoTemperature: true},
		"refuses without a word": {NoSchema: true, NoMaxTokens: true, NoTemperature: true, Vague: true},
		"blind":                  {Blind: true},
		"blind Ollama":           {Capabilities: []string{"completion"}},
		"seeing Ollama":          {Capabilities: []string{"completion", "vision"}},
		"lists no models":        {NoList: true},
	}
	for name, options := range endpoints {
		t.Run(name, func(t *testing.T) {
			galleytest.WriterConformance(t, func(t *testing.T) galley.Writer {
				server := llmtest.Start(t, options)
				c := llm.New(llm.Config{BaseURL: server.URL(), Model: llmtest.Model, Key: options.Key})
				t.Cleanup(c.Close)
				return c
			})
		})
	}
}
