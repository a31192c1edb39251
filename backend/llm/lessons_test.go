package llm

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// school is an endpoint whose requests are counted, with what a client keeps of it.
type school struct {
	t      *testing.T
	player *llmtest.Player
	lists  int
	probes int
	kept   *galley.Lesson
	pool   *Pool
}

func (s *school) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Method == http.MethodGet {
		s.lists++
	}
	before := len(s.player.Asked())
	resp, err := s.player.RoundTrip(req)
	if req.Method != http.MethodGet && strings.HasSuffix(req.URL.Path, chatPath) && len(s.player.Asked()) == before {
		s.probes++
	}
	return resp, err
}

func newSchool(t *testing.T, rules ...llmtest.Rule) *school {
	return &school{t: t, player: &llmtest.Player{Rules: rules, Text: shapeText}, pool: NewPool()}
}

// restart forgets what is in memory: what is kept stays.
func (s *school) restart() { s.pool, s.lists, s.probes = NewPool(), 0, 0 }

func (s *school) write(f galley.Field) (galley.WriteReply, error) {
	s.t.Helper()
	client := s.pool.Client(Config{
		BaseURL: "http://llm.test/v1", Model: "m", HTTPClient: &http.Client{Transport: s}, Lesson: s.kept,
		Learned: func(l galley.Lesson) { s.kept = &l },
	})
	return client.Write(galleytest.Paid(s.t.Context()), galleytest.SampleRequest(f))
}

var noSystemRole = llmtest.Rule{
	When: "any", If: map[string]any{"role": "system"}, Status: 400,
	Body: map[string]any{"error": map[string]any{"message": "System role not supported", "type": "BadRequestError"}},
}

func TestRestartPaysForNoLessonAgain(t *testing.T) {
	s := newSchool(t, noSystemRole)
	_, err := s.write(galley.FieldTitle)
	require.NoError(t, err)
	require.Positive(t, s.probes)
	require.Positive(t, s.lists)
	require.True(t, s.kept.NoSystem)
	require.Equal(t, "http://llm.test/v1", s.kept.Base)

	s.restart()
	_, err = s.write(galley.FieldTitle)
	require.NoError(t, err)
	require.Zero(t, s.probes)
	require.Zero(t, s.lists)
}

func TestRaisedLimitIsKeptForTheNextStart(t *testing.T) {
	s := newSchool(t,
		llmtest.Rule{When: "write", If: map[string]any{"max_tokens_over": 1400.0}},
		llmtest.Rule{When: "write", Content: "", Finish: "length"})
	_, err := s.write(galley.FieldTitle)
	require.NoError(t, err)
	require.Len(t, s.player.Asked(), 2)
	require.Positive(t, s.kept.More)

	s.restart()
	_, err = s.write(galley.FieldTitle)
	require.NoError(t, err)
	require.Len(t, s.player.Asked(), 3, "one more: the limit is as it was learned")
}

func TestNothingIsKeptOfWhatDidNotWork(t *testing.T) {
	s := newSchool(t, llmtest.Rule{When: "write", Content: "", Finish: "length"})
	_, err := s.write(galley.FieldTitle)
	require.Equal(t, galley.CodeWriterCut, galley.CodeOf(err))
	require.Nil(t, s.kept)
}

func TestForgottenLessonIsLearnedAgain(t *testing.T) {
	s := newSchool(t)
	_, err := s.write(galley.FieldTitle)
	require.NoError(t, err)
	s.kept, s.probes = nil, 0
	_, err = s.write(galley.FieldTitle)
	require.NoError(t, err)
	require.Positive(t, s.probes, "in the same process too")
	require.NotNil(t, s.kept)
}

func TestLessonOfAnAddressThatMovedIsLearnedAgain(t *testing.T) {
	s := newSchool(t)
	s.kept = &galley.Lesson{Base: "http://llm.test/old", Structured: galley.StructureSchema, Limit: "max_tokens", Temperature: true}
	old := s.player
	moved := http.Client{Transport: elsewhere{old}}
	client := s.pool.Client(Config{
		BaseURL: "http://llm.test/v1", Model: "m", HTTPClient: &moved, Lesson: s.kept, Learned: func(l galley.Lesson) { s.kept = &l },
	})
	_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
	require.NoError(t, err)
	require.Equal(t, "http://llm.test/v1", s.kept.Base)
}

// elsewhere has nothing at the old address.
type elsewhere struct{ next http.RoundTripper }

func (e elsewhere) RoundTrip(req *http.Request) (*http.Response, error) {
	if strings.HasPrefix(req.URL.Path, "/old") {
		return llmtest.Plain(http.StatusNotFound, "404 page not found"), nil
	}
	return e.next.RoundTrip(req)
}

// TestAnswerLimitHoldsForClientAtWork: a limit that a person sets holds from the
// next request, and is not raised.
func TestAnswerLimitHoldsForClientAtWork(t *testing.T) {
	s := newSchool(t)
	limits := map[galley.Field]int{}
	client := func() *Client {
		return s.pool.Client(Config{BaseURL: "http://llm.test/v1", Model: "m", HTTPClient: &http.Client{Transport: s}, AnswerLimits: limits})
	}
	for _, tokens := range []int{0, 300, 900} {
		limits = map[galley.Field]int{galley.FieldTitle: tokens}
		_, err := client().Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		asked := s.player.Asked()
		want := float64(tokens)
		if tokens == 0 {
			want = shortAnswer
		}
		require.InDelta(t, want, asked[len(asked)-1]["max_tokens"], 0)
	}
}
