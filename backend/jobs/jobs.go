// Package jobs creates bulk runs and works them: it claims items under a lease,
// has them written, and saves each result as it comes.
package jobs

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"

	"galley/backend/alike"
	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/lease"
)

// Store keeps jobs and their items.
type Store interface {
	lease.Store
	alike.Store
	Shop(ctx context.Context, nameOrID string) (galley.Shop, error)
	HasProducts(ctx context.Context, shop galley.ShopID) (bool, error)
	Subject(ctx context.Context, shop galley.ShopID, at galley.Listed) (galley.Subject, error)
	Subjects(ctx context.Context, shop galley.ShopID, places []galley.Listed) (map[galley.Listed]galley.Subject, error)
	Extent(ctx context.Context, spec galley.JobSpec) (galley.Extent, error)
	Candidates(ctx context.Context, spec galley.JobSpec, n int) ([]galley.Listed, error)
	CreateJob(ctx context.Context, job galley.Job, spec galley.JobSpec) (galley.JobID, error)
	Item(ctx context.Context, id galley.ItemID) (galley.Item, error)
	JobsToCompare(ctx context.Context) ([]galley.JobID, error)
	Jobs(ctx context.Context, shop galley.ShopID) ([]galley.Job, error)
	Profile(ctx context.Context, shop galley.ShopID) (galley.Profile, error)
	WithoutPhrase(ctx context.Context, q galley.KeyphraseListQuery) ([]string, error)
	SaveGuesses(ctx context.Context, shop galley.ShopID, guesses []galley.PlacedKeyphrase) error
	RenameJob(ctx context.Context, id galley.JobID, name string) error
	ArchiveJob(ctx context.Context, id galley.JobID, at time.Time, can func(galley.Job) error) error
	SpecAgain(ctx context.Context, id galley.JobID) (galley.JobSpec, error)
	SpecOf(ctx context.Context, id galley.JobID) (galley.JobSpec, error)
	RestOf(ctx context.Context, id galley.JobID, spec galley.JobSpec) (int, error)
	RestCandidates(ctx context.Context, id galley.JobID, spec galley.JobSpec, n int) ([]galley.Listed, error)
	ContinueJob(ctx context.Context, id galley.JobID, name string) error
	ChooseDrafts(ctx context.Context, choice galley.ComparisonChoice) error
	WriteSideAgain(ctx context.Context, old galley.JobID, again galley.Job) (galley.JobID, error)
	SentByShop(ctx context.Context, shop galley.ShopID, since time.Time) (sent, cached int, err error)
	CreateComparison(ctx context.Context, a, b galley.Job, spec galley.JobSpec) (first, second galley.JobID, err error)
	Items(ctx context.Context, q galley.ItemQuery) (galley.ItemPage, error)
	OpenJobs(ctx context.Context) ([]galley.Job, error)
	MoveJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error
	SteerJob(ctx context.Context, id galley.JobID, to galley.JobState, why *galley.Reason) error
	TakeJob(ctx context.Context, id galley.JobID, held galley.Lease) (galley.Job, error)
	Claim(ctx context.Context, id galley.JobID, n int, held galley.Lease) ([]galley.Claimed, error)
	SaveOutcomes(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, held galley.Lease) error
	CompleteJob(ctx context.Context, id galley.JobID, held galley.Lease) (bool, error)
	NoteWait(ctx context.Context, id galley.JobID, why galley.WaitFor, until time.Time) error
	ResumeDue(ctx context.Context) error
	Spend(ctx context.Context) (galley.Spend, error)
	DraftsUsed(ctx context.Context, job galley.Job, n int) (galley.DraftsUsed, error)
	BookDead(ctx context.Context) error
	StrandedJobs(ctx context.Context) ([]galley.JobID, error)

	Batching

	LastNotes(ctx context.Context, shop galley.ShopID) ([]string, error)
	QueueSelectedRewrites(ctx context.Context, sel galley.ItemSelection, ask galley.RewriteAsk) (galley.Decided, error)
	QueueRewrites(ctx context.Context, job galley.JobID, drafts []galley.ItemAt, ask galley.RewriteAsk) (galley.Decided, error)
	Rewrite(ctx context.Context, id galley.ItemID) (galley.Rewrite, error)
	JobsToRewrite(ctx context.Context) ([]galley.JobID, error)
	TakeRewrites(ctx context.Context, id galley.JobID, held galley.Lease) (galley.Job, error)
	ClaimRewrites(ctx context.Context, id galley.JobID, n int, held galley.Lease) ([]galley.Claimed, error)
	SaveRewrites(ctx context.Context, id galley.JobID, outcomes []galley.Outcome, held galley.Lease) error
	PauseRewrites(ctx context.Context, id galley.JobID, why *galley.Reason) error
	CancelRewrites(ctx context.Context, job galley.JobID, items []galley.ItemID) (int, error)
	GiveUpRewrite(ctx context.Context, id galley.ItemID, why *galley.Reason) error
}

// Drafter writes and checks the draft of one item.
type Drafter interface {
	Draft(ctx context.Context, w galley.Writer, req galley.WriteRequest) (galley.Draft, galley.Usage, error)
	EstimateTokens(req galley.WriteRequest) (in, out, outMax int)
	Prompt(req galley.WriteRequest) galley.Prompt
}

// Service creates jobs and pauses, resumes, cancels and retries them.
type Service struct {
	store    Store
	settings galley.SettingsSource
	drafter  Drafter
	clock    galley.Clock
	alike    *alike.Service
}

// New makes the service.
func New(store Store, settings galley.SettingsSource, drafter Drafter, clock galley.Clock) *Service {
	return &Service{store: store, settings: settings, drafter: drafter, clock: clock, alike: alike.New(store)}
}

// Create makes a job and queues it: any process that works this home will write
// it. Strategy, instructions and writer are copied into it.
func (s *Service) Create(ctx context.Context, spec galley.JobSpec) (galley.Job, error) {
	shop, set, err := s.prepare(ctx, &spec)
	if err != nil {
		return galley.Job{}, err
	}
	if err := refuseUnpriced(set, set.Writer.Spec(), messages.NoJobForPrice); err != nil {
		return galley.Job{}, err
	}
	job, err := s.newJob(ctx, shop, set, spec)
	if err == nil {
		err = s.refuseBatches(ctx, job)
	}
	if err != nil {
		return galley.Job{}, err
	}
	id, err := s.store.CreateJob(ctx, job, spec)
	if err != nil {
		return galley.Job{}, err
	}
	return s.store.Job(ctx, id)
}

// newJob is the job of a spec, with its own copies of the shop's profile and of
// the writer.
func (s *Service) newJob(ctx context.Context, shop galley.Shop, set galley.Settings, spec galley.JobSpec) (galley.Job, error) {
	profile, err := s.profileFor(ctx, shop.ID, spec)
	return galley.Job{
		ShopID: shop.ID, Name: cmp.Or(spec.Name, name(spec)), Named: spec.Name != "", Type: galley.TypeFor(spec.Field), Field: spec.Field, Strategy: spec.Strategy,
		Instructions: spec.Instructions, InstructionsName: spec.InstructionsName, Profile: profile,
		OnlyEmpty: spec.OnlyEmpty, Unseen: spec.Unseen, InBatches: spec.InBatches, Writer: set.Writer.Spec(), CreatedAt: s.clock.Now(),
	}, err
}

// prepare checks a spec, fills in what it leaves to the settings, and turns a
// shop's name into its id.
func (s *Service) prepare(ctx context.Context, spec *galley.JobSpec) (galley.Shop, galley.Settings, error) {
	shop, err := s.store.Shop(ctx, string(spec.ShopID))
	if err != nil {
		return shop, galley.Settings{}, err
	}
	set, err := s.settings.For(ctx, shop.ID)
	if err != nil {
		return shop, set, err
	}
	spec.ShopID = shop.ID
	if spec.Model = strings.TrimSpace(spec.Model); spec.Model != "" {
		if !set.Writer.Kind.Traits().NeedsEndpoint {
			return shop, set, galley.NewError(galley.CodeInvalidInput, messages.ModelWithTemplates)
		}
		set.Writer.Model = spec.Model
	}
	if spec.Strategy == "" {
		spec.Strategy = set.Strategy
	}
	spec.Instructions = strings.TrimSpace(spec.Instructions)
	if err := errors.Join(tidyName(spec), check(*spec, set.Writer), checkBatches(*spec, set.Writer)); err != nil {
		return shop, set, err
	}
	if spec.Field.Owner() == galley.PlaceCollection && !shop.Kind.Traits().Collections {
		return shop, set, galley.NewError(galley.CodeInvalidInput, messages.NoCollectionsInShop(shop.Name))
	}
	if err := s.checkSynced(ctx, shop); err != nil {
		return shop, set, err
	}
	if err := shop.Knows(spec.Field); err != nil {
		return shop, set, err
	}
	return shop, set, s.checkNamed(ctx, *spec)
}

// tidyName checks the name that a person gave the job, if they did.
func tidyName(spec *galley.JobSpec) (err error) {
	if spec.Name != "" {
		spec.Name, err = galley.ParseJobName(spec.Name)
	}
	return err
}

// Get returns a job with its counts, or CodeNotFound.
func (s *Service) Get(ctx context.Context, id galley.JobID) (galley.Job, error) {
	return s.store.Job(ctx, id)
}

// List returns the jobs of a shop, or all for "", newest first.
func (s *Service) List(ctx context.Context, shop galley.ShopID) ([]galley.Job, error) {
	return s.store.Jobs(ctx, shop)
}

// Pause stops a job and its regenerates after the drafts that are being written
// now.
func (s *Service) Pause(ctx context.Context, id galley.JobID) (galley.Job, error) {
	why := &galley.Reason{Code: galley.CodeCancelled, Message: messages.PausedByPerson}
	return s.moved(ctx, id, s.store.SteerJob(ctx, id, galley.JobPaused, why))
}

// Resume continues a paused job and its paused regenerates. If nothing is paused,
// it is CodeIllegalState.
func (s *Service) Resume(ctx context.Context, id galley.JobID) (galley.Job, error) {
	job, err := s.store.Job(ctx, id)
	if err == nil && !job.Can.Resume {
		err = galley.NewError(galley.CodeIllegalState, messages.JobNotPaused(string(id)))
	}
	if err == nil {
		err = s.store.SteerJob(ctx, id, galley.JobRunning, nil)
	}
	return s.moved(ctx, id, err)
}

// Cancel ends a job. Written drafts are kept, also those with a queued
// regenerate.
func (s *Service) Cancel(ctx context.Context, id galley.JobID) (galley.Job, error) {
	return s.moved(ctx, id, s.store.SteerJob(ctx, id, galley.JobCancelled, nil))
}

func (s *Service) moved(ctx context.Context, id galley.JobID, err error) (galley.Job, error) {
	if err != nil {
		return galley.Job{}, err
	}
	return s.store.Job(ctx, id)
}
