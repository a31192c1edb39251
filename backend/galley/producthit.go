package galley

// MaxProductHits is how many products a search over all shops names: as many as
// a person reads before typing another letter.
const MaxProductHits = 10

// ProductHit is a product that a search over all shops found.
type ProductHit struct {
	ShopID ShopID `json:"shop_id"`
	Shop   string `json:"shop"` // its name
	ID     string `json:"id"`
	Handle string `json:"handle"`
	Title  string `json:"title"`
}
