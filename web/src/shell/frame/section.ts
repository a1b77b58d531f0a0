import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import type { Right } from '#api';
import type { Act, Finder } from '../search/finder';

/**
 * A page; one that needs a right says so to those who do not hold it, instead of opening. `overAll`:
 * what is decided there holds for all customers, so that who sees some of them stays outside too.
 */
export type PageRoute = RouteObject & { right?: Right; overAll?: boolean };

/** What a folder adds to the product: its pages, their place in the navigation, what search finds. */
export interface Section {
  routes: PageRoute[];
  nav?: NavItem[];
  finders?: Finder[];
  acts?: Act[];
}

export interface NavItem {
  to: string;
  /** Key of the name, with its folder: `profile:nav`. */
  text: string;
  icon: ReactNode;
  /** Other addresses that are reached from here and belong to it. */
  also?: string[];
  /** Items of 数据 stand together under that heading; what is set rather than looked at comes last. */
  group?: 'data' | 'settings';
  /** Shown only to those who hold this right. */
  right?: Right;
}
