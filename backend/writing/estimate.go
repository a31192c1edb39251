package writing

import (
	"galley/backend/blocks"
	"galley/backend/galley"
)

// pictureTokens is roughly the size of a picture of PictureSide for a model that
// cuts pictures into patches of 28 to 32 pixels.
const pictureTokens = 750

// wrapping is the number of tokens that the format of request and answer adds.
const wrapping = 60

// EstimateTokens estimates the tokens of one draft: input, usual output and
// longest output, for a model without a thinking phase. It measures the prompt
// that would be sent. For alt text it includes a picture, which endpoints
// without vision do not receive.
func (*Service) EstimateTokens(req galley.WriteRequest) (in, out, outMax int) {
	f, of := req.Field, req.Subject
	prompt, original := prompted(req)
	in = galley.Tokens(prompt.System) + galley.Tokens(prompt.User) + wrapping
	if f.Place() == galley.PlaceImage {
		in += pictureTokens
	}
	length := fieldParts[f].answer
	scale := float64(galley.Tokens(of.Title())) * galley.CharsPerToken / float64(max(len([]rune(of.Title())), 1))
	scale = min(max(scale, 1), galley.CharsPerToken/galley.ForeignCharsPerToken)
	out, outMax = int(float64(length.usual)*scale), int(float64(length.longest)*scale)
	if f.IsHTML() {
		outMax += galley.Tokens(blocks.List(blocks.Cut(shown(original)).Blocks)) // each has its mark in the answer
	}
	return in, out, outMax
}

// Prompt is what would be sent for an item, with its picture where there is one.
func (*Service) Prompt(req galley.WriteRequest) galley.Prompt {
	prompt, _ := prompted(req)
	return prompt
}

func prompted(req galley.WriteRequest) (galley.Prompt, galley.Value) {
	var image *galley.Image
	if img, ok := req.Subject.Image(); ok {
		image = &img
	}
	original, _ := req.Value(req.Field)
	data := dataFor(req.Field, req.Instructions, req.Subject, original, image)
	return compose(req, data, image, image != nil), original
}
