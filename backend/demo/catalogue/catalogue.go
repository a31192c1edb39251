// Package catalogue holds the products that the demo shop sells when it is given
// no others. README.md beside it says what they are there for.
package catalogue

import "embed"

// Files are the product exports, one a category, in the order of their names.
//
//go:embed *.csv
var Files embed.FS
