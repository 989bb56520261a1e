import type { Translation } from '../translation.ts';

export const design: Translation['design'] = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  back: 'Volver a los canales',
  copy: 'Copiar',
  copied: 'Copiado',
  copyOf: (label) => `Copiar ${label}`,
};
