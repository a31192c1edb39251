import { useState } from "react";
import type { Proof } from "@/contract";
import { t } from "@/strings";
import { type ShopSide, shopSide } from "./shopSide";

/**
 * What a draft is compared with: one that was written again with the draft that the person saw, until the person wants
 * the shop's text.
 */
export function useCompared(proof: Proof, editing: boolean): ShopSide {
  const { rewrite, id } = proof.item;
  const [withShop, setWithShop] = useState("");
  const shop = shopSide(proof);
  const seen = (proof.revisions ?? []).find(
    ({ number }) => rewrite?.state === "written" && number === rewrite.revision,
  );
  if (!seen || editing) return shop;
  if (withShop === id) {
    return { ...shop, other: { label: t.regenerating.compareSeen, show: () => setWithShop("") } };
  }
  return {
    text: seen.content,
    kind: "seen",
    seenAt: null,
    revision: seen.number,
    other: { label: t.regenerating.compareShop, show: () => setWithShop(id) },
  };
}
