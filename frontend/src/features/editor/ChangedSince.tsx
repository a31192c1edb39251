import { useMemo } from "react";
import type { DeskChange } from "@/contract";
import { isHtml } from "@/domain/fields";
import { useChange } from "@/flows/useChange";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import classes from "./editor.module.css";

interface ChangedSinceProps {
  change: DeskChange;
  /** What the text is called on the page. */
  label: string;
  shop: string;
}

/** A published text that the shop has another one for, and what can be done about it. */
export function ChangedSince({ change, label, shop }: ChangedSinceProps) {
  const words = t.changed;
  const { takeOver, putBack, dialog } = useChange(shop, change, change.can);
  const { field, published, on_shop: now } = change;
  const marked = useMemo(
    () => markUp({ html: isHtml(field), draft: now.text, original: published.text, rings: [] }),
    [field, now.text, published.text],
  );
  return (
    <figure className={classes.onShop} data-conflict>
      <figcaption className={classes.changed}>
        <span>
          {words.published}, {words.publishedBy(moment(change.published_at), change.person)}
        </span>
        {takeOver && (
          <Button small label={words.takeOverOf(label)} onClick={takeOver}>
            {words.takeOver}
          </Button>
        )}
        {putBack && (
          <Button small label={words.putBackOf(label)} onClick={putBack}>
            {words.putBack}
          </Button>
        )}
      </figcaption>
      {published.text === "" ? (
        <p>{t.review.wasEmpty}</p>
      ) : (
        <ProofFrame title={words.published} quiet html={marked.original} />
      )}
      {takeOver && (
        <p className={classes.hint}>
          {words.takeOver}: {words.takeOverText}
        </p>
      )}
      {dialog}
    </figure>
  );
}
