import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTranslation } from '#shell';

/** Changes that were not saved are not lost by a click on a link, or by closing the tab. */
export function useAskedBeforeLeaving(isOpen: boolean) {
  const { t } = useTranslation('dashboard');
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isOpen && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void modal.confirm({
      title: t('leave.ask'),
      okText: t('leave.yes'),
      cancelText: t('leave.no'),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal, t]);
  useEffect(() => {
    if (!isOpen) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isOpen]);
}
