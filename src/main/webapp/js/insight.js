/*
 * Insight in a shop's pages: page views, visible time, product views, and what the shop tells.
 * <script src="https://portal/js/insight.js" data-key="WRITE KEY" async></script>
 * data-consent="required": nothing is stored or sent before insight.consent(true).
 * Global Privacy Control: nothing is stored; what happens is counted without whom.
 */
(() => {
  'use strict';
  const { key, consent } = document.currentScript.dataset;
  const url = new URL('/v1/batch', document.currentScript.src);
  const gpc = navigator.globalPrivacyControl === true;
  const memory = {};
  const disk = (() => { try { return localStorage; } catch (blocked) { return null; } })();
  const kept = (name, value) => {
    name = 'insight.' + name;
    const at = gpc || !disk ? memory : disk;
    try {
      if (value === null) delete at[name];
      else if (value !== undefined) at[name] = value;
    } catch (full) { memory[name] = value; }
    return at[name];
  };
  const id = () => crypto.randomUUID ? crypto.randomUUID() : Date.now() + '-' + Math.random();
  const allowed = () => consent !== 'required' || kept('consent') === '1';
  const queue = change => {
    const list = JSON.parse(kept('queue') || '[]');
    if (change) kept('queue', JSON.stringify(change(list).slice(-200)));
    return list;
  };

  function session() {
    const [old, last] = (kept('session') || '').split('|');
    const now = old && Date.now() - last < 18e5 ? old : id();
    kept('session', now + '|' + Date.now());
    return now;
  }

  function message(type, more) {
    const m = { type, messageId: id(), timestamp: new Date().toISOString(), ...more };
    m.context = { locale: document.documentElement.lang || navigator.language };
    if (!gpc) {
      m.context.sessionId = session();
      m.anonymousId = kept('device') || kept('device', id());
      if (kept('user')) m.userId = kept('user');
    }
    return m;
  }

  let sending = false;
  function flush(leaving) {
    const batch = allowed() ? queue().slice(0, 20) : [];
    if (!batch.length || sending && !leaving) return;
    sending = true;
    const done = ids => queue(list => list.filter(m => !ids.has(m.messageId)));
    fetch(url, { method: 'POST', keepalive: true, credentials: 'omit',
      headers: { 'Content-Type': 'text/plain' }, // asks no leave of the portal first
      body: JSON.stringify({ writeKey: key, gpc, batch }) })
      .then(answer => {
        sending = false;
        if (answer.status < 500 && answer.status !== 429) { // taken, or never will be
          done(new Set(batch.map(m => m.messageId)));
          flush();
        }
      }, () => { sending = false; });
  }

  const send = m => { queue(list => list.concat(m)); flush(); };
  const track = (event, properties = {}) =>
    allowed() && send(message('track', { event, properties }));

  function products() {
    const marked = [...document.querySelectorAll('[data-insight-product]')].map(({ dataset: d }) =>
      ({ product_id: d.insightProduct, name: d.name, category: d.category, price: d.price }));
    if (marked.length) return marked;
    for (const s of document.querySelectorAll('script[type="application/ld+json"]')) {
      try {
        const p = [].concat(JSON.parse(s.textContent)).find(x => x['@type'] === 'Product');
        if (p) {
          const { price } = [].concat(p.offers || {})[0];
          return [{ product_id: p.sku || p.productID || p.name, name: p.name, category: p.category,
            price }];
        }
      } catch (notJson) { /* of somebody else */ }
    }
    return [];
  }

  let views = []; // sent when the page is left, with the time it was seen
  let seen = 0, since = 0;
  const tick = () => {
    if (since) seen += Date.now() - since;
    since = document.visibilityState === 'visible' ? Date.now() : 0;
  };

  function arrive() {
    const found = products();
    seen = 0;
    since = 0;
    tick();
    views = [message('page', { name: location.pathname, properties: {} })];
    if (found.length === 1) {
      views.push(message('track', { event: 'Product Viewed', properties: found[0] }));
    } else if (found.length) {
      track('Product List Viewed', { list: location.pathname, products: found });
    }
  }

  function leave() {
    tick();
    since = 0;
    for (const v of views) v.properties.dwell_seconds = Math.min(86400, Math.round(seen / 1000));
    if (allowed()) queue(list => list.concat(views));
    views = [];
    flush(true);
  }

  const start = () => { if (allowed()) { arrive(); flush(); } };
  addEventListener('visibilitychange', tick);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', e => e.persisted && start());
  addEventListener('online', () => flush());
  setInterval(flush, 1e4);
  window.insight = {
    track,
    identify(user, traits = {}) {
      if (gpc || !allowed()) return;
      kept('user', String(user));
      send(message('identify', { traits }));
    },
    reset() { ['user', 'device', 'session'].forEach(name => kept(name, null)); },
    consent(given) {
      if (given) { kept('consent', '1'); if (!views.length) start(); return; }
      views = [];
      ['consent', 'queue', 'user', 'device', 'session'].forEach(name => kept(name, null));
    },
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
