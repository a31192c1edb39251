package writing

import "galley/backend/galley"

// pictureTokens is about what a picture of PictureSide costs a model that cuts
// pictures into patches of 28 to 32 pixels.
const pictureTokens = 750

// wrapping is what the form of request and answer adds to a prompt.
const wrapping = 60

// EstimateTokens reckons what one draft takes: input, output, and
// output at its longest, in tokens of a model without a thinking phase. The
// prompt is the very one that would be sent; for alt text a picture is counted
// in, which endpoints without eyes do not get.
func (*Service) EstimateTokens(f galley.Field, instructions string, of galley.Subject) (in, out, outMax int) {
	var image *galley.Image
	if img, ok := of.Image(); ok {
		image = &img
	}
	original, _ := of.Value(f)
	prompt := compose(f, instructions, of, original, image, image != nil)
	in = galley.Tokens(prompt.System) + galley.Tokens(prompt.User) + wrapping
	if f.Place() == galley.PlaceImage {
		in += pictureTokens
	}
	length := fieldParts[f].answer
	scale := float64(galley.Tokens(of.Title())) * galley.CharsPerToken / float64(max(len([]rune(of.Title())), 1))
	scale = min(max(scale, 1), galley.CharsPerToken/galley.ForeignCharsPerToken)
	out, outMax = int(float64(length.usual)*scale), int(float64(length.longest)*scale)
	if f.IsHTML() {
		kept := galley.Tokens(shown(original)) // tables and frames stay in the new text
		outMax += kept
	}
	return in, out, outMax
}
