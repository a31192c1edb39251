package productcsv

import (
	"golang.org/x/text/encoding"

	"galley/backend/galley"
)

// EncodingNamed is the encoding of that name, nil for none.
func EncodingNamed(name galley.FileEncoding) encoding.Encoding { return encodings[name] }
