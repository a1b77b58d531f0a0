import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SegmentView } from '#api';
import { Studio, switchLanguage } from '#shell';
import { Size } from './Size';

const segment: SegmentView = {
  id: 's1',
  trait: 'segment/s1',
  label: { zh: '老客', en: 'Regulars' },
  kind: 'dynamic',
  size: 3,
  counting: false,
  changedAt: '2026-11-20T08:00:00Z',
  owner: { zh: '林晚', en: 'Lin Wan' },
};

function shown(one: SegmentView) {
  switchLanguage('zh');
  render(
    <Studio>
      <Size segment={one} />
    </Studio>,
  );
}

it('shows how many are in it', () => {
  shown(segment);
  expect(screen.getByText('3')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

it('shows no number of another version while it is being counted', () => {
  shown({ ...segment, counting: true });
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('计算中');
  expect(status.title).toContain('人群已经保存');
  expect(screen.queryByText('3')).toBeNull();
});
