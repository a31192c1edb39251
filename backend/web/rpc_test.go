package web_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBoundMethodsAreCalledWithTheirArguments(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for _, test := range []struct{ method, args, result string }{
		{"Join", `[["a","b"],"/"]`, `"a/b"`},
		{"Join", `[null,""]`, `""`},
		{"Double", `[{"name":"Łąka","count":21}]`, `{"name":"Łąka","count":42}`},
		{"Nothing", `[]`, `null`},
		{"Version", `[]`, `"1"`},
	} {
		r := call(t, c, s.base+"rpc/"+test.method, test.args)
		require.Equal(t, http.StatusOK, r.status, r.body)
		require.JSONEq(t, test.result, r.body)
		require.Equal(t, "no-store", r.header.Get("Cache-Control"))
	}
}

func TestRefusesNonCalls(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for name, test := range map[string]struct {
		method, args string
		status       int
	}{
		"no such method":      {"Remove", `[]`, 404},
		"method of any value": {"String", `[]`, 404},
		"variadic method":     {"Many", `[]`, 404},
		"too few arguments":   {"Join", `[["a"]]`, 400},
		"too many arguments":  {"Version", `[1]`, 400},
		"wrong type":          {"Join", `["a","b"]`, 400},
		"wrong inner type":    {"Double", `[{"count":"2"}]`, 400},
		"no array":            {"Version", `{}`, 400},
		"nothing":             {"Version", ``, 400},
		"cut short":           {"Version", `[`, 400},
		"two documents":       {"Version", `[] []`, 400},
	} {
		t.Run(name, func(t *testing.T) {
			r := call(t, c, s.base+"rpc/"+test.method, test.args)
			require.Equal(t, test.status, r.status, r.body)
			_, message, _ := problem(t, r)
			require.NotEmpty(t, message)
		})
	}
	require.Equal(t, http.StatusMethodNotAllowed, get(t, c, s.base+"rpc/Version").status)
}

func TestRefusesCallsFromForms(t *testing.T) {
	s := serve(t)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"rpc/Version", strings.NewReader("[]"))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "text/plain")
	require.Equal(t, http.StatusUnsupportedMediaType, do(t, s.signedIn(t), r).status)
}

func TestOversizedCallIsNotRead(t *testing.T) {
	s := serve(t)
	endless := io.MultiReader(strings.NewReader(`["`), io.LimitReader(spaces{}, 65<<20), strings.NewReader(`"]`))
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"rpc/Fail", endless)
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	require.Equal(t, http.StatusRequestEntityTooLarge, do(t, s.signedIn(t), r).status)
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestErrorsKeepTheirCodeSentenceAndCause(t *testing.T) {
	s := serve(t)
	c := s.signedIn(t)
	for code, status := range map[string]int{
		"invalid_input": 400, "not_found": 404, "illegal_state": 409, "busy": 409, "vault_locked": 423, "cancelled": 503,
		"storage": 500, "internal": 500, "timeout": 504, "shop_token": 502, "writer_quota": 502, "offline": 502,
	} {
		r := call(t, c, s.base+"rpc/Fail", `["`+code+`"]`)
		require.Equal(t, status, r.status, code)
		gotCode, message, detail := problem(t, r)
		require.Equal(t, []string{code, "The sentence.", "the cause"}, []string{gotCode, message, detail})
	}
}
