import { useSettingsOf } from "@/api";
import { rules } from "@/contract";
import { isPrompted } from "@/domain/writer";
import { t } from "@/strings";
import classes from "./Placeholders.module.css";
import { unknownIn } from "./placeholderWords";

interface PlaceholdersProps {
  text: string;
  onInsert: (name: string) => void;
}

/** The words in braces that instructions may hold, and those typed that mean nothing. */
export function Placeholders({ text, onInsert }: PlaceholdersProps) {
  const unknown = unknownIn(text);
  return (
    <>
      <details className={classes.placeholders}>
        <summary>{t.instructions.placeholders}</summary>
        <p>{t.instructions.placeholdersText}</p>
        <ul>
          {rules.placeholders.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                title={t.instructions.insert(one.name)}
                onClick={() => onInsert(one.name)}
              >
                {one.name}
              </button>
              <span>{one.meaning}</span>
            </li>
          ))}
        </ul>
      </details>
      {unknown.length > 0 && (
        <p role="status" className={classes.warning}>
          {t.instructions.unknown(unknown.join(", "))}
        </p>
      )}
    </>
  );
}

/** Says that the shop’s writer does not use what is typed. */
export function UnusedWords({ text, shop }: { text: string; shop?: string }) {
  const writer = useSettingsOf(shop)?.writer;
  if (!writer || text.trim() === "" || isPrompted(writer)) return null;
  return (
    <p role="status" className={classes.warning}>
      {t.instructions.unused}
    </p>
  );
}
