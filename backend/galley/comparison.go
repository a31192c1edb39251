package galley

// Comparison are two samples of the same items.
type Comparison struct {
	A     Job              `json:"a"`
	B     Job              `json:"b"`
	SumA  SideSummary      `json:"sum_a"`
	SumB  SideSummary      `json:"sum_b"`
	Pairs []ComparedDrafts `json:"pairs"`
}

// SideSummary sums up the drafts of one sample.
type SideSummary struct {
	Written int     `json:"written"`  // drafts
	Score   *int    `json:"score"`    // average, rounded, of those that have one; nil without any
	Held    int     `json:"held"`     // drafts with a warning that holds them
	Length  int     `json:"length"`   // average, in words or characters as the field is measured
	Unit    string  `json:"unit"`     // words or characters
	InRange *int    `json:"in_range"` // drafts as long as the profile asks for, nil where it asks for no length
	Alike   int     `json:"alike"`    // drafts that begin as another of the sample does
	CostUSD float64 `json:"cost_usd"`
	Priced  bool    `json:"priced"`
}

// ComparedDrafts are the drafts of one place in both samples; content is "" where
// there is none.
type ComparedDrafts struct {
	A       Item `json:"a"`
	B       Item `json:"b"`
	LengthA int  `json:"length_a"` // in the unit of the sides
	LengthB int  `json:"length_b"`
}

// ComparisonSpec asks for two samples of the same items that differ in their
// instructions or in the model.
type ComparisonSpec struct {
	JobSpec

	OtherInstructions     string `json:"other_instructions"`
	OtherInstructionsName string `json:"other_instructions_name"`
	OtherModel            string `json:"other_model"`
}

// ComparisonChoice says which drafts of a comparison are kept. They become the
// first of the sample that goes on; the others are rejected, and stay with the
// other sample.
type ComparisonChoice struct {
	Job  JobID    `json:"job"`  // the sample that goes on
	Kept []ItemAt `json:"kept"` // drafts of either sample, at most one for each place
	// Rest has the rest written, with the words and the model of Job; a place without
	// a choice keeps the draft of Job. Otherwise the job ends with the kept drafts.
	Rest bool `json:"rest"`
}

// MaxCompared is how many items a comparison has at most.
const MaxCompared = 50

// Side is which of two compared samples a job is, "" outside of a comparison.
type Side string

// The sides of a comparison.
const (
	SideNone Side = ""
	SideA    Side = "a"
	SideB    Side = "b"
)

// SideAgain asks for one sample of a comparison to be written again, with other
// instructions or another model. The drafts of the other sample stay.
type SideAgain struct {
	Job              JobID  `json:"job"`
	Instructions     string `json:"instructions"`
	InstructionsName string `json:"instructions_name"`
	Model            string `json:"model"` // "" for the same
}
