import { useMemo } from 'react';
import button from '../../design/button.module.css';
import { Button } from '../../design/button.tsx';
import { cx } from '../../design/cx.ts';
import { ExternalImage } from '../media/external-image.tsx';
import { Mrkdwn, MrkdwnTree } from '../mrkdwn.tsx';
import { messageActionsText } from '../actions-text.ts';
import styles from './blocks.module.css';
import { plainTextTree } from './plain-text-tree.ts';
import { type BlockControl, type BlockText, readBlocks, type ShownBlock } from './read-blocks.ts';

/** A message of an app that is made of blocks. What can be pressed leads somewhere or is there to be seen only. */
export default function Blocks({ raw }: { raw: readonly unknown[] }) {
  const blocks = useMemo(() => readBlocks(raw), [raw]);
  return (
    <div className={styles.blocks}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: ShownBlock }) {
  switch (block.kind) {
    case 'header':
      return (
        <h3 className={styles.header}>
          <MrkdwnTree blocks={plainTextTree(block.text)} />
        </h3>
      );
    case 'divider':
      return <hr className={styles.divider} />;
    case 'rich-text':
      return <MrkdwnTree blocks={block.blocks} />;
    case 'section':
      return <Section block={block} />;
    case 'context':
      return (
        <div className={styles.context}>
          {block.elements.map((element, index) =>
            'url' in element ? (
              <ExternalImage key={index} className={styles.contextImage} url={element.url} alt={element.alt} isSmall />
            ) : (
              <Text key={index} text={element} />
            ),
          )}
        </div>
      );
    case 'image':
      return (
        <figure>
          {block.title && <figcaption className={styles.caption}>{block.title}</figcaption>}
          <ExternalImage url={block.image.url} alt={block.image.alt} />
        </figure>
      );
    case 'actions':
      return (
        <div className={styles.actions}>
          {block.controls.map((control, index) => (
            <Control key={index} control={control} />
          ))}
        </div>
      );
  }
}

function Section({ block }: { block: Extract<ShownBlock, { kind: 'section' }> }) {
  return (
    <div className={styles.section}>
      <div className={styles.sectionText}>
        {block.text && <Text text={block.text} />}
        {block.fields.length > 0 && (
          <div className={styles.fields}>
            {block.fields.map((field, index) => (
              <Text key={index} text={field} />
            ))}
          </div>
        )}
      </div>
      {block.image && (
        <ExternalImage className={styles.accessory} url={block.image.url} alt={block.image.alt} isSmall />
      )}
      {block.control && <Control control={block.control} />}
    </div>
  );
}

/** Plain text has emoji, and nothing else of mrkdwn. */
function Text({ text }: { text: BlockText }) {
  if (!text.isPlain) return <Mrkdwn text={text.text} />;
  return <MrkdwnTree blocks={plainTextTree(text.text)} />;
}

function Control({ control }: { control: BlockControl }) {
  const kind = control.style === null ? 'secondary' : control.style;
  if (control.url !== null) {
    return (
      <a
        className={cx(button.button, button[kind])}
        href={control.url}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {control.label}
      </a>
    );
  }
  return (
    <Button kind={kind} disabled data-tip={messageActionsText().notYetUsable}>
      {control.label}
    </Button>
  );
}
