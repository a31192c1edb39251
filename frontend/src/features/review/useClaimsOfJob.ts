import { useClaimCounts } from "@/api";
import type { Item } from "@/contract";
import { keyOf, type Note } from "@/domain/notes";
import { isClaim } from "@/domain/warning";

/** In how many drafts of the job a note's claim is made; 1 where it is not known yet, or asks about no claim. */
export function useClaimsOfJob(item: Item, notes: Note[]): (note: Note) => number {
  const claims = notes.flatMap((note) =>
    note.kind === "words" && isClaim(note.warning) ? [{ note, key: keyOf(note.warning) }] : [],
  );
  const { data } = useClaimCounts(
    item.job_id,
    claims.map(({ key }) => key),
  );
  return ({ key }) => data?.[claims.findIndex((claim) => claim.note.key === key)] ?? 1;
}
