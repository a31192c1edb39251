package productcsv

import (
	"regexp"
	"slices"
	"strings"

	"galley/backend/galley"
)

// Metafield is a metafield of an export: its column is named
// "Fabric (product.metafields.custom.fabric)".
type Metafield struct {
	Name           string // "Fabric", or made from the key
	Namespace, Key string
	Value          string
}

// metafieldColumn matches the names of such columns, also those of variants and
// of older programs: "Metafield: custom.fabric [single_line_text_field]".
var metafieldColumn = regexp.MustCompile(`(?i)^(?:(.*?)\s*\((?:product|variant)\.metafields\.([^.()]+)\.([^()]+)\)|(?:variant )?metafield:\s*([^.\s]+)\.([^\s\[]+).*)$`)

// Metafields lists the metafields among the values of unknown columns, by column.
func Metafields(extra map[string]string) []Metafield {
	var found []Metafield
	for column, value := range extra {
		m := metafieldColumn.FindStringSubmatch(column)
		if m == nil || strings.TrimSpace(value) == "" {
			continue
		}
		field := Metafield{Name: strings.TrimSpace(m[1]), Namespace: m[2] + m[4], Key: m[3] + m[5], Value: value}
		if field.Name == "" {
			field.Name = readable(field.Key)
		}
		found = append(found, field)
	}
	slices.SortFunc(found, func(a, b Metafield) int {
		return strings.Compare(a.Namespace+"."+a.Key, b.Namespace+"."+b.Key)
	})
	return found
}

// readable makes a name of a key: "care_guide" is "Care guide".
func readable(key string) string {
	name := strings.TrimSpace(strings.NewReplacer("_", " ", "-", " ").Replace(key))
	if name == "" {
		return key
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// Category is the product's place in the shop's taxonomy, or in Google's where
// the file has it as a path; numbers say nothing to a reader.
func (p *Product) Category() string {
	for column, value := range p.Extra {
		if strings.EqualFold(column, "Product Category") && hasLetters(value) {
			return strings.TrimSpace(value)
		}
	}
	if hasLetters(p.GoogleCategory) {
		return p.GoogleCategory
	}
	return ""
}

func hasLetters(s string) bool { return strings.Trim(s, " 0123456789") != "" }

// GoogleFact is a column for Google Shopping that says something of the product.
type GoogleFact struct{ Name, Value string }

// googlePrefix begins the names of these columns.
const googlePrefix = "google shopping / "

// googleFacts are those that customers could read. Labels sort products for
// advertisements.
var googleFacts = []string{"gender", "age group", "condition", "mpn", "material", "color", "size", "pattern", "size system", "size type"}

// Google lists the columns for Google Shopping that are facts.
func (p *Product) Google() []GoogleFact {
	var found []GoogleFact
	for column, value := range p.Extra {
		name, isGoogle := strings.CutPrefix(strings.ToLower(column), googlePrefix)
		if isGoogle && slices.Contains(googleFacts, name) && strings.TrimSpace(value) != "" {
			found = append(found, GoogleFact{Name: strings.TrimSpace(column[len(googlePrefix):]), Value: strings.TrimSpace(value)})
		}
	}
	slices.SortFunc(found, func(a, b GoogleFact) int { return strings.Compare(a.Name, b.Name) })
	return found
}

// weightUnits are the grams of the units that Shopify has.
var weightUnits = map[string]float64{"g": 1, "kg": 1000, "oz": 28.349523125, "lb": 453.59237}

// Weight is the variant's weight in the unit that the shop shows, "" where the
// file has none.
func (v Variant) Weight() string {
	unit := "g"
	for column, value := range v.Extra {
		name := strings.ToLower(column)
		if name == "variant weight unit" || name == "weight unit for display" {
			if u := strings.ToLower(strings.TrimSpace(value)); weightUnits[u] > 0 {
				unit = u
			}
		}
	}
	return galley.FormatWeight(v.Grams/weightUnits[unit], unit)
}
