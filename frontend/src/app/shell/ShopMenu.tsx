import { Combobox, useCombobox } from "@mantine/core";
import "@mantine/core/styles/Popover.layer.css";
import "@mantine/core/styles/Combobox.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { SearchDropdown } from "@/ui/SearchDropdown";
import { ShopButton, type ShopSwitcherProps } from "./ShopButton";
import classes from "./ShopMenu.module.css";
import { shopCode } from "./shopCode";
import { findShops } from "./shopOrder";

/** The opened switcher: all shops, with a search. */
export default function ShopMenu({ shop, shops, opened, onOpened }: ShopSwitcherProps) {
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
  const found = findShops(shops, text);

  return (
    <Combobox
      store={store}
      width="18rem"
      position="bottom-start"
      classNames={{
        dropdown: classes.dropdown,
        search: classes.search,
        options: classes.options,
        option: classes.option,
      }}
      onOptionSubmit={(id) => {
        onOpened(false);
        void navigate({ to: "/s/$shop/products", params: { shop: id }, search: {} });
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <ShopButton shop={shop} opened={opened} onOpened={onOpened} />
      </Combobox.Target>
      <SearchDropdown
        label={t.shell.switchShop}
        find={t.shell.findShop}
        value={text}
        onChange={(value) => {
          setText(value);
          store.selectFirstOption();
        }}
      >
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
      </SearchDropdown>
    </Combobox>
  );
}
