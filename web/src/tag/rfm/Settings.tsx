import { App, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { RfmRule, TagView } from '#api';
import { Complaint, useCurrency, useTranslation } from '#shell';
import { toNumber } from '#style';
import { useSaveTag } from '../api';
import css from '../tag.module.css';

const SPLITS: RfmRule['split'][] = ['MEAN', 'QUANTILE', 'CUSTOM'];

/** The window, and where the lines between high and low stand; everybody is grouped anew at once. */
export function Settings({
  tag,
  rule,
  open,
  onClose,
}: {
  tag: TagView;
  rule: RfmRule;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('tag');
  const currency = useCurrency();
  const { message } = App.useApp();
  const save = useSaveTag(tag.id);
  const [days, setDays] = useState<number | null>(rule.windowDays);
  const [split, setSplit] = useState(rule.split);
  const [r, setR] = useState<number | null>(rule.cuts?.r ?? null);
  const [f, setF] = useState<number | null>(rule.cuts?.f ?? null);
  const [m, setM] = useState<number | null>(toNumber(rule.cuts?.m));
  const custom = split === 'CUSTOM';
  const cuts = r !== null && f !== null && m !== null ? { r, f, m } : null;
  const ready = days !== null && (!custom || cuts !== null);
  const keep = () => {
    if (!ready) return;
    save.mutate(
      {
        label: tag.label,
        category: tag.category,
        rule: {
          type: 'rfm',
          windowDays: days,
          split,
          ...(custom && cuts ? { cuts } : {}),
        },
      },
      {
        onSuccess: () => {
          void message.success(t('rfm.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      title={t('rfm.settings')}
      open={open}
      okText={t('rfm.apply')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={keep}
      onCancel={onClose}
      afterOpenChange={(shown) => {
        if (!shown) return;
        save.reset();
        setDays(rule.windowDays);
        setSplit(rule.split);
      }}
    >
      <div className={css.form}>
        <label htmlFor="rfm-days">{t('rfm.window')}</label>
        <InputNumber<number>
          id="rfm-days"
          min={1}
          max={3660}
          precision={0}
          value={days}
          suffix={t('rfm.unitDays')}
          onChange={setDays}
        />
        <span id="rfm-split">{t('rfm.lines')}</span>
        <Radio.Group
          aria-labelledby="rfm-split"
          value={split}
          onChange={(event) => setSplit(event.target.value as RfmRule['split'])}
          vertical
          options={SPLITS.map((value) => ({ value, label: t(`rfm.choose.${value}`) }))}
        />
        {custom && (
          <div className={css.given}>
            <label htmlFor="rfm-r">{t('rfm.given.r')}</label>
            <InputNumber<number>
              id="rfm-r"
              min={0}
              precision={0}
              value={r}
              suffix={t('rfm.unitDays')}
              onChange={setR}
            />
            <label htmlFor="rfm-f">{t('rfm.given.f')}</label>
            <InputNumber<number>
              id="rfm-f"
              min={1}
              precision={0}
              value={f}
              suffix={t('rfm.unitDays')}
              onChange={setF}
            />
            <label htmlFor="rfm-m">{t('rfm.given.m')}</label>
            <InputNumber<number>
              id="rfm-m"
              precision={2}
              value={m}
              suffix={currency}
              onChange={setM}
            />
          </div>
        )}
        <p className={css.quiet}>{t('rfm.settingsText')}</p>
        <Complaint error={save.error} />
      </div>
    </Modal>
  );
}
