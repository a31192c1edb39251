package writing

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"galley/backend/galley"
)

// fence puts data between two tags with a mark that is made of the data, so that
// no product text can hold it and so end the data early. A tag cannot get into a
// draft: it is taken off with all markup that a field must not have.
func fence(of galley.PlaceKind, data string) string {
	return fenceBy(string(of), data, data)
}

// fenceBy is a fence whose mark is made of other data that contains its own.
func fenceBy(name, source, data string) string {
	const markLength = 12
	sum := sha256.Sum256([]byte(source))
	mark := hex.EncodeToString(sum[:])[:markLength]
	tag := name + "-data-" + mark
	return strings.ToUpper(name[:1]) + name[1:] + " data, between the two tags:\n<" + tag + ">\n" + data + "\n</" + tag + ">"
}
