import type { Alike, AlikeGroup } from "@/contract";
import { t } from "@/strings";

/** Which texts drafts are compared with. */
export type Scope = "job" | "shop";

/** The groups of a scope: within the job, only those with two of its drafts. */
export function groupsIn(found: Alike | undefined, scope: Scope): AlikeGroup[] {
  const all = found?.groups ?? [];
  return scope === "shop" ? all : all.filter(({ drafts_total }) => drafts_total > 1);
}

/** How many texts a group has in a scope. */
export function sizeIn(group: AlikeGroup, scope: Scope): number {
  return group.drafts_total + (scope === "shop" ? group.live_total : 0);
}

/** The second line of a group. */
export function aboutGroup(group: AlikeGroup, drafts: number): string {
  const first = group.drafts?.[0]?.title ?? "";
  const about = t.alike.about(group, drafts, first);
  const live = group.live?.[0];
  const likeOf = group.kind === "near" || group.kind === "equal";
  return likeOf && live ? t.alike.likeLive(about, live.title) : about;
}

/** What a group means for publishing. */
export function stateOf(group: AlikeGroup): [string, string] {
  if (group.held > 0) return [t.alike.held, t.alike.untilDecided];
  if (group.kind === "closing") return [t.alike.notHeld, t.alike.onPurpose];
  if (group.regenerate === 0) return [t.alike.onShop, ""];
  return [t.alike.notHeld, t.alike.patterns];
}
