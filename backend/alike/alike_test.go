package alike_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
)

func first(n int, content func(int) string) func(int) string {
	return func(pos int) string {
		if pos <= n {
			return content(pos)
		}
		return told(pos)
	}
}

func TestDraftsOfAnOpenGroupStayOutOfPublishAll(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(3, known))
	plan := d.plan(galley.PublishRequest{})
	require.Equal(t, 3, plan.Count)
	require.Equal(t, 3, plan.Left.Alike)
	job := d.counts()
	require.Equal(t, 3, job.Counts.Alike)
	require.Equal(t, 3, job.Ready.Publish)
	require.Equal(t, galley.AlikeCounts{Texts: 3, Groups: 1}, job.Alike)

	_, err := d.reviewing().Approve(bg, d.world.At(d.job, 1, 4))
	require.NoError(t, err)
	plan = d.plan(galley.PublishRequest{OnlyApproved: true})
	require.Equal(t, 1, plan.Count, "an approval is of the text alone")
	require.Equal(t, 3, plan.Left.Alike)

	require.Equal(t, 1, d.plan(galley.PublishRequest{Items: d.world.At(d.job, 1)}).Count, "a person who names a draft publishes it")
}

func TestAKeptGroupIsPublishedWithTheOthers(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(3, known))
	found := d.find()
	require.Len(t, found.Groups, 1)
	group := found.Groups[0]
	require.Equal(t, galley.AlikeOpening, group.Kind)
	require.Equal(t, "Get to know", group.Opening)
	require.Equal(t, 3, group.Held)
	require.Equal(t, galley.AlikePart{Text: "Get to know", Mark: galley.LikenessShared}, group.Drafts[0].Parts[0])

	d.keep(group.ID)
	require.Equal(t, 6, d.plan(galley.PublishRequest{}).Count)
	found = d.find()
	require.Empty(t, found.Groups)
	require.Equal(t, "Ada", found.Kept[0].KeptBy)
	require.Zero(t, found.Kept[0].Held)

	d.edit(4, known(4)) // a fourth one begins so
	require.Equal(t, 4, d.plan(galley.PublishRequest{}).Left.Alike, "a text that joins opens the group")
	d.edit(4, told(4))
	require.Zero(t, d.plan(galley.PublishRequest{}).Left.Alike, "the kept texts are as they were")
	d.edit(2, known(9))
	require.Equal(t, 3, d.plan(galley.PublishRequest{}).Left.Alike, "a text that changed opens the group")
}

func TestAPartOfAKeptGroupStaysKept(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(4, known))
	d.keep(d.find().Groups[0].ID)
	_, err := d.reviewing().Reject(bg, d.world.At(d.job, 1))
	require.NoError(t, err)
	found := d.find()
	require.Empty(t, found.Groups)
	require.Len(t, found.Kept[0].Drafts, 3)

	require.NoError(t, d.Reopen(bg, d.job, found.Kept[0].ID))
	require.Equal(t, 3, d.plan(galley.PublishRequest{}).Left.Alike)
	require.Equal(t, galley.CodeNotFound, galley.CodeOf(d.Reopen(bg, d.job, found.Kept[0].ID)))
}

func TestAGroupIsKeptOnlyAsItWasOnScreen(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(3, known))
	seen := d.find().Groups[0].ID
	d.edit(4, known(4))
	require.Equal(t, galley.CodeChanged, galley.CodeOf(d.Keep(bg, d.job, []string{seen}, "Ada", d.clock.Now())))
	_, err := d.queue().RegenerateAlike(bg, d.job, []string{seen})
	require.Equal(t, galley.CodeChanged, galley.CodeOf(err))
	require.Equal(t, 4, d.plan(galley.PublishRequest{}).Left.Alike)
}

// Confirming a plan leaves out a draft that became too much like another one after
// the plan was shown.
func TestADraftThatBecameAlikeSinceThePlanIsLeftOut(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 4, first(2, known))
	plan := d.plan(galley.PublishRequest{})
	require.Equal(t, 4, plan.Count)
	d.edit(3, known(3))
	done, err := d.world.Store.ConfirmPlan(bg, plan.Plan, galley.PlanToPublish, "Ada")
	require.NoError(t, err)
	require.Equal(t, 1, done.Count)
	require.Len(t, done.Left, 3)
	require.Equal(t, "The draft is too much like another text since.", done.Left[0].Reason.Message.String())
}

func TestDraftsAreComparedWithTheShopsTexts(t *testing.T) {
	d := newDesk(t, galley.FieldTitle, 4, told)
	_, err := d.reviewing().Reject(bg, d.world.At(d.job, 4))
	require.NoError(t, err)
	fourth := d.world.Item(d.job, 4)
	d.edit(1, fourth.Place.Title+"!")
	found := d.find()
	require.Equal(t, 3, found.Drafts)
	require.Equal(t, 1, found.Live, "the texts that drafts would replace are not compared")
	require.Len(t, found.Groups, 1)
	require.Equal(t, galley.AlikeEqual, found.Groups[0].Kind)
	require.Equal(t, fourth.Place.Handle, found.Groups[0].Live[0].Handle)
	require.Equal(t, fourth.Place.Title, found.Groups[0].Live[0].Text)
}

// A sync that brings a text like a draft holds the draft.
func TestASyncComparesDraftsAgain(t *testing.T) {
	d := newDesk(t, galley.FieldTitle, 4, told)
	_, err := d.reviewing().Reject(bg, d.world.At(d.job, 4))
	require.NoError(t, err)
	require.Equal(t, 3, d.plan(galley.PublishRequest{}).Count)
	d.world.Remote.Put(galley.FieldTitle, d.world.Item(d.job, 4).Target(), galley.Text(told(1)))
	d.sync()
	due, err := d.world.Store.JobsToCompare(bg)
	require.NoError(t, err)
	require.Equal(t, []galley.JobID{d.job}, due)
	require.Equal(t, 1, d.plan(galley.PublishRequest{}).Left.Alike)
	due, err = d.world.Store.JobsToCompare(bg)
	require.NoError(t, err)
	require.Empty(t, due)
}

// A table that many products share does not make their descriptions alike, and
// each field finds its own texts.
func TestEveryFieldIsCompared(t *testing.T) {
	for _, f := range galley.Fields() {
		if f.Owner() == galley.PlaceCollection {
			continue // the world of this test has none
		}
		table := ""
		if f.IsHTML() {
			table = "<table><tr><td>Chest and waist and hip and length and width of every size that there is</td></tr></table>"
		}
		d := newDesk(t, f, 3, func(pos int) string {
			return []string{"A lamp of oak", "A chair of ash", "A stool of beech"}[(pos-1)%3] + table
		})
		if f.Place() != galley.PlaceImage {
			require.Empty(t, d.find().Groups, f)
		}
		d.edit(2, "A lamp of oak"+table)
		found := d.find()
		require.NotEmpty(t, found.Groups, f)
		require.Equal(t, galley.AlikeEqual, found.Groups[0].Kind)
	}
}

func TestNearTextsShowWhereTheyDiffer(t *testing.T) {
	planter := func(size, tree string) string {
		return "Fired twice and left unglazed, the " + size + " suits " + tree + ". The wall is thick, so roots stay cool in summer, and it drains well."
	}
	d := newDesk(t, galley.FieldMetaDescription, 2, func(pos int) string {
		return []string{planter("30 cm", "a fig"), planter("45 cm", "an olive")}[pos-1]
	})
	found := d.find()
	require.Len(t, found.Groups, 1)
	g := found.Groups[0]
	require.Equal(t, galley.AlikeNear, g.Kind)
	require.Greater(t, g.Least, 85)
	var differs []string
	for _, p := range g.Drafts[1].Parts {
		if p.Mark == galley.LikenessDiffers {
			differs = append(differs, p.Text)
		}
	}
	require.Equal(t, []string{"45", "an olive"}, differs)
}

func TestLiveGroupsOfOtherFieldsAreListed(t *testing.T) {
	d := newDesk(t, galley.FieldDescription, 4, told)
	for pos := 1; pos <= 3; pos++ {
		d.world.Remote.Put(galley.FieldSEOTitle, d.world.Item(d.job, pos).Target(), galley.Text("Garden Furniture | Quillmoor"))
	}
	d.sync()
	live, err := d.Live(bg, d.job)
	require.NoError(t, err)
	require.Len(t, live, 1)
	require.Equal(t, galley.FieldSEOTitle, live[0].Field)
	require.Equal(t, 3, live[0].LiveTotal)
	require.NotEmpty(t, live[0].Live[0].PlaceID, "a new job can be made of them")

	d.keep(live[0].ID)
	live, err = d.Live(bg, d.job)
	require.NoError(t, err)
	require.Empty(t, live)
}

// The template writer fills patterns, and says so: its texts are listed, but only
// equal ones stay out.
func TestPatternsAreListedAndNotHeld(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, told)
	d.job = d.write(galley.FieldMetaDescription, galley.WriterTemplate, first(4, known))
	found := d.find()
	require.Len(t, found.Groups, 1)
	require.Zero(t, found.Groups[0].Held)
	require.Equal(t, 6, d.plan(galley.PublishRequest{}).Count)
	d.edit(1, known(2))
	require.Equal(t, 2, d.plan(galley.PublishRequest{}).Left.Alike, "two are the same")
}

// Sentences that end alike are held, as openings are.
func TestEndingsAreHeld(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(4, func(pos int) string { return told(pos) + " for years to come." }))
	found := d.find()
	require.Len(t, found.Groups, 1)
	require.Equal(t, galley.AlikeEnding, found.Groups[0].Kind)
	require.Equal(t, "for years to come", found.Groups[0].Opening)
	parts := found.Groups[0].Drafts[0].Parts
	require.Equal(t, galley.AlikePart{Text: "for years to come.", Mark: galley.LikenessShared}, parts[len(parts)-1])
	require.Equal(t, 2, d.plan(galley.PublishRequest{}).Count)
	require.Equal(t, 4, d.plan(galley.PublishRequest{}).Left.Alike)
	d.keep(found.Groups[0].ID)
	require.Equal(t, 6, d.plan(galley.PublishRequest{}).Count)
}

// A line that many texts end with is listed, and holds nothing.
func TestTheSameLastSentenceIsListedAndNotHeld(t *testing.T) {
	d := newDesk(t, galley.FieldMetaDescription, 6, first(4, func(pos int) string { return told(pos) + ". Wipe it with a damp cloth." }))
	found := d.find()
	require.Len(t, found.Groups, 1)
	require.Equal(t, galley.AlikeClosing, found.Groups[0].Kind)
	require.Equal(t, "with a damp cloth", found.Groups[0].Opening)
	require.Equal(t, 6, d.plan(galley.PublishRequest{}).Count)
}
