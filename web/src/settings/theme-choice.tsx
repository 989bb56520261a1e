import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useState } from 'react';
import { getTheme, setTheme, type Theme } from '../design/theme.ts';
import styles from './theme-choice.module.css';

const themes: readonly { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
];

export function ThemeChoice() {
  const [chosen, setChosen] = useState(getTheme);
  return (
    <div className={styles.themes} role="radiogroup" aria-label="Theme">
      {themes.map(({ theme, label, icon: Icon }) => (
        <label key={theme} className={styles.theme}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={chosen === theme}
            onChange={() => {
              setTheme(theme);
              setChosen(theme);
            }}
          />
          <Icon size={19} aria-hidden="true" />
          {label}
        </label>
      ))}
    </div>
  );
}
