import type { Proof } from "@/contract";
import { ringsOf } from "@/domain/notes";
import { visibleText } from "@/lib/visible";
import { plainBody, safeBody } from "@/ui/proof/sanitize";
import type { Part } from "@/ui/richtext/guard";
import type { Words } from "@/ui/richtext/ownChanges";

/** The parts of the shop's text that are kept as they are, in any place of a draft. */
export function partsOf({ item, blocks }: Proof): Part[] {
  const shop = [...(item.on_shop?.text ?? item.original)];
  return (blocks ?? []).map(({ label, inline, original }) => ({
    html: shop.slice(original.start, original.end).join(""),
    label,
    inline,
  }));
}

/** The words that notes refer to, as places in the text: offsets mean nothing while it is typed. */
export function wordsOf(item: Proof["item"], html: boolean): Words[] {
  const rings = ringsOf(item);
  if (rings.length === 0) return [];
  const { text } = visibleText(html ? safeBody(item.content) : plainBody(item.content));
  const characters = [...text];
  return rings.map(({ start, end, key, look }) => {
    const words = characters.slice(start, end).join("");
    const before = characters.slice(0, start).join("");
    return { key, words, place: words === "" ? 0 : before.split(words).length - 1, look };
  });
}
