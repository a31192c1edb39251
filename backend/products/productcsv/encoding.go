package productcsv

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"galley/backend/galley"
)

// encodings are those that a person can choose but UTF-8, which needs none.
var encodings = map[galley.FileEncoding]encoding.Encoding{
	"windows-1252": charmap.Windows1252, "windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251,
	"windows-1253": charmap.Windows1253, "windows-1254": charmap.Windows1254, "windows-1255": charmap.Windows1255,
	"windows-1256": charmap.Windows1256, "windows-1257": charmap.Windows1257, "iso-8859-2": charmap.ISO8859_2,
	"iso-8859-15": charmap.ISO8859_15, "macintosh": charmap.Macintosh, "ibm850": charmap.CodePage850,
	"ibm437": charmap.CodePage437, "ibm852": charmap.CodePage852, "koi8-r": charmap.KOI8R,
	"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "euc-kr": korean.EUCKR,
	"gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5,
}

// characters is how a file writes its characters.
type characters struct {
	name   galley.FileEncoding
	decode encoding.Encoding // nil for UTF-8
	chosen bool              // by a person
	guess  bool              // nothing in the file shows it
}

// reader gives the file's text as UTF-8.
func (c characters) reader(r io.Reader) io.Reader {
	if c.decode == nil {
		return r
	}
	return c.decode.NewDecoder().Reader(r)
}

// marks are the byte order marks, longer ones first.
var marks = []struct {
	mark string
	is   characters
}{
	{"\xff\xfe\x00\x00", characters{name: galley.EncodingUTF32, decode: utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)}},
	{"\x00\x00\xfe\xff", characters{name: galley.EncodingUTF32, decode: utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)}},
	{"\xff\xfe", characters{name: galley.EncodingUTF16, decode: unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)}},
	{"\xfe\xff", characters{name: galley.EncodingUTF16, decode: unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)}},
}

// charactersOf finds out by its first bytes how a file writes its characters. It
// is UTF-8 until a line shows that it is not.
func charactersOf(start []byte, chosen galley.FileEncoding) characters {
	for _, m := range marks {
		if bytes.HasPrefix(start, []byte(m.mark)) {
			return m.is
		}
	}
	if chosen != "" {
		return characters{name: chosen, decode: encodings[chosen], chosen: true}
	}
	if wide, is := withoutMark(start); is {
		return wide
	}
	return characters{name: galley.EncodingUTF8}
}

// isUTF8 is true where each line must be UTF-8.
func (c characters) isUTF8() bool { return c.decode == nil && !c.chosen && !c.guess }

// withoutMark recognises UTF-16 without a mark by its zeros: every second byte of
// most letters that separate columns and make markup.
func withoutMark(start []byte) (characters, bool) {
	start = bytes.TrimRight(start, endMarks+"\r\n")
	var zeros [2]int
	for i, b := range start {
		if b == 0 {
			zeros[i%2]++
		}
	}
	const share = 5 // zeros are at least this part of all bytes
	switch all := zeros[0] + zeros[1]; {
	case all*share < len(start) || all == 0:
		return characters{}, false
	case zeros[1] > 20*zeros[0]:
		return characters{name: galley.EncodingUTF16, decode: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, true
	case zeros[0] > 20*zeros[1]:
		return characters{name: galley.EncodingUTF16, decode: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}, true
	}
	return characters{}, false
}

// guessFrom is how many bytes with other characters than ASCII a guess is made
// from.
const guessFrom = 64 << 10

// guessed is what a file that is not UTF-8 most likely is.
func guessed(r io.ReadSeeker) (characters, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return characters{}, err
	}
	var odd []byte
	in := bufio.NewReaderSize(r, guessFrom)
	for len(odd) < guessFrom {
		stretch, err := in.ReadSlice('\n')
		if bytes.ContainsFunc(stretch, func(c rune) bool { return c >= utf8.RuneSelf }) {
			odd = append(odd, stretch...)
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			break // the end, or what the next reading reports
		}
	}
	name := guess(odd)
	return characters{name: name, decode: encodings[name], guess: true}, nil
}
