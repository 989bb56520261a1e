import WifiOff from 'lucide-react/icons/wifi-off';
import { useEffect, useState } from 'react';
import type { ConnectionState } from '../../../client/connection/connection-state.ts';
import { Spinner } from '../design/spinner.tsx';
import styles from './connection-banner.module.css';
import { channelText } from './text.ts';

interface ConnectionBannerProps {
  state: ConnectionState;
  onTryNow: () => void;
  onReload: () => void;
}

/** Says when what is shown may be out of date. Lies over the conversation, so that nothing moves when it comes and goes. */
export default function ConnectionBanner({ state, onTryNow, onReload }: ConnectionBannerProps) {
  const t = channelText();
  const isLate = useIsLate(state.kind === 'connecting');
  const isShown = state.kind === 'connecting' ? isLate : state.kind !== 'live';
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {isShown && (
        <div className={styles.banner} data-kind={state.kind}>
          {state.kind === 'connecting' && (
            <>
              <Spinner size={14} /> {t.connecting}
            </>
          )}
          {(state.kind === 'waiting' || state.kind === 'offline') && (
            <>
              <WifiOff size={15} aria-hidden="true" />
              {state.kind === 'offline' ? t.offline : t.connectionLost}{' '}
              <Countdown key={state.retryAt} until={state.retryAt} />
              <button type="button" className={styles.action} onClick={onTryNow}>
                {t.tryNow}
              </button>
            </>
          )}
          {state.kind === 'gone' && (
            <>
              {state.reason === 'signed_out' ? t.signedOut : t.outOfDate}
              <button type="button" className={styles.action} onClick={onReload}>
                {t.reload}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** True a second after something began; short connects say nothing. */
function useIsLate(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isOn) return;
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isOn && isLate;
}

function Countdown({ until }: { until: number }) {
  const t = channelText();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return <span aria-hidden="true">{seconds > 0 ? t.tryingIn(seconds) : t.tryingAgain}</span>;
}
