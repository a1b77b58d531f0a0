import type { Session } from '#api';

/** The administrator of a company with data. */
export const signedIn: Session = {
  user: { id: 'u1', name: '林晚', locale: 'zh', password: true },
  rights: ['VIEW', 'EXPORT', 'DEFINE', 'SEND', 'ADMIN'],
  everybody: true,
  company: {
    name: '青禾商店',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    asOf: '2026-11-22',
    empty: false,
  },
};
