package review

import (
	"context"
	"slices"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
	"galley/backend/markup"
)

// answer is an answer that is being worked out.
type answer struct {
	galley.NewAnswer

	fact galley.FactEdit
	// members are drafts of products in the collection that the fact is for.
	members map[galley.ItemID]bool
}

// newAnswer checks what a person answers, and reads who that is.
func (s *Service) newAnswer(ctx context.Context, r galley.AnswerRequest) (a answer, err error) {
	if r.Do, err = galley.ParseAnswer(string(r.Do)); err != nil {
		return a, err
	}
	job, err := s.store.Job(ctx, r.JobID)
	if err != nil {
		return a, err
	}
	a.Request, a.ShopID = r, job.ShopID
	if a.Person, err = s.person(ctx, job.ShopID); err != nil || r.Do != galley.AnswerAddFact {
		return a, err
	}
	if a.fact, err = r.Fact.Tidy(); err != nil {
		return a, err
	}
	if r.Scope.Kind == "" {
		r.Scope.Kind = galley.FactOfProducts
	}
	scope, err := r.Scope.Tidy()
	if err != nil {
		return a, err
	}
	switch scope.Kind {
	case galley.FactOfShop:
		a.ShopFact = factWords(a.fact)
	case galley.FactOfVendor, galley.FactOfType:
		a.Scoped = &galley.ScopedFact{Scope: scope, Fact: factWords(a.fact), Who: a.Person, When: s.clock.Now()}
	case galley.FactOfCollection:
		return a, s.answerCollection(ctx, &a, scope)
	case galley.FactOfProducts:
	}
	return a, nil
}

// answerCollection makes the fact of an answer one of a collection, named by
// handle or id, and of the products in it.
func (s *Service) answerCollection(ctx context.Context, a *answer, scope galley.FactScope) error {
	of, err := s.store.Subject(ctx, a.ShopID, galley.Listed{Target: galley.CollectionTarget(scope.Value)})
	if err != nil {
		return err
	}
	scope.Value = of.Handle()
	a.Scoped = &galley.ScopedFact{Scope: scope, Fact: factWords(a.fact), Who: a.Person, When: s.clock.Now()}
	members, err := s.store.DraftsInScope(ctx, a.ShopID, scope)
	a.members = map[galley.ItemID]bool{}
	for _, id := range members {
		a.members[id] = true
	}
	return err
}

// answerDraft works out what an answer does to one draft.
func (s *Service) answerDraft(ctx context.Context, a answer, item galley.Item) (galley.DraftAnswer, error) {
	if !item.Can.Edit {
		return galley.DraftAnswer{}, galley.NewError(galley.CodeIllegalState, messages.AnswerOvertaken(string(item.ID)))
	}
	switch a.Request.Do {
	case galley.AnswerTakeOut:
		return s.takeOutAll(ctx, a, item)
	case galley.AnswerKeep:
		again := item
		again.Kept = slices.Clone(item.Kept)
		for _, w := range aboutClaim(item.Warnings, a.Request.Warning) {
			again.Kept = keeping(again, w.Key())
		}
		recheck, err := s.recheck(ctx, again)
		return galley.DraftAnswer{Item: item, Recheck: &recheck}, err
	case galley.AnswerAddFact:
	}
	d := galley.DraftAnswer{Item: item}
	switch {
	case a.ShopFact != "" || a.Scoped != nil:
	case item.Place.Kind == galley.PlaceCollection:
		scope := galley.FactScope{Kind: galley.FactOfCollection, Value: item.Place.Handle}
		d.Scoped = &galley.ScopedFact{Scope: scope, Fact: factWords(a.fact), Who: a.Person, When: s.clock.Now()}
	case item.Product.ID == "":
		return d, galley.NewError(galley.CodeIllegalState, messages.FactsOfOthers)
	default:
		d.Fact = &galley.NotedFact{State: galley.FactAdded, FactEdit: a.fact, By: a.Person, At: s.clock.Now()}
	}
	recheck, err := s.recheckKnowing(ctx, item, func(of galley.Subject) galley.Subject { return a.known(of, d) })
	d.Recheck = &recheck
	return d, err
}

// known is what would be known of a draft's product or collection with the facts
// of the answer.
func (a answer) known(of galley.Subject, d galley.DraftAnswer) galley.Subject {
	switch {
	case a.ShopFact != "" && of.Collection != nil:
		c := *of.Collection
		c.ShopFacts += "\n" + a.ShopFact
		of.Collection = &c
	case a.ShopFact != "":
		of.Product.ShopFacts += "\n" + a.ShopFact
	case a.Scoped != nil && a.isInScope(of, d.Item.ID):
		of.Noted.Scoped = append(slices.Clone(of.Noted.Scoped), *a.Scoped)
	case d.Scoped != nil:
		of.Noted.Scoped = append(slices.Clone(of.Noted.Scoped), *d.Scoped)
	case d.Fact != nil:
		of.Noted.Facts = append(slices.Clone(of.Noted.Facts), *d.Fact)
	}
	return of
}

// isInScope reports whether the fact of an answer is true of a draft's product or
// collection.
func (a answer) isInScope(of galley.Subject, item galley.ItemID) bool {
	switch scope := a.Scoped.Scope; scope.Kind {
	case galley.FactOfVendor:
		return of.Collection == nil && strings.EqualFold(scope.Value, of.Product.Vendor)
	case galley.FactOfType:
		return of.Collection == nil && strings.EqualFold(scope.Value, of.Product.ProductType)
	case galley.FactOfCollection:
		return a.members[item] || of.Collection != nil && strings.EqualFold(scope.Value, of.Collection.Handle)
	case galley.FactOfShop, galley.FactOfProducts:
	}
	return false
}

// takeOutAll takes every sentence with the claim out of a draft. Where that
// leaves what the field does not take, the draft is left alone.
func (s *Service) takeOutAll(ctx context.Context, a answer, item galley.Item) (galley.DraftAnswer, error) {
	original, err := s.ground(ctx, item)
	if err != nil {
		return galley.DraftAnswer{}, err
	}
	content, report, err := s.withoutClaim(ctx, item, original, a.Request.Warning)
	if err != nil {
		return galley.DraftAnswer{}, galley.WrapError(err, galley.CodeIllegalState, galley.ReasonOf(err).Message)
	}
	if content == item.Content || len(aboutClaim(report.Warnings, a.Request.Warning)) > 0 {
		return galley.DraftAnswer{}, galley.NewError(galley.CodeIllegalState, messages.WarningWithoutWords)
	}
	return galley.DraftAnswer{Item: item, Draft: &galley.Draft{
		Content: content, Original: original, Report: report, Author: galley.AuthorPerson, By: a.Person, At: s.clock.Now(), SawPicture: true,
	}}, nil
}

// withoutClaim is a draft without the sentences that make a claim, and what the
// checks say of it. What the field does not take then is CodeInvalidInput.
func (s *Service) withoutClaim(ctx context.Context, item galley.Item, original galley.Value, claim galley.WarningKey) (content string, report galley.Report, err error) {
	content, report.Warnings = item.Content, item.Warnings
	for range item.Warnings {
		about := aboutClaim(report.Warnings, claim)
		if len(about) == 0 {
			break
		}
		fitting, err := markup.Fit(item.Field, markup.TakeOut(item.Field, content, about[0].Start, about[0].End))
		if err != nil {
			return content, report, err
		}
		if fitting == content {
			break
		}
		content = fitting
		if report, err = s.check(ctx, item, content, original); err != nil {
			return content, report, err
		}
	}
	return content, report, nil
}

// shown is what a person sees of a change before confirming it.
func shown(d galley.DraftAnswer, r galley.AnswerRequest) galley.AnsweredDraft {
	draft := galley.AnsweredDraft{
		ItemAt: galley.ItemAt{ID: d.Item.ID, Revision: d.Item.Revision}, Place: d.Item.Place, Warnings: countWarned(d.Item.Warnings),
	}
	before := markup.PageOf(d.Item.Field, d.Item.Content)
	claim := aboutClaim(d.Item.Warnings, r.Warning)[0]
	draft.Before = sentenceOf(before, claim)
	draft.After = draft.Before
	if d.Draft != nil {
		draft.WarningsLeft = countWarned(d.Draft.Report.Warnings)
		draft.Reopens = d.Item.Decision != galley.DecisionOpen
		draft.After = remaining(draft.Before, markup.PageOf(d.Item.Field, d.Draft.Content).Text, claim.About)
	} else {
		draft.WarningsLeft = countWarned(d.Recheck.Report.Warnings)
	}
	return draft
}

// countWarned counts the warnings that are more than information.
func countWarned(warnings []galley.Warning) int {
	n := 0
	for _, w := range warnings {
		if w.Severity != galley.SeverityInfo {
			n++
		}
	}
	return n
}

// sentenceOf is the sentence that a warning points into.
func sentenceOf(page markup.Page, w galley.Warning) string {
	runes := []rune(page.Text)
	from := len(string(runes[:min(w.Start, len(runes))]))
	blocks := []markup.Span{{Start: 0, End: len(page.Text)}}
	for _, b := range page.Blocks {
		if b.Start <= from && from < b.End {
			blocks = []markup.Span{b.Span}
		}
	}
	for _, at := range markup.SentencesIn(page.Text, blocks[0]) {
		if at.Start <= from && from < at.End {
			return strings.TrimSpace(at.Of(page.Text))
		}
	}
	return w.About
}

// remaining is what is left of a sentence in the new text, "" where it is gone.
func remaining(sentence, text, words string) string {
	if before, after, found := strings.Cut(sentence, words); found {
		rest := strings.Join(strings.Fields(before+after), " ")
		if rest != "" && strings.Contains(strings.Join(strings.Fields(text), " "), rest) {
			return rest
		}
	}
	return ""
}
