import { NativeSelect, TextInput } from "@mantine/core";
import { type ProductFile, rules } from "@/contract";
import { FIELDS } from "@/domain/fields";
import { count } from "@/lib/format";
import { t } from "@/strings";
import { Icon } from "@/ui/Icon";
import classes from "./opening.module.css";

const words = t.opening;

interface HowReadProps {
  found: ProductFile;
  name: string;
  /** The shop's name where none is given. */
  fallback: string;
  onName: (name: string) => void;
  onEncoding: (encoding: string) => void;
}

/** The left side: counts, the shop's name, how the file is written, and what is empty. */
export function HowRead({ found, name, fallback, onName, onEncoding }: HowReadProps) {
  return (
    <div className={classes.left}>
      <Counts found={found} />
      <section className={classes.box}>
        <TextInput
          label={words.name}
          placeholder={fallback}
          maxLength={rules.limits.shop_name}
          value={name}
          classNames={{ root: classes.name }}
          onChange={(event) => onName(event.currentTarget.value)}
        />
      </section>
      <section className={classes.box}>
        <h2>{words.read}</h2>
        <Format found={found} onEncoding={onEncoding} />
      </section>
      <section className={classes.box}>
        <h2>{words.empty}</h2>
        <dl className={classes.facts}>
          {FIELDS.map((field) => {
            const known = found.empty?.find((known) => known.field === field);
            return (
              <div key={field}>
                <dt>{words.field(field)}</dt>
                {known && !found.unknown?.includes(field) ? (
                  <dd>{count(known.count)}</dd>
                ) : (
                  <dd data-quiet>{words.unknown}</dd>
                )}
              </div>
            );
          })}
        </dl>
      </section>
    </div>
  );
}

function Counts({ found }: { found: ProductFile }) {
  const { cells, rows, products } = found.left_out;
  const left = cells + rows + products;
  const counts: [string, number][] = [
    [words.counts.products, found.products],
    [words.counts.variants, found.variants],
    [words.counts.images, found.images],
  ];
  return (
    <div className={classes.counts}>
      {counts.map(([label, n]) => (
        <p key={label}>
          <b>{count(n)}</b> <span>{label}</span>
        </p>
      ))}
      <p data-warn={left > 0 || undefined}>
        <b>
          {left > 0 && <Icon shape="warn" tone="warn" />} {count(left)}
        </b>{" "}
        <span>{words.counts.left}</span>
      </p>
    </div>
  );
}

function Format({ found, onEncoding }: Pick<HowReadProps, "found" | "onEncoding">) {
  const { format } = found;
  const columns = (found.columns ?? []).filter(({ kind }) => kind !== "noname").length;
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{words.separator}</dt>
          <dd>{words.separators(format.separator)}</dd>
          {format.hint && <dd data-note>{words.hint(1)}</dd>}
        </div>
        {format.number !== "" && (
          <div>
            <dt>{words.numbers}</dt>
            <dd>{words.sign(format.decimal_comma)}</dd>
            <dd data-note>{words.number(format.number, format.number_read)}</dd>
          </div>
        )}
        <div>
          <dt>{words.names}</dt>
          <dd>{words.line(format.header)}</dd>
          <dd data-note>{words.columnCount(columns)}</dd>
        </div>
        {!format.ask && (
          <div>
            <dt>{words.characters}</dt>
            <dd>{format.encoding.toUpperCase()}</dd>
            <dd data-note>{words.found}</dd>
          </div>
        )}
      </dl>
      {format.ask && <Encoding format={format} onEncoding={onEncoding} />}
    </>
  );
}

interface EncodingProps {
  format: ProductFile["format"];
  onEncoding: (encoding: string) => void;
}

/** The only thing that is asked, with a line read in both ways. */
function Encoding({ format, onEncoding }: EncodingProps) {
  const { ask } = format;
  if (!ask) return null;
  return (
    <>
      <div className={classes.encoding}>
        <NativeSelect
          label={words.characters}
          classNames={{ root: classes.name }}
          value={format.encoding}
          data={(rules.encodings ?? []).map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => onEncoding(event.currentTarget.value)}
        />
        <span className={classes.said}>{ask.chosen ? words.chosen : words.guessed}</span>
      </div>
      <div className={classes.proof}>
        <p data-quiet>{words.proof(ask.line, ask.column)}</p>
        <p>{ask.read}</p>
        <p data-quiet>{words.asUtf8(ask.as_utf8)}</p>
      </div>
    </>
  );
}
