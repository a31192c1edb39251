package settings_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// TestTrialSavesNothing: what is tried is what is typed, on top of what is saved.
func TestTrialSavesNothing(t *testing.T) {
	s, _, _ := newDesk(t)
	set, key, err := s.Trial(bg, map[string]string{"writer.kind": "openai", "writer.base_url": "localhost:11434", "writer.api_key": "sk-typed"})
	require.NoError(t, err)
	require.Equal(t, "http://localhost:11434", set.Writer.BaseURL)
	require.Equal(t, "sk-typed", key)
	saved, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, galley.WriterTemplate, saved.Writer.Kind)
	require.Empty(t, saved.Writer.BaseURL)
	require.False(t, saved.Writer.KeyStored)
	_, _, err = s.Trial(bg, map[string]string{"writer.rpm": "many"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestHalfAnEndpointIsNotSaved(t *testing.T) {
	s, _, _ := newDesk(t)
	for _, half := range []map[string]string{
		{"writer.kind": "openai"},
		{"writer.kind": "openai", "writer.base_url": "http://localhost:11434/v1"},
		{"writer.kind": "openai", "writer.model": "m"},
	} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(s.Save(bg, half)), half)
		saved, err := s.Get(bg)
		require.NoError(t, err)
		require.Equal(t, galley.WriterTemplate, saved.Writer.Kind)
	}
	require.NoError(t, s.Save(bg, map[string]string{"writer.kind": "openai", "writer.base_url": "http://localhost:11434/v1", "writer.model": "m"}))
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(s.Save(bg, map[string]string{"writer.model": ""})))
	require.NoError(t, s.Save(bg, map[string]string{"person": "Ada"}))
}

func TestAddressesAsPeopleTypeThem(t *testing.T) {
	s, _, _ := newDesk(t)
	for typed, want := range map[string]string{
		"localhost:11434":               "http://localhost:11434",
		"0.0.0.0:11434/":                "http://0.0.0.0:11434",
		"host.docker.internal:11434/v1": "http://host.docker.internal:11434/v1",
		"llm.example/v1":                "https://llm.example/v1",
	} {
		require.NoError(t, s.Set(bg, map[string]string{"writer.base_url": typed}))
		got, err := s.Value(bg, "writer.base_url")
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	err := s.Set(bg, map[string]string{"writer.base_url": "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1"})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "https://x.openai.azure.com/openai/v1")
}

func TestAnswerLimits(t *testing.T) {
	s, _, _ := newDesk(t)
	require.NoError(t, s.Set(bg, map[string]string{"writer.answer_limits": `[{"model":"m","field":"description","tokens":8000},{"model":"n","field":"title","tokens":300}]`}))
	set, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, map[galley.Field]int{galley.FieldDescription: 8000}, set.Writer.LimitsOf("m"))
	for _, wrong := range []string{`{`, `[{"model":"","field":"title","tokens":300}]`, `[{"model":"m","field":"nonsense","tokens":300}]`, `[{"model":"m","field":"title","tokens":3}]`, `[{"model":"m","field":"title","tokens":300},{"model":"m","field":"title","tokens":400}]`} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(s.Set(bg, map[string]string{"writer.answer_limits": wrong})), wrong)
	}
	require.NoError(t, s.Set(bg, map[string]string{"writer.answer_limits": ""}))
	set, err = s.Get(bg)
	require.NoError(t, err)
	require.Empty(t, set.Writer.AnswerLimits)
}
