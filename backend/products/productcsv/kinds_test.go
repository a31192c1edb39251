package productcsv_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"galley/backend/galley"
	"galley/backend/products/productcsv"
)

// TestKindsOfFiles reads the files of testdata/kinds. Each has what it is, how its
// bytes are made of the text, the text, and what is expected; a new kind is a new
// file.
//
// Directives above the file: "encode: NAME [mark]", "line ends: cr|crlf",
// "escapes" (\n, \r, \t, \xNN as a byte, \uNNNN), "choose: ENCODING" of a person.
// Expected are lines "key: value" and "key HANDLE: value"; what was left out and
// what was put right are always compared as a whole.
func TestKindsOfFiles(t *testing.T) {
	paths, err := filepath.Glob("testdata/kinds/*.txtar")
	require.NoError(t, err)
	require.Greater(t, len(paths), 60)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { readKind(t, path).check(t) })
	}
}

// TestFilesAsFound reads files of people, byte by byte as they were: what is
// expected is beside each, as in testdata/kinds.
func TestFilesAsFound(t *testing.T) {
	paths, err := filepath.Glob("testdata/asfound/*.want")
	require.NoError(t, err)
	require.Greater(t, len(paths), 25)
	for _, path := range paths {
		name := strings.TrimSuffix(path, ".want")
		t.Run(filepath.Base(name), func(t *testing.T) {
			content, err := os.ReadFile(name)
			require.NoError(t, err)
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			kind{content: content, want: strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")}.check(t)
		})
	}
}

// kind is one file of testdata/kinds.
type kind struct {
	content []byte
	chosen  galley.FileEncoding
	want    []string
}

func readKind(t testing.TB, path string) kind {
	t.Helper()
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	archive := txtar.Parse(raw)
	require.Len(t, archive.Files, 2)
	text := string(archive.Files[0].Data)
	k := kind{want: strings.Split(strings.TrimSuffix(string(archive.Files[1].Data), "\n"), "\n")}
	for line := range strings.SplitSeq(string(archive.Comment), "\n") {
		name, value, _ := strings.Cut(line, ": ")
		switch name {
		case "line ends":
			text = strings.ReplaceAll(text, "\n", map[string]string{"cr": "\r", "crlf": "\r\n"}[value])
		case "choose":
			k.chosen = galley.FileEncoding(value)
		}
	}
	if strings.Contains("\n"+string(archive.Comment), "\nescapes\n") {
		text = unescape(text)
	}
	k.content = []byte(text)
	return finishEncoding(t, string(archive.Comment), k)
}

// finishEncoding writes the text in the encoding of the directive, if there is one.
func finishEncoding(t testing.TB, comment string, k kind) kind {
	t.Helper()
	for line := range strings.SplitSeq(comment, "\n") {
		if value, is := strings.CutPrefix(line, "encode: "); is {
			k.content = encode(t, value, string(k.content))
		}
	}
	return k
}

// unescape writes \n, \r, \t, \xNN and \uNNNN as what they stand for.
func unescape(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) || !strings.ContainsRune("nrtxu", rune(text[i+1])) {
			out.WriteByte(text[i])
			continue
		}
		i++
		switch text[i] {
		case 'x':
			code, _ := strconv.ParseUint(text[i+1:i+3], 16, 8)
			out.WriteByte(byte(code))
			i += 2
		case 'u':
			code, _ := strconv.ParseUint(text[i+1:i+5], 16, 32)
			out.WriteRune(rune(code))
			i += 4
		default:
			out.WriteString(map[byte]string{'n': "\n", 'r': "\r", 't': "\t"}[text[i]])
		}
	}
	return out.String()
}

func encode(t testing.TB, directive, text string) []byte {
	t.Helper()
	name, mark, _ := strings.Cut(directive, " ")
	to := encodingOf(t, name)
	if mark == "mark" {
		text = "\ufeff" + text
	}
	out, err := to.NewEncoder().String(text)
	require.NoError(t, err)
	return []byte(out)
}

func encodingOf(t testing.TB, name string) encoding.Encoding {
	t.Helper()
	switch name {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	found := productcsv.EncodingNamed(galley.FileEncoding(name))
	require.NotNil(t, found, name)
	return found
}

func (k kind) check(t *testing.T) {
	t.Helper()
	file, err := productcsv.Open("shop.csv", bytes.NewReader(k.content), productcsv.Options{Encoding: k.chosen})
	if refused, is := strings.CutPrefix(k.want[0], "refused: "); is {
		require.Equal(t, galley.CodeInvalidFile, galley.CodeOf(err))
		require.Contains(t, galley.MessageOf(err), refused)
		return
	}
	require.NoError(t, err)
	products, err := file.Products()
	require.NoError(t, err)
	found := file.Found()
	require.Equal(t, len(products), found.Products)
	want := map[string][]string{"left": nil, "right": nil}
	for _, line := range k.want {
		key, value, _ := strings.Cut(line, ":")
		want[key] = append(want[key], strings.TrimPrefix(value, " "))
	}
	for key, values := range want {
		require.Equal(t, values, k.got(t, key, products, found), key)
	}
}

// got is what the file says about one key.
func (k kind) got(t *testing.T, key string, products []productcsv.Product, found galley.ProductFile) []string {
	t.Helper()
	name, handle, isOfProduct := strings.Cut(key, " ")
	if isOfProduct {
		at := slices.IndexFunc(products, func(p productcsv.Product) bool { return p.Handle == handle })
		require.GreaterOrEqual(t, at, 0, handle)
		require.Contains(t, ofProduct, name)
		return []string{ofProduct[name](products[at])}
	}
	require.Contains(t, ofFile, name)
	return ofFile[name](products, found)
}

var ofFile = map[string]func([]productcsv.Product, galley.ProductFile) []string{
	"products": func(products []productcsv.Product, _ galley.ProductFile) []string {
		return []string{join(products, " ", func(p productcsv.Product) string { return p.Handle })}
	},
	"read": func(_ []productcsv.Product, f galley.ProductFile) []string {
		sign := map[bool]string{true: "comma", false: "point"}[f.Format.DecimalComma]
		return []string{fmt.Sprintf("%s, decimal %s, names in line %d, %s", f.Format.Separator, sign, f.Format.Header, f.Format.Encoding.Label())}
	},
	"unknown": func(_ []productcsv.Product, f galley.ProductFile) []string {
		return []string{join(f.Unknown, " ", func(field galley.Field) string { return string(field) })}
	},
	"copy": func(_ []productcsv.Product, f galley.ProductFile) []string {
		var names []string
		for _, c := range f.Columns {
			if c.Kind == galley.ColumnAsCopy {
				names = append(names, c.Name)
			}
		}
		return []string{strings.Join(names, " ")}
	},
	"left":  func(_ []productcsv.Product, f galley.ProductFile) []string { return findings(f, false) },
	"right": func(_ []productcsv.Product, f galley.ProductFile) []string { return findings(f, true) },
}

func findings(f galley.ProductFile, right bool) (lines []string) {
	for _, e := range f.LeftOut.Entries {
		if (e.Kind == galley.FindingRight) == right {
			lines = append(lines, fmt.Sprintf("%s | %s | %s | %s", e.Lines, e.Column, e.Cell, e.Why.ID))
		}
	}
	return lines
}

var ofProduct = map[string]func(productcsv.Product) string{
	"title":     func(p productcsv.Product) string { return p.Title },
	"body":      func(p productcsv.Product) string { return strings.ReplaceAll(p.BodyHTML, "\n", "⏎") },
	"vendor":    func(p productcsv.Product) string { return p.Vendor },
	"status":    func(p productcsv.Product) string { return p.Status },
	"tags":      func(p productcsv.Product) string { return strings.Join(p.Tags, "|") },
	"seo":       func(p productcsv.Product) string { return p.SEOTitle + " / " + p.SEODescription },
	"published": func(p productcsv.Product) string { return fmt.Sprint(p.Published != nil && *p.Published) },
	"price": func(p productcsv.Product) string {
		return join(p.Variants, " ", func(v productcsv.Variant) string { return v.Price })
	},
	"images": func(p productcsv.Product) string {
		return join(p.Images, " ", func(i productcsv.Image) string { return i.Src })
	},
	"positions": func(p productcsv.Product) string {
		return join(p.Images, " ", productcsv.Image.PlaceCell)
	},
	"alt": func(p productcsv.Product) string {
		return join(p.Images, " | ", func(i productcsv.Image) string { return i.Alt })
	},
}

func join[T any](list []T, separator string, of func(T) string) string {
	words := make([]string, len(list))
	for i, item := range list {
		words[i] = of(item)
	}
	return strings.Join(words, separator)
}
