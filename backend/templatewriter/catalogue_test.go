package templatewriter_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/checks"
	"galley/backend/demo/catalogue"
	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/products/productcsv"
	"galley/backend/templatewriter"
	"galley/backend/writing"
)

// products reads exports as a sync would.
func products(t *testing.T, folder fs.FS) []galley.Product {
	t.Helper()
	names, err := fs.Glob(folder, "*.csv")
	require.NoError(t, err)
	var all []galley.Product
	for _, name := range names {
		raw, err := fs.ReadFile(folder, name)
		require.NoError(t, err)
		list, err := productcsv.Read(name, bytes.NewReader(raw))
		require.NoError(t, err)
		for _, p := range list {
			all = append(all, fromExport(p))
		}
	}
	return all
}

func fromExport(p productcsv.Product) galley.Product {
	out := galley.Product{
		ID: "gid://shopify/Product/" + p.Handle, Handle: p.Handle, Title: p.Title, DescriptionHTML: p.BodyHTML,
		Vendor: p.Vendor, ProductType: p.Type, Tags: p.Tags, SEOTitle: galley.Text(p.SEOTitle), MetaDescription: galley.Text(p.SEODescription),
	}
	for _, o := range p.Options {
		out.Options = append(out.Options, galley.Option{Name: o.Name, Values: o.Values})
	}
	for _, name := range slices.Sorted(maps.Keys(p.Extra)) {
		out.Metafields = append(out.Metafields, galley.Fact{Name: name, Value: p.Extra[name]})
	}
	for i, img := range p.Images {
		out.Images = append(out.Images, galley.Image{ID: fmt.Sprintf("%s/%d", p.Handle, i), Alt: galley.Text(img.Alt), Position: img.Position})
	}
	return out
}

// requests are all texts that can be written for a product, and for a collection
// that it is in.
func requests(p galley.Product) []galley.WriteRequest {
	var list []galley.WriteRequest
	for _, f := range galley.Fields() {
		if f.Place() != galley.PlaceImage {
			of := galleytest.SubjectFor(f, p)
			original, _ := of.Value(f)
			list = append(list, galley.WriteRequest{Field: f, Subject: of, Original: original})
			continue
		}
		for _, img := range p.Images {
			list = append(list, galley.WriteRequest{Field: f, Subject: p.Of(galley.ImageTarget(img.ID)), Original: img.Alt, Unseen: true})
		}
	}
	return list
}

// Whole catalogues, every field: nothing is claimed, lost or beyond a limit.
func TestCatalogues(t *testing.T) {
	folders := map[string]fs.FS{"demo": catalogue.Files}
	if shared := filepath.Join("..", "..", "..", "shared", "catalogues"); isFolder(shared) {
		folders["Shopify's samples"] = os.DirFS(shared)
	}
	for name, folder := range folders {
		t.Run(name, func(t *testing.T) {
			for _, p := range products(t, folder) {
				requireSoundDrafts(t, p, requireGoodAltText)
			}
		})
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// requireSoundDrafts writes every field of a product as a job would and checks
// the drafts.
func requireSoundDrafts(t require.TestingT, p galley.Product, also ...func(require.TestingT, galley.WriteRequest, galley.Draft)) {
	for _, req := range requests(p) {
		written, usage, err := writing.New(nil).Draft(context(), templatewriter.New(), req)
		if galley.HasCode(err, galley.CodeWriterFacts) {
			require.Empty(t, plainWords(p.Title), "a title was given")
			continue
		}
		require.NoError(t, err)
		require.Equal(t, galley.Usage{Priced: true}, usage)
		require.Equal(t, templatewriter.Name, written.By)
		requireSound(t, req, written)
		for _, check := range also {
			check(t, req, written)
		}
	}
}

// requireGoodAltText checks every rule of alt text except that no one looked at
// the picture.
func requireGoodAltText(t require.TestingT, req galley.WriteRequest, written galley.Draft) {
	if req.Field.Place() != galley.PlaceImage {
		return
	}
	for _, w := range written.Report.Warnings {
		if w.Severity == galley.SeverityWarn {
			require.Equal(t, "picture_not_seen", w.Rule, written.Content)
		}
	}
}

func requireSound(t require.TestingT, req galley.WriteRequest, written galley.Draft) {
	where := fmt.Sprintf("%s of %q: %s", req.Field, req.Product.Title, written.Content)
	require.NotEmpty(t, written.Content, where)
	for _, w := range written.Report.Warnings {
		require.False(t, w.Severity == galley.SeverityHold && w.Rule != "picture_not_seen", "%s\n%s: %s", where, w.Rule, w.Message)
	}
	switch req.Field {
	case galley.FieldSEOTitle:
		require.LessOrEqual(t, checks.PixelWidth(written.Content), checks.MaxTitleWidth, where)
		require.LessOrEqual(t, len([]rune(written.Content)), checks.MaxTitleChars, where)
	case galley.FieldMetaDescription:
		require.LessOrEqual(t, len([]rune(written.Content)), checks.MaxMeta, where)
	}
}
