// A page with PostHog's own client, recorder included, pointed at the server under test.
import posthog from 'posthog-js/dist/module.full.no-external';

window.run = ({ address, key, said }) =>
  new Promise((done) => {
    window.posthog = posthog;
    posthog.init(key, {
      api_host: address,
      // Else it says nothing in a browser without a screen.
      opt_out_useragent_filter: true,
      loaded: () => {
        posthog.identify('u1', said);
        posthog.capture('bought', said, { send_instantly: true });
        posthog.capture('left', {}, { send_instantly: true });
        done();
      },
    });
  });
