package wire_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/llm/llmtest"
)

// goodDescription is copy for every lamp.
const goodDescription = "<p>The Hesper table lamp of oak has a shade of linen, and its switch is on the cord.</p>"

// oneOfEachKind is an answer of each kind that is no copy, for descriptions.
func oneOfEachKind(t *testing.T) (kinds, answers []string) {
	t.Helper()
	file, err := os.Open("../admission/testdata/no-copy.jsonl")
	require.NoError(t, err)
	defer file.Close()
	seen := map[string]bool{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var one struct {
			Kind, Answer string
			Field        galley.Field
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &one))
		if one.Field == galley.FieldDescription && !seen[one.Kind] {
			seen[one.Kind] = true
			kinds, answers = append(kinds, one.Kind), append(answers, one.Answer)
		}
	}
	require.NoError(t, lines.Err())
	require.Len(t, kinds, 16, "every kind of admission")
	return kinds, answers
}

// fickle is a model that writes copy until it is spoiled, and then gives each
// lamp an answer of another kind.
type fickle struct {
	*llmtest.Server

	spoiled atomic.Bool
}

func startFickle(t *testing.T, answers []string) *fickle {
	t.Helper()
	f := &fickle{}
	f.Server = llmtest.Start(t, llmtest.Options{Answer: func(r llmtest.Request) llmtest.Reply {
		for _, m := range r.Messages {
			if found := lampNumber.FindStringSubmatch(m.Text); found != nil && f.spoiled.Load() {
				if i, err := strconv.Atoi(found[1]); err == nil {
					return llmtest.Writes(answers[i])
				}
			}
		}
		return llmtest.Writes(goodDescription)
	}})
	return f
}

// Each way in which a model's answer can become a draft refuses each kind: what a
// path leaves is the draft of before, or a failed item with its reason.
func TestEveryPathRefusesEachKindOfNoCopy(t *testing.T) {
	kinds, answers := oneOfEachKind(t)
	review := galley.JobSpec{Field: galley.FieldDescription, Strategy: galley.StrategyReview}
	sample := review
	sample.Sample = 1
	for path, write := range map[string]func(h home, model *fickle) (drafts galley.JobID, before string){
		"job": func(h home, model *fickle) (galley.JobID, string) {
			model.spoiled.Store(true)
			job, _, _ := h.run(review)
			return job.ID, ""
		},
		"publish without review": func(h home, model *fickle) (galley.JobID, string) {
			model.spoiled.Store(true)
			spec := review
			spec.Strategy = galley.StrategyPublish
			job, _, _ := h.run(spec)
			return job.ID, ""
		},
		"regenerate": func(h home, model *fickle) (galley.JobID, string) {
			job, _, items := h.run(review)
			model.spoiled.Store(true)
			for _, item := range items {
				require.Error(h.T, h.Runner.RegenerateNow(h.T.Context(), galley.ItemAt{ID: item.ID, Revision: item.Revision}, "Shorter."))
			}
			return job.ID, goodDescription
		},
		"not like the others": func(h home, model *fickle) (galley.JobID, string) {
			job, _, _ := h.run(review)
			model.spoiled.Store(true)
			found, err := h.Review.Alike(h.T.Context(), job.ID)
			require.NoError(h.T, err)
			require.NotEmpty(h.T, found.Groups)
			done, err := h.Jobs.RegenerateAlike(h.T.Context(), job.ID, []string{found.Groups[0].ID})
			require.NoError(h.T, err)
			require.Equal(h.T, len(kinds), done.Count)
			_, err = h.Runner.Rewrite(h.T.Context(), job.ID)
			require.NoError(h.T, err)
			return job.ID, goodDescription
		},
		"comparison": func(h home, model *fickle) (galley.JobID, string) {
			model.spoiled.Store(true)
			spec := review
			spec.ShopID, spec.Selection, spec.Sample = h.Shop.ID, galley.Selection{All: true}, galley.MaxCompared
			c, err := h.Jobs.Compare(h.T.Context(), galley.ComparisonSpec{JobSpec: spec, OtherInstructions: "Short sentences."})
			require.NoError(h.T, err)
			require.NoError(h.T, h.WorkUntilIdle(h.T.Context()))
			requireNoCopyLeft(h, c.A.ID, "")
			return c.B.ID, ""
		},
		"one side again": func(h home, model *fickle) (galley.JobID, string) {
			spec := review
			spec.ShopID, spec.Selection, spec.Sample = h.Shop.ID, galley.Selection{All: true}, galley.MaxCompared
			c, err := h.Jobs.Compare(h.T.Context(), galley.ComparisonSpec{JobSpec: spec, OtherInstructions: "Short sentences."})
			require.NoError(h.T, err)
			require.NoError(h.T, h.WorkUntilIdle(h.T.Context()))
			model.spoiled.Store(true)
			c, err = h.Jobs.WriteSideAgain(h.T.Context(), galley.SideAgain{Job: c.A.ID, Instructions: "Long sentences."})
			require.NoError(h.T, err)
			require.NoError(h.T, h.WorkUntilIdle(h.T.Context()))
			return c.A.ID, ""
		},
		"the rest of a sample": func(h home, model *fickle) (galley.JobID, string) {
			job, _, items := h.run(sample)
			require.Len(h.T, items, 1)
			model.spoiled.Store(true)
			_, err := h.Jobs.Continue(h.T.Context(), job.ID)
			require.NoError(h.T, err)
			require.NoError(h.T, h.WorkUntilIdle(h.T.Context()))
			return job.ID, ""
		},
	} {
		t.Run(path, func(t *testing.T) {
			model := startFickle(t, answers)
			h := openHome(t, numberedLamps(len(answers)), model.Server)
			live := h.live()
			job, before := write(h, model)
			require.True(t, model.spoiled.Load())
			requireNoCopyLeft(h, job, before)
			require.Equal(t, live, h.live(), "nothing is on the shop")
		})
	}
}

// requireNoCopyLeft checks that each draft is the one of before, or that its item
// failed with a reason. A sample has one good draft.
func requireNoCopyLeft(h home, job galley.JobID, before string) {
	h.T.Helper()
	items, good := h.Items(job), 0
	for _, item := range items {
		if item.Content == goodDescription {
			good++
			if before != "" {
				require.NotNil(h.T, item.Rewrite)
				require.Equal(h.T, galley.RewriteFailed, item.Rewrite.State)
			}
			continue
		}
		require.Empty(h.T, item.Content)
		require.Equal(h.T, galley.ItemFailed, item.State)
		require.Equal(h.T, galley.CodeWriterReply, item.Error.Code, "%v", item.Error)
	}
	if before == "" {
		require.LessOrEqual(h.T, good, 1)
		require.GreaterOrEqual(h.T, len(items)-good, 10)
		return
	}
	require.Equal(h.T, len(items), good, "a draft was replaced: %s", strings.Join(contents(items), "\n"))
}

func contents(items []galley.Item) (all []string) {
	for _, item := range items {
		all = append(all, item.Content)
	}
	return all
}
