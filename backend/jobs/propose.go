package jobs

import (
	"context"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// inOneRequest is how many products a model proposes keyphrases for at once.
const inOneRequest = 20

// The tokens of a proposed line: its number and a phrase of five words, and the
// longest that is taken.
const (
	usualProposal   = 12
	longestProposal = 24
)

// EstimatePropose computes what it would cost to have keyphrases proposed.
func (s *Service) EstimatePropose(ctx context.Context, p galley.KeyphraseProposal) (galley.ProposeEstimate, error) {
	set, lacking, err := s.proposer(ctx, p)
	if err != nil {
		return galley.ProposeEstimate{}, err
	}
	spec := set.Writer.Spec()
	e := galley.ProposeEstimate{Places: len(lacking), Writer: spec, NeedsPrice: galley.ReasonOf(set.NeedsPrice(spec))}
	var sum tokenSum
	for _, part := range inParts(lacking) {
		prompt := proposePrompt(part, p.Language)
		sum.add(galley.Tokens(prompt.System)+galley.Tokens(prompt.User), usualProposal*len(part), longestProposal*len(part))
		e.Requests++
	}
	today, err := s.store.Spend(ctx)
	if err != nil {
		return e, err
	}
	e.TodayUSD = today.TotalUSD
	in, out, most := sum.means()
	about, bound := set.Priced(times(e.Requests, in, out, 0), spec), set.Priced(times(e.Requests, in*paidAgain, most*paidAgain, 0), spec)
	e.CostUSD, e.CostMaxUSD, e.Priced = about.CostUSD, bound.CostUSD, about.Priced
	return e, nil
}

// proposer checks the writer, and reads the places that have no keyphrase.
func (s *Service) proposer(ctx context.Context, p galley.KeyphraseProposal) (galley.Settings, []galley.Subject, error) {
	_, language, problem := galley.ParseKeyphrase("", p.Language)
	if problem != nil {
		return galley.Settings{}, nil, problem
	}
	set, err := s.settings.For(ctx, p.ShopID)
	if err != nil {
		return set, nil, err
	}
	if !set.Writer.Kind.Traits().Prompted {
		return set, nil, galley.NewError(galley.CodeInvalidInput, messages.ProposeNeedsModel)
	}
	if err := checkWriter(set.Writer); err != nil {
		return set, nil, err
	}
	if p.All {
		if p.Places, err = s.store.WithoutPhrase(ctx, galley.KeyphraseListQuery{ShopID: p.ShopID, Kind: p.Kind, Language: language, Limit: galley.MaxProposed}); err != nil {
			return set, nil, err
		}
	}
	if len(p.Places) > galley.MaxProposed {
		return set, nil, galley.NewError(galley.CodeInvalidInput, messages.ProposeTooMany(galley.MaxProposed, len(p.Places)))
	}
	var lacking []galley.Subject
	for _, place := range p.Places {
		of, err := s.store.Subject(ctx, p.ShopID, galley.Listed{Target: galley.Target{Kind: p.Kind, ID: place}})
		if err != nil {
			return set, nil, err
		}
		if !hasExactly(of.Keyphrases, language) {
			lacking = append(lacking, of)
		}
	}
	if len(lacking) == 0 {
		return set, nil, galley.NewError(galley.CodeInvalidInput, messages.ProposeNothing)
	}
	return set, lacking, nil
}

// hasExactly reports whether a keyphrase is set in that very language.
func hasExactly(phrases galley.Keyphrases, language string) bool {
	for _, k := range phrases {
		if k.Language == language {
			return true
		}
	}
	return false
}

func inParts(all []galley.Subject) (parts [][]galley.Subject) {
	for len(all) > inOneRequest {
		parts, all = append(parts, all[:inOneRequest]), all[inOneRequest:]
	}
	return append(parts, all)
}

// Propose has the model propose keyphrases, in requests that count for the day,
// and saves them as guesses. What was paid for before an error is saved.
func (r *Runner) Propose(ctx context.Context, p galley.KeyphraseProposal) (done galley.ProposedKeyphrases, err error) {
	done.Proposed = []galley.PlacedKeyphrase{}
	set, lacking, err := r.proposer(ctx, p)
	if err != nil {
		return done, err
	}
	spec := set.Writer.Spec()
	w, err := r.writers.Writer(ctx, spec)
	if err != nil {
		return done, err
	}
	metered := galley.WithMeter(ctx, r.meters.Meter(galley.Charge{ShopID: p.ShopID, Writer: spec}))
	for _, part := range inParts(lacking) {
		reply, err := w.Write(metered, galley.WriteRequest{Field: galley.FieldDescription, Prompt: proposePrompt(part, p.Language)})
		if err != nil {
			return done, err
		}
		done.Usage = done.Usage.Add(set.Priced(reply.Usage, spec))
		guesses := readProposed(reply.Content, part, p.Language, spec.Model)
		// Saved although the caller may have gone: they are paid for.
		if err := r.store.SaveGuesses(context.WithoutCancel(ctx), p.ShopID, guesses); err != nil {
			return done, err
		}
		done.Proposed = append(done.Proposed, guesses...)
		done.Without += len(part) - len(guesses)
	}
	return done, nil
}
