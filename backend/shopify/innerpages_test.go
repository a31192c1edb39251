package shopify_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// innerShop has one product with many variants. It makes inner pages of most variants at most:
// larger ones fail.
type innerShop struct {
	most  int
	fail  http.HandlerFunc
	sizes []int
}

const manyVariants = 700

func (s *innerShop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request struct {
		OperationName string
		Variables     struct {
			First int
			After string
		}
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	switch request.OperationName {
	case "ProductsCount":
		data(counted)(w, r)
	case "ProductsPage":
		data(pageOf(listed(1, nodes(""), nodesThen(skus(0, 50), "50"), nodes("")), ""))(w, r)
	default:
		s.sizes = append(s.sizes, request.Variables.First)
		if request.Variables.First > s.most {
			s.fail(w, r)
			return
		}
		var from int
		_, _ = fmt.Sscan(request.Variables.After, &from)
		to := min(from+request.Variables.First, manyVariants)
		page := nodesThen(skus(from, to), fmt.Sprint(to))
		if to == manyVariants {
			page = nodes(skus(from, to))
		}
		data(`{"product":{"variants":`+page+`}}`)(w, r)
	}
}

func skus(from, to int) string {
	var list []string
	for n := from; n < to; n++ {
		list = append(list, fmt.Sprintf(`{"sku":"V%d"}`, n))
	}
	return strings.Join(list, ",")
}

func TestHalvesInnerPagesTheShopFailsOver(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	for name, fail := range map[string]http.HandlerFunc{"500": respond(500, ""), "503": respond(503, ""), "time-out": hang} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				shop := &innerShop{most: 130, fail: fail}
				batch, err := simulatedClient(t, shop, nowhere).Products(context.Background(), "")
				require.NoError(t, err)
				require.Equal(t, manyVariants, batch.Products[0].VariantCount)
				require.Len(t, batch.Products[0].SKUs, manyVariants, "none twice, none missing")
				require.Equal(t, []int{250, 125, 125, 125, 125, 250, 125, 125}, shop.sizes)
			})
		})
	}
}

// RoundTrip implements http.RoundTripper, without a socket.
func (s *innerShop) RoundTrip(r *http.Request) (*http.Response, error) {
	answer := httptest.NewRecorder()
	s.ServeHTTP(answer, r)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	return answer.Result(), nil
}

func TestInnerPagesAreHalvedDownToALimit(t *testing.T) {
	shop := &innerShop{most: 0, fail: respond(500, "")}
	client := newScript(t, shop.ServeHTTP).client()
	_, err := client.Products(context.Background(), "")
	require.Equal(t, galley.CodeShopFailed, galley.CodeOf(err))
	require.Equal(t, []int{250, 125, 62, 31, 31, 31, 31, 31}, shop.sizes)
	_, err = client.Products(context.Background(), "")
	require.Error(t, err)
	require.Equal(t, []int{31, 15, 10, 10, 10, 10, 10}, shop.sizes[8:], "10 is the least")
}
