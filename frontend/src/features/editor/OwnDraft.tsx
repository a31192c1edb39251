import type { TextState } from "@/domain/desk";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import classes from "./editor.module.css";
import type { Texts } from "./useTexts";

/** Whether a changed text is a draft that is saved. */
export function draftWords({ own, loose }: TextState): string {
  return own && !loose ? t.ownDrafts.saved(own.person, moment(own.saved_at)) : t.editor.changed;
}

/** Another window saved a draft of a text while it was typed here. */
export function OtherDraft({ state, texts }: { state: TextState; texts: Texts }) {
  const { own } = state;
  if (!own) return null;
  const words = t.ownDrafts;
  return (
    <p className={classes.conflict} role="alert">
      <Icon shape="conflict" tone="warn" small /> {words.other(own.person, moment(own.saved_at))}
      <Button small onClick={() => texts.takeDraft(state)}>
        {words.take}
      </Button>
      <Button small onClick={() => texts.keepMine(state)}>
        {t.editor.keepMine}
      </Button>
    </p>
  );
}
