import { render } from '@testing-library/react';
import { Shell, switchLanguage, type Section } from '#shell';

/** Opens an address of the app, in Chinese, with the sections that the test is about. */
export function open(address: string, sections: Section[]) {
  switchLanguage('zh');
  window.history.pushState(null, '', address);
  return render(<Shell sections={sections} />);
}
