package web_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/contract"
	"galley/backend/galley"
	"galley/backend/web"
)

// query is one that an endpoint answers, and one that it refuses.
type query struct{ good, bad string }

// The calls of the registry are in the tests of the bound methods.
func TestEveryListFileAndStreamOfTheRegistryAnswersAndRefuses(t *testing.T) {
	s := serve(t)
	s.AddFile("range.csv", smallRange)
	job := s.Written(galley.JobSpec{Field: galley.FieldSEOTitle, Strategy: galley.StrategyPublish})
	require.NoError(t, s.Dispatcher.RunUntilIdle(t.Context()))
	c := s.signedIn(t)
	shop := "shop_id=" + string(s.Shop.ID)
	queries := map[string]query{
		"products":    {shop + "&limit=1", "limit=many"},
		"collections": {shop + "&limit=1", "limit=many"},
		"items":       {"job_id=" + string(job.ID) + "&limit=1", "job_id=gone"},
		"activity":    {shop + "&limit=1", "filter=none"},
		"export":      {shop, "shop_id=gone"},
		"ledger":      {shop + "&format=csv", "format=xml"},
	}
	for _, e := range web.API(bound{}, s.Graph).Endpoints() {
		switch e.Kind {
		case contract.KindCall:
		case contract.KindStream:
			changes := listen(t, c, s, e.Name)
			s.Set(map[string]string{"appearance.theme": "dark"})
			told := false
			for !told { // changes of the job before may come first
				change, open := <-changes
				require.True(t, open, e.Name)
				told = slices.Contains(change.Topics, galley.TopicSettings)
			}
		case contract.KindList, contract.KindFile:
			q, ok := queries[e.Name]
			require.True(t, ok, "%s has no case in this test", e.Name)
			r := get(t, c, s.base+"data/"+e.Name+"?"+q.good)
			require.Equal(t, http.StatusOK, r.status, r.body)
			require.Equal(t, e.Kind == contract.KindList, json.Valid([]byte(r.body)), r.body)
			r = get(t, c, s.base+"data/"+e.Name+"?"+q.bad)
			require.GreaterOrEqual(t, r.status, http.StatusBadRequest, e.Name)
			_, message, _ := problem(t, r)
			require.NotEmpty(t, message, e.Name)
		}
	}
}
