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

// TestStepsOfAScript: kind, address and model are set one after the other, in any
// order; no step takes a part out of what was whole.
func TestStepsOfAScript(t *testing.T) {
	s, _, _ := newDesk(t)
	steps := []struct {
		key, value string
		missing    []string
	}{
		{"writer.kind", "openai", []string{"writer.base_url", "writer.model"}},
		{"writer.model", "m", []string{"writer.base_url"}},
		{"writer.base_url", "localhost:11434", nil},
	}
	for _, step := range steps {
		missing, err := s.Step(bg, map[string]string{step.key: step.value})
		require.NoError(t, err)
		require.Equal(t, step.missing, missing, step.key)
	}
	for key := range map[string]bool{"writer.base_url": true, "writer.model": true} {
		_, err := s.Step(bg, map[string]string{key: ""})
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), key)
		require.Contains(t, galley.MessageOf(err), key)
	}
	set, err := s.Get(bg)
	require.NoError(t, err)
	require.Empty(t, set.Writer.Missing())
}

func TestHalfAnEndpointNamesWhatIsMissing(t *testing.T) {
	s, _, _ := newDesk(t)
	err := s.Save(bg, map[string]string{"writer.kind": "openai", "writer.model": "m"})
	require.Contains(t, galley.MessageOf(err), "Missing: writer.base_url.")
	err = s.Save(bg, map[string]string{"writer.kind": "openai"})
	require.Contains(t, galley.MessageOf(err), "Missing: writer.base_url and writer.model.")
}

func TestOneAnswerLimitIsEnteredForTheModel(t *testing.T) {
	s, _, _ := newDesk(t)
	set := func(text string) error { return s.Set(bg, map[string]string{"writer.answer_limit": text}) }
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(set("description=8000")), "there is no model")
	require.NoError(t, s.Set(bg, map[string]string{"writer.model": "m", "writer.answer_limits": `[{"model":"n","field":"title","tokens":300}]`}))
	require.NoError(t, set("description=8000"))
	require.NoError(t, set("title = 400"))
	require.NoError(t, set("description=9000"))
	now, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, map[galley.Field]int{galley.FieldDescription: 9000, galley.FieldTitle: 400}, now.Writer.LimitsOf("m"))
	require.Equal(t, map[galley.Field]int{galley.FieldTitle: 300}, now.Writer.LimitsOf("n"))
	require.NoError(t, set("description="))
	for _, wrong := range []string{"description", "nonsense=300", "title=many", "title=3"} {
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(set(wrong)), wrong)
	}
	now, err = s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, map[galley.Field]int{galley.FieldTitle: 400}, now.Writer.LimitsOf("m"))
}

// TestLessonIsForgottenWithItsModel: what was learned holds for one address and
// model, and is forgotten on demand.
func TestLessonIsForgottenWithItsModel(t *testing.T) {
	s, _, st := newDesk(t)
	of := galley.WriterSpec{BaseURL: "http://localhost:11434/v1", Model: "m"}
	learn := func() {
		require.NoError(t, s.Set(bg, map[string]string{"writer.kind": "openai", "writer.base_url": of.BaseURL, "writer.model": of.Model}))
		require.NoError(t, st.PutLesson(bg, of, galley.Lesson{Base: of.BaseURL, Structured: galley.StructureObject}))
	}
	for name, forget := range map[string]func() error{
		"another model":   func() error { return s.Set(bg, map[string]string{"writer.model": "n"}) },
		"another address": func() error { return s.Set(bg, map[string]string{"writer.base_url": "http://localhost:1234/v1"}) },
		"on demand":       func() error { return s.Forget(bg) },
	} {
		learn()
		require.NoError(t, s.Set(bg, map[string]string{"writer.model": "m", "writer.rpm": "7"}))
		set, err := s.Get(bg)
		require.NoError(t, err)
		require.NotNil(t, set.Writer.Learned, "%s: the same model keeps it", name)
		require.NoError(t, forget())
		kept, err := st.Lesson(bg, of)
		require.NoError(t, err)
		require.Nil(t, kept, name)
	}
}
