/**
 * Keeps what is typed until it is sent, through a reload.
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 * @param {string} name
 */
export function keep(field, name) {
  const key = `bowout.typed.${name}`;
  const kept = () => sessionStorage.getItem(key) !== null;
  if (kept()) field.value = sessionStorage.getItem(key) ?? '';
  field.addEventListener('input', () => sessionStorage.setItem(key, field.value));
  return {
    kept,
    forget: () => sessionStorage.removeItem(key),
  };
}
