import { useShop } from "@/api";
import type { Field } from "@/contract";
import { COLLECTION_FIELDS, FIELDS, placeOf } from "@/domain/fields";
import { hasCollections } from "@/domain/shop";
import { t } from "@/strings";
import { Group } from "@/ui/Panel";
import { Segments } from "@/ui/Segments";

interface FieldChoiceProps {
  shop: string;
  /** What the list beside the panel shows: beside collections, only their texts are offered. */
  listed: "product" | "collection";
  field: Field;
  onChange: (field: Field) => void;
}

const fieldsOf = { product: FIELDS, collection: COLLECTION_FIELDS };

/** What a job writes: texts of products, or of collections where the shop can have some. */
export function FieldChoice({ shop, listed, field, onChange }: FieldChoiceProps) {
  const of = useShop(shop);
  const offered = hasCollections(of) && listed === "product";
  // What a shop has in a field that its file has no column for is not known, so nothing is written for it.
  const unknown = of?.unknown ?? [];
  const place = placeOf(field) === "collection" ? "collection" : "product";
  const words = t.newJob;
  return (
    <>
      {offered && (
        <Group label={words.of}>
          <Segments
            label={words.of}
            wide
            value={place}
            onChange={(next) =>
              onChange(next === "collection" ? "collection_description" : "description")
            }
            options={[
              { value: "product", label: words.places.product },
              { value: "collection", label: words.places.collection },
            ]}
          />
        </Group>
      )}
      <Group label={words.field}>
        <Segments
          label={words.field}
          wide
          value={field}
          onChange={onChange}
          options={fieldsOf[place]
            .filter((value) => value === field || !unknown.includes(value))
            .map((value) => ({ value, label: words.text(value) }))}
        />
        {unknown.length > 0 && <p>{words.unknown(unknown.map(words.text))}</p>}
      </Group>
    </>
  );
}
