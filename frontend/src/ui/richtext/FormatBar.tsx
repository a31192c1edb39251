import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useState } from "react";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { LinkField } from "./LinkField";
import classes from "./paper.module.css";

const LEVELS = [2, 3, 4] as const;

type Kind = "p" | "h2" | "h3" | "h4" | "quote" | "other";

/** What is at the caret, for the tools' states. */
function look(editor: Editor) {
  let kept = 0;
  editor.state.doc.descendants((node) => {
    if (node.type.name.startsWith("kept")) kept++;
  });
  return {
    kind: kindAt(editor),
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    bullets: editor.isActive("bulletList"),
    numbers: editor.isActive("orderedList"),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
    kept,
  };
}

function kindAt(editor: Editor): Kind {
  if (editor.isActive("blockquote")) return "quote";
  const level = LEVELS.find((n) => editor.isActive("heading", { level: n }));
  if (level) return `h${level}`;
  return editor.isActive("paragraph") ? "p" : "other";
}

function setKind(editor: Editor, kind: Kind): void {
  const chain = editor.chain().focus();
  if (kind === "p") chain.clearNodes().run();
  else if (kind === "quote") chain.toggleBlockquote().run();
  else if (kind !== "other") chain.setHeading({ level: Number(kind[1]) as 2 | 3 | 4 }).run();
}

/** The formatting that shops' descriptions use, and how much of the text is kept as it is. */
export function FormatBar({ editor }: { editor: Editor }) {
  const now = useEditorState({ editor, selector: ({ editor: e }) => look(e) });
  const [linking, setLinking] = useState(false);
  const words = t.editor.description;
  const chain = () => editor.chain().focus();
  return (
    <div className={classes.bar}>
      <div className={classes.tools} role="toolbar" aria-label={words.tools}>
        <select
          aria-label={t.review.paper.block}
          value={now.kind}
          onChange={(event) => setKind(editor, event.currentTarget.value as Kind)}
        >
          <option value="p">{t.review.paper.plainBlock}</option>
          {LEVELS.map((level) => (
            <option key={level} value={`h${level}`}>
              {words.heading(level)}
            </option>
          ))}
          <option value="quote">{words.quote}</option>
          {now.kind === "other" && <option value="other">{t.common.none}</option>}
        </select>
        <i />
        <Tool label={words.bold} on={now.bold} run={() => chain().toggleBold().run()}>
          <b>B</b>
        </Tool>
        <Tool label={words.italic} on={now.italic} run={() => chain().toggleItalic().run()}>
          <em>I</em>
        </Tool>
        <Tool label={words.link} run={() => setLinking(true)}>
          <Icon shape="link" small />
        </Tool>
        <i />
        <Tool label={words.bullets} on={now.bullets} run={() => chain().toggleBulletList().run()}>
          <Icon shape="bullets" small />
        </Tool>
        <Tool label={words.numbers} on={now.numbers} run={() => chain().toggleOrderedList().run()}>
          <Icon shape="numbers" small />
        </Tool>
        <i />
        <Tool label={words.undo} off={!now.canUndo} run={() => chain().undo().run()}>
          <Icon shape="undo" small />
        </Tool>
        <Tool label={words.redo} off={!now.canRedo} run={() => chain().redo().run()}>
          <Icon shape="redo" small />
        </Tool>
        {now.kept > 0 && (
          <span className={classes.kept}>
            <Icon shape="kept" small /> {t.review.paper.keptCount(now.kept)}
          </span>
        )}
      </div>
      {linking && <LinkField editor={editor} onClose={() => setLinking(false)} />}
    </div>
  );
}

interface ToolProps {
  label: string;
  on?: boolean;
  off?: boolean;
  run: () => void;
  children: ReactNode;
}

function Tool({ label, on, off, run, children }: ToolProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={on}
      disabled={off ?? false}
      // The selection in the text must not be lost to the button.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </button>
  );
}
