import { App, Input, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Label, RfmClass, RfmRule, TagView } from '#api';
import { Complaint, useCurrency, useLabel, useTranslation } from '#shell';
import { toNumber } from '#style';
import { useSaveTag } from '../api';
import css from '../tag.module.css';

const SPLITS: RfmRule['split'][] = ['MEAN', 'QUANTILE', 'CUSTOM'];

const namesOf = (classes: RfmClass[], label: ReturnType<typeof useLabel>): Record<string, string> =>
  Object.fromEntries(classes.map((one) => [one.code, label(one.label)]));

/** The window, what groups are called, and where the lines between high and low stand; everybody is grouped anew at once. */
export function Settings({
  tag,
  rule,
  classes,
  open,
  onClose,
}: {
  tag: TagView;
  rule: RfmRule;
  classes: RfmClass[];
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('tag');
  const currency = useCurrency();
  const label = useLabel();
  const { message } = App.useApp();
  const save = useSaveTag(tag.id);
  const [days, setDays] = useState<number | null>(rule.windowDays);
  const [split, setSplit] = useState(rule.split);
  const [r, setR] = useState<number | null>(rule.cuts?.r ?? null);
  const [f, setF] = useState<number | null>(rule.cuts?.f ?? null);
  const [m, setM] = useState<number | null>(toNumber(rule.cuts?.m));
  const [names, setNames] = useState<Record<string, string>>(() => namesOf(classes, label));
  const custom = split === 'CUSTOM';
  const cuts = r !== null && f !== null && m !== null ? { r, f, m } : null;
  const ready = days !== null && (!custom || cuts !== null);
  /** Only what was changed: a name that was left alone keeps its other language. */
  const given = (): Record<string, Label> =>
    Object.fromEntries(
      classes.flatMap(({ code, label: now }): [string, Label][] => {
        const typed = names[code]?.trim() ?? '';
        const kept = rule.names[code];
        if (typed === label(now)) return kept ? [[code, kept]] : [];
        return typed === '' ? [] : [[code, { zh: typed, en: typed }]];
      }),
    );
  const keep = () => {
    if (!ready) return;
    save.mutate(
      {
        edit: {
          label: tag.label,
          category: tag.category,
          rule: {
            type: 'rfm',
            windowDays: days,
            split,
            ...(custom && cuts ? { cuts } : {}),
            names: given(),
          },
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
        setNames(namesOf(classes, label));
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
        <span id="rfm-names">{t('rfm.names')}</span>
        <div className={css.names} role="group" aria-labelledby="rfm-names">
          {classes.map(({ code }) => (
            <Input
              key={code}
              size="small"
              prefix={<span className={css.code}>{code}</span>}
              value={names[code] ?? ''}
              maxLength={30}
              aria-label={t('rfm.nameOf', { code })}
              placeholder={t('rfm.usual')}
              onChange={(event) => setNames({ ...names, [code]: event.target.value })}
            />
          ))}
        </div>
        <p className={css.quiet}>
          {t('rfm.namesText')} <Link to="/tags/rfm_three">{t('rfm.three')}</Link>
        </p>
        <p className={css.quiet}>{t('rfm.settingsText')}</p>
        <Complaint error={save.error} />
      </div>
    </Modal>
  );
}
