// A page with Segment's own client, pointed at the server under test; its settings come from there as well.
import { AnalyticsBrowser } from '@segment/analytics-next';

window.run = async ({ address, key, said }) => {
  const client = AnalyticsBrowser.load({ writeKey: key, cdnURL: address });
  await client.page('Docs', 'Home', said);
  await client.identify('u1', said);
  await client.track('bought', said);
  await client.group('g1', said);
};
