import type { Ref } from "react";
import type { ShopOverview } from "@/contract";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./ShopSwitcher.module.css";
import { shopCode } from "./shopCode";

export interface ShopSwitcherProps {
  shop: ShopOverview;
  shops: ShopOverview[];
  opened: boolean;
  onOpened: (open: boolean) => void;
}

type ShopButtonProps = Omit<ShopSwitcherProps, "shops"> & { ref?: Ref<HTMLButtonElement> };

/** The current shop, with what waits in it; opens the switcher. */
export function ShopButton({ shop, opened, onOpened, ref }: ShopButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes.shop}
      aria-haspopup="listbox"
      aria-expanded={opened}
      onClick={() => onOpened(!opened)}
    >
      <span className={classes.code}>{shopCode(shop)}</span>
      <span className={classes.text}>
        <b data-name>{shop.name}</b>
        <span>
          {shop.halted ? t.shell.waiting(shop.waiting) : t.shell.toReview(shop.to_review)}
        </span>
      </span>
      <Icon shape="switch" small />
    </button>
  );
}
