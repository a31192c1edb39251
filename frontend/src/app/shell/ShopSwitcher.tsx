import { Combobox, useCombobox } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Shop } from "@/domain/types";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./ShopSwitcher.module.css";
import { shopCode } from "./shopCode";

interface ShopSwitcherProps {
  shop: Shop;
  shops: Shop[];
  opened: boolean;
  onOpened: (open: boolean) => void;
}

/** The shop that is looked at; opened, all shops with a search. */
export function ShopSwitcher({ shop, shops, opened, onOpened }: ShopSwitcherProps) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const store = useCombobox({
    opened,
    onOpenedChange: onOpened,
    onDropdownClose: () => setText(""),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is new at each render; what counts is that it was opened
  useEffect(() => {
    if (opened) store.focusSearchInput();
  }, [opened]);
  const wanted = text.trim().toLowerCase();
  const found = shops.filter((s) => s.name.toLowerCase().includes(wanted));

  return (
    <Combobox
      store={store}
      width="18rem"
      position="bottom-start"
      classNames={{ dropdown: classes.dropdown, option: classes.option, search: classes.search }}
      onOptionSubmit={(id) => {
        onOpened(false);
        void navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} });
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={classes.shop}
          aria-haspopup="listbox"
          aria-expanded={opened}
          title={shop.name}
          onClick={() => onOpened(!opened)}
        >
          <span className={classes.code}>{shopCode(shop)}</span>
          <span className={classes.text}>
            <b>{shop.name}</b>
            <span>{t.shell.toReview(shop.to_review)}</span>
          </span>
          <Icon shape="switch" small />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={text}
          placeholder={t.shell.findShop}
          aria-label={t.shell.findShop}
          onChange={(event) => {
            setText(event.currentTarget.value);
            store.selectFirstOption();
          }}
        />
        <Combobox.Options aria-label={t.shell.switchShop} className={classes.options ?? ""}>
          {found.map((s) => (
            <Combobox.Option key={s.id} value={s.id} active={s.id === shop.id}>
              <span className={classes.small}>{shopCode(s)}</span>
              <span className={classes.name}>{s.name}</span>
              <span className={classes.count}>
                {s.to_review === 0 ? t.common.none : count(s.to_review)}
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t.shell.noShopFound(text)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
