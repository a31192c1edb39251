import { useEffect, useRef } from "react";
import type { ComparedDrafts, Item } from "@/contract";
import { isHtml } from "@/domain/fields";
import { gradeOf } from "@/domain/score";
import { money } from "@/lib/format";
import { plainText } from "@/lib/plainText";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import { ProofFrame } from "@/ui/proof/ProofFrame";
import { clean, markUp } from "@/ui/proof/proof";
import { Score } from "@/ui/Score";
import { Segments } from "@/ui/Segments";
import { Thumb } from "@/ui/Thumb";
import text from "@/ui/text.module.css";
import { hasDraft, heldWarnings, type Side } from "./choice";
import classes from "./compare.module.css";

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
              .map((side) => ({ value: side, label: side.toUpperCase() }))}
          />
        </div>
      </div>
      {open && (
        <div className={`${classes.grid} ${classes.opened}`}>
          <p className={classes.facts}>{plainText(pair.a.original) || t.compare.emptyOnShop}</p>
          {sides.map((side) => (
            <Whole key={side} item={pair[side]} side={side} />
          ))}
        </div>
      )}
    </div>
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
  const held = heldWarnings(item);
  return (
    <div className={classes.draft} data-kept={kept || undefined}>
      {!open && <div className={classes.line}>{plainText(item.content)}</div>}
      <div className={classes.meta}>
        {item.score && <Score total={item.score.total} grade={gradeOf(item.score.total)} />}
        {held === 0 ? (
          <span>{words.fine}</span>
        ) : (
          <span className={`${text.warn} ${text.b}`}>
            <Icon shape="warn" small tone="warn" /> {words.heldBy(held)}
          </span>
        )}
        <span className={classes.measure}>{words.measure(length, unit)}</span>
        {item.usage.priced && item.usage.cost_usd > 0 && <span>{money(item.usage.cost_usd)}</span>}
      </div>
    </div>
  );
}

function Whole({ item, side }: { item: Item; side: Side }) {
  if (!hasDraft(item)) return <div />;
  const html = isHtml(item.field);
  const shown = html
    ? clean({ html, draft: item.content, original: item.original, rings: [] }).draft
    : markUp({ html, draft: item.content, original: item.content, rings: [] }).draft;
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
