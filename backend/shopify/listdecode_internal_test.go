package shopify

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tidwall/gjson"

	"galley/backend/shopify/internal/adminapi"
)

const (
	wholeProductLine = `{"__typename":"Product","id":"gid:\/\/shopify\/Product\/1","handle":"lamp","title":"Lamp \"L\" \u00e9 é","descriptionHtml":"\u003cp\u003eA lamp\n\u003c\/p\u003e",` +
		`"vendor":"V","productType":"T","status":"ACTIVE","tags":["a","b \u00fc"],"updatedAt":"2026-11-02T03:04:05Z","onlineStoreUrl":"https://x.example/p","category":{"fullName":"Home > Lamps"},` +
		`"seo":{"title":null,"description":"D"},"options":[{"name":"Colour","values":["red","blue"]}],` +
		`"priceRangeV2":{"minVariantPrice":{"amount":"1.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"2.0"}}}`
	wholeVariantLine   = `{"__typename":"ProductVariant","id":"v1","sku":"S-1","title":"red / S","inventoryItem":{"measurement":{"weight":{"unit":"KILOGRAMS","value":0.25}}},"__parentId":"p1"}`
	wholeMediumLine    = `{"__typename":"MediaImage","id":"m1","alt":"Alt","image":{"url":"https://x.example/i.jpg","width":1200,"height":800},"__parentId":"p1"}`
	wholeMetafieldLine = `{"__typename":"Metafield","id":"f1","namespace":"custom","key":"care","type":"single_line_text_field","value":"Wash \/ dry","__parentId":"p1"}`
)

// readsAsBefore compares with encoding/json.
func readsAsBefore[T any](t *testing.T, line []byte, fields []field[T]) {
	t.Helper()
	before := new(T)
	errBefore := json.Unmarshal(line, before)
	now, err := readObject(line, fields)
	require.Equal(t, errBefore, err, "%q", line)
	if err == nil {
		require.Equal(t, before, now, "%q", line)
	}
}

func readAllAsBefore(t *testing.T, line []byte) {
	t.Helper()
	if !validJSON(line) {
		return
	}
	copied := []byte(string(line))
	readsAsBefore(t, line, productFields)
	readsAsBefore(t, line, variantFields)
	readsAsBefore(t, line, metafieldFields)
	readsAsBefore(t, line, mediumFields)
	require.Equal(t, copied, line)
}

// Whatever a line has, it is read as encoding/json reads it.
func TestLinesAreReadAsBefore(t *testing.T) {
	for _, line := range hostileLines() {
		readAllAsBefore(t, []byte(line))
	}
}

// Lines as shops send them are read by the tables: otherwise these would be of no use.
func TestLinesOfShopsAreReadByTheTables(t *testing.T) {
	requireByTable(t, wholeProductLine, productFields)
	requireByTable(t, wholeVariantLine, variantFields)
	requireByTable(t, wholeMediumLine, mediumFields)
	requireByTable(t, wholeMetafieldLine, metafieldFields)
	requireByTable(t, `{"__typename":"ProductVariant","id":"v1","sku":null,"title":"T","inventoryItem":null,"__parentId":"p1"}`, variantFields)
	requireByTable(t, `{"__typename":"Video","id":"m1","alt":null,"__parentId":"p1"}`, mediumFields)
}

func requireByTable[T any](t *testing.T, line string, fields []field[T]) {
	t.Helper()
	readsAsBefore(t, []byte(line), fields)
	require.True(t, isPlain([]byte(line)))
	require.True(t, setFields(new(T), gjson.Parse(line), fields), line)
}

// hostileLines are whole lines with each of their values replaced, their names written otherwise or twice, and worse.
func hostileLines() (lines []string) {
	values := []string{
		"null", `"x"`, `""`, "1", "-0", "1.5", "1e2", "1e999", "99999999999999999999", "true", "[]", "{}", "[null]", "[1]", `["x"]`, `[{}]`, `[["x"]]`, `{"title":1}`,
		`"\ud83d\ude00"`, `"\ud83d"`, `"\ud83dx"`, `"\ud83d\u0041"`, `"\uDE00"`, "\"\xff\"", `"\u0000"`, `"\\ud83d"`, `"\b\f\n\r\t\/\\\""`, ` "x" `, `"2026-02-30T00:00:00Z"`, `"2026-11-02T03:04:05+02:00"`,
	}
	for _, whole := range []string{wholeProductLine, wholeVariantLine, wholeMediumLine, wholeMetafieldLine, "{}", "[]", "null", "1", `"x"`} {
		lines = append(lines, whole, " "+whole+" \t", strings.ReplaceAll(whole, ":", " : "), strings.ReplaceAll(whole, `"title"`, `"Title"`),
			strings.ReplaceAll(whole, `"title"`, `"t\u0069tle"`), strings.ReplaceAll(whole, `"seo"`, `"ſeo"`))
		var fields map[string]json.RawMessage
		if json.Unmarshal([]byte(whole), &fields) != nil {
			continue
		}
		for name, was := range fields {
			field := `"` + name + `":` + string(was)
			for _, value := range values {
				lines = append(lines, strings.Replace(whole, field, `"`+name+`":`+value, 1), strings.TrimSuffix(whole, "}")+`,"`+name+`":`+value+"}",
					strings.TrimSuffix(whole, "}")+`,"`+strings.ToUpper(name)+`":`+value+"}", strings.TrimSuffix(whole, "}")+`,"other":`+value+"}")
			}
		}
		for _, inner := range []string{`"fullName":"Home > Lamps"`, `"name":"Colour"`, `"values":["red","blue"]`, `"amount":"1.0"`, `"minVariantPrice":{"amount":"1.0","currencyCode":"EUR"}`,
			`"measurement":{"weight":{"unit":"KILOGRAMS","value":0.25}}`, `"weight":{"unit":"KILOGRAMS","value":0.25}`, `"value":0.25`, `"unit":"KILOGRAMS"`, `"width":1200`, `"url":"https://x.example/i.jpg"`} {
			name, _, _ := strings.Cut(inner, ":")
			for _, value := range values {
				lines = append(lines, strings.Replace(whole, inner, name+":"+value, 1), strings.Replace(whole, inner, inner+","+name+":"+value, 1))
			}
		}
	}
	return lines
}

func FuzzLinesAreReadAsBefore(f *testing.F) {
	for _, line := range []string{wholeProductLine, wholeVariantLine, wholeMediumLine, wholeMetafieldLine, `{"Alt":"x"}`, `{"alt":"\ud83d"}`, `{"tags":[null]}`} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) { readAllAsBefore(t, line) })
}

// benchmarked keeps what a benchmark made.
var benchmarked *adminapi.ListedProduct

func BenchmarkReadProductLine(b *testing.B) {
	line := []byte(wholeProductLine)
	b.Run("tables", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			benchmarked, _ = readObject(line, productFields)
		}
	})
	b.Run("json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			benchmarked = &adminapi.ListedProduct{}
			_ = json.Unmarshal(line, benchmarked)
		}
	})
}
