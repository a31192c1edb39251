package replies

import "strings"

// usual are names under which models put the text.
var usual = []string{"content", "text", "output", "answer", "result", "response", "draft", "value", "copy", "html", "final", "finaltext", "finishedtext"}

// noText are names under which an answer says why there is no text.
var noText = map[string]bool{
	"error": true, "errors": true, "message": true, "status": true, "refusal": true, "reason": true, "reasoning": true, "warning": true, "type": true, "code": true,
	"thought": true, "thinking": true, "note": true, "notes": true, "explanation": true, "analysis": true, "role": true, "name": true, "id": true, "model": true,
}

// textIn finds the text in a value that was read. Names of the field count
// before usual ones only where "content" is not there.
func textIn(value any, names []string, depth int) (string, bool) {
	const deepest = 4
	switch v := value.(type) {
	case string:
		s := strings.TrimSpace(v)
		return s, s != ""
	case []any:
		return textInList(v, names, depth)
	case map[string]any:
		if depth < deepest {
			return textInObject(v, names, depth)
		}
	}
	return "", false
}

// textInList: of a list of one that one, of paragraphs of HTML all.
func textInList(list []any, names []string, depth int) (string, bool) {
	if len(list) == 1 {
		return textIn(list[0], names, depth+1)
	}
	var all []string
	for _, one := range list {
		s, isString := one.(string)
		if !isString || !strings.HasPrefix(strings.TrimSpace(s), "<") {
			return "", false
		}
		all = append(all, strings.TrimSpace(s))
	}
	return strings.Join(all, "\n"), len(all) > 0
}

func textInObject(fields map[string]any, names []string, depth int) (string, bool) {
	byName := map[string]any{}
	for name, v := range fields {
		byName[letters(name)] = v
	}
	if v, found := byName["content"]; found {
		return textIn(v, names, depth+1)
	}
	if inner := callIn(fields); inner != nil {
		return textIn(inner, names, depth+1)
	}
	for _, name := range names {
		if v, found := byName[letters(name)]; found {
			return textIn(v, names, depth+1)
		}
	}
	for _, name := range usual {
		if v, found := byName[name]; found {
			return textIn(v, names, depth+1)
		}
	}
	return onlyText(fields, names, depth)
}

// onlyText is the text of an object that has just one, beside counts.
func onlyText(fields map[string]any, names []string, depth int) (string, bool) {
	var only any
	for name, v := range fields {
		switch v.(type) {
		case float64, bool, nil:
			continue
		}
		if only != nil || noText[letters(name)] {
			return "", false
		}
		only = v
	}
	if only == nil {
		return "", false
	}
	return textIn(only, names, depth+1)
}

// callIn is what a function is called with, where the object is a call.
func callIn(fields map[string]any) any {
	if inner := object(fields["function"]); inner != nil {
		fields = inner
	}
	if calls := object(fields["tool_calls"]); calls != nil {
		return callIn(calls)
	}
	v := first(fields, "arguments", "parameters", "properties")
	if s, isText := v.(string); isText {
		if inner, _, ok := Read(s); ok {
			return inner
		}
	}
	if object(v) != nil {
		return v
	}
	return nil
}
