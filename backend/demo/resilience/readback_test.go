package resilience_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/ledger"
	"galley/backend/shopify"
)

// putBack is the text that an app of the shop sets in place of each new one.
const putBack = "Old text that an app put back"

// answers has the shop's answers to writes changed on their way by a proxy.
func (d *desk) answers(change func(data map[string]any)) {
	d.t.Helper()
	handler := d.faulty.Handler()
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		request, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(request))
		shop := httptest.NewRecorder()
		handler.ServeHTTP(shop, r)
		body := shop.Body.Bytes()
		var answer map[string]any
		if strings.Contains(string(request), "mutation") && json.Unmarshal(body, &answer) == nil {
			change(answer["data"].(map[string]any))
			body, _ = json.Marshal(answer)
		}
		maps.Copy(w.Header(), shop.Header())
		w.Header().Del("Content-Length")
		w.WriteHeader(shop.Code)
		_, _ = w.Write(body)
	}))
	d.t.Cleanup(proxy.Close)
	client, err := shopify.New(shopify.Config{
		Endpoint: proxy.URL, Token: d.token, Clock: galleytest.NewClock(), Logger: slog.New(slog.DiscardHandler),
		HTTP: &http.Transport{}, Timeout: patience,
	})
	require.NoError(d.t, err)
	d.t.Cleanup(client.Close)
	d.client = client
}

// answered sets the text of a field in the answer to its write.
var answered = map[galley.Field]func(data map[string]any, text any){
	galley.FieldTitle:           func(data map[string]any, text any) { product(data)["title"] = text },
	galley.FieldDescription:     func(data map[string]any, text any) { product(data)["descriptionHtml"] = text },
	galley.FieldSEOTitle:        func(data map[string]any, text any) { seo(data)["title"] = text },
	galley.FieldMetaDescription: func(data map[string]any, text any) { seo(data)["description"] = text },
	galley.FieldAltText: func(data map[string]any, text any) {
		files := data["fileUpdate"].(map[string]any)["files"].([]any)
		files[0].(map[string]any)["alt"] = text
	},
}

func product(data map[string]any) map[string]any {
	return data["productUpdate"].(map[string]any)["product"].(map[string]any)
}

func seo(data map[string]any) map[string]any { return product(data)["seo"].(map[string]any) }

// TestWriteThatAnAppPutBackIsNotPublished: the answer to the write has another
// text than was sent, or none where a field can have none. That is a conflict
// with both texts, and the text from before can be put back.
func TestWriteThatAnAppPutBackIsNotPublished(t *testing.T) {
	for f, answer := range answered {
		texts := map[string]any{"another text": putBack}
		if f == galley.FieldSEOTitle || f == galley.FieldMetaDescription {
			texts["null"] = nil
		}
		for name, text := range texts {
			t.Run(string(f)+" "+name, func(t *testing.T) {
				want := galley.Null()
				if text != nil {
					want = galley.Text(putBack)
				}
				d := newDesk(t, 1, "")
				before := d.snapshot()
				d.write(f)
				it := d.item(1)
				undoing := false
				d.answers(func(data map[string]any) {
					if undoing {
						return
					}
					answer(data, text)
					_, err := galleytest.WriteField(bg, d.plain, f, it.Target(), want) // the app's doing
					require.NoError(t, err)
				})
				_, _, err := d.PublishNow(bg, galley.PublishRequest{JobID: d.job, Items: []galley.ItemAt{{ID: it.ID, Revision: it.Revision}}})
				require.NoError(t, err)
				d.settle()

				it = d.item(1)
				require.Equal(t, galley.PublishConflict, it.PublishState)
				require.Equal(t, galley.CodeShopReadback, it.Error.Code)
				require.Equal(t, &want, it.OnShop)
				require.Equal(t, draft(f, it.ID), it.Content)
				job, err := d.store.Job(bg, d.job)
				require.NoError(t, err)
				require.Zero(t, job.Counts.OnShop(), "nothing counts as published")
				require.Len(t, d.writes(), 1, "and nothing is sent again")
				entry := d.newestEntry()
				require.Equal(t, galley.ResultConflict, entry.Result)
				require.Equal(t, it.Content, entry.After.Text)
				require.Equal(t, &want, entry.Live)

				undoing = true
				_, _, err = d.UndoNow(bg, galley.UndoRequest{Entries: []int64{entry.Number}})
				require.NoError(t, err)
				d.settle()
				require.Equal(t, before, d.snapshot(), "Undo puts back the text from before")
			})
		}
	}
}

func (d *desk) newestEntry() galley.Activity {
	d.t.Helper()
	page, err := ledger.New(d.store).Activity(context.Background(), galley.ActivityQuery{ShopID: d.id, Limit: 1})
	require.NoError(d.t, err)
	require.NotEmpty(d.t, page.Entries)
	return page.Entries[0]
}
