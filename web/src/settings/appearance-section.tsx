import Contrast from 'lucide-react/icons/contrast';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useStore } from '../app/use-store.ts';
import { ChoiceCards } from '../design/choice-cards.tsx';
import { PageSection } from '../design/page.tsx';
import { accents, appearance, setAppearance } from '../design/theme.ts';
import styles from './appearance-section.module.css';
import { settingsText } from './text.ts';

export function AppearanceSection() {
  const t = settingsText().appearance;
  const { theme, contrast, accent } = useStore(appearance);
  return (
    <>
      <PageSection title={t.theme} lead={t.lead}>
        <ChoiceCards
          label={t.theme}
          name="theme"
          value={theme}
          choices={[
            { value: 'system', label: t.system, icon: <Monitor size={19} /> },
            { value: 'light', label: t.light, icon: <Sun size={19} /> },
            { value: 'dark', label: t.dark, icon: <Moon size={19} /> },
          ]}
          onChoose={(value) => setAppearance({ theme: value })}
        />
      </PageSection>
      <PageSection title={t.contrast}>
        <ChoiceCards
          label={t.contrast}
          name="contrast"
          value={contrast}
          choices={[
            { value: 'system', label: t.system, icon: <Monitor size={19} /> },
            { value: 'normal', label: t.normalContrast },
            { value: 'high', label: t.highContrast, icon: <Contrast size={19} /> },
          ]}
          onChoose={(value) => setAppearance({ contrast: value })}
        />
      </PageSection>
      <PageSection title={t.accent}>
        <ChoiceCards
          label={t.accent}
          name="accent"
          value={accent}
          choices={accents.map((value) => ({
            value,
            label: t.accents[value],
            icon: <span className={styles.swatch} data-swatch={value} />,
          }))}
          onChoose={(value) => setAppearance({ accent: value })}
        />
      </PageSection>
    </>
  );
}
