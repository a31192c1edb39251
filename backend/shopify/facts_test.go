package shopify

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFactValue(t *testing.T) {
	for _, row := range []struct{ kind, value, want string }{
		{"single_line_text_field", " Solid oak ", "Solid oak"},
		{"multi_line_text_field", "Wipe.\nOil.", "Wipe.\nOil."},
		{"number_integer", "3", "3"},
		{"number_decimal", "2.50", "2.50"},
		{"boolean", "true", "yes"},
		{"boolean", "false", "no"},
		{"dimension", `{"value":25.0,"unit":"CENTIMETERS"}`, "25 centimeters"},
		{"weight", `{"value":100,"unit":"GRAMS"}`, "100 grams"},
		{"volume", `{"value":1.25,"unit":"US_FLUID_OUNCES"}`, "1.25 us fluid ounces"},
		{"list.single_line_text_field", `["oak","ash"]`, "oak, ash"},
		{"list.number_integer", `[1,2]`, "1, 2"},
		{"list.dimension", `[{"value":1,"unit":"METERS"},{"value":2,"unit":"METERS"}]`, "1 meters, 2 meters"},
		{"list.metaobject_reference", `["gid://shopify/Metaobject/1"]`, ""},
		{"dimension", "25 cm", ""},
		{"list.single_line_text_field", "oak", ""},
		{"json", `{"a":1}`, ""},
		{"url", "https://example.com", ""},
		{"rich_text_field", `{"type":"root"}`, ""},
		{"rich_text_field", `{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"Wipe it."}]}]}`, "Wipe it."},
		{"product_reference", "gid://shopify/Product/1", ""},
	} {
		require.Equal(t, row.want, factValue(row.kind, row.value), "%s %s", row.kind, row.value)
	}
}

func FuzzFactValue(f *testing.F) {
	f.Add("list.dimension", `[{"value":1,"unit":"METERS"}]`)
	f.Add("list.list.number_integer", `["[1]"]`)
	f.Fuzz(func(_ *testing.T, kind, value string) { factValue(kind, value) })
}
