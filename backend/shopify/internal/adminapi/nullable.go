// Package adminapi is the generated client of the Admin API's operations that Galley sends.
package adminapi

import "encoding/json"

// Nullable is an optional input that can be text or null; as a nil pointer it is left out. Shopify
// tells the three apart: left out means "as it is", null means "not set".
type Nullable struct {
	Text string
	Null bool
}

// MarshalJSON writes null or the text.
func (n Nullable) MarshalJSON() ([]byte, error) {
	if n.Null {
		return []byte("null"), nil
	}
	return json.Marshal(n.Text)
}
