import type { KeyphraseRow } from "@/contract";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { GuessMark } from "@/ui/GuessMark";
import { Icon } from "@/ui/Icon";
import { Thumb } from "@/ui/Thumb";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { PhraseCell } from "./PhraseCell";
import classes from "./phrases.module.css";

export interface RowActions {
  /** The id of the row that is edited. */
  editing: string | undefined;
  edit: (row: KeyphraseRow) => void;
  done: (row: KeyphraseRow, typed: string, next: boolean) => void;
  cancel: () => void;
  confirm: (row: KeyphraseRow) => void;
  /** Shows the other searches of the page. */
  choose: (row: KeyphraseRow) => void;
  /** Asks the model for a guess; undefined where no model writes. */
  guess: ((row: KeyphraseRow) => void) | undefined;
}

const words = t.keyphrases;

/** Keyphrases with where they come from and what searches say of them. */
export function keyphraseColumns(
  actions: RowActions,
  kind: "product" | "collection",
): Column<KeyphraseRow>[] {
  return [
    {
      id: "picture",
      header: t.common.picture,
      unseen: true,
      width: "2rem",
      cell: (row) => <Thumb src={row.image_url} size={28} />,
    },
    {
      id: "product",
      header: words.places[kind],
      width: "minmax(7rem, 13rem)",
      cell: (row) => <span className={`${text.cut} ${text.b}`}>{row.place.title}</span>,
    },
    {
      id: "phrase",
      header: words.phrase,
      width: "minmax(11rem, 1fr)",
      cell: (row) => (
        <PhraseCell
          row={row}
          editing={actions.editing === row.place.id}
          onEdit={() => actions.edit(row)}
          onDone={(typed, next) => actions.done(row, typed, next)}
          onCancel={actions.cancel}
          onChoose={() => actions.choose(row)}
        />
      ),
    },
    { id: "from", header: words.from, width: "clamp(6.5rem, 11vw, 9rem)", cell: from },
    { id: "clicks", header: words.clicks, width: "3.5rem", right: true, cell: clicks },
    { id: "seen", header: words.impressions, width: "5.5rem", right: true, cell: impressions },
    { id: "position", header: words.position, width: "4rem", right: true, cell: position },
    { id: "words", header: words.words, width: "5rem", cell: length },
    {
      id: "actions",
      header: t.common.actions,
      unseen: true,
      width: "5rem",
      right: true,
      cell: (row) => act(row, actions),
    },
  ];
}

/** What can be done with a row at once. */
function act(row: KeyphraseRow, { confirm, edit, guess }: RowActions) {
  const { title } = row.place;
  if (row.source === "guess") {
    return (
      <Button small label={words.confirmOf(title)} onClick={() => confirm(row)}>
        {words.confirm}
      </Button>
    );
  }
  if (row.source === "none" && guess) {
    return (
      <Button small kind="quiet" label={words.guessOf(title)} onClick={() => guess(row)}>
        {words.guess}
      </Button>
    );
  }
  return (
    <Button small kind="quiet" label={words.editOf(title)} onClick={() => edit(row)}>
      {words.edit}
    </Button>
  );
}

function from(row: KeyphraseRow) {
  const shown = words.sources[row.source](row.by);
  if (row.source === "guess") {
    return (
      <span title={row.by === "" ? words.fromTitle : words.fromModel(row.by)}>
        <GuessMark>{shown}</GuessMark>
      </span>
    );
  }
  if (row.source === "none") return <span className={text.dim}>{shown}</span>;
  return (
    <span className={classes.from} title={row.by}>
      <Icon shape={row.source === "imported" ? "search" : "edit"} tone="dim" small />
      <span className={text.cut}>{shown}</span>
    </span>
  );
}

const dash = <span className={text.dim}>–</span>;

const clicks = (row: KeyphraseRow) => (row.impressions > 0 ? count(row.clicks) : dash);
const impressions = (row: KeyphraseRow) => (row.impressions > 0 ? count(row.impressions) : dash);
const position = (row: KeyphraseRow) => (row.position > 0 ? row.position.toFixed(1) : dash);

const tones = { good: text.ok, fair: text.wait, poor: text.bad };

function length(row: KeyphraseRow) {
  if (row.text === "" || !(row.verdict in tones)) return dash;
  return (
    <span>
      {count(row.words)}{" "}
      <span className={`${text.xs} ${text.b} ${tones[row.verdict]}`}>
        {words.verdict[row.verdict]}
      </span>
    </span>
  );
}
