package llm

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"galley/backend/galley"
	"galley/backend/galley/galleytest"
	"galley/backend/llm/llmtest"
)

func roles(req llmtest.Request) (out []string) {
	for _, m := range req.Messages {
		out = append(out, m.Role)
	}
	return out
}

// TestRequestBody: the words of the job come first and are the same for every
// item, so that endpoints can cache them; turns alternate, as some models demand.
func TestRequestBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		first := galleytest.SampleRequest(galley.FieldDescription)
		again := galleytest.SampleRequest(galley.FieldDescription)
		again.Previous, again.Note = "<p>A \"lamp\".</p>", "Shorter."
		noted := galleytest.SampleRequest(galley.FieldDescription)
		noted.Note = "Mind the length."
		for _, req := range []galley.WriteRequest{first, again, noted} {
			_, err := client.Write(galleytest.Paid(t.Context()), req)
			require.NoError(t, err)
		}
		got := server.Requests()
		require.Equal(t, []string{"system", "user"}, roles(got[0]))
		require.Equal(t, first.Prompt.System+"\n\n"+formatRule, got[0].System())
		require.Equal(t, first.Prompt.User, got[0].User())

		require.Equal(t, []string{"system", "user", "assistant", "user"}, roles(got[1]))
		require.Equal(t, got[0].Messages, got[1].Messages[:2], "the same beginning")
		require.JSONEq(t, `{"content": "<p>A \"lamp\".</p>"}`, got[1].Messages[2].Text)
		require.Equal(t, "Write it again. Shorter.", got[1].User())

		require.Equal(t, []string{"system", "user"}, roles(got[2]))
		require.Equal(t, noted.Prompt.User+"\n\nMind the length.", got[2].User())
		require.Equal(t, "Bearer "+testKey, got[2].Authorization)
	})
}

func TestPictureIsSentAsItIs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		req := galleytest.SampleRequest(galley.FieldAltText)
		_, err := client.Write(galleytest.Paid(t.Context()), req)
		require.NoError(t, err)
		sent := server.Requests()[1] // the first was to see whether it sees
		require.Equal(t, [][]byte{req.Picture.Data}, sent.Pictures())
		require.Contains(t, string(sent.Body), `"data:image/jpeg;base64,`)
		require.Equal(t, req.Prompt.User, sent.User())
	})
}

func TestSecondAskNamesTheReason(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Says("{ " + strings.Repeat("x", 5000)))
		_, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		second := server.Requests()[1]
		require.Equal(t, []string{"system", "user", "assistant", "user"}, roles(second))
		require.Len(t, second.Messages[2].Text, 2000)
		require.Equal(t, unreadableRule, second.User())
	})
}

func TestAnswerLimit(t *testing.T) {
	req := galley.WriteRequest{Field: galley.FieldTitle}
	require.Equal(t, shortAnswer, answerLimit(req))
	req.Field = galley.FieldDescription
	require.Equal(t, descriptionAnswer, answerLimit(req))
	req.Product.DescriptionHTML = strings.Repeat("x", 20_000)
	require.Equal(t, 10_000, answerLimit(req))
	req.Product.DescriptionHTML = strings.Repeat("x", 500_000)
	require.Equal(t, longestAnswer, answerLimit(req))
}

func TestUsageIsAddedUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := warm(t, llmtest.Options{}, Config{})
		server.Next(llmtest.Reply{Content: `{"content":"A lamp."}`, Usage: &llmtest.Usage{Prompt: 1200, Completion: 7, Cached: 1024}})
		reply, err := client.Write(galleytest.Paid(t.Context()), galleytest.SampleRequest(galley.FieldTitle))
		require.NoError(t, err)
		require.Equal(t, galley.Usage{InputTokens: 1200, OutputTokens: 7, CachedTokens: 1024}, reply.Usage)
		require.Equal(t, llmtest.Model, reply.Model)
		require.Equal(t, "A lamp.", reply.Content)
	})
}
