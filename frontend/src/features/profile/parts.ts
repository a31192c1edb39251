import { type Field, type FieldLength, type Profile, rules, type Term } from "@/contract";

/** The parts of a profile that the form changes; marked texts are saved one by one. */
export interface Parts {
  audience: string;
  voice: string;
  language: string;
  spelling: string;
  person: string;
  do: string[];
  dont: string[];
  lengths: FieldLength[];
  forbidden: string[];
  terms: TermText[];
  rules: string;
  notes: string[];
}

/** A fixed term, with the spellings that it replaces as they are typed. */
export interface TermText {
  write: string;
  not: string;
  /** What it is in other languages, by their codes. */
  in: Record<string, string>;
}

export type PartName = keyof Parts;

/** In the order of the page. */
export const PARTS: PartName[] = [
  "audience",
  "voice",
  "language",
  "spelling",
  "person",
  "do",
  "dont",
  "rules",
  "notes",
  "lengths",
  "forbidden",
  "terms",
];

/** The fields whose lengths the form shows, in the order in which people see fields. */
export const LENGTH_FIELDS: Field[] = rules.fields.map(({ id }) => id);

export function partsOf(profile: Profile): Parts {
  return {
    audience: profile.audience,
    voice: profile.voice,
    language: profile.language,
    spelling: profile.spelling,
    person: profile.person,
    do: profile.do ?? [],
    dont: profile.dont ?? [],
    lengths: profile.lengths ?? [],
    forbidden: profile.forbidden ?? [],
    terms: (profile.terms ?? []).map((term) => ({
      write: term.write,
      not: (term.not ?? []).join(", "),
      in: Object.fromEntries((term.in ?? []).map(({ language, write }) => [language, write])),
    })),
    rules: profile.rules,
    notes: profile.notes ?? [],
  };
}

/** The parts that differ, in the order of the page. */
export function changedParts(saved: Parts, now: Parts): PartName[] {
  return PARTS.filter((name) => JSON.stringify(saved[name]) !== JSON.stringify(now[name]));
}

/** The saved profile with the parts that were changed; the others may have been saved elsewhere meanwhile. */
export function withParts(saved: Profile, now: Parts, changed: PartName[]): Profile {
  const { terms, ...same } = now;
  const typed: Partial<Profile> = {};
  for (const name of changed) {
    if (name === "terms") typed.terms = terms.map(termOf);
    else Object.assign(typed, { [name]: same[name] });
  }
  return { ...saved, ...typed };
}

function termOf({ write, not, in: others }: TermText): Term {
  return {
    in: Object.entries(others)
      .map(([language, word]) => ({ language, write: word.trim() }))
      .filter((one) => one.write !== ""),
    write,
    not: not
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean),
  };
}

/** A list with an entry added, unless it has it in any case. */
export function withEntry(list: string[], entry: string): string[] {
  const word = entry.trim().replace(/\s+/g, " ");
  const known = list.some((one) => one.toLowerCase() === word.toLowerCase());
  return word === "" || known ? list : [...list, word];
}

export function lengthOf(lengths: FieldLength[], field: Field): FieldLength {
  return lengths.find((one) => one.field === field) ?? { field, min: 0, max: 0 };
}

/** The lengths with one end of a field's changed; a field without ends has no entry. */
export function withLength(
  lengths: FieldLength[],
  field: Field,
  end: "min" | "max",
  typed: string,
): FieldLength[] {
  const next = { ...lengthOf(lengths, field), [end]: Number(typed.replace(/\D/g, "").slice(0, 5)) };
  const others = lengths.filter((one) => one.field !== field);
  return next.min + next.max > 0 ? [...others, next] : others;
}

/** The fields whose shortest length is longer than the longest. */
export function wrongLengths(lengths: FieldLength[]): Field[] {
  return lengths.filter(({ min, max }) => max > 0 && min > max).map(({ field }) => field);
}

/** A part as text, to be compared. */
export function partText(parts: Parts, name: PartName): string {
  const value = parts[name];
  if (typeof value === "string") return value;
  if (name === "terms") return parts.terms.map(termText).join("; ");
  if (name === "lengths") return parts.lengths.map((l) => `${l.min}-${l.max}`).join("; ");
  return (value as string[]).join("; ");
}

function termText({ write, not, in: others }: TermText): string {
  const languages = Object.entries(others).map(([code, word]) => ` ${code}: ${word}`);
  return [not ? `${write} (${not})` : write, ...languages].join(",");
}

/** Parts of a proposal that say something else than the profile does, and whether the profile is empty there. */
export function proposals(now: Parts, proposed: Parts): { name: PartName; empty: boolean }[] {
  return PARTS.filter((name) => {
    const text = partText(proposed, name);
    return text !== "" && text !== partText(now, name);
  }).map((name) => ({ name, empty: partText(now, name) === "" }));
}
