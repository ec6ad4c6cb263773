// A page with RudderStack's own client, pointed at the server under test; its settings come from there as well.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';

window.run = ({ address, key, said }) =>
  new Promise((done) => {
    const client = new RudderAnalytics();
    client.load(key, address, { configUrl: address, logLevel: 'ERROR' });
    client.ready(() => {
      client.page('Docs', 'Home', said);
      client.identify('u1', said);
      client.track('bought', said);
      client.group('g1', said);
      done();
    });
  });
