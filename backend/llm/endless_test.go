package llm

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

// A small model in JSON mode that writes until its limit, as SmolLM2 on llama.cpp does, is asked without JSON mode, and
// gets no more room.
func TestEndlessJSONEndsJSONMode(t *testing.T) {
	var parts strings.Builder
	for i := range 60 {
		fmt.Fprintf(&parts, `"tag_%d": [{"name_%d": "wood"}, `, i, i*i)
	}
	for name, end := range map[string]string{"blanks": `"` + strings.Repeat(" \n", 600), "part after part": `", ` + parts.String()} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, llmtest.Options{NoSchema: true}, Config{})
				server.Next(llmtest.Reply{Content: `{"content": "A lamp` + end, Finish: "length"})
				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
				asked := server.Requests()
				last, before := asked[len(asked)-1], asked[len(asked)-2]
				require.Equal(t, "json_object", before.Format)
				require.Empty(t, last.Format)
				require.Equal(t, before.MaxTokens, last.MaxTokens)
			})
		})
	}
}

// A model that goes in circles is not paid to go on.
func TestEndlessWordsGetNoMoreRoom(t *testing.T) {
	circles := strings.Repeat("It is warm and soft, and it is made to last for years. ", 40)
	for name, reply := range map[string]llmtest.Reply{
		"in the answer":        {Content: circles, Finish: "length"},
		"while it is thinking": {Content: "<think>Let me see. " + circles, Finish: "length"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, server := warm(t, llmtest.Options{}, Config{})
				server.Next(reply)
				_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.Equal(t, galley.CodeWriterCut, galley.CodeOf(err))
				_, err = client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
				require.NoError(t, err)
				asked := server.Requests()
				require.Len(t, asked, 2)
				require.Equal(t, shortAnswer, asked[1].MaxTokens)
			})
		})
	}
}

// A long size table says the same markup again and again, and something new in each row.
func TestCutTableGetsMoreRoom(t *testing.T) {
	var rows strings.Builder
	for size := range 60 {
		fmt.Fprintf(&rows, `<tr><td style=\"text-align: left;\">%d</td><td style=\"text-align: left;\">%d cm</td></tr>`, 34+size, 80+3*size)
	}
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Reply{Content: `{"content": "<table>` + rows.String(), Finish: "length"})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldDescription))
		require.NoError(t, err)
		asked := server.Requests()
		require.Len(t, asked, 2)
		require.Greater(t, asked[1].MaxTokens, asked[0].MaxTokens)
	})
}

// An answer that was cut while it said something new gets more room.
func TestCutAnswerThatGoesOnGetsMoreRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Reply{Content: "Okay, the user wants a title for a lamp. The lamp is of brass, so brass should be in it. " +
			"The type is a desk lamp, and there is a dimmer. Maybe the title could begin with the material", Finish: "length"})
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		asked := server.Requests()
		require.Len(t, asked, 2)
		require.Equal(t, shortAnswer+thinking, asked[1].MaxTokens)
	})
}
