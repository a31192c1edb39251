package llm

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestAddresses(t *testing.T) {
	cases := []struct {
		typed string
		want  []string // nil for refused
	}{
		{"https://api.openai.com/v1", []string{"https://api.openai.com/v1", "https://api.openai.com"}},
		{" https://api.openai.com/v1/ ", []string{"https://api.openai.com/v1", "https://api.openai.com"}},
		{"https://api.openai.com", []string{"https://api.openai.com/v1", "https://api.openai.com"}},
		{"https://api.openai.com/", []string{"https://api.openai.com/v1", "https://api.openai.com"}},
		{"https://api.openai.com/v1/chat/completions", []string{"https://api.openai.com/v1", "https://api.openai.com"}},
		{"http://localhost:11434/v1/models", []string{"http://localhost:11434/v1", "http://localhost:11434"}},
		{"localhost:11434", []string{"http://localhost:11434/v1", "http://localhost:11434"}},
		{"127.0.0.1:8080/v1", []string{"http://127.0.0.1:8080/v1", "http://127.0.0.1:8080"}},
		{"192.168.1.20:1234", []string{"http://192.168.1.20:1234/v1", "http://192.168.1.20:1234"}},
		{"[::1]:8080", []string{"http://[::1]:8080/v1", "http://[::1]:8080"}},
		{"studio.local:1234", []string{"http://studio.local:1234/v1", "http://studio.local:1234"}},
		{"api.example.com/v1", []string{"https://api.example.com/v1", "https://api.example.com"}},
		{"8.8.8.8", []string{"https://8.8.8.8/v1", "https://8.8.8.8"}},
		{"https://host/api", []string{"https://host/api", "https://host/api/v1", "https://host/v1"}},
		{"https://host/v1beta/openai", []string{"https://host/v1beta/openai", "https://host/v1beta/openai/v1"}},
		{"https://host/api/paas/v4", []string{"https://host/api/paas/v4", "https://host/api/paas"}},
		{"localhost:1234/api/v1", []string{"http://localhost:1234/api/v1", "http://localhost:1234/v1"}},
		{"https://openrouter.ai/api/v1", []string{"https://openrouter.ai/api/v1", "https://openrouter.ai/v1"}},
		{"0.0.0.0:11434", []string{"http://0.0.0.0:11434/v1", "http://0.0.0.0:11434"}},
		{"host.docker.internal:11434", []string{"http://host.docker.internal:11434/v1", "http://host.docker.internal:11434"}},
		{"localhost:11434/api/chat", []string{"http://localhost:11434/v1", "http://localhost:11434"}},
		{"https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1", nil},
		{"", nil},
		{"   ", nil},
		{"ftp://host/v1", nil},
		{"https://", nil},
		{"https://user:secret@host/v1", nil},
		{"https://host/v1?api-key=secret", nil},
		{"http://ho st/v1", nil},
		{"https://host:port:9/v1", nil},
	}
	for _, c := range cases {
		t.Run(c.typed, func(t *testing.T) {
			got, err := addresses(c.typed)
			require.Equal(t, c.want, got)
			if c.want != nil {
				require.NoError(t, err)
				return
			}
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			require.NotContains(t, err.Error(), "secret")
		})
	}
}

func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{"localhost:11434", "https://host/v1", "//", "http://[::1", "a b", "https://u:p@h"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		got, err := addresses(typed)
		if err != nil {
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
			return
		}
		for _, base := range got {
			again, err := addresses(base)
			require.NoError(t, err, base)
			require.Contains(t, again, base, "what came out has to mean itself")
		}
	})
}
