import { describeError, perform, useReplaceFile } from "@/api";
import type { Replacement, ShopOverview } from "@/contract";
import { useSync } from "@/flows/useSync";
import { t } from "@/strings";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { Icon } from "@/ui/Icon";
import { notifyPlain } from "@/ui/notify";
import text from "@/ui/text.module.css";
import classes from "./ReplaceFile.module.css";

interface ReplaceFileProps {
  shop: ShopOverview;
  file: File;
  preview: Replacement;
  onClose: () => void;
}

/** Says what a newer export does to a shop, and has it take the place of the shop's file. */
export function ReplaceFile({ shop, file, preview, onClose }: ReplaceFileProps) {
  const replace = useReplaceFile(shop.id);
  const sync = useSync(shop.id);
  const words = t.shops.replace;
  const confirm = () =>
    perform(
      replace,
      { file, plan: preview.plan },
      {
        onSuccess: () => {
          notifyPlain(words.done(shop.name));
          onClose();
          sync();
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.title(shop.name)}
      action={words.action(preview.products)}
      careful={preview.asks}
      busy={replace.isPending}
      trouble={replace.error ? describeError(replace.error) : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      {preview.asks && (
        <p className={classes.asks}>
          <Icon shape="warn" tone="warn" /> {words.asks(preview.gone, shop.name)}
        </p>
      )}
      <p>{words.text(file.name, preview.products)}</p>
      <ul className={classes.effects}>
        <li>{words.matched(preview.matched, preview.drafts)}</li>
        {preview.added > 0 && <li>{words.added(preview.added)}</li>}
        {preview.gone > 0 && <Gone preview={preview} />}
        {preview.imported > 0 && <li>{words.imported(preview.imported)}</li>}
        {preview.waiting > 0 && <li>{words.waiting(preview.waiting)}</li>}
        {preview.changed > 0 && <li>{words.changed(preview.changed)}</li>}
      </ul>
      <p className={text.mut}>{words.conflict}</p>
    </ConfirmDialog>
  );
}

/** How many products are gone, and which. */
function Gone({ preview }: { preview: Replacement }) {
  const words = t.shops.replace;
  const named = preview.gone_products ?? [];
  return (
    <li>
      {words.gone(preview.gone, preview.gone_drafts)}
      <details>
        <summary>{words.list(preview.gone)}</summary>
        <ul className={classes.gone}>
          {named.map((product) => (
            <li key={product.id}>
              {product.title} <span className={text.dim}>{product.handle}</span>
            </li>
          ))}
          {preview.gone > named.length && <li>{words.more(preview.gone - named.length)}</li>}
        </ul>
      </details>
    </li>
  );
}
