import ImagePlus from 'lucide-react/icons/image-plus';
import { type DragEvent, useId } from 'react';
import { ErrorNote } from '../design/error-note.tsx';
import type { EmojiPicture } from './emoji-picture.ts';
import styles from './picture-field.module.css';
import { adminText } from './text.ts';

interface PictureFieldProps {
  picture: EmojiPicture | null;
  error: string | null;
  onFile: (file: File) => void;
}

/** Takes one picture, dropped or chosen, and shows it on light and on dark ground in the size of messages. */
export function PictureField({ picture, error, onFile }: PictureFieldProps) {
  const t = adminText().emoji;
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <>
      <label className={styles.field} htmlFor={id} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        {picture ? (
          <span className={styles.previews}>
            {['light', 'dark'].map((ground) => (
              <span key={ground} className={styles.preview} data-ground={ground}>
                <img src={picture.url} alt="" className={styles.large} />
                <img src={picture.url} alt="" className={styles.small} />
              </span>
            ))}
          </span>
        ) : (
          <ImagePlus size={26} aria-hidden="true" className={styles.icon} />
        )}
        <span className={styles.title}>{picture ? t.chooseAnother : t.choose}</span>
        <span className={styles.hint}>{t.chooseHint}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept="image/png,image/gif,image/jpeg,image/webp"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      </label>
      <ErrorNote>{error}</ErrorNote>
    </>
  );
}
