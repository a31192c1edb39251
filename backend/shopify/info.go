package shopify

import (
	"context"
	"errors"

	"galley/backend/galley"
	"galley/backend/shopify/internal/adminapi"
)

// Info asks the shop for its identity and what the token may do. A token without the permission
// to read products still gets an answer, with Missing filled and Products 0.
func (c *Client) Info(ctx context.Context) (galley.ShopInfo, error) {
	answer, err := adminapi.Shop(ctx, c.read(1, 20))
	if err != nil {
		return galley.ShopInfo{}, err
	}
	if answer.Shop == nil || answer.CurrentAppInstallation == nil {
		return galley.ShopInfo{}, misfit(errors.New("the shop or its app is missing"))
	}
	info := galley.ShopInfo{
		Name:     answer.Shop.Name,
		Domain:   answer.Shop.MyshopifyDomain,
		URL:      answer.Shop.Url,
		Currency: string(answer.Shop.CurrencyCode),
		Scopes:   []string{},
		Missing:  []string{},
	}
	if plan := answer.Shop.Plan; plan != nil {
		info.Plan = plan.PublicDisplayName
	}
	for _, scope := range present(answer.CurrentAppInstallation.AccessScopes) {
		info.Scopes = append(info.Scopes, scope.Handle)
	}
	info.Missing = galley.MissingScopes(info.Scopes)
	if warning := c.served.warning(); !warning.IsZero() {
		info.Warnings = append(info.Warnings, warning)
	}
	info.Products, err = c.countProducts(ctx)
	if galley.HasCode(err, galley.CodeShopScope) && len(info.Missing) > 0 {
		err = nil // said already, by Missing
	}
	return info, err
}

func (c *Client) countProducts(ctx context.Context) (int, error) {
	answer, err := adminapi.ProductsCount(ctx, c.read(1, 20))
	if err != nil {
		return 0, err
	}
	if answer.ProductsCount == nil {
		return 0, nil
	}
	return answer.ProductsCount.Count, nil
}
