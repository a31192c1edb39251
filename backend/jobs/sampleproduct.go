package jobs

import "galley/backend/galley"

// sampleRequest asks for the description of a made-up product: what a writer
// does with it shows what it will do with those of a shop.
func sampleRequest() galley.WriteRequest {
	lamp := galley.Product{
		ID: "gid://shopify/Product/1", Handle: "hesper-table-lamp", Title: "Hesper table lamp, oak", Vendor: "Aldermill", ProductType: "Table lamps",
		Status: "active", Tags: []string{"lamp", "oak", "linen"}, PriceMin: "84.00", PriceMax: "84.00", Currency: "EUR",
		DescriptionHTML: "<p>Table lamp with a base of solid oak, oiled by hand, and a shade of natural linen.</p>" +
			"<ul><li>Height: 42 cm</li><li>Shade: 26 cm across</li><li>Cable: 1.8 m, with a switch</li>" +
			"<li>Bulb: E14, up to 40 W, not included</li><li>Care: dust the shade with a soft brush, oil the wood once a year</li></ul>",
		Options: []galley.Option{{Name: "Wood", Values: []string{"Oak"}}},
	}
	return galley.WriteRequest{
		Subject: lamp.Subject(), Field: galley.FieldDescription, Original: galley.Text(lamp.DescriptionHTML),
		Instructions: "Two short paragraphs of running text.",
	}
}
