package facts

import "slices"

// wordList is a list of a language's grammar. A rule names it by a constant: a list that
// no rule asks for, or that is misspelt, is found when the data is read.
type wordList int

// The lists of data/*/grammar.txt.
const (
	listALittleOff wordList = iota
	listAPair
	listAbleIt
	listAbout
	listAbove
	listAcronyms
	listAdvice
	listAfterATime
	listAfterState
	listAgeWords
	listAgrees
	listAlike
	listAlways
	listAmount
	listAnd
	listAtMost
	listAvailable
	listAvailableAfter
	listAvailableIn
	listBareOf
	listBelow
	listBody
	listBuiltIn
	listCalendar
	listChoiceBefore
	listComesWith
	listCommon
	listCompared
	listContains
	listCountSoft
	listCoversWith
	listDeniesAVerb
	listDesigned
	listDetachable
	listDeterminer
	listDiffersBy
	listDoneSoftly
	listDozen
	listEach
	listEffect
	listElsewhere
	listElsewhereFits
	listEndorsed
	listEndorses
	listExpert
	listExtra
	listFails
	listFillsADenial
	listFinish
	listFinishSoft
	listFinite
	listFits
	listFitsAfter
	listFittedTo
	listFor
	listFormed
	listFormedFirst
	listFormedNot
	listFreeList
	listHelpsVerb
	listHolds
	listHundred
	listInTotal
	listIncluded
	listIngredientList
	listIs
	listJustOne
	listKinds
	listLead
	listLeadsIn
	listLets
	listLike
	listLiving
	listLookNames
	listMade
	listMadeIn
	listMadeWith
	listMakingPart
	listNot
	listNotAfter
	listNumber
	listNumbered
	listOld
	listOneOfThem
	listOnly
	listOperates
	listParticiples
	listPerTime
	listPerson
	listPersonalises
	listPlaceBefore
	listPlural
	listPraise
	listPraisedFor
	listPrice
	listPronoun
	listReadyIn
	listRoomFor
	listSeats
	listShuns
	listSize
	listSoft
	listSoftVerb
	listSpare
	listSpeaker
	listSplits
	listState
	listStrong
	listSubordinate
	listSuperlative
	listSuperlativeNot
	listSupplied
	listSurroundings
	listTells
	listThanWhat
	listThousand
	listToo
	listUses
	listWarning
	listWith
	listWithout
	listYetPositive
	listYours
	countOfLists
)

var namesOfLists = [countOfLists]string{
	listALittleOff:     "a little off",
	listAPair:          "a pair",
	listAbleIt:         "able it",
	listAbout:          "about",
	listAbove:          "above",
	listAcronyms:       "acronyms",
	listAdvice:         "advice",
	listAfterATime:     "after a time",
	listAfterState:     "after state",
	listAgeWords:       "age words",
	listAgrees:         "agrees",
	listAlike:          "alike",
	listAlways:         "always",
	listAmount:         "amount",
	listAnd:            "and",
	listAtMost:         "at most",
	listAvailable:      "available",
	listAvailableAfter: "available after",
	listAvailableIn:    "available in",
	listBareOf:         "bare of",
	listBelow:          "below",
	listBody:           "body",
	listBuiltIn:        "built in",
	listCalendar:       "calendar",
	listChoiceBefore:   "choice before",
	listComesWith:      "comes with",
	listCommon:         "common",
	listCompared:       "compared",
	listContains:       "contains",
	listCountSoft:      "count soft",
	listCoversWith:     "covers with",
	listDeniesAVerb:    "denies a verb",
	listDesigned:       "designed",
	listDetachable:     "detachable",
	listDeterminer:     "determiner",
	listDiffersBy:      "differs by",
	listDoneSoftly:     "done softly",
	listDozen:          "dozen",
	listEach:           "each",
	listEffect:         "effect",
	listElsewhere:      "elsewhere",
	listElsewhereFits:  "elsewhere fits",
	listEndorsed:       "endorsed",
	listEndorses:       "endorses",
	listExpert:         "expert",
	listExtra:          "extra",
	listFails:          "fails",
	listFillsADenial:   "fills a denial",
	listFinish:         "finish",
	listFinishSoft:     "finish soft",
	listFinite:         "finite",
	listFits:           "fits",
	listFitsAfter:      "fits after",
	listFittedTo:       "fitted to",
	listFor:            "for",
	listFormed:         "formed",
	listFormedFirst:    "formed first",
	listFormedNot:      "formed not",
	listFreeList:       "free list",
	listHelpsVerb:      "helps verb",
	listHolds:          "holds",
	listHundred:        "hundred",
	listInTotal:        "in total",
	listIncluded:       "included",
	listIngredientList: "ingredient list",
	listIs:             "is",
	listJustOne:        "just one",
	listKinds:          "kinds",
	listLead:           "lead",
	listLeadsIn:        "leads in",
	listLets:           "lets",
	listLike:           "like",
	listLiving:         "living",
	listLookNames:      "look names",
	listMade:           "made",
	listMadeIn:         "made in",
	listMadeWith:       "made with",
	listMakingPart:     "making part",
	listNot:            "not",
	listNotAfter:       "not after",
	listNumber:         "number",
	listNumbered:       "numbered",
	listOld:            "old",
	listOneOfThem:      "one of them",
	listOnly:           "only",
	listOperates:       "operates",
	listParticiples:    "participles",
	listPerTime:        "per time",
	listPerson:         "person",
	listPersonalises:   "personalises",
	listPlaceBefore:    "place before",
	listPlural:         "plural",
	listPraise:         "praise",
	listPraisedFor:     "praised for",
	listPrice:          "price",
	listPronoun:        "pronoun",
	listReadyIn:        "ready in",
	listRoomFor:        "room for",
	listSeats:          "seats",
	listShuns:          "shuns",
	listSize:           "size",
	listSoft:           "soft",
	listSoftVerb:       "soft verb",
	listSpare:          "spare",
	listSpeaker:        "speaker",
	listSplits:         "splits",
	listState:          "state",
	listStrong:         "strong",
	listSubordinate:    "subordinate",
	listSuperlative:    "superlative",
	listSuperlativeNot: "superlative not",
	listSupplied:       "supplied",
	listSurroundings:   "surroundings",
	listTells:          "tells",
	listThanWhat:       "than what",
	listThousand:       "thousand",
	listToo:            "too",
	listUses:           "uses",
	listWarning:        "warning",
	listWith:           "with",
	listWithout:        "without",
	listYetPositive:    "yet positive",
	listYours:          "yours",
}

func listNamed(name string) wordList {
	list := slices.Index(namesOfLists[:], name)
	if list < 0 {
		panic("facts: no rule asks for the list " + name) // the file is part of the program
	}
	return wordList(list)
}

// lists is a set of lists.
type lists [(countOfLists + bitsOfLists - 1) / bitsOfLists]uint64

const bitsOfLists = 64

func (l *lists) add(list wordList) { l[list/bitsOfLists] |= 1 << (list % bitsOfLists) }

func (l *lists) has(list wordList) bool { return l[list/bitsOfLists]&(1<<(list%bitsOfLists)) != 0 }

// onLists are the lists that have a word alone, or a phrase that begins or ends with it. A
// word of a text is looked up once, and then asked of by many rules.
type onLists struct{ alone, first, last lists }

var onNoList onLists

// listsOf are those of a word.
func (g grammar) listsOf(low string) *onLists {
	if on := g.words[low]; on != nil {
		return on
	}
	return &onNoList
}

// findLists notes which lists each word is on, once they are read.
func (g grammar) findLists() {
	of := func(w string) *onLists {
		if g.words[w] == nil {
			g.words[w] = &onLists{}
		}
		return g.words[w]
	}
	for list := range countOfLists {
		for w := range g.sets[list] {
			of(w).alone.add(list)
		}
		for w := range g.phrases[list].byFirst {
			of(w).first.add(list)
		}
		for w := range g.phrases[list].byLast {
			of(w).last.add(list)
		}
	}
}

// wordsOf are the words of a text, with the lists that each is on.
func (lex *lexicon) wordsOf(text string) []word {
	words := splitWords(text, lex.lang)
	for i := range words {
		words[i].on = lex.grammar.listsOf(words[i].low)
	}
	return words
}

// isOn reports whether a word of the text is on a list.
func (r *reader) isOn(list wordList, i int) bool {
	return i >= 0 && i < len(r.words) && r.words[i].on.alone.has(list)
}

// isOnOneOf reports whether a word of the text is on one of some lists.
func (r *reader) isOnOneOf(i int, of ...wordList) bool {
	return slices.ContainsFunc(of, func(list wordList) bool { return r.isOn(list, i) })
}
