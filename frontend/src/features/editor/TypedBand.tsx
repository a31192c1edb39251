import { useEffect } from "react";
import { dropTyped, keepTyped, useTyped } from "@/api";
import { freeTyped, newTyped, typedOf } from "@/domain/desk";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./editor.module.css";
import type { Texts } from "./useTexts";

/** Offers what was typed here on another page, such as before a crash, and not saved: nothing typed is lost. */
export function TypedBand({ texts }: { texts: Texts }) {
  const { shop, id } = texts.of;
  const all = useTyped(shop, id).map(({ texts: typed, ...one }) => {
    const some = typed ?? [];
    const fresh = newTyped(texts.states, some);
    // Of a text that is only typed here too, the other page may hold the only copy that is kept.
    const saved = fresh.length === 0 && freeTyped(texts.states, some).length === some.length;
    return { ...one, fresh, saved };
  });
  const { seat = "", turn = 0 } = all.find((one) => one.saved) ?? {};
  useEffect(() => {
    if (seat) void dropTyped(shop, id, { seat, turn }).catch(() => {});
  }, [seat, turn, shop, id]);
  const last = all.find((one) => one.fresh.length > 0);
  if (!last) return null;
  const free = freeTyped(texts.states, last.fresh);
  const words = t.ownDrafts.typed;
  const drop = () => void dropTyped(shop, id, last).catch(() => {});
  const goOn = () => {
    texts.resume(free);
    const kept = keepTyped([...typedOf(texts.unsaved), ...free]);
    // Kept as typed here before they are forgotten there. What would replace something typed here is offered still.
    if (free.length === last.fresh.length) void kept.then(drop, () => {});
    else void kept.catch(() => {});
  };
  return (
    <section className={classes.typed} aria-label={words.label}>
      <Icon shape="edit" tone="warn" small />
      <p>{words.left(last.person, last.fresh.length, moment(last.typed_at))}</p>
      {free.length > 0 && (
        <Button small onClick={goOn}>
          {words.goOn(free.length)}
        </Button>
      )}
      <Button kind="quiet" small onClick={drop}>
        {words.drop}
      </Button>
    </section>
  );
}
