import { TextField } from '../design/text-field.tsx';
import { toLocalTime } from '../saved/due-choices.ts';
import { scheduleText } from './text.ts';

interface WhenFieldProps {
  /** As a `datetime-local` field has it. */
  value: string;
  error: string | null;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

/** Asks for a day and a time of the device's zone, which it names. */
export function WhenField({ value, error, autoFocus = false, onChange }: WhenFieldProps) {
  const t = scheduleText();
  return (
    <TextField
      label={t.dateAndTime}
      type="datetime-local"
      min={earliest()}
      required
      autoFocus={autoFocus}
      value={value}
      error={error}
      hint={t.inYourZone(deviceZone())}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function earliest(): string {
  return toLocalTime(new Date());
}

/** The IANA name of the device's time zone. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
