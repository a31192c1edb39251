package admission_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"galley/backend/admission"
	"galley/backend/galley"
)

// A mark of a kept part has no meaning in a title, with or without its brackets.
func TestMarksOfKeptPartsInTitles(t *testing.T) {
	for title, bad := range map[string]bool{"Oak desk lamp KEEP 1": true, "Oak desk lamp, keep 1 spare": false} {
		_, found := admission.Judge(admission.Answer{
			Subject: galley.Subject{}, Field: galley.FieldTitle, Raw: title, Content: title, Original: galley.Text("Oak lamp"), Data: "Oak desk lamp",
		})
		require.Equal(t, bad, found, title)
	}
}
