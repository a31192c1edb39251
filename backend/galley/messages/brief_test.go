package messages_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/galley/messages"
)

func TestBriefIsTheFirstSentenceAfterAColon(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"Product is archived. Unarchive it.": "product is archived",
		"The answer was cut short.":          "the answer was cut short",
		"Not written: it declined.":          "it declined",
		"Not published: the text on the shop was changed since.": "the text on the shop was changed since",
		"Not collected: the product is gone. Sync the shop.":     "the product is gone",
		"Not undone: the text was changed.":                      "not undone: the text was changed",
		"HTTP 402 at api.example.com. Pay.":                      "HTTP 402 at api.example.com",
		"Is it paid? Look.":                                      "is it paid?",
		"Élan is gone.":                                          "Élan is gone",
	} {
		require.Equal(t, want, messages.AsRecorded(text).Brief(), text)
	}
}
