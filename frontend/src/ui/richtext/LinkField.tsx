import { TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import classes from "./description.module.css";

/** The address of the link under the caret, or of a new link on the selected words. */
export function LinkField({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = t.editor.description;
  const [address, setAddress] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const set = () => {
    const link = editor.chain().focus().extendMarkRange("link");
    const href = address.trim();
    if (href === "") link.unsetLink().run();
    else link.setLink({ href }).run();
    onClose();
  };
  return (
    <div className={classes.link}>
      <TextInput
        className={classes.grow ?? ""}
        aria-label={words.linkAddress}
        placeholder="https://"
        spellCheck={false}
        autoFocus
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          if (event.key === "Enter") set();
          else close();
        }}
      />
      <Button small onClick={set}>
        {address.trim() === "" ? words.removeLink : words.setLink}
      </Button>
      <IconButton shape="close" small label={t.common.close} onClick={close} />
    </div>
  );
}
