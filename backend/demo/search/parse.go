// Package search reads Shopify's search syntax and turns it into SQL.
//
// The syntax: words and "phrases", which look in the usual fields; field:value,
// field:>value and the like; prefix*; field:* for any value; AND (or nothing)
// binds closer than OR; NOT and - turn a term round; parentheses group. Source:
// https://shopify.dev/docs/api/usage/search-syntax. As on Shopify, nothing is a
// syntax error: what makes no sense is read as well as it can be.
package search

import "strings"

// Node is a part of a query: a Term, Not, And or Or.
type Node interface {
	// Parsed is the form in which Shopify tells how it understood a query.
	Parsed() map[string]any
}

// Term is one condition. Field is empty for words that look everywhere.
type Term struct {
	Field    string
	Compare  string // "", ">", ">=", "<" or "<="
	Value    string
	IsPhrase bool // was quoted
	IsPrefix bool // ended in *
}

// Not turns a condition round.
type Not struct{ Of Node }

// And wants all of its parts.
type And []Node

// Or wants one of its parts.
type Or []Node

// Parsed implements Node.
func (t Term) Parsed() map[string]any {
	field := t.Field
	if field == "" {
		field = "default"
	}
	names := map[string]string{">": "gt", ">=": "gte", "<": "lt", "<=": "lte"}
	switch {
	case t.Compare != "":
		return map[string]any{"field": field, "range": map[string]any{names[t.Compare]: t.Value}}
	case t.IsPrefix:
		return map[string]any{"field": field, "match_prefix": t.Value}
	case t.IsPhrase:
		return map[string]any{"field": field, "match_phrase": t.Value}
	default:
		return map[string]any{"field": field, "match_all": t.Value}
	}
}

// Parsed implements Node.
func (n Not) Parsed() map[string]any { return map[string]any{"not": n.Of.Parsed()} }

// Parsed implements Node.
func (a And) Parsed() map[string]any { return map[string]any{"and": parsedAll(a)} }

// Parsed implements Node.
func (o Or) Parsed() map[string]any { return map[string]any{"or": parsedAll(o)} }

func parsedAll(nodes []Node) []any {
	all := make([]any, len(nodes))
	for i, node := range nodes {
		all[i] = node.Parsed()
	}
	return all
}

// Parse reads a query; one without any condition is nil, which matches everything.
func Parse(query string) Node {
	p := &parser{tokens: tokenize(query)}
	var all []Node
	for !p.atEnd() {
		if node := p.or(); node != nil {
			all = append(all, node)
		}
		if p.at(closing) { // more closed than opened
			p.next++
		}
	}
	return join(all, func(nodes []Node) Node { return And(nodes) })
}

type parser struct {
	tokens []token
	next   int
}

func (p *parser) atEnd() bool         { return p.next >= len(p.tokens) }
func (p *parser) at(kind kind) bool   { return !p.atEnd() && p.tokens[p.next].kind == kind }
func (p *parser) word(is string) bool { return p.at(text) && p.tokens[p.next].isKeyword(is) }
func (p *parser) skip(is string) bool {
	if p.word(is) {
		p.next++
		return true
	}
	return false
}

func (p *parser) or() Node {
	var alternatives []Node
	for {
		if node := p.and(); node != nil {
			alternatives = append(alternatives, node)
		}
		if !p.skip("OR") {
			return join(alternatives, func(nodes []Node) Node { return Or(nodes) })
		}
	}
}

func (p *parser) and() Node {
	var conditions []Node
	for !p.atEnd() && !p.at(closing) && !p.word("OR") {
		if p.skip("AND") {
			continue
		}
		if node := p.condition(); node != nil {
			conditions = append(conditions, node)
		}
	}
	return join(conditions, func(nodes []Node) Node { return And(nodes) })
}

func (p *parser) condition() Node {
	if p.at(minus) || p.word("NOT") {
		p.next++
		if p.atEnd() || p.at(closing) {
			return nil
		}
		if node := p.condition(); node != nil {
			return Not{node}
		}
		return nil
	}
	if p.at(opening) {
		p.next++
		node := p.or()
		if p.at(closing) {
			p.next++
		}
		return node
	}
	term := p.tokens[p.next].term
	p.next++
	if term.Value == "" && term.Field == "" {
		return nil
	}
	return term
}

func join(nodes []Node, many func([]Node) Node) Node {
	switch len(nodes) {
	case 0:
		return nil
	case 1:
		return nodes[0]
	default:
		return many(nodes)
	}
}

type kind int

const (
	text kind = iota
	opening
	closing
	minus
)

type token struct {
	kind kind
	term Term
}

func (t token) isKeyword(word string) bool {
	return t.term.Field == "" && !t.term.IsPhrase && t.term.Compare == "" && t.term.Value == word
}

func tokenize(query string) []token {
	var tokens []token
	in := &scanner{rest: query}
	for in.skipSpace(); in.rest != ""; in.skipSpace() {
		switch {
		case in.take("("):
			tokens = append(tokens, token{kind: opening})
		case in.take(")"):
			tokens = append(tokens, token{kind: closing})
		case len(in.rest) > 1 && !strings.HasPrefix(in.rest, "- ") && in.take("-"):
			tokens = append(tokens, token{kind: minus})
		default:
			tokens = append(tokens, token{term: in.term()})
		}
	}
	return tokens
}
