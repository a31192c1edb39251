import { type Code, type CodeRule, rules } from "@/contract";

const known = new Map<Code, CodeRule>(rules.codes.map((rule) => [rule.code, rule]));

/** What a code means where it is the reason why something waits; undefined for most. */
export function traitsOf(code: Code): CodeRule | undefined {
  return known.get(code);
}
