package galley

import "context"

// WriterSpec says which writer a job uses. It holds no key: keys are in the
// vault, by base URL.
type WriterSpec struct {
	Kind    WriterKind `json:"kind"`
	BaseURL string     `json:"base_url,omitempty"` // ends in /v1
	Model   string     `json:"model,omitempty"`
}

// Name is shown where people expect a model's name.
func (w WriterSpec) Name() string {
	if label := w.Kind.Traits().Label; label != "" {
		return label
	}
	return w.Model
}

// Prompt is a request in words, ordered so that the part that is the same for a
// whole job comes first and can be cached by the endpoint.
type Prompt struct {
	System string // rules, field, instructions: the same for each item of a job
	User   string // the product, fenced as untrusted text
}

// Picture is an image for the model, ready to be sent.
type Picture struct {
	MIME string // image/jpeg or image/png
	Data []byte
}

// WriteRequest asks for one draft.
type WriteRequest struct {
	Subject

	Field        Field
	Instructions string
	Profile      Profile  // with the marked texts that go along
	Original     Value    // what the shop has
	Previous     string   // a draft to improve on, when it is regenerated
	Note         string   // a person's note, or why the last answer was not usable
	Unlike       []string // how other texts begin, that the draft must not be like
	Unseen       bool     // alt text is wanted also where the picture was not seen

	// Prepared from these before a writer is asked:
	Prompt  Prompt
	Image   *Image   // for alt text
	Picture *Picture // for alt text, where the writer can see
}

// WriteReply is a writer's answer: raw, not yet cleaned or checked.
type WriteReply struct {
	Content    string
	Model      string // as the endpoint names it
	SawPicture bool
	// PromptCut means that the endpoint read far less than it was sent.
	PromptCut bool
	Usage     Usage // tokens only; the cost is computed from the price table
	// PromptVersion is the version of the writer's own patterns, "" if it used
	// the prompt.
	PromptVersion string
}

// Writer writes drafts. Write is called by many goroutines at once; it paces
// itself, retries what is worth retrying, and returns a galley.Error whose code
// says whether the item failed or the whole job has to pause (PausesJob).
type Writer interface {
	Write(ctx context.Context, req WriteRequest) (WriteReply, error)
	// Sees reports whether pictures can be sent. The error is the writer's, where it
	// has to be asked and cannot.
	Sees(ctx context.Context) (bool, error)
	// Test tries the writer once and reports what it can do.
	Test(ctx context.Context) (WriterReport, error)
}

// Structure is how an endpoint can be made to return a certain form.
type Structure string

// The structures, the strictest first.
const (
	StructureSchema Structure = "json_schema"
	StructureObject Structure = "json_object"
	StructurePlain  Structure = "plain"
)

// WriterReport is the result of trying a writer.
type WriterReport struct {
	Name       string    `json:"name"`
	Millis     int       `json:"millis"`
	Models     []string  `json:"models"` // what the endpoint offers, at most 200
	Structured Structure `json:"structured"`
	Pictures   bool      `json:"pictures"`
	Batches    bool      `json:"batches"`    // it takes batches, at a part of the price
	PromptCut  bool      `json:"prompt_cut"` // it cuts long questions and does not say so
	Usage      Usage     `json:"usage"`
}

// WriterTrial is the result of having a writer write one text for a made-up
// product, as a job would have it written.
type WriterTrial struct {
	Report  WriterReport `json:"report"`
	Product string       `json:"product"` // what it wrote for
	Text    string       `json:"text"`    // the description as people read it, a line a paragraph
	Words   int          `json:"words"`
	Millis  int          `json:"millis"` // that the text took
	Usage   Usage        `json:"usage"`  // of the test and the text
}

// WriterFactory makes the writer that a job's spec names, with the current
// settings for pace and key.
type WriterFactory interface {
	Writer(ctx context.Context, spec WriterSpec) (Writer, error)
	// Trial makes the writer that the settings name with values in place of saved
	// ones, and returns these settings.
	Trial(ctx context.Context, values map[string]string) (Settings, Writer, error)
	// Models reads what the endpoint of such settings offers.
	Models(ctx context.Context, values map[string]string) (EndpointModels, error)
	// Local finds the model servers of this computer.
	Local(ctx context.Context) []LocalEndpoint
}
