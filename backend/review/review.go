// Package review is what a person does with drafts: read, change, approve,
// reject. All of it works without a network.
package review

import (
	"context"
	"maps"
	"slices"

	"galley/backend/alike"
	"galley/backend/checks"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// Store keeps items and their revisions.
type Store interface {
	KeyphraseStore
	FactStore
	AnswerStore
	ManyEditsStore
	alike.Store
	EditStore
	Items(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error)
	SelectionStore
	InboxStore
	Item(ctx context.Context, id galley.ItemID) (galley.Item, error)
	Original(ctx context.Context, id galley.ItemID) (galley.Value, error)
	Revisions(ctx context.Context, id galley.ItemID) ([]galley.Revision, error)
	PublicationsOf(ctx context.Context, id galley.ItemID) ([]galley.Publication, error)
	Subject(ctx context.Context, shop galley.ShopID, at galley.Listed) (galley.Subject, error)
	Decide(ctx context.Context, job galley.JobID, drafts []galley.ItemAt, d galley.Decision) (galley.Decided, error)
	SaveRechecks(ctx context.Context, job galley.JobID, rechecks []galley.Recheck) (int, error)
	Warned(ctx context.Context, job galley.JobID) ([]galley.ItemID, error)
	ChangedText(ctx context.Context, publication string) (galley.ChangedText, error)
	TakeOver(ctx context.Context, seen galley.SeenChange, report galley.Report, person string) error
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	Plan(ctx context.Context, id galley.ShopID) (galley.Plan, error)
	SetFacts(ctx context.Context, id galley.ShopID, facts string) error
	Profile(ctx context.Context, shop galley.ShopID) (galley.Profile, error)
	ChangeProfile(ctx context.Context, shop galley.ShopID, change func(galley.Profile) (galley.Profile, error)) (galley.Profile, error)
	JobProfile(ctx context.Context, job galley.JobID) (galley.Profile, error)
	ReplaceDraft(ctx context.Context, id galley.ItemID, expected int, w galley.Draft) error
	MarkOpened(ctx context.Context, drafts []galley.ItemAt) error
}

// Service reads and changes drafts.
type Service struct {
	store    Store
	settings galley.SettingsSource
	clock    galley.Clock
	alike    *alike.Service
}

// New makes the service.
func New(store Store, settings galley.SettingsSource, clock galley.Clock) *Service {
	return &Service{store: plans{store}, settings: settings, clock: clock, alike: alike.New(store)}
}

// Items returns a window of a job's items. A limit of 0 is 100; more than
// MaxPage is CodeInvalidInput, and so is an unknown filter, tab or order.
func (s *Service) Items(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error) {
	f, err := galley.ParseItemFilter(string(q.Filter))
	if err != nil {
		return galley.ItemPage{}, err
	}
	q.Filter = f
	if err := checkListing(&q); err != nil {
		return galley.ItemPage{}, err
	}
	if q.Limit == 0 {
		q.Limit = 100
	}
	if q.Limit < 0 || q.Limit > galley.MaxPage || q.Offset < 0 {
		return galley.ItemPage{}, galley.NewError(galley.CodeInvalidInput, messages.PageOutOfRange(galley.MaxPage))
	}
	if _, err := s.store.Job(ctx, q.JobID); err != nil {
		return galley.ItemPage{}, err
	}
	return s.store.Items(ctx, q)
}

// Item returns one item, or CodeNotFound.
func (s *Service) Item(ctx context.Context, id galley.ItemID) (galley.Item, error) {
	return s.store.Item(ctx, id)
}

// Proof is all that a person needs to judge a draft. Product or Collection is
// what the draft is for, nil where it is gone from the local copy.
type Proof struct {
	Item         galley.Item          `json:"item"`
	Job          galley.Job           `json:"job"`
	Product      *galley.Product      `json:"product"`
	Collection   *galley.Collection   `json:"collection"`
	Revisions    []galley.Revision    `json:"revisions"`
	Publications []galley.Publication `json:"publications"`
	// SafeContent and SafeOriginal are the texts made safe to show as HTML.
	SafeContent  string `json:"safe_content"`
	SafeOriginal string `json:"safe_original"`
	// Keyphrase is the one that the draft is for, or a guess, which no score counts.
	Keyphrase galley.Keyphrase `json:"keyphrase"`
	// OnShop is what the shop has now as far as Galley knows, nil where it does not.
	OnShop *galley.ShopText `json:"on_shop"`
	// Replaced is what the published draft replaced on the shop, nil where none is
	// published or it is not known.
	Replaced *galley.Value `json:"replaced"`
	// Claims, Lost and Blocks are of a draft that is written: all that it says of the
	// product, what of the shop's text it does not say, and the parts kept as they are.
	Claims []DraftClaim `json:"claims"`
	Lost   []LostFact   `json:"lost"`
	Blocks []KeptBlock  `json:"blocks"`
	// Good is nil where the draft cannot be marked as good.
	Good *GoodMark `json:"good"`
}

// Proof returns an item with what it is for, its revisions and publications.
func (s *Service) Proof(ctx context.Context, id galley.ItemID) (p Proof, err error) {
	if p.Item, err = s.store.Item(ctx, id); err != nil {
		return p, err
	}
	if p.Job, err = s.store.Job(ctx, p.Item.JobID); err != nil {
		return p, err
	}
	of, err := s.store.Subject(ctx, p.Item.ShopID, p.Item.Listed())
	switch {
	case err == nil && of.Collection != nil:
		p.Collection = of.Collection
	case err == nil:
		p.Product = &of.Product
	case !galley.HasCode(err, galley.CodeNotFound):
		return p, err
	}
	p.Keyphrase = checks.Keyphrase(of, markup.PageOf(p.Item.Field, p.Item.Content).Text)
	if p.Revisions, err = s.store.Revisions(ctx, id); err != nil {
		return p, err
	}
	if p.Publications, err = s.store.PublicationsOf(ctx, id); err != nil {
		return p, err
	}
	if p.Good, err = s.goodMark(ctx, p.Item); err != nil {
		return p, err
	}
	p.OnShop, p.Replaced = onShop(p, of), replaced(p)
	if p.Item.Field.IsHTML() {
		p.SafeContent = markup.SanitizeDraft(p.Item.Content, p.Item.Original)
		p.SafeOriginal = markup.SanitizeDraft(p.Item.Original, p.Item.Original)
	}
	return p, s.findings(ctx, &p, of)
}

// Approve marks drafts as good; they can then be published together.
func (s *Service) Approve(ctx context.Context, drafts []galley.ItemAt) (galley.Decided, error) {
	return s.decide(ctx, drafts, galley.DecisionApproved)
}

// Reject keeps drafts from being published with the others.
func (s *Service) Reject(ctx context.Context, drafts []galley.ItemAt) (galley.Decided, error) {
	return s.decide(ctx, drafts, galley.DecisionRejected)
}

// Reopen takes a decision back.
func (s *Service) Reopen(ctx context.Context, drafts []galley.ItemAt) (galley.Decided, error) {
	return s.decide(ctx, drafts, galley.DecisionOpen)
}

// KeepTheirs settles conflicts: the shop keeps its text, and the drafts are
// rejected. Drafts in no conflict are left out and named.
func (s *Service) KeepTheirs(ctx context.Context, drafts []galley.ItemAt) (galley.Decided, error) {
	var inConflict []galley.ItemAt
	left := []galley.LeftOut{}
	for _, draft := range drafts {
		item, err := s.store.Item(ctx, draft.ID)
		if err != nil {
			return galley.Decided{Left: left}, err
		}
		if item.PublishState == galley.PublishConflict {
			inConflict = append(inConflict, draft)
			continue
		}
		why := galley.Reason{Code: galley.CodeIllegalState, Message: messages.NotInConflict}
		left = append(left, galley.LeftOut{ItemID: item.ID, Place: item.Place, Reason: why})
	}
	if len(inConflict) == 0 {
		return galley.Decided{Left: left}, nil
	}
	decided, err := s.Reject(ctx, inConflict)
	decided.Left = append(left, decided.Left...)
	return decided, err
}

// AtCurrent names drafts at the revisions that they have now, for callers that
// looked at none. Revisions that are given stay.
func (s *Service) AtCurrent(ctx context.Context, drafts []galley.ItemAt) ([]galley.ItemAt, error) {
	current := make([]galley.ItemAt, len(drafts))
	for i, d := range drafts {
		item, err := s.store.Item(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		if d.Revision == 0 {
			d.Revision = item.Revision
		}
		current[i] = d
	}
	return current, nil
}

// decide sets the decision on drafts as they were on screen. Those that changed
// since, or cannot take it, are named; a single one that cannot is an error. A
// draft that is named without its revision is left out: it was not on screen.
func (s *Service) decide(ctx context.Context, drafts []galley.ItemAt, d galley.Decision) (galley.Decided, error) {
	done := galley.Decided{Left: []galley.LeftOut{}}
	byJob, err := draftsByJob(drafts)
	if err != nil {
		return done, err
	}
	for _, job := range slices.Sorted(maps.Keys(byJob)) {
		some, err := s.store.Decide(ctx, job, byJob[job], d)
		if err != nil {
			return done, err
		}
		done.Count += some.Count
		done.Left = append(done.Left, some.Left...)
		done.Steps = append(done.Steps, some.Steps...)
	}
	if err := s.notePace(ctx, done.Count, d); err != nil {
		return done, err
	}
	if len(drafts) == 1 && len(done.Left) == 1 {
		return done, done.Left[0].Reason.Err()
	}
	return done, nil
}

func draftsByJob(drafts []galley.ItemAt) (map[galley.JobID][]galley.ItemAt, error) {
	byJob := map[galley.JobID][]galley.ItemAt{}
	for _, draft := range drafts {
		job, _, err := draft.ID.Split()
		if err != nil {
			return nil, err
		}
		byJob[job] = append(byJob[job], draft)
	}
	return byJob, nil
}

// Edit puts a person's text in the place of the draft, as its next revision.
// revision is the one that was edited: 0 takes the current one. What
// breaks a limit of Shopify is CodeInvalidInput, and the draft stays.
func (s *Service) Edit(ctx context.Context, id galley.ItemID, revision int, content string) (galley.Item, error) {
	item, err := s.store.Item(ctx, id)
	if err != nil {
		return item, err
	}
	if content, err = markup.Fit(item.Field, content); err != nil {
		return item, err
	}
	if revision == 0 {
		revision = item.Revision
	}
	set, err := s.settings.For(ctx, item.ShopID)
	if err != nil {
		return item, err
	}
	original, err := s.ground(ctx, item)
	if err != nil {
		return item, err
	}
	report, err := s.check(ctx, item, content, original)
	if err != nil {
		return item, err
	}
	err = s.store.ReplaceDraft(ctx, id, revision, galley.Draft{
		Content: content, Original: original, Report: report, Author: galley.AuthorPerson, By: set.Person, At: s.clock.Now(),
	})
	if err != nil {
		return item, err
	}
	_ = s.alike.Compare(ctx, item.JobID) // the edit is saved; a job that is not compared yet is before it is published
	if item, err = s.store.Item(ctx, id); err == nil {
		err = s.store.MarkOpened(ctx, []galley.ItemAt{{ID: id, Revision: item.Revision}}) // they wrote it
	}
	return item, err
}

// ground is the text on the shop that a changed draft replaces: in a conflict
// the one that the conflict showed, else the one the draft was written for.
func (s *Service) ground(ctx context.Context, item galley.Item) (galley.Value, error) {
	if item.OnShop != nil {
		return *item.OnShop, nil
	}
	return s.store.Original(ctx, item.ID)
}

func (s *Service) check(ctx context.Context, item galley.Item, content string, original galley.Value) (galley.Report, error) {
	return s.checkKnowing(ctx, item, content, original, asKnown)
}

// knowledge changes what is known of a draft's product, for a check of what
// would be.
type knowledge func(of galley.Subject) galley.Subject

func asKnown(of galley.Subject) galley.Subject { return of }

func (s *Service) checkKnowing(ctx context.Context, item galley.Item, content string, original galley.Value, known knowledge) (galley.Report, error) {
	of, err := s.store.Subject(ctx, item.ShopID, item.Listed())
	if err != nil && !galley.HasCode(err, galley.CodeNotFound) {
		return galley.Report{}, err
	}
	profile, err := s.store.JobProfile(ctx, item.JobID)
	if err != nil {
		return galley.Report{}, err
	}
	return checks.Run(checks.Text{
		Subject: known(of), Field: item.Field, Profile: profile, Content: content, Original: original, Kept: item.Kept, SawPicture: true,
	}), nil
}
