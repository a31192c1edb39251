// Package writing turns a product and instructions into a checked draft: it
// composes the prompt, gets an answer from a writer, converts it to the format of
// its field, and runs the checks. If the answer is empty or breaks a limit, it
// asks once more, with the reason.
package writing
