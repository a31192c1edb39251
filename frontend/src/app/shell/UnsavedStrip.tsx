import { useNavigate } from "@tanstack/react-router";
import { useUnsavedElsewhere } from "@/api";
import { moment } from "@/lib/format";
import { t } from "@/strings";
import { Button } from "@/ui/Button";
import { Strip } from "@/ui/Strip";

/** Says what was typed into drafts and not saved, such as before a crash, until it is saved or discarded. */
export function UnsavedStrip() {
  const navigate = useNavigate();
  const unsaved = useUnsavedElsewhere();
  const [last] = unsaved;
  const words = t.review.paper.unsaved;
  if (!last) return null;
  const position = Number(last.item_id.split("/")[1]);
  return (
    <Strip
      shape="edit"
      title={words.strip(unsaved.length, last.title)}
      actions={
        <Button
          small
          onClick={() =>
            navigate({
              to: "/s/$shop/jobs/$job/$position",
              params: { shop: last.shop_id, job: last.job_id, position: String(position) },
              search: {},
            })
          }
        >
          {words.open}
        </Button>
      }
    >
      {words.stripRest(last.person, moment(last.typed_at))}
    </Strip>
  );
}
