import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const schedule: Translation['schedule'] = {
  tomorrowAt: (time) => `Mañana a las ${time}`,
  dayAt: (day, time) => `El ${day} a las ${time}`,
  customTime: 'En otro momento…',
  dateAndTime: 'Día y hora',
  inYourZone: (zone) => `En la zona horaria de este dispositivo, ${zone}.`,
  isPast: 'Elige un momento que aún no haya pasado.',
  cancel: 'Cancelar',

  sendLater: 'Enviar más tarde',
  scheduleMessage: 'Programar mensaje',
  schedule: 'Programar',
  seeScheduled: 'Ver los mensajes programados',

  newReminder: 'Nuevo recordatorio',
  addReminder: 'Recordármelo',
  reminderLabel: 'Recordarme',
  reminderPlaceholder: 'Llamar al proveedor',
  when: 'Cuándo',
  repeats: 'Se repite',
  never: 'Nunca',
  everyDay: 'Todos los días',
  everyWeekday: 'Los días laborables, de lunes a viernes',
  everyWeekOn: (day) => `Cada semana, el ${day}`,
  everyMonthOn: (day) => `Cada mes, el día ${day}`,
  everyYear: 'Cada año',
  reminderAdded: (text, when) => `Te recordaremos «${text}» ${when}.`,
  inDays: (count, time) => plural(count, { one: `cada día a las ${time}`, other: `cada # días a las ${time}` }),
  onWeekdays: (time) => `de lunes a viernes a las ${time}`,
  inWeeks: (count, days, time) =>
    plural(count, { one: `cada ${days} a las ${time}`, other: `cada # semanas, el ${days} a las ${time}` }),
  inMonths: (count, day, time) =>
    plural(count, { one: `cada mes, el día ${day} a las ${time}`, other: `cada # meses, el día ${day} a las ${time}` }),
  inYears: (count, date, time) =>
    plural(count, { one: `cada año, el ${date} a las ${time}`, other: `cada # años, el ${date} a las ${time}` }),
  reminders: 'Recordatorios',
  repeatsShort: 'Se repite',
  comesAgain: (how, next) => `${how}, la próxima vez ${next}`,
  due: (when) => `Vence ${when}`,
  wasDue: (when) => `Venció ${when}`,
  done: 'Hecho',
  markDone: (text) => `Hecho: ${text}`,
  deleteReminder: (text) => `Eliminar el recordatorio «${text}»`,
  noReminders: 'No hay recordatorios',
  noRemindersHint: 'Escribe /remind en cualquier conversación o crea uno aquí.',
  remindersFailed: 'No se pudieron cargar los recordatorios',
  tryAgain: 'Reintentar',
};
