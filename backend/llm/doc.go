// Package llm writes drafts with a language model behind any OpenAI-compatible
// endpoint.
//
// A Client finds out once what its endpoint can do and uses that (probe.go,
// vision.go), sends no faster than the endpoint allows (pacer.go, gate.go),
// retries what is worth retrying (retry.go), and gives every failure a code and
// a sentence (faults.go, verdicts.go).
package llm
