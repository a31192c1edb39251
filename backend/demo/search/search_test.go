package search_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"galley/backend/demo/search"
)

type (
	term = search.Term
	not  = search.Not
	and  = search.And
	or   = search.Or
)

func TestParse(t *testing.T) {
	tests := map[string]search.Node{
		"":                            nil,
		"   ":                         nil,
		"()":                          nil,
		"AND":                         nil,
		"-":                           term{Value: "-"},
		"NOT":                         nil,
		"mug":                         term{Value: "mug"},
		"blue mug":                    and{term{Value: "blue"}, term{Value: "mug"}},
		`"blue mug"`:                  term{Value: "blue mug", IsPhrase: true},
		"blu*":                        term{Value: "blu", IsPrefix: true},
		"title:mug":                   term{Field: "title", Value: "mug"},
		"Title:'blue mug' vendor:A":   and{term{Field: "title", Value: "blue mug", IsPhrase: true}, term{Field: "vendor", Value: "A"}},
		"tag:*":                       term{Field: "tag", IsPrefix: true},
		"updated_at:>2026-01-02":      term{Field: "updated_at", Compare: ">", Value: "2026-01-02"},
		"updated_at:<='2026-01-02'":   term{Field: "updated_at", Compare: "<=", Value: "2026-01-02", IsPhrase: true},
		"-tag:sale":                   not{term{Field: "tag", Value: "sale"}},
		"NOT tag:sale mug":            and{not{term{Field: "tag", Value: "sale"}}, term{Value: "mug"}},
		"a OR b c":                    or{term{Value: "a"}, and{term{Value: "b"}, term{Value: "c"}}},
		"(a OR b) AND c":              and{or{term{Value: "a"}, term{Value: "b"}}, term{Value: "c"}},
		"a OR":                        term{Value: "a"},
		"(a":                          term{Value: "a"},
		"a) b":                        and{term{Value: "a"}, term{Value: "b"}},
		`title:blue\:green`:           term{Field: "title", Value: "blue:green"},
		`title:"say \"hello\""`:       term{Field: "title", Value: `say "hello"`, IsPhrase: true},
		":odd":                        term{Value: ":odd"},
		"id:gid://shopify/Product/12": term{Field: "id", Value: "gid://shopify/Product/12"},
		"blue-green":                  term{Value: "blue-green"},
		"кружка 杯子":                   and{term{Value: "кружка"}, term{Value: "杯子"}},
	}
	for query, want := range tests {
		t.Run(query, func(t *testing.T) { require.Equal(t, want, search.Parse(query)) })
	}
}

func TestCompile(t *testing.T) {
	now := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	filters := search.Filters{
		"":       search.Words("a", "b"),
		"vendor": search.Text("vendor %s"),
		"id":     search.Number("id"),
		"at":     search.Time("at", now),
		"status": search.OneOf("status", "active", "draft"),
		"gift":   search.Flag("gift"),
	}
	tests := map[string]search.Condition{
		"":                                {"1", nil},
		"x":                               {"(has_words(a, ?, ?) OR has_words(b, ?, ?))", []any{"x", false, "x", false}},
		"vendor:A":                        {"vendor = ? COLLATE NOCASE", []any{"A"}},
		"vendor:A_%*":                     {`vendor LIKE ? ESCAPE '\'`, []any{`A\_\%%`}},
		"id:5 -id:>7":                     {"(id = ? AND NOT (id > ?))", []any{5.0, 7.0}},
		"at:2026-01-02":                   {"at >= ? AND at < ?", []any{int64(1767312000), int64(1767398400)}},
		"at:>2026-01-02":                  {"at >= ?", []any{int64(1767398400)}},
		"at:<now":                         {"at < ?", []any{now.Unix()}},
		"at:>='1970-01-01T00:00:01Z'":     {"at >= ?", []any{int64(1)}},
		"at:>=2026-01-02T10:00:00Z":       {"at >= ?", []any{int64(1767312000)}},
		"at:<2026-01-02T23:59:59.5+01:00": {"at < ?", []any{int64(1767312000)}},
		"status:Active,draft":             {"status IN (?, ?)", []any{"active", "draft"}},
		"gift:true":                       {"gift = ?", []any{true}},
		"other:x OR id:5":                 {"(id = ?)", []any{5.0}},
	}
	for query, want := range tests {
		t.Run(query, func(t *testing.T) {
			condition, _ := filters.Compile(search.Parse(query))
			require.Equal(t, want, condition)
		})
	}
}

func TestCompileReportsIgnoredTerms(t *testing.T) {
	filters := search.Filters{"status": search.OneOf("status", "active"), "at": search.Time("at", time.Time{})}
	condition, warnings := filters.Compile(search.Parse("other:x status:gone at:soon"))
	require.Equal(t, search.Condition{SQL: "1"}, condition)
	require.Equal(t, []search.Warning{
		{Field: "other", Message: "Invalid search field for this query.", Code: "invalid_field"},
		{Field: "status", Message: "Input `gone` is not an accepted value.", Code: "invalid_value"},
		{Field: "at", Message: "Input `soon` is not an accepted value.", Code: "invalid_value"},
	}, warnings)
}

func TestHasWords(t *testing.T) {
	require.True(t, search.HasWords("Blue stoneware mug", "STONEWARE", false))
	require.True(t, search.HasWords("Blue stoneware mug", "stone", true))
	require.False(t, search.HasWords("Blue stoneware mug", "stone", false))
	require.True(t, search.HasWords("Blue-stoneware mug", "blue stoneware", false))
	require.False(t, search.HasWords("Blue stoneware mug", "mug blue", false))
	require.True(t, search.HasWords("Синяя Кружка", "кружка", false))
	require.False(t, search.HasWords("", "", true))
}

func FuzzParse(f *testing.F) {
	f.Add(`a OR (b -c:"d e" NOT tag:*) AND x:>=\"`)
	f.Add("((((")
	f.Add("- - -a")
	f.Fuzz(func(t *testing.T, query string) {
		filters := search.Filters{"": search.Words("a"), "t": search.Text("t %s"), "n": search.Number("n")}
		condition, _ := filters.Compile(search.Parse(query))
		require.NotEmpty(t, condition.SQL)
	})
}
