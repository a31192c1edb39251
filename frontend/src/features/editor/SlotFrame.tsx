import { type ReactNode, useMemo } from "react";
import { useShop } from "@/api";
import type { ShopKind } from "@/contract";
import type { TextState } from "@/domain/desk";
import { advisedLength, isHtml, limitOf } from "@/domain/fields";
import { publishingWords } from "@/domain/publishingWords";
import { moment } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { wordsIn } from "@/lib/words";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Mark } from "@/ui/Mark";
import text from "@/ui/text.module.css";
import { ChangedSince } from "./ChangedSince";
import classes from "./editor.module.css";
import { OnShop } from "./OnShop";
import { draftWords, OtherDraft } from "./OwnDraft";
import { refusal } from "./useSaving";
import type { Texts } from "./useTexts";

interface SlotFrameProps {
  state: TextState;
  label: string;
  texts: Texts;
  children: ReactNode;
}

/** A text with its name, its length, its state, and the shop's text. */
export function SlotFrame({ state, label, texts, children }: SlotFrameProps) {
  const kind = useShop(texts.of.shop)?.kind;
  const refused = state.status === "same" ? undefined : refusal(state);
  const differs = ["changed", "conflict", "failed"].includes(state.status);
  const asks = state.status === "same" ? state.since : undefined;
  return (
    <div className={classes.slot} data-field={state.field}>
      <div className={classes.slotHead}>
        {isHtml(state.field) ? <b>{label}</b> : <label htmlFor={state.key}>{label}</label>}
        <Measure state={state} />
        <span className={text.grow} />
        <Standing state={state} kind={kind} />
        {differs && (
          <Button
            kind="quiet"
            small
            label={t.editor.putBackLabel(label)}
            onClick={() => texts.putBack(state)}
          >
            {state.status === "conflict" ? t.editor.takeTheirs : t.editor.putBack}
          </Button>
        )}
      </div>
      {children}
      {asks && <ChangedSince change={asks} label={label} shop={texts.of.shop} />}
      {refused && <p className={text.bad}>{refused}</p>}
      {state.reason && (
        <p className={text.bad}>
          {publishingWords(kind && { kind }).notPublished(state.reason.message)}
        </p>
      )}
      {state.overtaken && <OtherDraft state={state} texts={texts} />}
      {state.status === "conflict" && (
        <p className={classes.conflict} role="alert">
          <Icon shape="conflict" tone="warn" small /> {t.editor.conflict}
          <Button small onClick={() => texts.keep(state)}>
            {t.editor.keepMine}
          </Button>
        </p>
      )}
      {differs && <OnShop state={state} />}
    </div>
  );
}

/** Words and characters, compared with Shopify's limits or what search engines show. */
function Measure({ state }: { state: TextState }) {
  const html = isHtml(state.field);
  const plain = useMemo(() => (html ? plainText(state.text) : state.text), [html, state.text]);
  const length = [...plain].length;
  const limit = limitOf(state.field);
  const words = t.editor;
  const measured = !limit
    ? words.chars(length)
    : limit.hard
      ? words.most(length, limit.most)
      : words.advised(length, limit.most);
  const advice = advisedLength(state.field);
  const over = length > (advice ?? limit?.most ?? Number.POSITIVE_INFINITY);
  return (
    <span className={classes.measure} data-over={over || undefined}>
      {advice ? words.advised(length, advice) : measured}
      {html && `, ${words.words(wordsIn(plain))}`}
    </span>
  );
}

/** What became of the last text that Galley wrote there. */
function Published({ state, kind }: { state: TextState; kind: ShopKind | undefined }) {
  const { newest, since } = state;
  if (since) {
    return (
      <span className={classes.standing}>
        <Mark of="changed" /> {t.changed.seen(moment(since.seen_at))}
      </span>
    );
  }
  if (newest?.state !== "published") {
    return <span className={classes.standing}>{t.editor.asOnShop}</span>;
  }
  if (newest.removes) return <Mark of="undone" />;
  return <Mark of={publishingWords(kind && { kind }).mark} />;
}

function Standing({ state, kind }: { state: TextState; kind: ShopKind | undefined }) {
  switch (state.status) {
    case "sending":
      return <Mark of={state.newest?.state === "publishing" ? "publishing" : "queued"} />;
    case "conflict":
      return <Mark of="conflict" />;
    case "failed":
      return <Mark of="failed" />;
    case "changed":
      return <span className={classes.standing}>{draftWords(state)}</span>;
    case "same":
      return <Published state={state} kind={kind} />;
  }
}
