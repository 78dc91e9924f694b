// Sends N events with Segment's own client, as it comes, and says what could not be delivered.
// node deliver.cjs <folder with node_modules> <address> <write key> <events>
const [folder, host, writeKey, events] = process.argv.slice(2);
const { Analytics } = require(folder + '/node_modules/@segment/analytics-node');
const analytics = new Analytics({ writeKey, host, httpRequestTimeout: 2000, flushAt: 50 });
let failed = 0;
analytics.on('error', () => failed++);
for (let i = 0; i < Number(events); i++) {
  analytics.track({
    userId: 'visitor-' + (i % 499),
    anonymousId: 'device-' + (i % 499),
    event: i % 10 ? 'Product Viewed' : 'Products Searched',
    properties: i % 10 ? { product_id: 'p' + (i % 83), price: 9.5 } : { query: 'tea ' + (i % 7) },
  });
}
analytics.closeAndFlush({ timeout: 120000 }).then(() => {
  console.log('failed ' + failed);
});
