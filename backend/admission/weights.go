package admission

// weights are what a sentence shows of being about the writing of a text, by the
// classes of data/talk.txt. No class is enough alone, save those that begin an
// answer: it is their meeting in one sentence that shops have no use for.
var weights = map[class]float64{
	"ask": 3.5, "bot": 4.5, "machine": 3, "meta": 2.5, "self": 1.75, "hope": 2.25, "plan": 1.5, "close": 1.5, "doubt": 1.75, "offer": 1, "given": 1.25,
	"noun": 1, "sorry": 1.5, "make": 0.75, "must": 1, "not": 1, "here": 1.25, "mine": 0.25, "change": 1, "you": 0.25, "us": -2,

	"opensHard": 3.5, "opensSoft": 0.75, "opensBare": 0.5, // "Certainly!", "Certainly, ", "Certainly the kettle …"
	"meta2":        2,   // another word of the making of texts
	"lastQuestion": 1.5, // a question that ends the answer
	"loose":        2.5, // outside the elements of an answer that has elements
	"doubtFirst":   1.25,
	"noAnchor":     -0.5, // a person, a duty or a refusal, and nothing of texts
	"unrelated":    1,    // no word of it is the product's, at an end of a description or in a line
	"announces":    1,    // it ends with a colon and nothing of the product
	"namesField":   2,    // it announces by the name of a field
	"limit":        2,    // "under 70"
	"noun2":        1.25, // two nouns of texts
	"named":        -1,   // one of the product's own words is there
	"ownVoice":     -1,   // the shop's own text speaks as one person
	"customer":     -2.5, // a question among others, which a customer may ask
}

// The least of a sentence that is talk: in a field of one line, at the beginning
// and end of a description, and within it.
const (
	talkInLine = 3
	talkAtEdge = 3.5
	talkInside = 4.5
	edge1      = 2 // sentences at each end
)

// excusable are classes whose words may be the product's subject.
var excusable = map[class]bool{"bot": true, "machine": true, "meta": true, "noun": true, "make": true, "given": true, "plan": true, "sorry": true, "close": true, "here": true, "assent": true, "doubt": true}

// anchors are classes of texts and requests; without one a sentence may be of anything.
var anchors = []class{"bot", "machine", "meta", "ask", "offer", "hope", "plan", "doubt", "close", "noun", "make", "given", "change", "limit", "opensHard", "opensSoft"}

// beginning are classes that count at the beginning of a sentence alone.
var beginning = map[class]bool{"plan": true, "close": true}

// How much likeness counts in the sum, by its sign, and below which likeness a
// phrase in a description is a shop's.
const (
	likeTalk  = 0.8
	likeCopy  = 0.4
	likeSure  = 2   // from which on it counts for more
	likeMore  = 0.9 // how much more
	copyLike  = -1.5
	strayLike = -3 // of a line before the first element
)
