import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { describeError, useCollections } from "@/api";
import type { CollectionSummary } from "@/contract";
import { emptyTexts } from "@/domain/collection";
import { t } from "@/strings";
import { Group } from "@/ui/Panel";
import { Loading, TroubleText } from "@/ui/States";
import classes from "./NewJobPanel.module.css";

interface CollectionsFieldProps {
  shop: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** The collections that a job is for: those chosen, or all of them where none is. */
export function CollectionsField({ shop, chosen, onChange }: CollectionsFieldProps) {
  const [search, setSearch] = useState("");
  const { data, error } = useCollections(shop, search);
  const words = t.newJob.collections;
  const found = data?.collections ?? [];
  const more = (data?.total ?? 0) - found.length;
  return (
    <Group label={words.label} note={words.chosen(chosen.length)}>
      <div className={classes.words}>
        <TextInput
          size="xs"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {error && <TroubleText trouble={describeError(error)} />}
        {!data && !error && <Loading />}
        {data && found.length === 0 && <p>{search === "" ? words.none : words.noMatch}</p>}
        {found.length > 0 && (
          <Checkbox.Group aria-label={words.label} value={chosen} onChange={onChange}>
            <div className={classes.collections}>
              {found.map((collection) => (
                <Checkbox
                  key={collection.id}
                  size="xs"
                  value={collection.id}
                  label={collection.title}
                  description={stateOf(collection)}
                  classNames={{ description: classes.collectionState }}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
        {more > 0 && <p>{words.more(more)}</p>}
      </div>
    </Group>
  );
}

/** How many products it has, and which of its texts are empty. */
function stateOf(collection: CollectionSummary): string {
  const { product_count: products, missing } = collection;
  return t.newJob.collections.state(products, missing, emptyTexts(collection));
}
