import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { matches } from "../keys/combo";
import { FormatBar } from "./FormatBar";
import { guarded, open, type Part, serialise } from "./guard";
import { onlyRings, ownChanges, ring, type Words } from "./ownChanges";
import classes from "./paper.module.css";

/** Where ringed words are, in pixels from the corner of the text, which is `width` wide. */
export type Places = Record<string, { top: number; right: number; bottom: number; width: number }>;

export interface PaperTextProps {
  label: string;
  /** The text that it opens with; one put in from outside comes by `outside`. */
  text: string;
  /** What the person's changes are measured against. */
  base: string;
  /** Parts that stay byte for byte. */
  parts: Part[];
  /** A text to be put in: each number once. */
  outside: { n: number; text: string };
  rings: Words[];
  /** Where the person clicked, for the caret; else it is at the start. */
  caret: { left: number; top: number } | undefined;
  /** Answers with the text as it is now, at any time. */
  current: RefObject<(() => string) | undefined>;
  onChange: (text: string) => void;
  onRings: (places: Places) => void;
  /** Notes beside the text, placed by where ringed words are. */
  children?: ReactNode;
}

/** How long a person may go on typing until the text is read again, in milliseconds. */
const READ_AFTER = 150;

/** A customer's page, to be written on. Says nothing until a person changes something. */
export default function PaperText(props: PaperTextProps) {
  const { label, text, base, parts, outside, rings, caret, current, onChange, onRings } = props;
  const [opened] = useState(() => {
    const { document } = open(text, parts);
    return { text, document, html: serialise(document), outside: outside.n };
  });
  const wait = useRef<number>(undefined);
  const latest = useRef({ onChange, onRings, parts });
  useLayoutEffect(() => {
    latest.current = { onChange, onRings, parts };
  });
  const [extensions] = useState(() => [...guarded, ownChanges(open(base, parts).document)]);
  const editor = useEditor({
    extensions,
    content: opened.document,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        spellcheck: "true",
      },
      // The program's keys: the editor would answer some of them, and then the program hears none.
      handleDOMEvents: { keydown: (_, event) => isOfProgram(event) },
    },
    onTransaction: ({ editor: of, transaction }) => {
      if (transaction.docChanged || onlyRings(transaction)) {
        latest.current.onRings(placesIn(of.view.dom));
      }
      if (!transaction.docChanged) return;
      window.clearTimeout(wait.current);
      wait.current = window.setTimeout(() => latest.current.onChange(read()), READ_AFTER);
    },
  });
  const read = () => {
    const html = serialise(editor.getJSON());
    // Undone to the start, the text is what it was, byte for byte.
    return html === opened.html ? opened.text : html;
  };
  useLayoutEffect(() => {
    current.current = read;
  });
  useEffect(
    () => () => {
      current.current = undefined;
      window.clearTimeout(wait.current);
    },
    [current],
  );
  // Once it is on the page: where the page is slow, the editor calls itself created before that, or is replaced.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins, and no later
  useEffect(() => {
    if (!editor.isDestroyed) place(editor, caret);
  }, [editor]);
  const done = useRef(opened.outside);
  useEffect(() => {
    if (done.current === outside.n) return;
    done.current = outside.n;
    putIn(editor, open(outside.text, latest.current.parts).document);
  }, [editor, outside]);
  useEffect(() => {
    editor.view.dispatch(ring(editor.state.tr, rings));
  }, [editor, rings]);
  return (
    <>
      <FormatBar editor={editor} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: below the text is the text's end, for the mouse */}
      <div
        className={classes.scroll}
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          editor.commands.focus("end");
        }}
      >
        <div className={classes.sheet}>
          <EditorContent editor={editor} className={classes.paper ?? ""} />
          {props.children}
        </div>
      </div>
    </>
  );
}

const PROGRAM = ["mod+enter", "mod+s", "mod+d", "mod+g", "escape"].concat(
  ["1", "2", "3", "4"].map((digit) => `alt+digit${digit}`),
);

function isOfProgram(event: KeyboardEvent): boolean {
  return !event.isComposing && PROGRAM.some((combo) => matches(combo, event));
}

/** The caret where the person clicked, else at the start of the text. */
function place(editor: Editor, caret: PaperTextProps["caret"]): void {
  const at = caret && editor.view.posAtCoords(caret)?.pos;
  editor.commands.focus(at ?? "start", { scrollIntoView: at === undefined });
}

/** Puts another text in: only what differs is replaced, so that the caret and undo stay. */
function putIn(editor: Editor, document: ReturnType<typeof open>["document"]): void {
  const { doc, tr } = editor.state;
  const next = editor.schema.nodeFromJSON(document);
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  editor.view.dispatch(
    tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)).scrollIntoView(),
  );
}

function placesIn(dom: HTMLElement): Places {
  const corner = dom.getBoundingClientRect();
  const places: Places = {};
  for (const mark of dom.querySelectorAll<HTMLElement>("mark[data-key]")) {
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    places[mark.dataset.key ?? ""] ??= {
      top: box.top - corner.top,
      right: box.right - corner.left,
      bottom: box.bottom - corner.top,
      width: corner.width,
    };
  }
  return places;
}
