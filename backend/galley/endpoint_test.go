package galley_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestGuessScheme(t *testing.T) {
	for typed, want := range map[string]string{
		"localhost:11434": "http", "0.0.0.0:11434": "http", "host.docker.internal:11434": "http", "ollama:11434/v1": "http",
		"192.168.1.9:1234": "http", "[::1]:8080": "http", "studio.local": "http", "box.lan:8080": "http",
		"api.example.com": "https", "8.8.8.8": "https", "llm.example:443/v1": "https",
	} {
		require.Equal(t, want, galley.GuessScheme(typed), typed)
	}
}

func TestAzureEndpoint(t *testing.T) {
	for address, want := range map[string]string{
		"https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21": "https://x.openai.azure.com/openai/v1",
		"https://x.openai.azure.com/?api-version=2024-10-21":                                      "https://x.openai.azure.com/openai/v1",
		"https://x.openai.azure.com/openai/v1":                                                    "",
		"https://host/v1?key=secret":                                                              "",
	} {
		u, err := url.Parse(address)
		require.NoError(t, err)
		got, ok := galley.AzureEndpoint(u)
		require.Equal(t, want, got)
		require.Equal(t, want != "", ok)
	}
}
