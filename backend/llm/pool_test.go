package llm

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

func TestPool(t *testing.T) {
	server := llmtest.Start(t, llmtest.Options{Key: "sk-new", Models: []string{"a", "b"}})
	pool := NewPool()
	defer pool.Close()

	one := pool.Client(Config{BaseURL: server.URL(), Model: "a", Key: "sk-old", RPM: 10})
	require.Same(t, one, pool.Client(Config{BaseURL: server.URL() + "/", Model: "a", Key: "sk-old", RPM: 10}))
	require.NotSame(t, one, pool.Client(Config{BaseURL: server.URL(), Model: "b", Key: "sk-old", RPM: 10}))
	_, err := one.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.Equal(t, galley.CodeWriterKey, galley.CodeOf(err))

	two := pool.Client(Config{BaseURL: server.URL(), Model: "a", Key: "sk-new", Concurrency: 9})
	require.NotSame(t, one, two)
	require.Same(t, one.pace, two.pace, "the pace outlives the key")
	require.Equal(t, 9, two.gate.width)
	_, err = two.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(t, err)
	require.Same(t, two, pool.Client(Config{BaseURL: server.URL(), Model: "a", Key: "sk-new", RPM: 500}))
}
