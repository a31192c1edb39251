package admission_test

import (
	"fmt"
	"strings"
	"testing"

	"galley/backend/admission"
	"galley/backend/galley"
)

// heavy are answers that repeat what Peel looks for, and never end it.
func heavy(size int) map[string]string {
	return map[string]string{
		"opened thinking": strings.Repeat("<think>", size/7),
		"closed thinking": strings.Repeat("</think>", size/8),
		"end tokens":      strings.Repeat("<|im_end|> ", size/11) + "x",
		"start tokens":    strings.Repeat("<|im_start|>assistant ", size/22),
		"fences":          strings.Repeat("```\n", size/4),
		"wrappers":        strings.Repeat("<text>", size/6),
		"braces":          strings.Repeat("[", size),
		"nested JSON":     strings.Repeat(`{"content":`, size/11),
		"escaped tags":    strings.Repeat("&lt;p&gt;", size/9),
		"escapes":         strings.Repeat(`\n`, size/2),
		"spaces":          strings.Repeat(" ", size) + "x",
		"channels":        strings.Repeat("<|channel|>final<|message|>", size/27),
		"joiners":         strings.Repeat("\u200d", size/3),
	}
}

// BenchmarkPeel shows that an answer twice as long takes about twice as long.
func BenchmarkPeel(b *testing.B) {
	for _, size := range []int{1 << 14, 1 << 15, 1 << 16, 1 << 17} {
		for name, answer := range heavy(size) {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				b.SetBytes(int64(len(answer)))
				for b.Loop() {
					admission.Peel(answer)
				}
			})
		}
	}
}

// BenchmarkJudge shows the same of descriptions.
func BenchmarkJudge(b *testing.B) {
	lamp := galley.Product{ID: "1", Handle: "hesper", Title: "Hesper table lamp", Vendor: "Aldermill", ProductType: "Table lamps", DescriptionHTML: "<p>A lamp of oak with a shade of linen.</p>"}
	for _, paragraphs := range []int{10, 100, 1000} {
		var text strings.Builder
		for i := range paragraphs {
			fmt.Fprintf(&text, "<p>The Hesper lamp number %d has a base of oak, and its shade %d is of linen. It stands on the desk or beside the bed.</p>", i, i*7)
		}
		b.Run(fmt.Sprintf("%d KB", text.Len()/1024), func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				admission.Judge(admission.Answer{Subject: lamp.Subject(), Field: galley.FieldDescription, Raw: text.String(), Content: text.String(), Original: galley.Null()})
			}
		})
	}
}
