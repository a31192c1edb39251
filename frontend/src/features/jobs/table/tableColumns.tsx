import type { Field, Item, LengthRule, ShopOverview } from "@/contract";
import { placeOf, roleOf } from "@/domain/fields";
import { markNote, shownMark } from "@/domain/item";
import { gradeOf } from "@/domain/score";
import { showsScores } from "@/domain/shop";
import { t } from "@/strings";
import { Mark } from "@/ui/Mark";
import { Score } from "@/ui/Score";
import { Thumb } from "@/ui/Thumb";
import type { Column } from "@/ui/table/columns";
import text from "@/ui/text.module.css";
import { DraftCell } from "./DraftCell";
import classes from "./table.module.css";
import type { Cells } from "./useCells";

interface TableActions {
  cells: Cells;
  rule: LengthRule;
  open: (item: Item) => void;
  paste: (item: Item, text: string) => void;
}

/** Pictures of alt texts are large enough to be judged, in pixels at 100 %. */
const LARGE = 136;
const SMALL = 40;

/** The height of a row and of an edited one, in rem. */
export function rowHeights(field: Field): { row: number; edited: number } {
  return roleOf(field) === "alt_text" ? { row: 9.5, edited: 9.5 } : { row: 4.875, edited: 7.25 };
}

/** A job's short texts: product, draft with its length, the shop's text, score, state. */
export function tableColumns(
  shop: ShopOverview,
  field: Field,
  actions: TableActions,
): Column<Item>[] {
  const words = t.table;
  const size = roleOf(field) === "alt_text" ? LARGE : SMALL;
  const columns: Column<Item>[] = [
    {
      id: "picture",
      header: t.common.picture,
      unseen: true,
      width: `${size / 16}rem`,
      cell: (item) => <Thumb src={item.thumbnail} size={size} />,
    },
    {
      id: "product",
      header: t.jobs.items.place(placeOf(field) === "collection"),
      sort: "product",
      width: "minmax(5.5rem, 11rem)",
      cell: (item) => (
        <button
          type="button"
          className={`${classes.product} ${text.link}`}
          tabIndex={-1}
          onClick={() => actions.open(item)}
        >
          {item.place.title}
        </button>
      ),
    },
    {
      id: "draft",
      header: words.draft(field),
      sort: "length",
      width: "minmax(13rem, 3fr)",
      cell: (item) => (
        <DraftCell item={item} rule={actions.rule} cells={actions.cells} onPaste={actions.paste} />
      ),
    },
    {
      id: "shop",
      header: words.onShop,
      width: "minmax(5rem, 1.4fr)",
      cell: (item) => onShop(item),
    },
  ];
  if (showsScores(shop)) {
    columns.push({
      id: "score",
      header: words.score,
      sort: "score",
      width: "5rem",
      cell: (item) =>
        item.score ? (
          <Score total={item.score.total} grade={gradeOf(item.score.total)} />
        ) : (
          <span className={text.dim}>{t.common.none}</span>
        ),
    });
  }
  columns.push({
    id: "state",
    header: words.state,
    sort: "state",
    width: "minmax(7.25rem, 10rem)",
    cell: (item) => state(item, shop, actions.cells),
  });
  return columns;
}

/** What the shop has as far as this row knows: a change or a conflict goes before what was there first. */
function onShop(item: Item) {
  const published = item.publish_state === "published" ? item.content : item.original;
  const now = item.changed?.on_shop.text ?? item.on_shop?.text ?? published;
  if (now === "") return <span className={`${text.xs} ${text.dim}`}>{t.table.empty}</span>;
  return <span className={classes.original}>{now}</span>;
}

function state(item: Item, shop: ShopOverview, { editing, saving }: Cells) {
  const busy =
    editing?.id === item.id ? t.table.editing : saving.has(item.id) ? t.table.saving : undefined;
  return (
    <div className={text.two}>
      <div>
        <Mark of={shownMark(item, shop)} />
      </div>
      <div className={`${text.xs} ${text.cut} ${text.dim}`}>{busy ?? markNote(item, shop)}</div>
    </div>
  );
}
