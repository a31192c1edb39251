import type { ReactNode } from "react";
import { parted } from "./find";
import classes from "./guide.module.css";
import type { Block, Section, Span } from "./markdown";

/** One section of the guide, with what was searched for marked. */
export function GuideSection({ section, search }: { section: Section; search: string }) {
  const Heading = section.level <= 2 ? "h2" : "h3";
  return (
    <section>
      <Heading id={`guide-${section.id}`} tabIndex={-1}>
        <Marked text={section.title} search={search} />
      </Heading>
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the guide does not change while it is read
        <BlockView key={index} block={block} search={search} />
      ))}
    </section>
  );
}

function BlockView({ block, search }: { block: Block; search: string }) {
  const say = (spans: Span[]) => <Spans spans={spans} search={search} />;
  switch (block.kind) {
    case "paragraph":
      return <p>{say(block.spans)}</p>;
    case "list": {
      const items = keyed(block.items).map(([key, item]) => <li key={key}>{say(item)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <table className={classes.table}>
          <thead>
            <tr>
              {keyed(block.head).map(([key, cell]) => (
                <th key={key} scope="col">
                  {say(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(block.rows).map(([key, row]) => (
              <tr key={key}>
                {keyed(row).map(([at, cell]) => (
                  <td key={at}>{say(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

/** Rows with their numbers: the guide does not change while it is read. */
function keyed<T>(rows: T[]): [string, T][] {
  return rows.map((row, index) => [String(index), row]);
}

const WRAPS: Record<Span["kind"], (content: ReactNode) => ReactNode> = {
  text: (content) => content,
  link: (content) => content,
  strong: (content) => <strong>{content}</strong>,
  em: (content) => <em>{content}</em>,
  code: (content) => <code>{content}</code>,
};

function Spans({ spans, search }: { spans: Span[]; search: string }) {
  return keyed(spans).map(([key, { kind, text }]) => (
    <span key={key}>{WRAPS[kind](<Marked text={text} search={search} />)}</span>
  ));
}

function Marked({ text, search }: { text: string; search: string }) {
  return keyed(parted(text, search)).map(([key, part]) =>
    part.hit ? <mark key={key}>{part.text}</mark> : part.text,
  );
}
