/*
 * Light, dark, or as the system: read from the browser's storage and applied before the first
 * paint, so that no page flashes in the wrong colours.
 */
(function () {
  'use strict';
  const KEY = 'insight-appearance';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    try {
      return localStorage.getItem(KEY) || 'system';
    } catch (blocked) {
      return 'system'; // Storage may be forbidden; the system's choice is a good one.
    }
  }

  function apply() {
    const now = chosen();
    const isDark = now === 'dark' || (now === 'system' && dark.matches);
    const root = document.documentElement;
    if (isDark) {
      root.setAttribute('theme', 'dark');
    } else {
      root.removeAttribute('theme');
    }
    window.dispatchEvent(new CustomEvent('in-theme'));
  }

  window.inTheme = {
    choose(appearance) {
      try {
        localStorage.setItem(KEY, appearance);
      } catch (blocked) {
        console.warn('Insight: the appearance cannot be kept, storage is blocked.');
      }
      apply();
    },
  };
  dark.addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) {
      apply();
    }
  });
  apply();
})();
