package shopify_test

import (
	"bytes"
	"context"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/shopify"
)

func identity(scopes string) string {
	return `{"shop":{"name":"Quillmoor Home","myshopifyDomain":"quillmoor.myshopify.com","url":"https://quillmoor.example",` +
		`"currencyCode":"EUR","plan":{"publicDisplayName":"Basic"}},"currentAppInstallation":{"accessScopes":[` + scopes + `]}}`
}

func TestInfoNamesTheShop(t *testing.T) {
	shop := newScript(t,
		data(identity(`{"handle":"read_products"},{"handle":"write_products"},{"handle":"write_files"}`)),
		data(`{"productsCount":{"count":12345}}`))
	info, err := shop.client().Info(context.Background())
	require.NoError(t, err)
	require.Equal(t, galley.ShopInfo{
		Name: "Quillmoor Home", Domain: "quillmoor.myshopify.com", URL: "https://quillmoor.example", Currency: "EUR", Plan: "Basic",
		Scopes: []string{"read_products", "write_products", "write_files"}, Products: 12345, Missing: []string{},
	}, info)
}

func TestInfoNamesMissingScopes(t *testing.T) {
	shop := newScript(t, data(identity(`{"handle":"write_files"}`)),
		respond(200, `{"data":null,"errors":[{"message":"Access denied for productsCount field.","path":["productsCount"],"extensions":{"code":"ACCESS_DENIED"}}]}`))
	info, err := shop.client().Info(context.Background())
	require.NoError(t, err)
	require.Equal(t, []string{"write_products"}, info.Missing)
	require.Zero(t, info.Products)
}

func TestAnotherVersionIsReportedAndLoggedOnce(t *testing.T) {
	var log bytes.Buffer
	answer := respond(200, `{"data":`+identity("")+`}`, "X-Shopify-API-Version", "2027-10", "X-Shopify-API-Deprecated-Reason", "gone soon")
	shop := newScript(t, answer, respond(200, `{"data":{"productsCount":null}}`), answer)
	client := shop.client(func(cfg *shopify.Config) { cfg.Logger = slog.New(slog.NewTextHandler(&log, nil)) })
	info, err := client.Info(context.Background())
	require.NoError(t, err)
	require.Equal(t, []messages.Message{messages.ShopVersionDiffers("2027-10", "2026-10")}, info.Warnings)
	_, err = client.Info(context.Background())
	require.NoError(t, err)
	require.Equal(t, 1, bytes.Count(log.Bytes(), []byte("2027-10")))
	require.Equal(t, 1, bytes.Count(log.Bytes(), []byte("gone soon")))
	require.NotContains(t, log.String(), token)
}

func TestUnknownRequestUnderAnotherVersionNamesTheVersion(t *testing.T) {
	shop := newScript(t, respond(200, `{"errors":[{"message":"Field 'nodes' doesn't exist","locations":[{}],"extensions":{"code":"undefinedField"}}]}`,
		"X-Shopify-API-Version", "2027-10"))
	err := readTitle(shop.client())
	require.Equal(t, galley.CodeShopVersion, galley.CodeOf(err))
	require.Contains(t, galley.MessageOf(err), "2027-10")
}
