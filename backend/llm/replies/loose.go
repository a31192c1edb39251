package replies

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Read reads the JSON value that the text begins with, and returns the text
// after it. JSON that is nearly right is read too: single quotes, commas at the
// end, names without quotes, Python's words, line breaks and quotation marks in
// strings that are not escaped, closing brackets that are missing at the end.
// A string that does not end is not read: its text was cut.
func Read(text string) (value any, rest string, ok bool) {
	text = strings.TrimLeftFunc(text, isBlank)
	decoder := json.NewDecoder(strings.NewReader(text))
	if decoder.Decode(&value) == nil {
		return value, text[decoder.InputOffset():], true
	}
	p := &loose{text: text}
	value, ok = p.value(0)
	return value, p.text[p.at:], ok
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' }

// deepest is how far values may be nested.
const deepest = 64

// loose is a reader of JSON that is nearly right.
type loose struct {
	text string
	at   int
}

func (p *loose) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *loose) skip() {
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !isBlank(r) {
			return
		}
		p.at += size
	}
}

func (p *loose) value(depth int) (any, bool) {
	p.skip()
	switch c := p.peek(); {
	case depth > deepest:
		return nil, false
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.list(depth)
	case c == '"' || c == '\'':
		return p.str()
	}
	return p.word()
}

// next moves past a comma. It reports whether another element follows, and
// whether what is there can be read. The end of the text closes what is open.
func (p *loose) next(closing byte) (more, ok bool) {
	p.skip()
	comma := p.peek() == ','
	if comma {
		p.at++
		p.skip()
	}
	switch {
	case p.peek() == closing && closing != 0:
		p.at++
		return false, true
	case p.at >= len(p.text):
		return false, true
	}
	return comma, comma
}

func (p *loose) object(depth int) (any, bool) {
	p.at++
	fields := map[string]any{}
	p.skip()
	if p.peek() == '}' {
		p.at++
		return fields, true
	}
	for {
		name, ok := p.name()
		if !ok {
			return nil, false
		}
		p.skip()
		if p.peek() != ':' {
			return nil, false
		}
		p.at++
		if fields[name], ok = p.value(depth + 1); !ok {
			return nil, false
		}
		if more, ok := p.next('}'); !more {
			return fields, ok
		}
	}
}

func (p *loose) list(depth int) (any, bool) {
	p.at++
	list := []any{}
	p.skip()
	if p.peek() == ']' {
		p.at++
		return list, true
	}
	for {
		v, ok := p.value(depth + 1)
		if !ok {
			return nil, false
		}
		list = append(list, v)
		if more, ok := p.next(']'); !more {
			return list, ok
		}
	}
}

func (p *loose) name() (string, bool) {
	if c := p.peek(); c == '"' || c == '\'' {
		s, ok := p.str()
		name, _ := s.(string)
		return name, ok
	}
	from := p.at
	for p.at < len(p.text) && isWordByte(p.text[p.at]) {
		p.at++
	}
	return p.text[from:p.at], p.at > from
}

func isWordByte(c byte) bool {
	return c == '_' || c == '-' || c == '+' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

var words = map[string]any{
	"true": true, "True": true, "false": false, "False": false,
	"null": nil, "None": nil, "undefined": nil, "NaN": nil, "nan": nil, "Infinity": nil, "-Infinity": nil,
}

func (p *loose) word() (any, bool) {
	word, ok := p.name()
	if !ok {
		return nil, false
	}
	if v, known := words[word]; known {
		return v, true
	}
	n, err := strconv.ParseFloat(word, 64)
	return n, err == nil
}

// str reads a string. A quotation mark ends it where JSON goes on after it;
// others belong to the text.
func (p *loose) str() (any, bool) {
	quote := p.text[p.at]
	p.at++
	var out strings.Builder
	for p.at < len(p.text) {
		c := p.text[p.at]
		switch {
		case c == '\\' && p.at+1 < len(p.text):
			p.escape(&out)
			continue
		case c == quote && p.endsAt(p.at+1):
			p.at++
			return out.String(), true
		}
		out.WriteByte(c)
		p.at++
	}
	return nil, false
}

// endsAt reports whether JSON goes on at this place after a string.
func (p *loose) endsAt(at int) bool {
	after := strings.TrimLeftFunc(p.text[at:], isBlank)
	if after == "" {
		return true
	}
	switch after[0] {
	case ':', '}', ']':
		return true
	case ',':
		after = strings.TrimLeftFunc(after[1:], isBlank)
		return after == "" || strings.ContainsRune(`"'{[}]`, rune(after[0])) || namesField(after)
	}
	return false
}

// namesField reports whether a text begins with the name of a field.
func namesField(text string) bool {
	name := strings.TrimLeftFunc(text, func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) })
	return len(name) < len(text) && strings.HasPrefix(strings.TrimLeftFunc(name, isBlank), ":")
}

var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\', '/': '/'}

func (p *loose) escape(out *strings.Builder) {
	c := p.text[p.at+1]
	if plain, known := escapes[c]; known {
		out.WriteByte(plain)
		p.at += 2
		return
	}
	const length = len(`\u0000`)
	if c == 'u' && p.at+length <= len(p.text) {
		var s string // with its pair, where it is half of one
		for _, n := range []int{2 * length, length} {
			if p.at+n <= len(p.text) && json.Unmarshal([]byte(`"`+p.text[p.at:p.at+n]+`"`), &s) == nil && utf8.RuneCountInString(s) == 1 {
				out.WriteString(s)
				p.at += n
				return
			}
		}
	}
	out.WriteByte('\\')
	p.at++
}
