import { useMemo } from "react";
import type { Proof } from "@/contract";
import { isHtml } from "@/domain/fields";
import { ringsOf } from "@/domain/notes";
import { clean, type Marked, markUp, type ProofInput } from "@/ui/proof/proof";
import type { View } from "./views";

/** The kept blocks in the draft, and in the text on the shop if it is the one that the draft was written for. */
function boxesOf({ item, blocks }: Proof, shop: string): ProofInput["boxes"] {
  const all = (blocks ?? []).map(({ label, inline, original, ...rest }) => ({
    ...rest,
    box: { label, inline },
    original,
  }));
  const draft = all.flatMap(({ start, end, box }) => (end > start ? [{ start, end, ...box }] : []));
  const isGround = shop === (item.on_shop?.text ?? item.original);
  return {
    draft,
    original: isGround ? all.map(({ original, box }) => ({ ...original, ...box })) : [],
  };
}

/** The draft and the shop's text, safe to show, with marks if the view shows them. */
export function useMarked(proof: Proof, shop: string, view: View): Marked {
  return useMemo(() => {
    const { item } = proof;
    const input: ProofInput = {
      html: isHtml(item.field),
      draft: item.content,
      original: shop,
      rings: ringsOf(item),
      asides: (proof.claims ?? []).filter(({ grade }) => grade === "elsewhere"),
      sources: (item.warnings ?? []).flatMap(({ source, grade }) =>
        source && grade === "contradicts" ? [source.text] : [],
      ),
      boxes: boxesOf(proof, shop),
    };
    const marked = markUp(input);
    const written = item.state === "generated"; // without a draft nothing is struck
    return view === "marks" && written ? marked : { ...marked, ...clean(input) };
  }, [proof, shop, view]);
}
