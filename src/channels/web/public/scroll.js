/** How near the end counts as reading along, in CSS pixels. */
const NEAR = 120;

/**
 * Follows the conversation, but never past the start of what somebody's last act led to, and not while they
 * read further up.
 * @param {HTMLElement} composer
 * @param {HTMLButtonElement} newer
 */
export function createScroll(composer, newer) {
  const page = document.documentElement;
  const end = () => page.scrollHeight - page.clientHeight;
  const isNear = () => end() - page.scrollTop < NEAR;
  let along = true;
  /** What must stay in sight: the first thing added after an act. @type {HTMLElement | null} */
  let anchor = null;

  const toEnd = () => scrollTo({ top: end(), behavior: 'instant' });
  const tellNewer = () => {
    newer.hidden = isNear();
  };

  document.addEventListener('scroll', () => {
    along = isNear();
    if (along) newer.hidden = true;
  });
  newer.addEventListener('click', toEnd);
  // A growing answer field must not cover what it answers.
  new ResizeObserver(() => {
    if (along) toEnd();
  }).observe(composer);

  return {
    toEnd,
    /** Somebody did something: what comes now is what they wait for. */
    acted() {
      along = true;
      anchor = null;
    },
    /** @param {HTMLElement} made */
    added(made) {
      anchor ??= made;
      if (along) {
        const top = page.scrollTop + anchor.getBoundingClientRect().top - barHeight();
        scrollTo({ top: Math.min(end(), Math.max(0, top)), behavior: 'instant' });
      }
      tellNewer();
    },
  };
}

/** The bar stays on top of a small screen. */
function barHeight() {
  const bar = document.querySelector('.bar');
  const sticky = bar && getComputedStyle(bar).position === 'sticky';
  return (sticky ? bar.getBoundingClientRect().height : 0) + 24;
}
