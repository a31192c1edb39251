import { useMemo, useState } from "react";
import type { Profile } from "@/contract";
import { changedParts, type PartName, type Parts, partsOf, withParts } from "./parts";

/**
 * The profile as it is typed. Parts that another window saves appear here, except those that were changed here.
 */
export function useProfileForm(saved: Profile) {
  const before = useMemo(() => partsOf(saved), [saved]);
  const [typed, setTyped] = useState<Partial<Parts>>({});
  const now = { ...before, ...typed };
  const changed = changedParts(before, now);
  return {
    now,
    changed,
    profile: withParts(saved, now, changed),
    set: <K extends PartName>(name: K, value: Parts[K]) =>
      setTyped((old) => ({ ...old, [name]: value })),
    take: (parts: Partial<Parts>) => setTyped((old) => ({ ...old, ...parts })),
    discard: () => setTyped({}),
  };
}

export type ProfileForm = ReturnType<typeof useProfileForm>;
