package ui

// Tone is the colour of a word, by what it means. A word never depends on it.
type Tone string

// The tones, in the colours that the interface uses for them.
const (
	TonePlain  Tone = ""
	ToneDim    Tone = "2"
	ToneStrong Tone = "1"
	ToneGood   Tone = "32"       // green
	ToneWaits  Tone = "33"       // yellow
	ToneBad    Tone = "31"       // red
	ToneWarn   Tone = "38;5;208" // orange
	ToneActive Tone = "34"       // blue
)

func (p *Page) tinted(text string, tone Tone) string {
	if !p.color || tone == TonePlain {
		return text
	}
	return "\x1b[" + string(tone) + "m" + text + "\x1b[0m"
}
