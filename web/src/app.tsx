import { access } from '#access';
import { campaign } from '#campaign';
import { channel } from '#channel';
import { dashboard } from '#dashboard';
import { home } from '#home';
import { identity } from '#identity';
import { insight } from '#insight';
import { profile } from '#profile';
import { quality } from '#quality';
import { segment } from '#segment';
import { Shell } from '#shell';
import { source } from '#source';
import { standard } from '#standard';
import { tag } from '#tag';

/** The sections in the order of the navigation. */
const sections = [
  home,
  profile,
  tag,
  segment,
  insight,
  dashboard,
  campaign,
  channel,
  source,
  standard,
  quality,
  identity,
  access,
];

export function App() {
  return <Shell sections={sections} />;
}
