import Bold from 'lucide-react/icons/bold';
import Code from 'lucide-react/icons/code';
import Italic from 'lucide-react/icons/italic';
import Link from 'lucide-react/icons/link';
import List from 'lucide-react/icons/list';
import ListOrdered from 'lucide-react/icons/list-ordered';
import SquareCode from 'lucide-react/icons/square-code';
import Strikethrough from 'lucide-react/icons/strikethrough';
import TextQuote from 'lucide-react/icons/text-quote';
import { IconButton } from '../design/icon-button.tsx';
import { type ActiveFormats, type Format, formatKeys } from './format-commands.ts';
import styles from './format-bar.module.css';
import { composerText } from './text.ts';

function formatGroups(): (readonly [format: Format, label: string, icon: typeof Bold])[][] {
  const t = composerText();
  return [
    [
      ['bold', t.bold, Bold],
      ['italic', t.italic, Italic],
      ['strikethrough', t.strikethrough, Strikethrough],
    ],
    [
      ['link', t.link, Link],
      ['bullet', t.bulletedList, List],
      ['number', t.numberedList, ListOrdered],
      ['quote', t.quote, TextQuote],
    ],
    [
      ['code', t.code, Code],
      ['block', t.codeBlock, SquareCode],
    ],
  ];
}

const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl+';

interface FormatBarProps {
  active: ActiveFormats;
  onFormat: (format: Format) => void;
}

export function FormatBar({ active, onFormat }: FormatBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={composerText().formatting}>
      {formatGroups().map((group, index) => (
        <div key={index} className={styles.group}>
          {group.map(([format, label, Icon]) => (
            <IconButton
              key={format}
              size="small"
              label={label}
              keys={modifier + formatKeys[format].shown}
              pressed={active.has(format)}
              // The press must not take the focus, and with it the selection, from the text.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onFormat(format)}
            >
              <Icon size={16} />
            </IconButton>
          ))}
        </div>
      ))}
    </div>
  );
}
