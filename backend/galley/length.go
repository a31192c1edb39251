package galley

// OffLength says whether a draft is as long as its field takes.
type OffLength string

// The verdicts.
const (
	LengthFits  OffLength = "fits"
	LengthShort OffLength = "short"
	LengthLong  OffLength = "long"
)

// LengthUnit is what a length is counted in.
type LengthUnit string

// The units.
const (
	LengthInCharacters LengthUnit = "characters"
	LengthInWords      LengthUnit = "words"
)

// LengthRule is how long texts of a field are to be.
type LengthRule struct {
	Unit LengthUnit `json:"unit"`
	Min  int        `json:"min"`
	Max  int        `json:"max"` // 0 for no end
	// Pixels is the most width in a search result, 0 where none counts, in Arial of PixelSize.
	Pixels    int     `json:"pixels"`
	PixelSize float64 `json:"pixel_size"`
	// WidthCounts says that a wider text is too long; else the width is only shown, as the score does not count it.
	WidthCounts bool `json:"width_counts"`
}

// JobLengths are the rule of a job's texts, and how many drafts break it.
type JobLengths struct {
	Rule  LengthRule `json:"rule"`
	Short int        `json:"short"`
	Long  int        `json:"long"`
}
