import { lazy, memo, type ReactNode, Suspense, useMemo } from 'react';
import { parseMrkdwn } from '../../../shared/mrkdwn/parse.ts';
import type { Block, Inline, List } from '../../../shared/mrkdwn/tree.ts';
import { CodeBlock } from './code/code-block.tsx';
import { Emoji } from './emoji.tsx';
import { isEmojiOnly } from './emoji-only.ts';
import { KeywordMarks, MarkedText } from './marked-text.tsx';
import { MessageLink } from './message-link.tsx';
import { BroadcastPill, ChannelPill, GroupPill, UserPill } from './pills.tsx';
import styles from './mrkdwn.module.css';

const DateTimeText = lazy(() => import('./date-time.tsx'));

interface MrkdwnProps {
  text: string;
  /** Follows the text on its last line. */
  after?: ReactNode;
}

/** A message's text. Everything in it ends up in text nodes and checked attributes; nothing is ever markup. */
export const Mrkdwn = memo(function Mrkdwn({ text, after }: MrkdwnProps) {
  const blocks = useMemo(() => parseMrkdwn(text), [text]);
  return <MrkdwnTree blocks={blocks} after={after} />;
});

/** The same of a text that was parsed already. */
export function MrkdwnTree({ blocks, after }: { blocks: readonly Block[]; after?: ReactNode }) {
  const last = blocks.at(-1);
  const isOpenEnded = last?.type === 'paragraph';
  return (
    <div className={styles.text} data-jumbo={isEmojiOnly(blocks) || undefined} dir="auto">
      <KeywordMarks>
        {blocks.map((block, index) => renderBlock(block, index, block === last && isOpenEnded ? after : null))}
      </KeywordMarks>
      {!isOpenEnded && after}
    </div>
  );
}

function renderBlock(block: Block, key: number, after: ReactNode): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p key={key} className={styles.paragraph}>
          {block.children.length === 0 ? <br /> : renderInlines(block.children)}
          {after}
        </p>
      );
    case 'code-block':
      return <CodeBlock key={key} text={block.text} />;
    case 'quote':
      return (
        <blockquote key={key} className={styles.quote}>
          {block.children.map((child, index) => renderBlock(child, index, null))}
        </blockquote>
      );
    case 'list':
      return renderList(block, key);
  }
}

function renderList(list: List, key: number): ReactNode {
  const items = list.items.map((item, index) => (
    <li key={index}>
      {renderInlines(item.children)}
      {item.lists.map(renderList)}
    </li>
  ));
  if (!list.ordered)
    return (
      <ul key={key} className={styles.bullets}>
        {items}
      </ul>
    );
  return (
    <ol key={key} className={styles.numbers} start={list.start}>
      {items}
    </ol>
  );
}

function renderInlines(inlines: readonly Inline[]): ReactNode {
  return inlines.map(renderInline);
}

function renderInline(inline: Inline, key: number): ReactNode {
  switch (inline.type) {
    case 'text':
      return <MarkedText key={key} text={inline.text} />;
    case 'line-break':
      return <br key={key} />;
    case 'bold':
      return <strong key={key}>{renderInlines(inline.children)}</strong>;
    case 'italic':
      return <em key={key}>{renderInlines(inline.children)}</em>;
    case 'strike':
      return <s key={key}>{renderInlines(inline.children)}</s>;
    case 'code':
      return (
        <code key={key} className={styles.code}>
          {inline.text}
        </code>
      );
    case 'link':
      return (
        <MessageLink key={key} url={inline.url}>
          {renderInlines(inline.children)}
        </MessageLink>
      );
    case 'user':
      return <UserPill key={key} id={inline.id} label={inline.label} />;
    case 'channel':
      return <ChannelPill key={key} id={inline.id} label={inline.label} />;
    case 'group':
      return <GroupPill key={key} id={inline.id} label={inline.label} />;
    case 'broadcast':
      return <BroadcastPill key={key} range={inline.range} />;
    case 'date':
      return (
        <Suspense key={key} fallback={inline.fallback}>
          <DateTimeText date={inline} />
        </Suspense>
      );
    case 'emoji':
      return <Emoji key={key} name={inline.name} skinTone={inline.skinTone} />;
  }
}
