import { useState } from "react";
import { describeError, perform, useChangeFacts, useFactSheet } from "@/api";
import type { FactRow, FactSheet as FactSheetType, Item } from "@/contract";
import { t } from "@/strings";
import { notifyTrouble } from "@/ui/notify";
import { ErrorState } from "@/ui/States";
import inspector from "../Inspector.module.css";
import { FactDialog } from "./FactDialog";
import classes from "./FactSheet.module.css";
import { Row } from "./FactSheetRow";
import type { FactTask } from "./factTask";

interface FactSheetProps {
  item: Item;
  /** Sources of contradictions: their rows are marked. */
  contradicted: Set<string>;
}

/** What is known of the product, where it comes from, and what people corrected. */
export function FactSheet({ item, contradicted }: FactSheetProps) {
  const { shop_id: shop, product } = item;
  const sheet = useFactSheet(shop, product.id);
  const change = useChangeFacts(shop, product.id, item.job_id);
  const [task, setTask] = useState<FactTask>();
  const words = t.review.sheet;
  const rows = sheet.data?.rows ?? [];
  const restore = (row: FactRow) =>
    perform(
      change,
      { kind: "restore", row: row.id },
      { onError: (error) => notifyTrouble(describeError(error)) },
    );
  return (
    <section className={inspector.section}>
      <h3 className={classes.head}>
        {words.title}
        <span>{sheet.data && counted(sheet.data)}</span>
        <button type="button" className={inspector.view} onClick={() => setTask({ kind: "paste" })}>
          {words.paste}
        </button>
        <button type="button" className={inspector.view} onClick={() => setTask({ kind: "add" })}>
          {words.add}
        </button>
      </h3>
      {sheet.error && (
        <ErrorState trouble={describeError(sheet.error)} onRetry={() => sheet.refetch()} />
      )}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            contradicted={contradicted.has(row.source.text)}
            onTask={setTask}
            onRestore={() => restore(row)}
          />
        ))}
      </ul>
      {sheet.data && rows.length === 0 && <p className={classes.none}>{words.none}</p>}
      {task && <FactDialog item={item} task={task} onClose={() => setTask(undefined)} />}
    </section>
  );
}

function counted({ facts, corrected, struck, weak }: FactSheetType): string {
  return t.review.sheet.counts(facts, corrected, struck, weak);
}
