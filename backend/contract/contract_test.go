package contract_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

type app struct{}

func (app) Join(a []string, sep string) (string, error) { return strings.Join(a, sep), nil }
func (app) Fail() (int, error)                          { return 0, errors.New("lost") }
func (app) Nothing() error                              { return nil }
func (app) Many(...string)                              {}

func find(t *testing.T, api *contract.API, kind contract.Kind, name string) contract.Endpoint {
	t.Helper()
	e, err := api.Find(kind, name)
	require.NoError(t, err)
	return e
}

func TestCallsAreMethodsWithResults(t *testing.T) {
	api := contract.New(contract.Calls(app{})...)
	var names []string
	for _, e := range api.Endpoints() {
		names = append(names, e.Name)
	}
	require.Equal(t, []string{"Fail", "Join", "Nothing"}, names)

	answer, err := find(t, api, contract.KindCall, "Join").Call([]byte(`[["a","b"],"/"]`))
	require.NoError(t, err)
	require.Equal(t, "a/b", answer)
	answer, err = find(t, api, contract.KindCall, "Nothing").Call([]byte(`[]`))
	require.NoError(t, err)
	require.Nil(t, answer)
	_, err = find(t, api, contract.KindCall, "Fail").Call([]byte(`[]`))
	require.EqualError(t, err, "lost")
	for _, wrong := range []string{``, `{}`, `[]`, `[["a"]]`, `["a","b"]`, `[["a"],"b","c"]`, `[["a"],"b"] []`} {
		_, err := find(t, api, contract.KindCall, "Join").Call([]byte(wrong))
		require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err), wrong)
	}
}

func TestNamesAreFoundWithinTheirKind(t *testing.T) {
	api := contract.New(contract.Stream("events", func(_ context.Context, send func(galley.Change)) { send(galley.Change{Seq: 7}) }))
	var sent []any
	find(t, api, contract.KindStream, "events").Follow(t.Context(), func(event any) { sent = append(sent, event) })
	require.Equal(t, []any{galley.Change{Seq: 7}}, sent)
	require.Len(t, api.Streams(), 1)
	_, err := api.Find(contract.KindCall, "events")
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(err))
}

func TestQueriesAreReadByTheJSONNamesOfTheirFields(t *testing.T) {
	list := contract.List("products", func(_ context.Context, q galley.ProductQuery) (galley.ProductQuery, error) { return q, nil })
	q, err := list.Read(t.Context(), url.Values{"shop_id": {"s"}, "without": {"title"}, "vendor": {"Kiln", "Ash, Elm"}, "shorter_than": {"40"}, "descending": {"true"}, "limit": {"7"}, "_": {"ignored"}})
	require.NoError(t, err)
	require.Equal(t, galley.ProductQuery{
		ShopID: "s", Limit: 7, Descending: true,
		Filter: galley.ProductFilter{Vendor: galley.Choice{"Kiln", "Ash, Elm"}, Without: galley.Choice{string(galley.FieldTitle)}, ShorterThan: 40},
	}, q)
	_, err = list.Read(t.Context(), url.Values{"limit": {"many"}})
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
}

func TestProblemsCarryCodeSentenceMessageAndCause(t *testing.T) {
	p := contract.ProblemOf(galley.WrapError(errors.New("refused"), galley.CodeInvalidInput, messages.NotAPort(99999)))
	document, err := json.Marshal(p)
	require.NoError(t, err)
	require.JSONEq(t, `{"code":"invalid_input","message":"99999 is not a port. Ports go from 1 to 65535.","id":"not_a_port","params":{"port":99999},"detail":"refused"}`, string(document))
	require.Equal(t, messages.InternalFailure.ID, contract.ProblemOf(errors.New("unknown")).ID)
}
