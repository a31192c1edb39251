package fileshop

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"galley/backend/galley"
)

// pictureID is the id of a product's nth picture in a shop's first file, or of
// one that is named in another way.
func pictureID(handle, name string) string { return "gid://galley/Image/" + handle + "/" + name }

// identify gives the pictures of a newer file the ids that the local copy has
// for their addresses: drafts and published texts are about these, wherever the
// pictures are now. Shopify changes what is after the question mark when a
// picture is edited. A picture that the local copy does not have is named after
// its address, so that it never takes the id of another one.
func identify(p *galley.Product, known []galley.Image) {
	ids := make([]string, len(p.Images))
	free := append([]galley.Image{}, known...)
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return withoutQuery(a) == withoutQuery(b) },
	} {
		for i, img := range p.Images {
			if ids[i] == "" {
				ids[i], free = take(free, func(k galley.Image) bool { return same(k.URL, img.URL) })
			}
		}
	}
	taken := map[string]bool{}
	for i, img := range p.Images {
		if ids[i] == "" {
			ids[i] = newPicture(p.Handle, img.URL, taken)
		}
		p.Images[i].ID = ids[i]
	}
}

// take finds a picture and removes it from the list.
func take(from []galley.Image, is func(galley.Image) bool) (id string, rest []galley.Image) {
	for i, img := range from {
		if is(img) {
			return img.ID, append(from[:i:i], from[i+1:]...)
		}
	}
	return "", from
}

// newPicture names a picture after its address. The same address twice in a
// product is numbered.
func newPicture(handle, address string, taken map[string]bool) string {
	sum := sha256.Sum256([]byte(address))
	name := "at-" + hex.EncodeToString(sum[:6])
	id := pictureID(handle, name)
	for n := 2; taken[id]; n++ {
		id = pictureID(handle, name+"-"+strconv.Itoa(n))
	}
	taken[id] = true
	return id
}

func withoutQuery(address string) string {
	path, _, _ := strings.Cut(address, "?")
	return path
}
