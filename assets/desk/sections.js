// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk has, in the order of the bar at the left. Pages are loaded when they are opened.
import {t} from './language.js';

const listings = async () => (await import('./listings.js')).open;
const kindPage = (section) => `/listings?section=${section}`;

export const sections = [
  {name: 'listings', at: '/listings', icon: 'events', words: t('节目单', 'Programme'), open: listings},
  {name: 'listing', pages: [], hidden: true, open: async () => (await import('./editor.js')).open},
  {name: 'rosters', at: '/rosters', icon: 'ticket', words: t('报名名册', 'Rosters'), pages: ['roster', 'to-tell'],
   open: async () => (await import('./rosters.js')).open},
  {name: 'clubs', at: kindPage('clubs'), icon: 'clubs', words: t('社团', 'Clubs'), open: listings},
  {name: 'reading', at: kindPage('reading'), icon: 'reading', words: t('书香', 'Reading'), open: listings},
  {name: 'volunteering', at: kindPage('volunteering'), icon: 'volunteer', words: t('志愿', 'Volunteering'), open: listings},
  {name: 'neighbourhood', at: '/listings?section=neighbourhood', icon: 'clipboard',
   words: t('问卷与公告', 'Surveys, notices'), open: listings},
  {name: 'services', at: '/listings?section=neighbourhood&kind=service', icon: 'market',
   words: t('文化大超市', 'Services'), open: listings},
  {name: 'screens', at: '/screens', icon: 'phone', words: t('屏幕与打印机', 'Screens'),
   open: async () => (await import('./screens.js')).open},
  {name: 'front', at: '/front', icon: 'door', small: true, words: t('前台', 'Front desk'),
   open: async () => (await import('./front.js')).open},
  {name: 'numbers', at: '/numbers', icon: 'chart', small: true, words: t('数字', 'Numbers'),
   open: async () => (await import('./numbers.js')).open},
  {name: 'import', at: '/import', icon: 'bring', small: true, role: 'editor', words: t('导入', 'Import'),
   open: async () => (await import('./import.js')).open},
  {name: 'centre', at: '/centre', icon: 'pin', small: true, words: t('场馆与时间', 'House and hours'),
   open: async () => (await import('./centre.js')).open},
  {name: 'users', at: '/users', icon: 'people', small: true, role: 'manager', words: t('账号', 'Accounts'),
   open: async () => (await import('./users.js')).open},
  {name: 'audit', at: '/audit', icon: 'history', small: true, role: 'manager', words: t('操作记录', 'Log'),
   open: async () => (await import('./audit.js')).open},
];

const ranks = {desk: 1, editor: 2, manager: 3};
export const allowed = (role, needed) => ranks[role] >= ranks[needed];

// Which item of the bar a page belongs to.
export function sectionOf(first, search) {
  if (first === 'listings' || first === 'listing') {
    const name = search.get('section');
    if (name === 'neighbourhood' && search.get('kind') === 'service') {
      return sections.find((one) => one.name === 'services');
    }
    return sections.find((one) => one.name === name) ?? sections[0];
  }
  return sections.find((one) => one.name === first || one.pages?.includes(first));
}
