package writing_test

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/catalogue"
	"galley/backend/galley"
	"galley/backend/products/productcsv"
	"galley/backend/writing"
)

// The texts of real shops are copy: if a model wrote them, they would become
// drafts at the first try.
func TestTextsOfRealShopsAreAdmitted(t *testing.T) {
	folders := []fs.FS{catalogue.Files}
	if info, err := os.Stat(samples); err == nil && info.IsDir() {
		folders = append(folders, os.DirFS(samples))
	}
	all, refused := 0, 0
	for _, folder := range folders {
		paths, err := fs.Glob(folder, "*.csv")
		require.NoError(t, err)
		for _, path := range paths {
			raw, err := fs.ReadFile(folder, path)
			require.NoError(t, err)
			export, err := productcsv.Read(path, bytes.NewReader(raw))
			require.NoError(t, err)
			for _, p := range export {
				for f, text := range map[galley.Field]string{
					galley.FieldTitle: p.Title, galley.FieldDescription: p.BodyHTML,
					galley.FieldSEOTitle: p.SEOTitle, galley.FieldMetaDescription: p.SEODescription,
				} {
					if text == "" || slices.Contains(junk, p.Title+": "+string(f)) {
						continue
					}
					all++
					of := galley.Product{ID: "1", Handle: p.Handle, Title: p.Title, Vendor: p.Vendor, ProductType: p.Type, Tags: p.Tags}
					_, _, err := writing.New(nil).Draft(t.Context(), saying(text, text), galley.WriteRequest{Field: f, Subject: of.Subject(), Original: galley.Null()})
					if err != nil {
						refused++
						t.Logf("%s, %s of %s: %v: %.300s", path, f, p.Title, err, text)
					}
				}
			}
		}
	}
	require.NotZero(t, all)
	require.LessOrEqual(t, refused*200, all, "%d of %d", refused, all)
}

// junk are texts of the demo shop that are no copy on purpose, and one of two words.
var junk = []string{
	"Twine: description", "Leaf rake, 22 tines, bamboo: description", "Salt pig: description",
	"Kids Dungarees Corduroy Dungarees Toddler Dungarees: meta_description",
}

const samples = "../../../shared/catalogues"
