import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import type { Right } from '#api';

/** What a folder adds to the product: its pages, and where they stand in the navigation. */
export interface Section {
  routes: RouteObject[];
  nav?: NavItem[];
}

export interface NavItem {
  to: string;
  /** Key of the name, with its folder: `profile:nav`. */
  text: string;
  icon: ReactNode;
  /** Items of 数据 stand together under that heading. */
  group?: 'data';
  /** Shown only to those who hold this right. */
  right?: Right;
}
