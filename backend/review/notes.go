package review

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// TakeOut removes every sentence with the words that a warning speaks of, as a
// person's edit of that revision. A warning that is not there any more, or speaks of the whole
// text, is CodeInvalidInput; a draft that changed since is CodeChanged.
func (s *Service) TakeOut(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey) (galley.Item, error) {
	item, w, err := s.warned(ctx, id, revision, warning)
	if err != nil {
		return item, err
	}
	content, err := takenOut(item, w)
	if err != nil {
		return item, err
	}
	return s.Edit(ctx, id, revision, content)
}

// Keep puts a warning aside, or with keep false brings it back: a person looked
// into it. It stays aside through later revisions of the draft.
func (s *Service) Keep(ctx context.Context, id galley.ItemID, revision int, warning galley.WarningKey, keep bool) (galley.Item, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	if err := onScreen(item, revision); err != nil {
		return item, err
	}
	if keep {
		if _, err := warningOf(item, warning); err != nil {
			return item, err
		}
		item.Kept = keeping(item, warning)
	} else {
		item.Kept = slices.DeleteFunc(item.Kept, func(kept galley.WarningKey) bool { return kept.IsSameClaim(warning) })
	}
	again, err := s.recheck(ctx, item)
	if err != nil {
		return item, err
	}
	if err := s.store.SaveKept(ctx, item.JobID, again); err != nil {
		return item, err
	}
	return s.store.Item(ctx, id)
}

// AddFact adds a fact about every product of an item's shop, and checks the
// drafts of its job that have warnings again. Later jobs are written with it.
func (s *Service) AddFact(ctx context.Context, id galley.ItemID, revision int, fact string) (galley.Item, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	if err := onScreen(item, revision); err != nil {
		return item, err
	}
	fact = strings.Join(strings.Fields(fact), " ")
	if fact == "" {
		return item, galley.NewError(galley.CodeInvalidInput, messages.FactEmpty)
	}
	if n := utf8.RuneCountInString(fact); n > galley.MaxFact {
		return item, galley.NewError(galley.CodeInvalidInput, messages.FactTooLong(galley.MaxFact, n))
	}
	shop, err := s.store.Shop(ctx, string(item.ShopID))
	if err != nil {
		return item, err
	}
	facts := strings.TrimPrefix(strings.TrimRight(shop.Facts, "\n")+"\n"+fact, "\n")
	if err := galley.CheckFacts(facts); err != nil {
		return item, err
	}
	if err := s.store.SetFacts(ctx, shop.ID, facts); err != nil {
		return item, err
	}
	if err := s.recheckWarned(ctx, item.JobID); err != nil {
		return item, err
	}
	return s.store.Item(ctx, id)
}

// recheckedAtOnce is how many drafts are saved in one transaction: each takes
// its time on the disk, and there may be thousands.
const recheckedAtOnce = 200

// recheckWarned checks the drafts of a job that have warnings again. A draft
// that changes at this moment is checked by that change.
func (s *Service) recheckWarned(ctx context.Context, job galley.JobID) error {
	warned, err := s.store.Warned(ctx, job)
	if err != nil {
		return err
	}
	return s.recheckItems(ctx, warned)
}

// recheckItems checks drafts again, some of them in each transaction.
func (s *Service) recheckItems(ctx context.Context, drafts []galley.ItemID) error {
	for some := range slices.Chunk(drafts, recheckedAtOnce) {
		byJob := map[galley.JobID][]galley.Recheck{}
		for _, id := range some {
			item, err := s.store.Item(ctx, id)
			if err != nil {
				return err
			}
			again, err := s.recheck(ctx, item)
			if err != nil {
				return err
			}
			byJob[item.JobID] = append(byJob[item.JobID], again)
		}
		for job, rechecks := range byJob {
			if _, err := s.store.SaveRechecks(ctx, job, rechecks); err != nil {
				return err
			}
		}
	}
	return nil
}

// recheck checks the current draft with what is known now.
func (s *Service) recheck(ctx context.Context, item galley.Item) (galley.Recheck, error) {
	return s.recheckKnowing(ctx, item, asKnown)
}

func (s *Service) recheckKnowing(ctx context.Context, item galley.Item, known knowledge) (galley.Recheck, error) {
	original, err := s.ground(ctx, item)
	if err != nil {
		return galley.Recheck{}, err
	}
	report, err := s.checkKnowing(ctx, item, item.Content, original, known)
	for _, w := range item.Warnings { // the same text is the same still
		if w.Rule == galley.RuleSameText && !w.IsKept(item.Kept) {
			report.Warnings = append(report.Warnings, w)
		}
	}
	return galley.Recheck{ID: item.ID, Revision: item.Revision, Report: report, Kept: item.Kept}, err
}

// onScreen is CodeChanged if the draft is not the revision that was on screen
// when a person answered.
func onScreen(item galley.Item, revision int) error {
	if item.Revision == revision {
		return nil
	}
	return galley.NewError(galley.CodeChanged, messages.DraftChangedOnScreen(revision, item.Revision))
}

func warningOf(item galley.Item, key galley.WarningKey) (galley.Warning, error) {
	i := slices.IndexFunc(item.Warnings, func(w galley.Warning) bool { return w.Key() == key })
	if i < 0 {
		return galley.Warning{}, galley.NewError(galley.CodeInvalidInput, messages.NoSuchWarning)
	}
	return item.Warnings[i], nil
}
