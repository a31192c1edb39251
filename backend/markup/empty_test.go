package markup

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"galley/backend/galley"
)

func TestEmptyHTML(t *testing.T) {
	for _, empty := range []string{
		"", " \n\t", "<p></p>", "<p><br></p>", "<p>&nbsp;</p>", "<P>\u00a0\u200b\ufeff</P>", "<div><p> </p><ul><li></li></ul></div>",
		"<!-- a note -->", "<style>p { color: red }</style>", "<script>var words = 1</script>", "<template>words</template>",
		"<table><tr><td></td><td>&nbsp;</td></tr></table>", "<span data-mce-fragment=\"1\">&shy;</span>", "<hr>", "<p", "<!-- not closed <p>words</p>",
		"<input type=hidden value=1>", "<a href=\"https://example.com\"></a>", "&#8203;", "<p>\u2800</p>", "<p>\u3164</p>",
		"<meta charset=utf-8>", "<script type=\"application/ld+json\">{\"name\":\"Lamp\"}</script>",
	} {
		require.True(t, Empty(galley.FieldDescription, galley.Text(empty)), "%q shows nothing", empty)
	}
	for _, filled := range []string{
		"words", "<p>words</p>", "<p>.</p>", "<p>0</p>", "<p>☺</p>", "&lt;p&gt;", "<table><tr><td>9 cm</td></tr></table>",
		"<img src=\"a.jpg\">", "<IMG\nSRC=a.jpg/>", "<p><img src='a.jpg' alt=''></p>", "<picture><source srcset=\"a.webp\"></picture>",
		"<video src=\"a.mp4\"></video>", "<audio controls src=\"a.mp3\"></audio>", "<iframe src=\"https://www.youtube.com/embed/1\"></iframe>",
		"<embed src=\"a.pdf\">", "<object data=\"a.pdf\"></object>", "<svg><path d=\"M0 0\"/></svg>", "<canvas></canvas>", "<math><mi>x</mi></math>",
		"<div style=\"background-image: URL('a.jpg')\"></div>", "<table background=\"a.jpg\"></table>", "<product-video data-id=1></product-video>",
		"<script src=\"https://example.com/widget.js\"></script>", "<noscript><img src=\"a.jpg\"></noscript>", "<button></button>", "<input type=text>",
		"<p>&nbsp;</p><p><span><em>x</em></span></p>",
	} {
		require.False(t, Empty(galley.FieldDescription, galley.Text(filled)), "%q shows something", filled)
	}
	require.True(t, Empty(galley.FieldDescription, galley.Null()))
}

func TestEmptyPlainText(t *testing.T) {
	for _, f := range []galley.Field{galley.FieldTitle, galley.FieldSEOTitle, galley.FieldMetaDescription, galley.FieldAltText} {
		for _, empty := range []string{"", " ", "\n\t\r\n", "\u00a0", "\u200b\ufeff\u2060", "\u3000"} {
			require.True(t, Empty(f, galley.Text(empty)), "%s %q", f, empty)
		}
		for _, filled := range []string{"a", " a ", "0", "-", "<p></p>", "&nbsp;", "灯"} {
			require.False(t, Empty(f, galley.Text(filled)), "%s %q", f, filled)
		}
		require.True(t, Empty(f, galley.Null()))
	}
}

func TestFieldWithTextOrMediaIsNotEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		around := rapid.SliceOf(rapid.SampledFrom([]string{"<p>", "</p>", "<div class=\"a\">", "</div>", "<br>", "&nbsp;", " ", "<table><tr><td>", "</td></tr></table>", "<em>", "<!-- x -->", "\u200b"}))
		before, after := strings.Join(around.Draw(t, "before"), ""), strings.Join(around.Draw(t, "after"), "")
		inside := rapid.SampledFrom([]string{"a", "ß", "5", "<img src=x>", "<iframe src=x></iframe>", "<video></video>"}).Draw(t, "inside")
		if !Empty(galley.FieldDescription, galley.Text(before+after)) {
			t.Fatalf("%q shows nothing", before+after)
		}
		if Empty(galley.FieldDescription, galley.Text(before+inside+after)) {
			t.Fatalf("%q shows %q", before+inside+after, inside)
		}
	})
}
