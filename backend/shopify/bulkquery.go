package shopify

import (
	"fmt"
	"strconv"
	"strings"
)

// listQuery is what the shop runs for a list of all products: the fields of ProductsPage, which a test compares. A
// list knows edges alone, tells its lines apart by type, and joins them by the id of each parent.
const listQuery = `{
  products {
    edges {
      node {
        __typename
        id
        handle
        title
        descriptionHtml
        vendor
        productType
        status
        tags
        updatedAt
        onlineStoreUrl
        category { fullName }
        seo { title description }
        options { name values }
        priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount } }
        variants { edges { node { __typename id sku title%s } } }
        media { edges { node { __typename id alt ... on MediaImage { image { url width height } } } } }
        metafields { edges { node { __typename id namespace key type value } } }
      }
    }
  }
}`

// listWeights is the part of listQuery that some shops deny.
const listWeights = " inventoryItem { measurement { weight { unit value } } }"

func listQueryFor(weights bool) string {
	if weights {
		return fmt.Sprintf(listQuery, listWeights)
	}
	return fmt.Sprintf(listQuery, "")
}

// isListQuery recognises the lists of any Galley: those that this client would ask for.
func isListQuery(query string) bool {
	query = strings.Join(strings.Fields(query), " ")
	for _, weights := range []bool{true, false} {
		if query == strings.Join(strings.Fields(listQueryFor(weights)), " ") {
			return true
		}
	}
	return false
}

// count reads a number that the shop sends as text: 0 for what is none or negative.
func count(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return max(n, 0)
}
