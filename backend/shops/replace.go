package shops

import (
	"context"
	"io"
	"path/filepath"

	"galley/backend/failpoint"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Rename gives a shop another name. One that another shop has, or that is none,
// is CodeInvalidInput.
func (s *Service) Rename(ctx context.Context, asked, name string) (renamed galley.ShopOverview, err error) {
	if name, err = galley.ParseShopName(name); err != nil {
		return renamed, err
	}
	shop, err := s.store.Shop(ctx, asked)
	if err != nil {
		return renamed, err
	}
	if err := s.store.RenameShop(ctx, shop.ID, name); err != nil {
		return renamed, err
	}
	return s.store.ShopOverview(ctx, shop.ID)
}

// PreviewReplacement says what it does to a file shop if a newer export of it
// takes the place of its file; the name in f is not used. A shop of another kind is CodeInvalidInput, a
// file that is no export CodeInvalidFile.
func (s *Service) PreviewReplacement(ctx context.Context, asked string, f NewFile, content io.ReadSeeker) (galley.Replacement, error) {
	shop, err := s.fileShop(ctx, asked)
	if err != nil {
		return galley.Replacement{}, err
	}
	preview, _, err := s.compare(ctx, shop, f, content)
	return preview, err
}

// Replace has a newer export take the place of a file shop's file, as its
// preview said. Drafts and decisions stay; products that are gone leave the
// local copy, and the next sync brings what is new. If the file, or the shop's
// present one, is another than in the preview it is CodeChanged; while a text is
// being published or a sync runs it is CodeBusy. Nothing is changed then.
func (s *Service) Replace(ctx context.Context, asked string, f NewFile, content io.ReadSeeker, plan galley.PlanID) (galley.Replacement, error) {
	shop, err := s.fileShop(ctx, asked)
	if err != nil {
		return galley.Replacement{}, err
	}
	leases, release, err := s.keepOthersOut(ctx, shop.ID)
	defer release()
	if err != nil {
		return galley.Replacement{}, err
	}
	preview, change, err := s.compare(ctx, shop, f, content)
	if err != nil {
		return preview, err
	}
	if preview.Plan != plan {
		return preview, galley.NewError(galley.CodeChanged, messages.ReplacementChanged)
	}
	if err := s.files.KeepNext(shop.ID, change.Run+1, content, f.Encoding); err != nil {
		return preview, err
	}
	failpoint.Reach(failpoint.FileKept)
	if err := s.store.ReplaceFile(ctx, shop.ID, filepath.Base(f.File), change, leases...); err != nil {
		return preview, err
	}
	failpoint.Reach(failpoint.FileReplaced)
	return preview, s.files.Forget(shop.ID, change.Run)
}

func (s *Service) fileShop(ctx context.Context, asked string) (galley.Shop, error) {
	shop, err := s.store.Shop(ctx, asked)
	if err == nil && !shop.Kind.Traits().HasKept(galley.KeptFile) {
		err = galley.NewError(galley.CodeInvalidInput, messages.ShopHasNoFile(shop.Name))
	}
	return shop, err
}

func (s *Service) compare(ctx context.Context, shop galley.Shop, f NewFile, content io.ReadSeeker) (galley.Replacement, galley.FileChange, error) {
	change, err := s.files.Compare(ctx, shop.ID, filepath.Base(f.File), content, f.Encoding)
	if err != nil {
		return galley.Replacement{}, change, err
	}
	drafts, err := s.store.DraftsToReview(ctx, shop.ID)
	return change.Replacement(shop.ID, drafts), change, err
}

// keepOthersOut takes the leases under which texts are published to a shop and
// its products are read.
func (s *Service) keepOthersOut(ctx context.Context, id galley.ShopID) (leases []galley.Lease, release func(), err error) {
	var all []*lease.Held
	release = func() {
		for _, held := range all {
			held.Release()
		}
	}
	for _, name := range []string{"outbox:" + string(id), "sync:" + string(id)} {
		held, err := lease.TakeLapsed(ctx, s.store, s.clock, name, s.store.Holder())
		if err != nil {
			return nil, release, err
		}
		if held == nil {
			return nil, release, galley.NewError(galley.CodeBusy, messages.ReplaceWhilePublishing)
		}
		all, leases = append(all, held), append(leases, held.Lease)
	}
	return leases, release, nil
}
