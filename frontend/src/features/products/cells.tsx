import { t } from "@/strings";
import text from "@/ui/text.module.css";

interface TitleCellProps {
  row: { handle: string; title: string };
  /** Under the title, quietly. */
  note: string;
  onOpen: (handle: string) => void;
}

/** The title, which opens the editor. */
export function TitleCell({ row, note, onOpen }: TitleCellProps) {
  return (
    <div className={text.two}>
      <div className={text.cut}>
        <button
          type="button"
          className={text.opener}
          tabIndex={-1}
          onClick={() => onOpen(row.handle)}
        >
          {row.title}
        </button>
      </div>
      <div className={`${text.xs} ${text.dim} ${text.cut}`}>{note}</div>
    </div>
  );
}

/** The length of a text, so that gaps are seen at a glance. */
export function measured(n: number, words: (n: number) => string) {
  if (n === 0) return <span className={text.dim}>{t.products.empty}</span>;
  return <span className={text.cut}>{words(n)}</span>;
}
