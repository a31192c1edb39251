// Package admission decides whether a model's answer is copy at all, before it
// can become a draft. Peel takes off what is certainly no part of the text;
// Judge names what makes the rest no copy: thinking, a refusal, chat, a second
// version, leftovers of JSON or Markdown, placeholders, an echo of the prompt,
// the wrong language, and so on. What is not admitted is never a draft, so no
// strategy can publish it, whatever its score would be.
//
// The rules look for what shows with confidence. They do not judge whether a
// text is true or good: that is the work of checks.
package admission
