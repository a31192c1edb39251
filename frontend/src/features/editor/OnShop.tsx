import { useDeferredValue, useMemo } from "react";
import type { TextState } from "@/domain/desk";
import { isHtml } from "@/domain/fields";
import { t } from "@/strings";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import classes from "./editor.module.css";

/** What the shop has now in the place of a changed text, with the words struck that would go. */
export function OnShop({ state }: { state: TextState }) {
  const draft = useDeferredValue(state.text);
  const { now, field } = state;
  const marked = useMemo(
    () => markUp({ html: isHtml(field), draft, original: now.text, rings: [] }).original,
    [field, draft, now.text],
  );
  return (
    <figure className={classes.onShop} data-conflict={state.status === "conflict" || undefined}>
      <figcaption>{t.editor.onShop}</figcaption>
      {now.text === "" ? (
        <p>{t.editor.empty}</p>
      ) : (
        <ProofFrame title={t.editor.onShop} quiet html={marked} />
      )}
    </figure>
  );
}
