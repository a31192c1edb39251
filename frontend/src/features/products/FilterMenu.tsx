import { Combobox, useCombobox } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import { useProductFacets } from "@/api";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { SearchDropdown } from "@/ui/SearchDropdown";
import classes from "./FilterBar.module.css";
import { FILTER_PARTS, type FilterOption, type FilterPart, filterOptions } from "./filterParts";

interface FilterMenuProps {
  shop: string;
  onPick: (part: FilterPart, value: string) => void;
  onClose: () => void;
  /** Its anchor. */
  children: ReactElement;
}

const keyOf = ({ part, value }: FilterOption) => `${part} ${value}`;

/** All that the list can be narrowed to, with a search. */
export default function FilterMenu({ shop, onPick, onClose, children }: FilterMenuProps) {
  const facets = useProductFacets(shop).data;
  const [text, setText] = useState("");
  const store = useCombobox({
    opened: true,
    onOpenedChange: (open) => {
      if (!open) onClose();
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => store.focusSearchInput(), []);
  const words = t.products.filter;
  const found = filterOptions(facets, text);
  const pick = (key: string) => {
    const option = found.find((one) => keyOf(one) === key);
    if (option) onPick(option.part, option.value);
    onClose();
  };
  return (
    <Combobox
      store={store}
      width="20rem"
      position="bottom-start"
      classNames={{
        dropdown: classes.dropdown,
        search: classes.search,
        options: classes.options,
        option: classes.option,
      }}
      onOptionSubmit={pick}
    >
      <Combobox.Target withAriaAttributes={false}>
        <span>{children}</span>
      </Combobox.Target>
      <SearchDropdown
        label={words.add}
        find={words.find}
        value={text}
        onChange={(value) => {
          setText(value);
          store.selectFirstOption();
        }}
      >
        {FILTER_PARTS.map((part) => {
          const options = found.filter((option) => option.part === part);
          return (
            options.length > 0 && (
              <Combobox.Group key={part} label={words.groups[part]}>
                {options.map((option) => (
                  <Combobox.Option key={keyOf(option)} value={keyOf(option)}>
                    <span>{option.word}</span>
                    {option.count !== undefined && <span>{count(option.count)}</span>}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )
          );
        })}
        {found.length === 0 && <Combobox.Empty>{words.none(text)}</Combobox.Empty>}
      </SearchDropdown>
    </Combobox>
  );
}
