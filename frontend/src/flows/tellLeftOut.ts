import type { LeftOut } from "@/contract";
import { t } from "@/strings";
import { notifyPlain } from "@/ui/notify";

interface Done {
  count: number;
  left: LeftOut[] | null;
  again?: boolean;
}

/** Says what a confirmed plan, or a decision, did not take, and why; nothing where it took all. */
export function tellLeftOut(done: Done, sentence: (count: number) => string): void {
  const left = (done.left ?? []).map(({ product, reason }) => ({
    product: product.title,
    why: reason.message,
  }));
  if (done.again) notifyPlain(t.leftOut.again(done.count));
  else if (left.length > 0) notifyPlain(`${sentence(done.count)} ${t.leftOut.named(left)}`);
}
