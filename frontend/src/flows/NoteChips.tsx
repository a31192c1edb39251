import { useRewriteNotes, useShop } from "@/api";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./NoteChips.module.css";

/** How many of the last notes are offered. */
const LAST = 6;

interface NoteChipsProps {
  shop: string;
  note: string;
  onNote: (note: string) => void;
}

/** Notes that were given before, and those of the house: pressed, each is added to the note, or taken out of it. */
export function NoteChips({ shop, note, onNote }: NoteChipsProps) {
  const notes = useRewriteNotes(shop).data;
  const name = useShop(shop)?.name ?? "";
  const words = t.regenerating;
  const house = notes?.house ?? [];
  const last = (notes?.last ?? []).filter((one) => !house.includes(one)).slice(0, LAST);
  const list = (label: string, all: string[]) =>
    all.length > 0 && (
      <fieldset className={classes.list}>
        <legend>{label}</legend>
        {all.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.chip}
            aria-pressed={has(note, one)}
            title={one}
            onClick={() => onNote(toggled(note, one))}
          >
            {has(note, one) && <Icon shape="check" tone="accent" small />}
            <span>{one}</span>
          </button>
        ))}
      </fieldset>
    );
  return (
    <>
      {list(words.last, last)}
      {list(words.house(name), house)}
    </>
  );
}

const partsOf = (note: string) =>
  note
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);

/** Whether a note has another one as a part of it. Parts are separated by semicolons. */
export function has(note: string, part: string): boolean {
  const parts = partsOf(note);
  return partsOf(part).every((one) => parts.includes(one));
}

/** The note with another one added, or without it if it had it. */
export function toggled(note: string, part: string): string {
  const parts = partsOf(note);
  const theirs = partsOf(part);
  const rest = parts.filter((one) => !theirs.includes(one));
  return (has(note, part) ? rest : [...rest, ...theirs]).join("; ");
}
