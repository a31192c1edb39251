package replies

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Refused is an endpoint's error in one form.
type Refused struct {
	Message string        // what the endpoint said, with what lies deeper
	Kind    string        // its type
	Code    string        // its most telling word for it
	Param   string        // the parameter that it does not accept
	Status  int           // the HTTP status that the body names, 0 for none
	Wait    time.Duration // how long it asks to wait, 0 where it does not say

	Headers map[string]string // of the endpoint behind it, where it passes them on
}

// Refusal reads the body of an error. ok is false where it is no API's error.
func Refusal(body []byte) (r Refused, ok bool) {
	reply, ok := reading(body)
	if !ok {
		return Refused{}, false
	}
	return refusalIn(reply)
}

// Body is the error in the form that the client's library reads.
func (r Refused) Body() []byte { return r.encode() }

func (r Refused) encode() []byte {
	type fields struct {
		Message string  `json:"message"`
		Type    string  `json:"type"`
		Param   *string `json:"param"`
		Code    string  `json:"code,omitempty"`
	}
	inner := fields{Message: r.Message, Type: r.Kind, Code: r.Code}
	if r.Param != "" {
		inner.Param = &r.Param
	}
	out, err := json.Marshal(map[string]fields{"error": inner})
	if err != nil {
		return nil // texts can always be marshalled
	}
	return out
}

// status is the HTTP status that an error with status 200 means.
func (r Refused) status() int {
	if r.Status != 0 {
		return r.Status
	}
	for _, w := range []string{r.Code, r.Kind} {
		if s, known := statusWords[strings.ToLower(w)]; known {
			return s
		}
	}
	return http.StatusInternalServerError
}

// statusWords are words that endpoints use for statuses.
var statusWords = map[string]int{
	"invalid_argument": 400, "failed_precondition": 400, "invalid_request_error": 400, "badrequesterror": 400, "unauthenticated": 401, "authentication_error": 401,
	"permission_denied": 403, "permission_error": 403, "not_found": 404, "not_found_error": 404, "resource_exhausted": 429, "rate_limit_error": 429,
	"rate_limit_exceeded": 429, "insufficient_quota": 429, "billing_error": 402, "internal": 500, "api_error": 500, "server_error": 500, "unavailable": 503,
	"overloaded_error": 529, "deadline_exceeded": 504, "timeout_error": 504,
}

// refusalIn finds the error in a reply.
func refusalIn(reply map[string]any) (r Refused, found bool) {
	fields := errorFields(reply)
	if fields == nil {
		return Refused{}, false
	}
	if inner := object(fields["error"]); inner != nil {
		fields = inner
	}
	r = Refused{
		Message: saying(fields), Kind: word(first(fields, "type", "error_type")), Param: word(fields["param"]),
		Status: statusIn(fields), Wait: waitIn(fields),
	}
	if r.Status == 0 {
		r.Status = statusIn(reply)
	}
	r.Code = codeIn(fields)
	for name, v := range object(object(fields["metadata"])["headers"]) {
		if r.Headers == nil {
			r.Headers = map[string]string{}
		}
		r.Headers[name] = word(v)
	}
	if r.Wait == 0 {
		r.Wait = waitSaid(r.Message)
	}
	return r, true
}

func errorFields(reply map[string]any) map[string]any {
	if fields := envelope(reply); fields != nil {
		return fields
	}
	if fields := errorIn(first(reply, "error", "errors", "detail", "details")); fields != nil {
		return fields
	}
	if choices := choicesOf(reply); len(choices) > 0 {
		if fields := errorIn(object(choices[0])["error"]); fields != nil {
			return fields
		}
	}
	if reason := word(object(first(reply, "promptFeedback", "prompt_feedback"))["blockReason"]); reason != "" {
		return map[string]any{"message": reason, "code": "content_filter"}
	}
	if said := word(first(reply, "message", "msg", "error_msg", "error_message", "title")); said != "" && len(choicesOf(reply)) == 0 {
		return reply
	}
	return nil
}

// envelope is an error in the status of its own that some endpoints answer with.
func envelope(reply map[string]any) map[string]any {
	for _, name := range []string{"base_resp", "header", "ResponseMetadata", "Response"} {
		fields := object(reply[name])
		if inner := object(first(fields, "Error", "error")); inner != nil {
			return inner
		}
		said := word(first(fields, "status_msg", "message", "msg"))
		if code := word(first(fields, "status_code", "code")); code != "" && code != "0" && said != "" {
			return map[string]any{"message": said, "code": code}
		}
	}
	return nil
}

func errorIn(v any) map[string]any {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			return nil
		}
		if inner, _, ok := Read(v); ok && object(inner) != nil {
			return object(inner)
		}
		return map[string]any{"message": v}
	case map[string]any:
		if len(v) > 0 {
			return v
		}
	case []any:
		if len(v) > 0 {
			return errorIn(v[0])
		}
	}
	return nil
}

// saying is what an error says: its own sentence, and what the endpoint behind
// it said.
func saying(fields map[string]any) string {
	said := sentence(first(fields, "message", "Message", "msg", "error_msg", "error_message", "detail", "description", "title", "code"))
	metadata := object(fields["metadata"])
	for _, more := range []any{metadata["raw"], metadata["reasons"], fields["reason"]} {
		if s := sentence(more); s != "" && !strings.Contains(said, s) {
			said += ": " + s
		}
	}
	const longest = 2000
	if len(said) > longest {
		said = strings.ToValidUTF8(said[:longest], "")
	}
	return said
}

func sentence(v any) string {
	switch v := v.(type) {
	case []any:
		var all []string
		for _, one := range v {
			if s := sentence(one); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		if inner := object(v["error"]); inner != nil {
			return sentence(inner)
		}
		return sentence(first(v, "message", "msg", "error", "detail"))
	case string:
		if inner, _, ok := Read(v); ok && object(inner) != nil {
			if s := sentence(object(inner)); s != "" {
				return s
			}
		}
	}
	return word(v)
}

// Statuses that an error can name.
const (
	firstStatus = 400
	lastStatus  = 599
)

func statusIn(fields map[string]any) int {
	for _, name := range []string{"code", "status", "status_code", "statusCode", "http_status", "http_code", "error_code"} {
		if n, err := strconv.Atoi(word(fields[name])); err == nil && n >= firstStatus && n <= lastStatus {
			return n
		}
	}
	return 0
}

// codeIn is the most telling word for an error: the reason among its details,
// its code, its status.
func codeIn(fields map[string]any) string {
	metadata := object(fields["metadata"])
	if metadata["flagged_input"] != nil {
		return "content_filter"
	}
	details, _ := fields["details"].([]any)
	for _, d := range details {
		if reason := word(object(d)["reason"]); reason != "" {
			return reason
		}
	}
	inner := object(first(fields, "innererror", "inner_error"))
	for _, v := range []any{inner["code"], fields["code"], metadata["error_type"], fields["status"], fields["error_code"]} {
		if s, isText := v.(string); isText && s != "" && !isNumber(s) {
			return s
		}
	}
	return word(first(fields, "code", "error_code"))
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}
