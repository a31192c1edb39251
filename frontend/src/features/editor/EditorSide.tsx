import type { AnyDesk } from "@/domain/desk";
import { t } from "@/strings";
import { Drafts } from "./Drafts";
import classes from "./editor.module.css";
import { KeyphraseField } from "./KeyphraseField";
import { Publications } from "./Publications";
import { SearchPreview } from "./SearchPreview";
import type { Texts } from "./useTexts";

interface EditorSideProps {
  desk: AnyDesk;
  texts: Texts;
  onItem: (job: string, position: number) => void;
}

/** Beside the texts: the search result, drafts, and publications. */
export function EditorSide({ desk, texts, onItem }: EditorSideProps) {
  const drafts = desk.drafts ?? [];
  const publications = desk.publications ?? [];
  return (
    <aside className={classes.side} aria-label={t.editor.side}>
      <SearchPreview texts={texts} />
      <KeyphraseField shop={texts.of.shop} kind={texts.of.kind} place={texts.of.id} />
      <Drafts drafts={drafts} texts={texts} onItem={onItem} />
      <Publications of={texts.of} publications={publications} />
    </aside>
  );
}
