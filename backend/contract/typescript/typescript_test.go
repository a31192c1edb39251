package typescript_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/contract"
	"galley/backend/contract/typescript"
	"galley/backend/galley"
)

type base struct {
	ID string `json:"id"`
}

type page struct {
	base

	Made    time.Time       `json:"made"`
	Ended   *time.Time      `json:"ended"`
	Names   []string        `json:"names"`
	More    []string        `json:"more,omitempty"`
	State   galley.JobState `json:"state"`
	Field   galley.Field    `json:"field"                 blank:"true"`
	Secret  string          `json:"-"`
	Prices  map[string]int  `json:"prices"`
	Inner   struct{ N int } `json:"inner"`
	Decided *bool           `json:"decided,omitempty"`
}

type app struct{}

func generate(t *testing.T, endpoints ...contract.Endpoint) (string, error) {
	t.Helper()
	return typescript.Generate(contract.New(endpoints...), reflect.TypeFor[app](), "../../..", nil)
}

func listOf[P any]() contract.Endpoint {
	return contract.List("things", func(context.Context, galley.ItemQuery) (p P, err error) { return p, nil })
}

func TestTypesFollowTheirJSON(t *testing.T) {
	text, err := generate(t, listOf[page]())
	require.NoError(t, err)
	require.Contains(t, text, `export interface page extends base {
  made: string;
  ended: string | null;
  names: string[] | null;
  more?: string[];
  state: JobState;
  field: Field | "";
  prices: Record<string, number>;
  inner: {
  N: number;
};
  decided?: boolean;
}`)
	require.Contains(t, text, "things: { query: ItemQuery; page: page };")
}

func TestConstantsBecomeUnionsUnderTheirComment(t *testing.T) {
	text, err := generate(t, listOf[page]())
	require.NoError(t, err)
	require.Contains(t, text, "/** JobState is the state of a job. */\nexport type JobState =\n  | \"queued\"\n  | \"running\"")
	require.Contains(t, text, "export type Field =\n")
	require.Contains(t, text, `  | "seo_title"`)
	require.Contains(t, text, "  /** at most MaxPage */\n  limit: number;")
}

func TestTypesWithoutAFormInTypeScriptAreRefused(t *testing.T) {
	_, err := generate(t, listOf[struct{ C chan int }]())
	require.ErrorContains(t, err, "chan int has no type in TypeScript")
}
