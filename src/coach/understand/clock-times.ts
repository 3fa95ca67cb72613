/** "9", "9:30", "21.15", "9pm", "9 p.m." */
const TIME = /(?<![\d:.])(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?m\b\.?)?(?![\d:])/giu;

/** The times of day that a line names, in its order, as `HH:MM`; none that no clock shows. */
export function clockTimes(text: string): string[] {
  return [...text.matchAll(TIME)].flatMap(([, hours = '', minutes = '00', half]) => {
    const hour = Number(hours);
    if (Number(minutes) > 59 || hour > (half ? 12 : 24)) return [];
    const shown = half === undefined ? hour % 24 : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return [`${String(shown).padStart(2, '0')}:${minutes}`];
  });
}
