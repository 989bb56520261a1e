import { Button } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { channelText } from './text.ts';

/** In the place of a channel that is hidden from the person, or not there: the two look the same. */
export default function NoAccess({ onBack, onBrowse }: { onBack: (() => void) | null; onBrowse: () => void }) {
  const t = channelText();
  return (
    <EmptyState title={t.noAccess}>
      <p>{t.noAccessHint}</p>
      {onBack && <Button onClick={onBack}>{t.backToChannels}</Button>}
      <Button kind="primary" onClick={onBrowse}>
        {t.browseChannels}
      </Button>
    </EmptyState>
  );
}
