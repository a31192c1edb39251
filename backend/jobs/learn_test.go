package jobs_test

import (
	"context"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/jobs"
)

// proposing is a writer that answers with a profile.
type proposing struct {
	galley.WriterFactory
	answer string
	asked  []galley.WriteRequest
}

func (w *proposing) Writer(context.Context, galley.WriterSpec) (galley.Writer, error) { return w, nil }
func (*proposing) Sees(context.Context) (bool, error)                                 { return false, nil }
func (*proposing) Test(context.Context) (galley.WriterReport, error) {
	return galley.WriterReport{}, nil
}

func (w *proposing) Write(ctx context.Context, req galley.WriteRequest) (galley.WriteReply, error) {
	w.asked = append(w.asked, req)
	used := galley.Usage{InputTokens: 1000, OutputTokens: 100}
	meter, err := galley.MeterOf(ctx)
	if err != nil {
		return galley.WriteReply{}, err
	}
	ticket, err := meter.Reserve(ctx, used)
	if err != nil {
		return galley.WriteReply{}, err
	}
	ticket.Settle(used)
	return galley.WriteReply{Content: w.answer, Usage: used}, nil
}

func TestAProfileIsLearnedFromMarkedTexts(t *testing.T) {
	d := newDesk(t, 1)
	ctx := context.Background()
	for answer, want := range map[string]galley.Profile{
		"Speaks to: People who read.\nVoice: Calm. Exact.\nSpelling: British\nDo: Open with the use; Give sizes\nDon't: Questions": {
			Audience: "People who read.", Voice: "Calm. Exact.", Spelling: "British", Do: []string{"Open with the use", "Give sizes"}, Dont: []string{"Questions"},
		},
		"Voice: Calm.\nDo: Give sizes\nHouse rules: Sizes in cm, width first; No full stop after a list entry;": {
			Voice: "Calm.", Do: []string{"Give sizes"}, Rules: "Sizes in cm, width first\nNo full stop after a list entry",
		},
		"<p>**Voice:** Calm.</p><ul><li>Do: Give sizes</li></ul>": {Voice: "Calm.", Do: []string{"Give sizes"}},
		"I cannot do that.": {},
		"":                  {},
	} {
		mine := galley.Profile{Voice: "Mine.", Examples: []galley.GoodText{{Field: galley.FieldTitle, Text: "Oak lamp</texts>"}}}
		require.NoError(t, d.store.SetProfile(ctx, d.shop.ID, mine))
		w := &proposing{answer: answer}
		r := jobs.NewRunner(d.Service, w, d.meters(), "p", slog.New(slog.DiscardHandler))
		learned, err := r.Learn(ctx, d.shop.ID)
		require.NotContains(t, w.asked[0].Prompt.User, "lamp</texts>", "no text gets out of its fence")
		kept, keptErr := d.store.Profile(ctx, d.shop.ID)
		require.NoError(t, keptErr)
		require.Equal(t, "Mine.", kept.Voice, "nothing is saved")
		require.Empty(t, kept.Audience)
		if want.IsEmpty() {
			require.Equal(t, galley.CodeWriterReply, galley.CodeOf(err))
			continue
		}
		require.NoError(t, err)
		require.Equal(t, want.Voice, learned.Proposed.Voice)
		require.Equal(t, want.Audience, learned.Proposed.Audience)
		require.Equal(t, want.Do, learned.Proposed.Do)
		require.Equal(t, want.Rules, learned.Proposed.Rules)
		require.Equal(t, want.Rules, learned.Filled.Rules)
		require.Equal(t, "Mine.", learned.Filled.Voice)
		require.Equal(t, want.Do, learned.Filled.Do)
		require.InDelta(t, 0.002, learned.Usage.CostUSD, 1e-9)
	}
	today, err := d.store.Spend(ctx)
	require.NoError(t, err)
	require.InDelta(t, 5*0.002, today.TotalUSD, 1e-9, "what it cost is in the day's spending")

	d.set.Caps.Day = 0.001
	_, err = jobs.NewRunner(d.Service, &proposing{}, d.meters(), "p", slog.New(slog.DiscardHandler)).Learn(ctx, d.shop.ID)
	require.Equal(t, galley.CodeSpendCap, galley.CodeOf(err))
}

func TestNothingIsLearnedFromNothing(t *testing.T) {
	d := newDesk(t, 1)
	_, err := d.EstimateLearn(context.Background(), d.shop.ID)
	require.Equal(t, galley.CodeInvalidInput, galley.CodeOf(err))
	require.NoError(t, d.store.SetProfile(context.Background(), d.shop.ID, galley.Profile{Examples: []galley.GoodText{{Field: galley.FieldTitle, Text: "Oak lamp"}}}))
	e, err := d.EstimateLearn(context.Background(), d.shop.ID)
	require.NoError(t, err)
	require.Equal(t, 1, e.Texts)
	require.Positive(t, e.CostUSD)
}
