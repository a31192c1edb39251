package settings

import (
	"context"
	"maps"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// shopKeys are the settings that a shop can have of its own. Pace, prices and
// looks are of the whole home.
var shopKeys = []string{
	"strategy", "writer.kind", baseURLKey, galley.WriterModelKey,
	"caps.job_usd", "caps.day_usd", "caps.month_usd", "person",
}

// For implements galley.SettingsSource.
func (s *Service) For(ctx context.Context, shop galley.ShopID) (galley.Settings, error) {
	set, err := s.OfShop(ctx, shop)
	return set.InForce, err
}

// OfShop returns the settings as they hold for a shop, and which of them are its
// own; for "" those of all shops.
func (s *Service) OfShop(ctx context.Context, shop galley.ShopID) (galley.ShopSettings, error) {
	all, err := s.Get(ctx)
	set := galley.ShopSettings{InForce: all, Own: []string{}}
	if err != nil || shop == "" {
		return set, err
	}
	own, err := s.store.ShopSettings(ctx, shop)
	if err != nil || len(own) == 0 {
		return set, err
	}
	caps := all.Caps
	set.InForce.AllCaps = &caps
	for _, k := range keys {
		v, ok := own[k.name]
		if !ok {
			continue
		}
		set.Own = append(set.Own, k.name)
		set.InForce.Caps.Chosen = set.InForce.Caps.Chosen || strings.HasPrefix(k.name, "caps.")
		if err := k.set(&set.InForce, v); err != nil {
			return set, galley.WrapError(err, galley.CodeStorage, messages.SettingUnreadable(k.name))
		}
	}
	slices.Sort(set.Own)
	return set, s.know(ctx, &set.InForce)
}

// know fills in what is known of the writer: its key and what was learned.
func (s *Service) know(ctx context.Context, set *galley.Settings) error {
	stored, err := s.store.Settings(ctx)
	if err != nil {
		return err
	}
	set.Writer.KeyStored = s.env.isFor(set.Writer.BaseURL, stored[baseURLKey]) || stored[markOf(set.Writer.BaseURL)] != ""
	set.Writer.Learned, err = s.store.Lesson(ctx, galley.WriterSpec{BaseURL: set.Writer.BaseURL, Model: set.Writer.Model})
	return err
}

// SaveFor gives a shop settings of its own, and takes those in reset back to what
// all shops have: all, or none if one is refused. A key is kept for the address
// that the shop's writer has then. A writer without an address or a model is
// refused with what is missing.
func (s *Service) SaveFor(ctx context.Context, shop galley.ShopID, values map[string]string, reset []string) error {
	clean, err := cleanOwn(values, reset)
	if err != nil {
		return err
	}
	after, err := s.withOwn(ctx, shop, clean, reset)
	if err != nil {
		return err
	}
	changed := slices.Concat(reset, slices.Collect(maps.Keys(values)))
	if slices.ContainsFunc(changed, isWriterKey) && len(after.Writer.Missing()) > 0 {
		return refuseHalf(after.Writer)
	}
	ofHome := map[string]string{}
	if secret, ok := values[APIKey]; ok {
		ofHome[baseURLKey] = after.Writer.BaseURL
		if err := s.keepKey(ctx, ofHome, secret); err != nil {
			return err
		}
		delete(ofHome, baseURLKey)
	}
	if price, ok := values[PriceKey]; ok {
		if err := s.changePrice(ctx, ofHome, price); err != nil {
			return err
		}
	}
	if len(ofHome) > 0 {
		if err := s.store.PutSettings(ctx, ofHome); err != nil {
			return err
		}
	}
	return s.store.PutShopSettings(ctx, shop, clean, reset)
}

func isWriterKey(name string) bool { return strings.HasPrefix(name, "writer.") && name != APIKey }

// cleanOwn checks the values that a shop is to have, and returns them as they are
// kept.
func cleanOwn(values map[string]string, reset []string) (map[string]string, error) {
	scratch, err := defaults()
	if err != nil {
		return nil, err
	}
	clean := make(map[string]string, len(values))
	for name, v := range values {
		if name == APIKey || name == PriceKey {
			continue
		}
		k, err := findOwn(name)
		if err != nil {
			return nil, err
		}
		if err := k.set(&scratch, v); err != nil {
			return nil, err
		}
		clean[name] = k.get(scratch)
	}
	for _, name := range reset {
		if _, err := findOwn(name); err != nil {
			return nil, err
		}
	}
	return clean, nil
}

func findOwn(name string) (key, error) {
	k, err := find(name)
	if err == nil && !slices.Contains(shopKeys, name) {
		err = galley.NewError(galley.CodeInvalidInput, messages.SettingOfAllShops(name, shopKeys))
	}
	return k, err
}

// withOwn returns the settings that hold for the shop once the values are saved.
func (s *Service) withOwn(ctx context.Context, shop galley.ShopID, clean map[string]string, reset []string) (galley.Settings, error) {
	all, err := s.Get(ctx)
	if err != nil {
		return all, err
	}
	own, err := s.store.ShopSettings(ctx, shop)
	if err != nil {
		return all, err
	}
	for _, name := range reset {
		delete(own, name)
	}
	maps.Copy(own, clean)
	return s.with(all, own)
}

// ListFor returns every setting as it holds for a shop, as text, in a fixed
// order.
func (s *Service) ListFor(ctx context.Context, shop galley.ShopID) ([]Setting, error) {
	set, err := s.OfShop(ctx, shop)
	if err != nil {
		return nil, err
	}
	list := make([]Setting, len(keys))
	for i, k := range keys {
		list[i] = Setting{Key: k.name, Value: k.get(set.InForce), Own: slices.Contains(set.Own, k.name)}
	}
	return list, nil
}

// ValueFor returns one setting as it holds for a shop, as text.
func (s *Service) ValueFor(ctx context.Context, shop galley.ShopID, name string) (Setting, error) {
	if name == APIKey {
		return Setting{}, galley.NewError(galley.CodeInvalidInput, messages.KeyNotShown)
	}
	k, err := find(name)
	if err != nil {
		return Setting{}, err
	}
	set, err := s.OfShop(ctx, shop)
	return Setting{Key: name, Value: k.get(set.InForce), Own: slices.Contains(set.Own, name)}, err
}
