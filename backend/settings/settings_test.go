package settings_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/settings"
	"galley/backend/store"
	"galley/backend/store/storetest"
)

var bg = context.Background()

func newDesk(t *testing.T) (*settings.Service, galley.Vault, *store.Store) {
	w, vault := storetest.NewEmptyWorld(t, galleytest.NewClock(), 0), &galleytest.Vault{}
	return settings.New(w.Store, vault, w.Clock, settings.EnvKey{}), vault, w.Store
}

func TestDefaultsAreReviewAndTemplates(t *testing.T) {
	s, _, _ := newDesk(t)
	all, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, galley.StrategyReview, all.Strategy)
	require.Equal(t, galley.WriterTemplate, all.Writer.Kind)
	require.NotEmpty(t, all.Prices)
}

func TestDocsListEverySetting(t *testing.T) {
	page, err := os.ReadFile("../../docs/command-line.md")
	require.NoError(t, err)
	s, _, _ := newDesk(t)
	list, err := s.List(bg)
	require.NoError(t, err)
	require.NotEmpty(t, list)
	for _, setting := range list {
		require.Contains(t, string(page), "\n| `"+setting.Key+"` |", setting.Key)
	}
}

func TestEachSettingIsSetCheckedAndShown(t *testing.T) {
	s, _, _ := newDesk(t)
	for key, c := range map[string]struct {
		good, shown string
		bad         []string
	}{
		"strategy":             {"publish", "publish", []string{"", "yolo", "Review"}},
		"writer.kind":          {"openai", "openai", []string{"gpt", ""}},
		"writer.base_url":      {" http://127.0.0.1:1234/v1/ ", "http://127.0.0.1:1234/v1", []string{"ftp://localhost", "ftp://x/v1", "http://me:pw@x/v1"}},
		"writer.model":         {" gpt-6-luna ", "gpt-6-luna", nil},
		"writer.concurrency":   {"64", "64", []string{"0", "65", "x", "1.5"}},
		"writer.rpm":           {"0", "0", []string{"-1"}},
		"writer.tpm":           {"400000", "400000", []string{"-1"}},
		"writer.answer_limits": {`[{"model":"m","field":"title","tokens":300}]`, `[{"model":"m","field":"title","tokens":300}]`, []string{"{}", "[7]"}},
		"prices":               {`[{"model":"m","input":1,"cached":0.1,"output":4}]`, `[{"model":"m","input":1,"cached":0.1,"output":4}]`, []string{"{}", `[{"model":"m","input":-1}]`, `[{"input":1}]`}},
		"caps.job_usd":         {"$2.5", "2.50", []string{"-1", "lots", "NaN", "1e9"}},
		"caps.day_usd":         {"0", "0.00", []string{""}},
		"caps.month_usd":       {"250", "250.00", []string{"-1"}},
		"appearance.theme":     {"dark", "dark", []string{"pink"}},
		"appearance.text_size": {"125", "125", []string{"200", "big"}},
		"person":               {" Ada ", "Ada", nil},
	} {
		require.NoError(t, s.Set(bg, map[string]string{key: c.good}), key)
		for _, bad := range c.bad {
			err := s.Set(bg, map[string]string{key: bad})
			require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "%s = %q", key, bad)
		}
		shown, err := s.Value(bg, key)
		require.NoError(t, err)
		require.Equal(t, c.shown, shown, key)
	}
	list, err := s.List(bg)
	require.NoError(t, err)
	require.Len(t, list, 15)
	_, err = s.Value(bg, "colour")
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestSeveralSettingsAreSetTogetherOrNotAtAll(t *testing.T) {
	s, _, _ := newDesk(t)
	err := s.Set(bg, map[string]string{"strategy": "publish", "writer.rpm": "many"})
	require.Error(t, err)
	all, err := s.Get(bg)
	require.NoError(t, err)
	require.Equal(t, galley.StrategyReview, all.Strategy)
}

func TestAPIKeyIsSavedOnlyInTheVault(t *testing.T) {
	s, vault, st := newDesk(t)
	const base = "https://llm.example/v1"
	require.Error(t, s.Set(bg, map[string]string{settings.APIKey: "sk-secret"}), "a key belongs to an address")
	require.NoError(t, s.Set(bg, map[string]string{"writer.base_url": base, settings.APIKey: "sk-secret"}))

	kept, err := vault.Get(galley.WriterSecret(base))
	require.NoError(t, err)
	require.Equal(t, "sk-secret", kept)
	stored, err := st.Settings(bg)
	require.NoError(t, err)
	for k, v := range stored {
		require.NotContains(t, k+v, "sk-secret")
	}
	_, err = s.Value(bg, settings.APIKey)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "it is never shown")
	all, err := s.Get(bg)
	require.NoError(t, err)
	require.True(t, all.Writer.KeyStored)

	key, err := s.Key(bg, base)
	require.NoError(t, err)
	require.Equal(t, "sk-secret", key)
	key, err = s.Key(bg, "http://127.0.0.1:1234/v1")
	require.NoError(t, err)
	require.Empty(t, key, "a local server needs none, and the vault stays closed")

	require.NoError(t, s.Set(bg, map[string]string{settings.APIKey: ""}))
	all, err = s.Get(bg)
	require.NoError(t, err)
	require.False(t, all.Writer.KeyStored)
}

func TestEnvironmentKeyGoesOnlyToItsEndpoint(t *testing.T) {
	for name, test := range map[string]struct{ named, saved, asked, want string }{
		"the saved endpoint":          {"", "https://llm.example/v1", "https://llm.example/v1", "sk-env"},
		"the saved one, without /v1":  {"", "https://llm.example/v1", "https://LLM.example:443/", "sk-env"},
		"another, of an older job":    {"", "https://llm.example/v1", "https://evil.example/v1", ""},
		"nothing saved":               {"", "", "https://evil.example/v1", ""},
		"the named endpoint":          {"https://llm.example/v1", "https://other.example/v1", "https://llm.example/v1", "sk-env"},
		"the saved one, not named":    {"https://llm.example/v1", "https://other.example/v1", "https://other.example/v1", ""},
		"another port":                {"https://llm.example/v1", "", "https://llm.example:8443/v1", ""},
		"without encryption":          {"https://llm.example/v1", "", "http://llm.example/v1", ""},
		"another path":                {"https://llm.example/team", "", "https://llm.example/other", ""},
		"a name in front":             {"https://llm.example/v1", "", "https://llm.example@evil.example/v1", ""},
		"a longer name":               {"https://llm.example", "", "https://llm.example.evil.example", ""},
		"no address, nowhere":         {"", "", "", ""},
		"an address that is unusable": {"llm.example", "https://llm.example/v1", "https://llm.example/v1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := settings.New(storetest.Open(t, galleytest.NewClock()), &galleytest.Vault{}, galleytest.NewClock(), settings.EnvKey{Key: "sk-env", BaseURL: test.named})
			if test.saved != "" {
				require.NoError(t, s.Set(bg, map[string]string{"writer.base_url": test.saved}))
			}
			key, err := s.Key(bg, test.asked)
			require.NoError(t, err)
			require.Equal(t, test.want, key)
		})
	}
}

func TestBrokenStoredSettingIsReported(t *testing.T) {
	s, _, st := newDesk(t)
	require.NoError(t, st.PutSettings(bg, map[string]string{"writer.rpm": "lots"}))
	_, err := s.Get(bg)
	require.Equal(t, galley.CodeStorage, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "writer.rpm")
	require.NoError(t, s.Set(bg, map[string]string{"writer.rpm": "60"}))
	_, err = s.Get(bg)
	require.NoError(t, err)
}

func TestInstructionsAreSavedByName(t *testing.T) {
	s, _, st := newDesk(t)
	require.NoError(t, st.AddShop(bg, galley.Shop{ID: "s1", Name: "Shop", Kind: galley.ShopFile}))
	voice, err := s.SaveInstructions(bg, galley.Instructions{Name: " House voice ", Field: galley.FieldDescription, Text: " Short sentences. "})
	require.NoError(t, err)
	require.Equal(t, "House voice", voice.Name)
	_, err = s.SaveInstructions(bg, galley.Instructions{Name: "house VOICE", Field: galley.FieldDescription, Text: "Other."})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), "the name is taken")
	own, err := s.SaveInstructions(bg, galley.Instructions{Name: "House voice", Field: galley.FieldDescription, ShopID: "s1", Text: "For this shop."})
	require.NoError(t, err)
	_, err = s.SaveInstructions(bg, galley.Instructions{Name: "Short", Field: galley.FieldTitle, Text: "Short."})
	require.NoError(t, err)

	saved := func(list []galley.Instructions) []galley.Instructions {
		return slices.DeleteFunc(list, func(i galley.Instructions) bool { return i.House })
	}
	found, err := s.Instructions(bg, galley.FieldDescription, "s1")
	found = saved(found)
	require.NoError(t, err)
	require.Len(t, found, 2)
	found, err = s.Instructions(bg, galley.FieldDescription, "another")
	found = saved(found)
	require.NoError(t, err)
	require.Equal(t, []galley.Instructions{voice}, found)

	own.Text = "Changed."
	_, err = s.SaveInstructions(bg, own)
	require.NoError(t, err)
	require.NoError(t, s.DeleteInstructions(bg, voice.ID))
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(s.DeleteInstructions(bg, voice.ID)))
	found, err = s.Instructions(bg, "", "")
	found = saved(found)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, "Changed.", found[0].Text)

	for _, bad := range []galley.Instructions{
		{Field: galley.FieldTitle, Text: "x"}, {Name: "x", Field: galley.FieldTitle}, {Name: "x", Field: "y", Text: "x"},
	} {
		_, err := s.SaveInstructions(bg, bad)
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	}
}

func TestAPriceReplacesTheOneForTheSameModelAndServer(t *testing.T) {
	s, _, _ := newDesk(t)
	table := `[{"model":"m1","input":1,"cached":0.1,"output":4},{"model":"m1","base_url":"http://here/v1","input":3,"cached":3,"output":5},{"model":"m2","input":2,"cached":2,"output":8}]`
	require.NoError(t, s.Set(bg, map[string]string{"prices": table}))
	for _, step := range []struct{ price, want string }{
		{`{"model":"m1","input":3,"output":4}`,
			`[{"model":"m1","base_url":"http://here/v1","input":3,"cached":3,"output":5},{"model":"m2","input":2,"cached":2,"output":8},{"model":"m1","input":3,"cached":0.1,"output":4}]`},
		{`{"model":"m1","base_url":"http://here/v1"}`,
			`[{"model":"m2","input":2,"cached":2,"output":8},{"model":"m1","input":3,"cached":0.1,"output":4}]`},
		{`{"model":"m1","input":0,"output":0}`,
			`[{"model":"m2","input":2,"cached":2,"output":8},{"model":"m1","input":0,"cached":0,"output":0}]`},
		{`{"model":"m2"}`, `[{"model":"m1","input":0,"cached":0,"output":0}]`},
		{`{"model":"*","base_url":"http://here/v1","input":0,"output":0}`,
			`[{"model":"m1","input":0,"cached":0,"output":0},{"model":"*","base_url":"http://here/v1","input":0,"cached":0,"output":0}]`},
	} {
		require.NoError(t, s.Set(bg, map[string]string{settings.PriceKey: step.price}))
		prices, err := s.Value(bg, "prices")
		require.NoError(t, err)
		require.JSONEq(t, step.want, prices, step.price)
	}
	before, err := s.Value(bg, "prices")
	require.NoError(t, err)
	for _, wrong := range []string{``, `[]`, `{"model":"m1","input":1}`, `{"model":"m1","output":1}`, `{"input":1,"output":1}`, `{"model":"m1","input":-1,"output":1}`, `{"model":"*","input":1,"output":1}`} {
		err := s.Set(bg, map[string]string{settings.PriceKey: wrong, "person": "Ada"})
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), wrong)
	}
	after, err := s.Value(bg, "prices")
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.NoError(t, s.Set(bg, map[string]string{"prices": "[]", settings.PriceKey: `{"model":"m3","input":1,"output":2}`}))
	together, err := s.Value(bg, "prices")
	require.NoError(t, err)
	require.JSONEq(t, `[{"model":"m3","input":1,"cached":1,"output":2}]`, together)
}
