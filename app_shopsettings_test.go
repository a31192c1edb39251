package main

import (
	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

// shopSettingCases are those of settings that a shop has of its own.
var shopSettingCases = map[string]methodCase{
	"GetShopSettings": {func(d *desk) { must[galley.ShopSettings](d, "GetShopSettings", d.shop.ID) }, []any{"gone"}, galley.CodeNotFound},
	"SaveShopSettings": {func(d *desk) {
		set := must[galley.ShopSettings](d, "SaveShopSettings", d.shop.ID, map[string]string{"caps.month_usd": "75", "person": "Kit"}, []string{})
		require.Equal(d.t, []string{"caps.month_usd", "person"}, set.Own)
		require.InDelta(d.t, 75, set.InForce.Caps.Month, 0)
		require.Zero(d.t, must[galley.ShopSettings](d, "GetShopSettings", d.file.ID).InForce.Caps.Month)
		set = must[galley.ShopSettings](d, "SaveShopSettings", d.shop.ID, map[string]string{}, []string{"caps.month_usd", "person"})
		require.Empty(d.t, set.Own)
	}, []any{"gone", map[string]string{}, []string{}}, galley.CodeNotFound},
	"GetSpending": {func(d *desk) {
		must[galley.Spending](d, "GetSpending", "")
		must[galley.Spending](d, "GetSpending", d.shop.ID)
	}, []any{"gone"}, galley.CodeNotFound},
}
