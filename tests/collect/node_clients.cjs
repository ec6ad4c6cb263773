// Runs one client package for Node, as it is: node node_clients.cjs NAME ADDRESS KEY PROPERTIES
const { join } = require('node:path');
const { createRequire } = require('node:module');

const need = createRequire(join(__dirname, '..', '..', 'web', 'package.json'));
const [, , name, address, key, properties] = process.argv;
const said = JSON.parse(properties);
const soon = { flushAt: 1, flushInterval: 50 };

// What Segment's and RudderStack's clients have in common: calls that take one object, and what to do once it is told.
const calls = {
  identify: { userId: 'u1', traits: said },
  track: { userId: 'u1', event: 'bought', properties: said },
  page: { userId: 'u1', name: 'Home', category: 'Docs', properties: said },
  screen: { anonymousId: 'a1', name: 'Start', properties: said },
  group: { userId: 'u1', groupId: 'g1', traits: said },
  alias: { userId: 'u2', previousId: 'u1' },
};
const tell = (client) =>
  Promise.all(Object.entries(calls).map(([name, said]) => new Promise((done) => client[name](said, done))));

const clients = {
  async segment() {
    const { Analytics } = need('@segment/analytics-node');
    const client = new Analytics({ writeKey: key, host: address, maxRetries: 10, ...soon });
    client.on('error', (problem) => console.error(problem));
    await tell(client);
    await client.closeAndFlush({ timeout: 20_000 });
  },
  async rudder() {
    const Rudder = need('@rudderstack/rudder-sdk-node');
    const client = new Rudder(key, { dataPlaneUrl: address, retryCount: 10, ...soon });
    await tell(client);
  },
  async jitsu() {
    const { jitsuAnalytics } = need('@jitsu/js');
    const client = jitsuAnalytics({ host: address, writeKey: `${key}:any` });
    await client.identify('u1', said);
    await client.track('bought', said);
    await client.page(said);
    await client.group('g1', said);
  },
  async posthog() {
    const { PostHog } = need('posthog-node');
    const client = new PostHog(key, { host: address, fetchRetryCount: 6, fetchRetryDelay: 200, ...soon });
    client.capture({ distinctId: 'u1', event: 'bought', properties: said });
    client.identify({ distinctId: 'u1', properties: said });
    client.alias({ distinctId: 'u1', alias: 'a1' });
    client.groupIdentify({ groupType: 'company', groupKey: 'g1', properties: said });
    await client.shutdown(20_000);
  },
};

clients[name]().then(
  () => process.exit(0),
  (problem) => {
    console.error(problem);
    process.exit(1);
  },
);
