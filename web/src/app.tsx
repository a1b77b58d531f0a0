import { access } from './access/section';
import { campaign } from './campaign/section';
import { channel } from './channel/section';
import { dashboard } from './dashboard/section';
import { home } from './home/section';
import { identity } from './identity/section';
import { insight } from './insight/section';
import { profile } from './profile/section';
import { quality } from './quality/section';
import { segment } from './segment/section';
import { Shell } from '#shell';
import { source } from './source/section';
import { standard } from './standard/section';
import { tag } from './tag/section';

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
