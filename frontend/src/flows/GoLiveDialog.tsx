import { useShop } from "@/api";
import type { Field } from "@/contract";
import { publishingWords } from "@/domain/publishingWords";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import type { Trouble } from "@/ui/States";
import classes from "./GoLiveDialog.module.css";

interface GoLiveDialogProps {
  shop: string;
  field: Field;
  /** How many are written and published. */
  count: number;
  onlyEmpty: boolean;
  /** The cost, in words; undefined if it was shown before. */
  cost?: string | undefined;
  busy?: boolean;
  trouble?: Trouble | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before unread drafts reach a shop. */
export function GoLiveDialog(props: GoLiveDialogProps) {
  const { field, count, onlyEmpty, cost } = props;
  const words = t.goLive;
  const shop = useShop(props.shop);
  return (
    <ConfirmDialog
      careful
      title={words.title(count, field)}
      action={shop && words.write(count, field)}
      busy={props.busy ?? false}
      trouble={props.trouble}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    >
      <p>
        <span className={classes.shop}>{shop?.name}</span>{" "}
        {shop && shop.domain !== shop.name && <span className={classes.domain}>{shop.domain}</span>}
      </p>
      <p>{publishingWords(shop).live(count)}</p>
      <p>{onlyEmpty ? words.onlyEmpty : words.replaces(count)}</p>
      <p>{words.heldBack}</p>
      {cost && <p>{words.cost(cost)}</p>}
    </ConfirmDialog>
  );
}
