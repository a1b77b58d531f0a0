import { describe, expect, it } from 'vitest';
import { entered, wanted } from './entered';

describe('a field in the form', () => {
  it('is sent with English like Chinese where none was typed, and codes numbered where none are', () => {
    const form = {
      ...entered({ entity: 'customer', label: ' 肤质 ', type: 'choice' }),
      codes: [
        { zh: '干性', value: 'c1' },
        { zh: '油性', en: 'Oily' },
      ],
    };
    expect(wanted(form)).toEqual({
      entity: 'customer',
      label: { zh: '肤质', en: '肤质' },
      type: 'choice',
      unit: '',
      mandatory: false,
      sensitivity: 'open',
      codes: [
        { value: 'c1', label: { zh: '干性', en: '干性' } },
        { value: 'c2', label: { zh: '油性', en: 'Oily' } },
      ],
      steward: '',
      description: '',
    });
  });

  it('forgets the codes and the unit of another type', () => {
    const form = { ...entered({ entity: 'order' }), zh: '备注', unit: 'kg' };
    expect(wanted(form)).toMatchObject({ type: 'text', unit: '', codes: [] });
  });

  it('stands as it is kept when it is edited', () => {
    const known = {
      field: {
        key: 'customer.x_skin',
        label: { zh: '肤质', en: 'Skin' },
        type: 'text',
        sensitivity: 'personal',
        mandatory: true,
        codes: [{ value: 'dry', label: { zh: '干性', en: '干性' } }],
      },
      filled: 3,
      columns: [],
      own: {
        version: 2,
        type: 'choice' as const,
        unit: '',
        steward: '会员部',
        description: '导购填写',
        retired: false,
      },
    };
    const form = entered({ entity: 'customer' }, known);
    expect(wanted(form)).toEqual({
      entity: 'customer',
      label: { zh: '肤质', en: 'Skin' },
      type: 'choice',
      unit: '',
      mandatory: true,
      sensitivity: 'personal',
      codes: [{ value: 'dry', label: { zh: '干性', en: '干性' } }],
      steward: '会员部',
      description: '导购填写',
    });
  });
});
