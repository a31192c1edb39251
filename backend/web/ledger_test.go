package web_test

import (
	"encoding/csv"
	"encoding/json"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestListsAndDownloadsLedger(t *testing.T) {
	s := serve(t)
	s.AddFile("range.csv", smallRange)
	s.Written(galley.JobSpec{Field: galley.FieldSEOTitle, Strategy: galley.StrategyPublish})
	require.NoError(t, s.Dispatcher.RunUntilIdle(t.Context()))
	c := s.signedIn(t)
	of := url.Values{"shop_id": {string(s.Shop.ID)}}

	var page galley.ActivityPage
	r := get(t, c, s.base+"data/activity?"+of.Encode()+"&limit=1&filter=published")
	require.NoError(t, json.Unmarshal([]byte(r.body), &page), r.body)
	require.Equal(t, 2, page.Total)
	require.Len(t, page.Entries, 1)
	require.Equal(t, int64(2), page.Entries[0].Number)

	r = get(t, c, s.base+"data/ledger?"+of.Encode()+"&format=csv")
	require.Equal(t, http.StatusOK, r.status, r.body)
	_, params, err := mime.ParseMediaType(r.header.Get("Content-Disposition"))
	require.NoError(t, err)
	require.Equal(t, "range activity.csv", params["filename"])
	rows, err := csv.NewReader(strings.NewReader(r.body)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 3)

	r = get(t, c, s.base+"data/ledger?format=jsonl&filter=failed")
	require.Equal(t, http.StatusOK, r.status)
	require.Empty(t, r.body)
	for _, wrong := range []string{"format=xml", "", "format=csv&filter=nonsense"} {
		require.Equal(t, http.StatusBadRequest, get(t, c, s.base+"data/ledger?"+wrong).status, wrong)
	}
	require.Equal(t, http.StatusNotFound, get(t, c, s.base+"data/ledger?format=csv&shop_id=gone").status)
}
