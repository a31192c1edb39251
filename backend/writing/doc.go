// Package writing turns a product and instructions into a checked draft: it
// composes the prompt, has a writer answer it, brings the answer to the form of
// its field, and runs the checks. A broken limit or an empty answer is asked
// for once more, with the reason.
package writing
