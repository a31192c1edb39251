import { useEffect } from "react";
import { dropTyped, keepTyped, useTyped } from "@/api";
import { newTyped, typedOf } from "@/domain/desk";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./editor.module.css";
import type { Texts } from "./useTexts";

/** Offers what was typed here on another page, such as before a crash, and not saved: nothing typed is lost. */
export function TypedBand({ texts }: { texts: Texts }) {
  const { shop, id } = texts.of;
  const all = useTyped(shop, id).map((one) => ({
    ...one,
    texts: newTyped(texts.states, one.texts ?? []),
  }));
  const said = all.find((one) => one.texts.length === 0);
  const { seat = "", turn = 0 } = said ?? {};
  useEffect(() => {
    if (seat) void dropTyped(shop, id, { seat, turn }).catch(() => {}); // it is on the page, saved or typed
  }, [seat, turn, shop, id]);
  const last = all.find((one) => one.texts.length > 0);
  if (!last) return null;
  const words = t.ownDrafts.typed;
  const drop = () => void dropTyped(shop, id, last).catch(() => {});
  return (
    <section className={classes.typed} aria-label={words.label}>
      <Icon shape="edit" tone="warn" small />
      <p>{words.left(last.person, last.texts.length, moment(last.typed_at))}</p>
      <Button
        small
        onClick={() => {
          texts.resume(last.texts);
          // Kept as typed here before it is forgotten there.
          void keepTyped([...typedOf(texts.unsaved), ...last.texts]).then(drop, () => {});
        }}
      >
        {words.goOn}
      </Button>
      <Button kind="quiet" small onClick={drop}>
        {words.drop}
      </Button>
    </section>
  );
}
