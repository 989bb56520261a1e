import { type Ref, Suspense, useImperativeHandle, useRef } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { lazyAfterwards } from '../app/first-look.ts';
import { ComposerPlaceholder, type EarlyText } from './composer-placeholder.tsx';
import styles from './composer.module.css';

/** The editor is the largest part of the page. */
const RichComposer = lazyAfterwards(() => import('./rich-composer.tsx'));

export interface ComposerHandle {
  focus: () => void;
  /** Puts text after what is written, as if it had been typed. */
  add: (mrkdwn: string) => void;
}

export interface ComposerProps {
  ref?: Ref<ComposerHandle>;
  /** Such as `Message #general`. */
  label: string;
  /** The conversation that is written to. */
  handle: ChannelHandle;
  /** The root, where a thread is answered. */
  threadTs?: string | null;
  /** Whether a reply goes to the channel as well. Of what is sent now `onSend` decides that; this is for what is scheduled. */
  broadcast?: boolean;
  /** Whether the message was taken; what is refused stays in the composer. */
  onSend: (mrkdwn: string) => boolean;
  /** ArrowUp in an empty composer; whether there was something to edit. */
  onEditLast: () => boolean;
  /** Escape in an empty composer. */
  onEscapeEmpty?: () => void;
  /** Whether it takes the focus when it appears. */
  autoFocus: boolean;
}

/** Where messages are written. The editor comes after the messages; what is typed until then goes into it. */
export function Composer({ ref, ...props }: ComposerProps) {
  const early = useRef<EarlyText>({ text: '', isFocused: props.autoFocus });
  const rich = useRef<ComposerHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      if (rich.current) rich.current.focus();
      else box.current?.querySelector('textarea')?.focus();
    },
    add: (mrkdwn) => {
      if (rich.current) rich.current.add(mrkdwn);
      else early.current.text += mrkdwn;
    },
  }));
  return (
    <div className={styles.frame}>
      <div className={styles.box} ref={box}>
        <Suspense fallback={<ComposerPlaceholder label={props.label} early={early} onSend={props.onSend} />}>
          <RichComposer key={`${props.handle.id} ${props.threadTs ?? ''}`} {...props} inner={rich} early={early} />
        </Suspense>
      </div>
    </div>
  );
}
