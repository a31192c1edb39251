import { Textarea } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Item } from "@/contract";
import { advisedLength, isHtml, roleOf } from "@/domain/fields";
import { scaled } from "@/lib/picture";
import { plainText } from "@/lib/plainText";
import { wordsIn } from "@/lib/words";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Picture } from "@/ui/Picture";
import type { RingPlaces } from "@/ui/proof/ProofFrame";
import { Loading, TroubleText } from "@/ui/States";
import { MarginNotes } from "../MarginNotes";
import modal from "../PreviewModal.module.css";
import type { Editor } from "../useEditor";
import type { Notes } from "../useNotes";
import type { View } from "../views";
import classes from "./PaperColumn.module.css";
import { partsOf, wordsOf } from "./parts";
import type { Paper } from "./usePaper";

/** The rich text editor is the largest part of the program: it comes when a draft is edited. */
const PaperText = lazy(() => import("@/ui/richtext/PaperText"));

/** About as wide as the picture is shown, in pixels. */
const PICTURE = 640;

interface PaperColumnProps {
  paper: Paper;
  editor: Editor;
  view: View;
  notes: Notes | undefined;
}

/** The draft as it is edited: a description on the page itself or as source, other fields as plain text. */
export function PaperColumn({ paper, editor, view, notes }: PaperColumnProps) {
  const { item } = paper.proof;
  const alt = roleOf(item.field) === "alt_text";
  const html = isHtml(item.field);
  // In a conflict, or where the shop's text was changed since: the text that the shop has now.
  const theirs = (item.on_shop ?? item.changed?.on_shop)?.text;
  return (
    <section className={`${modal.column} ${modal.draft}`} data-column="draft">
      <PaperHead item={item} editor={editor} source={html && view === "source"}>
        {theirs !== undefined && (
          <Button kind="quiet" small onClick={() => editor.put(theirs)}>
            {t.conflict.startFromTheirs}
          </Button>
        )}
      </PaperHead>
      {html && view !== "source" ? (
        <Page paper={paper} editor={editor} marks={view === "marks"} notes={notes} />
      ) : (
        <div className={classes.scroll} data-picture={alt || undefined}>
          {item.image && (
            <Picture
              className={classes.picture ?? ""}
              src={scaled(item.image.url, PICTURE * devicePixelRatio)}
              alt={t.review.picture}
            />
          )}
          <PlainText editor={editor} source={html} />
        </div>
      )}
      {editor.trouble && (
        <div className={classes.trouble} role="alert">
          <TroubleText trouble={editor.trouble} />
        </div>
      )}
    </section>
  );
}

interface PageProps {
  paper: Paper;
  editor: Editor;
  marks: boolean;
  notes: Notes | undefined;
}

function Page({ paper, editor, marks, notes }: PageProps) {
  const { item } = paper.proof;
  const [places, setPlaces] = useState<RingPlaces>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: new when the text that the checks saw is new
  const rings = useMemo(
    () => (marks ? wordsOf(item, true) : NONE),
    [marks, item.content, item.warnings],
  );
  const parts = useMemo(() => partsOf(paper.proof), [paper.proof]);
  return (
    <div className={classes.page}>
      <Suspense fallback={<Loading label={t.editor.description.rendering} />}>
        <PaperText
          label={t.review.edit}
          text={editor.text}
          base={editor.base.text}
          parts={parts}
          outside={editor.outside}
          rings={rings}
          caret={editor.caret}
          current={editor.current}
          onChange={editor.type}
          onRings={setPlaces}
        >
          {marks && <MarginNotes warnings={item.warnings ?? []} rings={places} notes={notes} />}
        </PaperText>
      </Suspense>
    </div>
  );
}

const NONE: ReturnType<typeof wordsOf> = [];

function PlainText({ editor, source }: { editor: Editor; source: boolean }) {
  return (
    <Textarea
      variant="unstyled"
      aria-label={t.review.edit}
      autoFocus
      data-autofocus
      spellCheck={!source}
      autosize={!source}
      minRows={2}
      value={editor.text}
      error={editor.tooLong}
      classNames={{
        root: source ? classes.area : classes.words,
        wrapper: source ? classes.area : "",
        input: source ? classes.source : classes.input,
      }}
      onChange={(event) => editor.type(event.currentTarget.value)}
    />
  );
}

interface PaperHeadProps {
  item: Item;
  editor: Editor;
  source: boolean;
  children: React.ReactNode;
}

function PaperHead({ item, editor, source, children }: PaperHeadProps) {
  const words = t.review.paper;
  const html = isHtml(item.field);
  const alt = roleOf(item.field) === "alt_text";
  const now = useMemo(() => sizeOf(editor.text, html), [editor.text, html]);
  const began = useMemo(() => sizeOf(editor.base.text, html), [editor.base.text, html]);
  return (
    <div className={modal.colHead}>
      <b>{source ? words.editingSource : alt ? words.editingAlt : words.editing}</b>
      {html ? <span>{t.review.words(now)}</span> : <Length editor={editor} item={item} />}
      {now !== began && <span className={classes.since}>{words.since(now - began)}</span>}
      <span className={modal.grow} />
      {children}
      <span className={modal.cut}>{t.review.paper.revision(editor.base.revision)}</span>
    </div>
  );
}

/** Words of a description, characters of any other field. */
function sizeOf(text: string, html: boolean): number {
  return html ? wordsIn(plainText(text)) : [...text].length;
}

/** The length of a short field against its limit or what is advised. */
function Length({ editor, item }: { editor: Editor; item: Item }) {
  const length = [...editor.text].length;
  const { limit } = editor;
  const advice = advisedLength(item.field);
  const most = advice ?? limit?.most;
  if (most === undefined) return <span>{t.review.chars(length)}</span>;
  const words = limit?.hard && length > limit.most ? t.review.tooLong : t.review.advised;
  const of = limit?.hard && length > limit.most ? limit.most : most;
  return <span data-over={length > of || undefined}>{words(length, of)}</span>;
}
