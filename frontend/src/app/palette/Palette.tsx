import { Modal } from "@mantine/core";
import "@/ui/theme/modal.css";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useId, useState } from "react";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Kbd } from "@/ui/Kbd";
import { useKeys } from "@/ui/keys/useKeys";
import { type Entry, fitting } from "./entries";
import classes from "./Palette.module.css";
import { usePaletteGroups } from "./usePaletteGroups";

/** How long typing must pause before products are searched. */
const REST_MS = 100;

/** Keys typed right after the shortcut belong to the field. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Go to, or do, anything: shops, products, jobs, and the actions of the current page. */
export default function Palette({
  shop,
  here,
  onClose,
}: {
  shop: ShopOverview | undefined;
  /** What could be done where it was opened. */
  here: Entry[];
  onClose: () => void;
}) {
  const base = useId();
  const [text, setText] = useState("");
  const [cursor, setCursor] = useState(0);
  const [asked] = useDebouncedValue(text, REST_MS);
  // Products lag behind the typing; everything else is immediate, so that Enter means what is shown.
  const groups = fitting(usePaletteGroups(shop, here, asked === text ? asked : ""), text);
  const entries = groups.flatMap((group) => group.entries);
  const current = Math.min(cursor, Math.max(0, entries.length - 1));
  const idOf = (entry: Entry | undefined) => entry && `${base}-${entries.indexOf(entry)}`;

  // The palette closes first, because an action may open a dialog.
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") run(entries[current]);
    else if (event.key === "ArrowDown") setCursor((current + 1) % Math.max(1, entries.length));
    else if (event.key === "ArrowUp") {
      setCursor((current + entries.length - 1) % Math.max(1, entries.length));
    } else return;
    event.preventDefault();
  };
  useKeys("question", [
    { combos: ["mod+k"], label: t.common.close, run: onClose, inFields: true },
    { combos: ["escape"], label: t.common.close, run: onClose, first: true },
  ]);

  return (
    <Modal.Root
      opened
      onClose={onClose}
      closeOnEscape={false}
      size="38rem"
      zIndex={450}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t.shell.openPalette}>
        <input
          className={classes.field}
          type="text"
          role="combobox"
          ref={focusAtOnce}
          data-autofocus
          spellCheck={false}
          autoComplete="off"
          placeholder={t.palette.hint}
          aria-label={t.palette.hint}
          aria-expanded="true"
          aria-controls={base}
          aria-activedescendant={idOf(entries[current])}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCursor(0);
          }}
        />
        <div
          className={classes.list}
          id={base}
          role="listbox"
          aria-label={t.palette.found}
          tabIndex={-1}
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which fieldset is not
            <div key={group.key} role="group" aria-label={t.palette.groups[group.key]}>
              <div className={classes.group} aria-hidden="true">
                {t.palette.groups[group.key]}
              </div>
              {group.entries.map((entry) => (
                <Option
                  key={entry.id}
                  id={idOf(entry) ?? ""}
                  entry={entry}
                  current={entry === entries[current]}
                  onPoint={() => setCursor(entries.indexOf(entry))}
                  onRun={() => run(entry)}
                />
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && <p className={classes.none}>{t.palette.none(text)}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  current: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function Option({ id, entry, current, onPoint, onRun }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as its combobox
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      className={classes.option}
      ref={(element) => {
        if (current) element?.scrollIntoView({ block: "nearest" });
      }}
      onMouseMove={current ? undefined : onPoint}
      onClick={onRun}
    >
      <span>{entry.label}</span>
      <small>{entry.target ?? entry.note}</small>
      {entry.combo && <Kbd combo={entry.combo} />}
    </div>
  );
}
