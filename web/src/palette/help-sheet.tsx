import { Dialog, DialogBody } from '../design/dialog.tsx';
import { commandGroups, commandIds, commandOf } from './commands.ts';
import { isInstalled } from './find-command.ts';
import styles from './help-sheet.module.css';
import { KeyCaps } from './key-caps.tsx';
import { paletteText } from './text.ts';

/** Every key that does something, from the same table that makes it do so. */
export default function HelpSheet({ onClose }: { onClose: () => void }) {
  const t = paletteText();
  return (
    <Dialog title={t.helpTitle} size="wide" onClose={onClose}>
      <DialogBody label={t.helpTitle}>
        <div className={styles.groups}>
          {commandGroups.map((group) => {
            const ids = commandIds.filter((id) => commandOf(id).group === group && hasKeys(id));
            if (ids.length === 0) return null;
            return (
              <section key={group} className={styles.group}>
                <h3 className={styles.heading}>{t.groups[group]}</h3>
                <dl className={styles.commands}>
                  {ids.map((id) => (
                    <div key={id} className={styles.command}>
                      <dt className={styles.label}>{t.commands[id]}</dt>
                      <dd className={styles.keys}>
                        <CommandKeys id={id} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            );
          })}
        </div>
      </DialogBody>
    </Dialog>
  );
}

type Id = (typeof commandIds)[number];

function hasKeys(id: Id): boolean {
  const { keys = [], appKeys = [] } = commandOf(id);
  return keys.length + appKeys.length > 0;
}

function CommandKeys({ id }: { id: Id }) {
  const t = paletteText();
  const { keys = [], appKeys = [] } = commandOf(id);
  const shown = isInstalled() ? [...keys, ...appKeys] : keys;
  if (shown.length === 0)
    return (
      <>
        <span className={styles.note}>{t.helpAppOnly}</span>
        {appKeys.map((each) => (
          <KeyCaps key={each} keys={each} />
        ))}
      </>
    );
  return shown.map((each, index) => (
    <span key={each} className={styles.choice}>
      {index > 0 && <span className={styles.note}>{t.helpOr}</span>}
      <KeyCaps keys={each} />
    </span>
  ));
}
