// Runs before the first paint, so that a chosen look never flashes. The same keys are in src/design/theme.ts.
try {
  const { dataset } = document.documentElement;
  const [theme, contrast, accent] = ['theme', 'contrast', 'accent'].map((name) =>
    localStorage.getItem(`edgeways.${name}`),
  );
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  if (contrast === 'high' || (contrast !== 'normal' && matchMedia('(prefers-contrast: more)').matches))
    dataset.contrast = 'high';
  if (accent) dataset.accent = accent;
} catch {
  // Storage is forbidden here: the system's look it is.
}
