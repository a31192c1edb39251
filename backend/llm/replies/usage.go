package replies

// Usage is what an endpoint counted, in tokens.
type Usage struct {
	Prompt     int         `json:"prompt_tokens"`
	Completion int         `json:"completion_tokens"`
	Total      int         `json:"total_tokens"`
	Cached     cached      `json:"prompt_tokens_details"`
	Details    completions `json:"completion_tokens_details"`
}

type cached struct {
	Cached int `json:"cached_tokens"`
}

type completions struct {
	Reasoning int `json:"reasoning_tokens"`
}

// usageOf reads the usage of a reply. Tokens that the total has beyond question
// and answer were spent on thinking: they are billed as the answer's.
func usageOf(reply map[string]any) Usage {
	fields := object(first(reply, "usage", "usageMetadata", "usage_metadata"))
	if fields == nil {
		if other := object(reply["x_groq"]); other != nil {
			fields = object(other["usage"])
		}
	}
	if fields == nil {
		fields = reply // Ollama's own API
	}
	u := Usage{
		Prompt:     count(first(fields, "prompt_tokens", "input_tokens", "promptTokenCount", "prompt_eval_count", "promptTokens", "inputTokens")),
		Completion: count(first(fields, "completion_tokens", "output_tokens", "candidatesTokenCount", "eval_count", "completionTokens", "outputTokens")),
		Total:      count(first(fields, "total_tokens", "totalTokenCount", "totalTokens")),
	}
	details := object(first(fields, "prompt_tokens_details", "input_tokens_details"))
	u.Cached.Cached = count(first(details, "cached_tokens"))
	if apart := count(fields["cache_read_input_tokens"]) + count(fields["cache_creation_input_tokens"]); apart > 0 && fields["prompt_tokens"] == nil {
		u.Prompt += apart
		u.Cached.Cached = count(fields["cache_read_input_tokens"])
	}
	if u.Cached.Cached == 0 {
		u.Cached.Cached = count(first(fields, "prompt_cache_hit_tokens", "cached_tokens", "cachedContentTokenCount"))
	}
	details = object(first(fields, "completion_tokens_details", "output_tokens_details"))
	u.Details.Reasoning = count(first(details, "reasoning_tokens"))
	if u.Details.Reasoning == 0 {
		u.Details.Reasoning = count(first(fields, "reasoning_tokens", "thoughtsTokenCount"))
	}
	if beyond := u.Total - u.Prompt - u.Completion; beyond > 0 && u.Prompt > 0 {
		u.Completion += beyond
		u.Details.Reasoning = max(u.Details.Reasoning, beyond)
	}
	u.Total = u.Prompt + u.Completion
	return u
}
