package adminschema_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"galley/backend/adminschema"
)

func load(t *testing.T) *ast.Schema {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "admin.graphql", Input: adminschema.SDL})
	require.NoError(t, err)
	return schema
}

func TestEveryOperationFitsTheTrimmedSchema(t *testing.T) {
	schema := load(t)
	for _, folder := range []string{"../shopify/operations", "../demo/operations"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.graphql"))
		require.NoError(t, err)
		require.NotEmpty(t, files, folder)
		var all string
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			all += string(text) + "\n"
		}
		_, errs := gqlparser.LoadQueryWithRules(schema, all, rules.NewDefaultRules())
		require.Empty(t, errs, folder)
	}
}

func TestDeprecationMarksSurviveTrimming(t *testing.T) {
	schema := load(t)

	update := schema.Mutation.Fields.ForName("productUpdate")
	require.NotNil(t, update.Arguments.ForName("input").Directives.ForName("deprecated"))
	require.Nil(t, update.Arguments.ForName("product").Directives.ForName("deprecated"))

	plan := schema.Types["ShopPlan"]
	require.NotNil(t, plan.Fields.ForName("displayName").Directives.ForName("deprecated"))
	require.Nil(t, plan.Fields.ForName("publicDisplayName").Directives.ForName("deprecated"))
}

// The demo shop turns down what Shopify turns down only while these stay as Shopify has them.
func TestTrimmingKeepsArgumentsInputsAndEnumsWhole(t *testing.T) {
	schema := load(t)

	products := schema.Query.Fields.ForName("products")
	for _, name := range []string{"after", "before", "first", "last", "query", "reverse", "savedSearchId", "sortKey"} {
		require.NotNil(t, products.Arguments.ForName(name), name)
	}
	require.NotNil(t, schema.Types["ProductUpdateInput"].Fields.ForName("redirectNewHandle"))
	require.NotNil(t, schema.Types["ProductStatus"].EnumValues.ForName("UNLISTED"))
	require.Nil(t, schema.Types["UserError"].Fields.ForName("code"), "productUpdate's errors have no code")
}
