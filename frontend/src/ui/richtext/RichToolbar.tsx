import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useState } from "react";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import type { Shape } from "@/ui/shapes";
import classes from "./description.module.css";
import { LinkField } from "./LinkField";

interface Tool {
  label: string;
  face: ReactNode;
  on?: boolean;
  off?: boolean;
  run: () => void;
}

const LEVELS = [2, 3, 4] as const;

/** The formatting at the caret, for the tools' states. */
function look(editor: Editor) {
  return {
    paragraph: editor.isActive("paragraph") && !editor.isActive("blockquote"),
    headings: LEVELS.map((level) => editor.isActive("heading", { level })),
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    bullets: editor.isActive("bulletList"),
    numbers: editor.isActive("orderedList"),
    quote: editor.isActive("blockquote"),
    link: editor.isActive("link"),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

/** The formatting that shops' descriptions use; keys are the usual ones (Ctrl B, Ctrl I, Ctrl Z). */
export function RichToolbar({ editor }: { editor: Editor }) {
  const now = useEditorState({ editor, selector: ({ editor: e }) => look(e) });
  const [linking, setLinking] = useState(false);
  const words = t.editor.description;
  const chain = () => editor.chain().focus();
  const icon = (shape: Shape) => <Icon shape={shape} small />;
  const groups: Tool[][] = [
    [
      {
        label: words.paragraph,
        face: "¶",
        on: now.paragraph,
        run: () => chain().setParagraph().run(),
      },
      ...LEVELS.map((level, i) => ({
        label: words.heading(level),
        face: `H${level}`,
        on: now.headings[i] ?? false,
        run: () => chain().toggleHeading({ level }).run(),
      })),
    ],
    [
      { label: words.bold, face: <b>B</b>, on: now.bold, run: () => chain().toggleBold().run() },
      {
        label: words.italic,
        face: <i>I</i>,
        on: now.italic,
        run: () => chain().toggleItalic().run(),
      },
      { label: words.link, face: icon("link"), on: now.link, run: () => setLinking(true) },
    ],
    [
      {
        label: words.bullets,
        face: icon("bullets"),
        on: now.bullets,
        run: () => chain().toggleBulletList().run(),
      },
      {
        label: words.numbers,
        face: icon("numbers"),
        on: now.numbers,
        run: () => chain().toggleOrderedList().run(),
      },
      { label: words.quote, face: "“", on: now.quote, run: () => chain().toggleBlockquote().run() },
    ],
    [
      { label: words.undo, face: icon("undo"), off: !now.canUndo, run: () => chain().undo().run() },
      { label: words.redo, face: icon("redo"), off: !now.canRedo, run: () => chain().redo().run() },
    ],
  ];
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={words.tools}>
        {groups.map((tools) => (
          <span key={tools[0]?.label}>
            {tools.map((tool) => (
              <button
                key={tool.label}
                type="button"
                title={tool.label}
                aria-label={tool.label}
                aria-pressed={tool.on}
                disabled={tool.off ?? false}
                // The selection in the text must not be lost to the button.
                onMouseDown={(event) => event.preventDefault()}
                onClick={tool.run}
              >
                {tool.face}
              </button>
            ))}
          </span>
        ))}
      </div>
      {linking && <LinkField editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}
