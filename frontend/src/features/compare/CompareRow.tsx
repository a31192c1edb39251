import { useEffect, useRef } from "react";
import type { ComparedDrafts, Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { ringsOf } from "@/domain/notes";
import { gradeOf } from "@/domain/score";
import { money } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { markUp } from "@/ui/proof/proof";
import { Score } from "@/ui/Score";
import { Segments } from "@/ui/Segments";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import { hasDraft, heldIn, type Side } from "./choice";
import classes from "./compare.module.css";
import { KnownFacts } from "./KnownFacts";

interface CompareRowProps {
  pair: ComparedDrafts;
  /** In the order of the columns. */
  sides: [Side, Side];
  unit: string;
  kept: Side | undefined;
  current: boolean;
  open: boolean;
  onCurrent: () => void;
  onOpen: () => void;
  onKeep: (side: Side) => void;
}

/** The two drafts of one product, side by side; opened, with their whole texts. */
export function CompareRow(props: CompareRowProps) {
  const { pair, sides, unit, kept, current, open, onCurrent, onOpen, onKeep } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const { place } = pair.a;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press makes the row current, as the arrow keys do
    <div
      ref={row}
      className={classes.row}
      data-current={current || undefined}
      data-open={open || undefined}
      onPointerDown={onCurrent}
      onFocus={onCurrent}
    >
      <div className={classes.grid}>
        <div className={classes.product}>
          <Thumb src={pair.a.thumbnail} size={28} />
          <button type="button" aria-expanded={open} onClick={onOpen}>
            {place.title}
          </button>
        </div>
        {sides.map((side) => (
          <Draft
            key={side}
            item={pair[side]}
            length={side === "a" ? pair.length_a : pair.length_b}
            unit={unit}
            kept={kept === side}
            open={open}
          />
        ))}
        <div className={classes.pick}>
          <Segments
            label={t.compare.keepOf(place.title)}
            value={kept ?? ("" as Side)}
            onChange={onKeep}
            options={sides
              .filter((side) => hasDraft(pair[side]))
              .map((side) => ({ value: side, label: <Kept side={side} kept={kept === side} /> }))}
          />
        </div>
      </div>
      {open && (
        <div className={`${classes.grid} ${classes.opened}`}>
          <KnownFacts item={pair.a} />
          {sides.map((side) => (
            <Whole key={side} item={pair[side]} side={side} />
          ))}
        </div>
      )}
    </div>
  );
}

function Kept({ side, kept }: { side: Side; kept: boolean }) {
  return (
    <span className={classes.kept}>
      {kept && <Icon shape="check" small />}
      {side.toUpperCase()}
    </span>
  );
}

interface DraftProps {
  item: Item;
  length: number;
  unit: string;
  kept: boolean;
  open: boolean;
}

function Draft({ item, length, unit, kept, open }: DraftProps) {
  const words = t.compare;
  if (!hasDraft(item)) {
    return (
      <div className={classes.draft}>
        <div className={`${classes.line} ${text.mut}`}>
          {item.error ? words.notWritten(item.brief) : words.writing}
        </div>
      </div>
    );
  }
  return (
    <div className={classes.draft} data-kept={kept || undefined}>
      {!open && <div className={classes.line}>{plainText(item.content)}</div>}
      <div className={classes.meta}>
        {item.score && <Score total={item.score.total} grade={gradeOf(item.score.total)} />}
        <Held item={item} />
        <span className={classes.measure}>
          <span>{words.measure(length, unit)}</span>
          {item.usage.priced && item.usage.cost_usd > 0 && (
            <span>{money(item.usage.cost_usd)}</span>
          )}
        </span>
      </div>
    </div>
  );
}

/** What holds the draft back, by kind. */
function Held({ item }: { item: Item }) {
  const { contradicts, noSource, others } = heldIn(item);
  if (contradicts + noSource + others === 0) return <span>{t.compare.fine}</span>;
  return (
    <>
      {contradicts > 0 && (
        <span className={`${text.bad} ${text.b}`}>
          <Icon shape="contradicts" small tone="bad" /> {t.review.tags.contradicts(contradicts)}
        </span>
      )}
      {noSource > 0 && (
        <span className={`${text.warn} ${text.b}`}>
          <Icon shape="edit" small tone="warn" /> {t.review.tags.noSource(noSource)}
        </span>
      )}
      {others > 0 && (
        <span className={`${text.warn} ${text.b}`}>
          <Icon shape="warn" small tone="warn" /> {t.compare.heldBy(others)}
        </span>
      )}
    </>
  );
}

function Whole({ item, side }: { item: Item; side: Side }) {
  if (!hasDraft(item)) return <div />;
  const shown = markUp({
    html: isHtml(item.field),
    draft: item.content,
    original: item.content, // nothing is marked as new
    rings: ringsOf(item),
  }).draft;
  return (
    <div>
      <div className={classes.paper}>
        <ProofFrame html={shown} title={t.compare.draftOf(side, item.place.title)} />
      </div>
      <ul className={classes.notes}>
        {(item.warnings ?? [])
          .filter((warning) => warning.severity === "hold")
          .map((warning) => (
            <li key={`${warning.rule} ${warning.start} ${warning.end}`}>
              <Icon shape="warn" small tone="warn" /> {warning.message}
            </li>
          ))}
      </ul>
    </div>
  );
}
