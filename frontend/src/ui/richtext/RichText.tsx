import { EditorContent, useEditor } from "@tiptap/react";
import { useState } from "react";
import { extensions, parse, serialise } from "./codec";
import classes from "./description.module.css";
import { RichToolbar } from "./RichToolbar";

interface RichTextProps {
  label: string;
  /** The text that it opens with; later ones are not looked at (see useMode). */
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

/** The description as it reads. Says nothing until a person changes something. */
export function RichText({ label, text, readOnly, onChange }: RichTextProps) {
  const [opened] = useState(() => {
    const document = parse(text);
    return { text, document, html: serialise(document) };
  });
  const editor = useEditor(
    {
      extensions,
      content: opened.document,
      editable: !readOnly,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label },
      },
      onUpdate: (event) => {
        const html = serialise(event.editor.getJSON());
        // Undone to the start, the text is what it was, byte for byte.
        onChange(html === opened.html ? opened.text : html);
      },
    },
    [readOnly],
  );
  return (
    <div className={classes.rich} data-readonly={readOnly || undefined}>
      {!readOnly && <RichToolbar editor={editor} />}
      <EditorContent editor={editor} className={classes.paper ?? ""} />
    </div>
  );
}
