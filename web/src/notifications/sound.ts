const key = 'edgeways.sound';

/** Whether this device makes a sound. Off until somebody wants it. */
export function isSoundOn(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

export function setSound(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // Without storage it stays off.
  }
}

/** Two short notes, made here rather than loaded. Browsers keep it silent until the person has touched the page. */
export function playSound(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  gain.gain.setValueAtTime(0.0001, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.12, context.currentTime + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.34);
  for (const [frequency, at] of [
    [660, 0],
    [880, 0.09],
  ] as const) {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain);
    note.start(context.currentTime + at);
    note.stop(context.currentTime + 0.36);
  }
  setTimeout(() => void context.close(), 600);
}
