package galley_test

import (
	"slices"
	"testing"

	"galley/backend/galley"
)

func TestMissingScopes(t *testing.T) {
	for _, c := range []struct{ granted, missing []string }{
		{[]string{"write_products", "write_files"}, []string{}},
		{[]string{"write_themes", "write_products"}, []string{}},
		{[]string{"write_files", "write_themes", "write_products"}, []string{}},
		{[]string{"write_products"}, []string{"write_files"}},
		{[]string{"write_products", "read_files", "read_themes"}, []string{"write_files"}},
		{[]string{"write_themes"}, []string{"write_products"}},
		{nil, []string{"write_products", "write_files"}},
	} {
		if got := galley.MissingScopes(c.granted); !slices.Equal(got, c.missing) {
			t.Errorf("granted %v: missing %v, want %v", c.granted, got, c.missing)
		}
	}
}

func TestDescribeScopesNamesAlternatives(t *testing.T) {
	const files = "change files and pictures (write_files or write_themes)"
	for want, scopes := range map[string][]string{
		files: {"write_files", "write_themes"},
		"change products (write_products) and " + files: {"write_products", "write_files"},
		"change themes (write_themes)":                  {"write_themes"},
		"write_other":                                   {"write_other"},
	} {
		if got := galley.DescribeScopes(scopes); got != want {
			t.Errorf("%v: %q, want %q", scopes, got, want)
		}
	}
}
