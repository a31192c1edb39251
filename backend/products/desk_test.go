package products

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func TestEditorShowsEachTextOfAProductAndItsImages(t *testing.T) {
	lamp := galley.Product{
		ID: "p", Title: "Lamp", DescriptionHTML: "<p>Lamp</p>", SEOTitle: galley.Null(), MetaDescription: galley.Text("Meta"),
		Images: []galley.Image{{ID: "i1", Alt: galley.Text("Front")}, {ID: "i2", Alt: galley.Null()}},
	}
	require.Equal(t, []DeskText{
		{galley.FieldTitle, "", galley.Text("Lamp")},
		{galley.FieldDescription, "", galley.Text("<p>Lamp</p>")},
		{galley.FieldSEOTitle, "", galley.Null()},
		{galley.FieldMetaDescription, "", galley.Text("Meta")},
		{galley.FieldAltText, "i1", galley.Text("Front")},
		{galley.FieldAltText, "i2", galley.Null()},
	}, textsOf(lamp.Subject()))
}

func TestEditorShowsEachTextOfACollection(t *testing.T) {
	lamps := galley.Collection{ID: "c", Title: "Lamps", DescriptionHTML: "<p>Lamps</p>", SEOTitle: galley.Text("SEO"), MetaDescription: galley.Null()}
	require.Equal(t, []DeskText{
		{galley.FieldCollectionDescription, "", galley.Text("<p>Lamps</p>")},
		{galley.FieldCollectionSEOTitle, "", galley.Text("SEO")},
		{galley.FieldCollectionMetaDescription, "", galley.Null()},
	}, textsOf(lamps.Subject()))
}
