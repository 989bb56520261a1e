import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import { type FormEvent, useState } from 'react';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { TextField } from '../design/text-field.tsx';
import { normaliseChannelName } from './channel-name.ts';
import styles from './create-channel-dialog.module.css';
import { directoryText } from './text.ts';

interface CreateChannelDialogProps {
  create: (name: string, isPrivate: boolean) => Promise<void>;
  onClose: () => void;
}

export function CreateChannelDialog({ create, onClose }: CreateChannelDialogProps) {
  const t = directoryText();
  const kinds = [
    { isPrivate: false, title: t.public, text: t.publicText },
    { isPrivate: true, title: t.privateTitle, text: t.privateText },
  ];
  const [name, setName] = useState('');
  const [isPrivate, setPrivate] = useState(false);
  const action = useAction(() => create(name, isPrivate));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') action.run();
  };
  return (
    <Dialog title={t.createAChannel} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <TextField
            label={t.name}
            prefix={isPrivate ? <Lock size={15} /> : <Hash size={16} />}
            placeholder={t.namePlaceholder}
            hint={t.nameHint}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={name}
            error={action.error}
            onChange={(event) => {
              action.clearError();
              setName(normaliseChannelName(event.target.value));
            }}
          />
          <fieldset className={styles.kinds}>
            <legend className={styles.legend}>{t.whoSees}</legend>
            {kinds.map((kind) => (
              <label key={kind.title} className={styles.kind}>
                <input
                  type="radio"
                  name="visibility"
                  className={styles.radio}
                  checked={isPrivate === kind.isPrivate}
                  onChange={() => setPrivate(kind.isPrivate)}
                />
                <span className={styles.title}>{kind.title}</span>
                <span className={styles.text}>{kind.text}</span>
              </label>
            ))}
          </fieldset>
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" type="submit" busy={action.isBusy} disabled={name === ''}>
              {t.createChannel}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}
