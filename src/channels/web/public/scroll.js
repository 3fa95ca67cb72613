/** How near the end counts as reading along, in CSS pixels. */
const NEAR = 160;

/**
 * Follows the conversation, but never past what the person said last, and not while they read further up.
 * @param {HTMLElement} log
 * @param {HTMLElement} composer
 * @param {HTMLButtonElement} newer
 */
export function createScroll(log, composer, newer) {
  const page = document.documentElement;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const end = () => page.scrollHeight - page.clientHeight;
  const isNear = () => end() - page.scrollTop < NEAR;
  let along = true;

  /** @param {ScrollBehavior} behavior */
  const follow = (behavior) => {
    const said = [...log.querySelectorAll('.person')].at(-1);
    const top = said ? page.scrollTop + said.getBoundingClientRect().top - barHeight() : end();
    scrollTo({ top: Math.min(end(), Math.max(0, top)), behavior });
    newer.hidden = true;
  };

  document.addEventListener('scroll', () => {
    along = isNear();
    if (along) newer.hidden = true;
  });
  newer.addEventListener('click', () => {
    scrollTo({ top: end(), behavior: calm.matches ? 'instant' : 'smooth' });
    newer.hidden = true;
  });
  // A growing answer field must not cover what it answers.
  new ResizeObserver(() => {
    if (along) scrollTo({ top: end(), behavior: 'instant' });
  }).observe(composer);

  return {
    /** After something was added; `own` when the person caused it. @param {boolean} own */
    added(own) {
      if (own || along) follow(calm.matches ? 'instant' : 'smooth');
      else newer.hidden = false;
    },
    /** After the past was shown again. */
    toEnd: () => scrollTo({ top: end(), behavior: 'instant' }),
  };
}

/** The bar stays on top of a small screen. */
function barHeight() {
  const bar = document.querySelector('.bar');
  const sticky = bar && getComputedStyle(bar).position === 'sticky';
  return (sticky ? bar.getBoundingClientRect().height : 0) + 24;
}
