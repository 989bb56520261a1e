import type { Figures } from '../measure/rounds.ts';
import type { Target } from './scenario.ts';

/** Ours against the floor's in the same rounds. */
export function ratioTarget(
  figures: Record<string, Figures>,
  measure: string,
  bound: 'at least' | 'at most',
  factor: number,
  what = `${bound} ${factor} × the floor`,
): Target {
  const ratio = (figures['Edgeways']?.[measure]?.median ?? NaN) / (figures['floor']?.[measure]?.median ?? NaN);
  return {
    what,
    found: `${ratio.toFixed(2)} ×`,
    isMet: bound === 'at least' ? ratio >= factor : ratio <= factor,
  };
}
