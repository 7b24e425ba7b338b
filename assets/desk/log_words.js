// SPDX-License-Identifier: GPL-3.0-or-later
// The log's words for people.
import {said, t} from './language.js';

const whats = {
  'listing.added': t('建了', 'made it'), 'listing.changed': t('改了内容', 'changed it'), 'listing.state': t('改了状态', 'changed its state'),
  'date.added': t('添了日期', 'added a date'), 'date.changed': t('改了日期', 'changed a date'), 'date.removed': t('删了日期', 'removed a date'),
  'series.added': t('添了系列', 'added a series'), 'series.changed': t('改了系列', 'changed a series'), 'series.ended': t('停了系列', 'ended a series'),
  'centre.changed': t('改了场馆信息', 'changed the centre'), 'venue.changed': t('改了地点', 'changed a venue'), 'venue.added': t('添了地点', 'added a venue'),
  'tag.added': t('添了标签', 'added a tag'), 'tag.changed': t('改了标签', 'changed a tag'), 'user.added': t('添了账号', 'added an account'),
  'user.changed': t('改了账号', 'changed an account'), 'user.signed-in': t('登录', 'signed in'),
};
export const whatWords = (kind) => whats[kind] ?? kind;

const names = {
  title: t('标题', 'Title'), subtitle: t('副题', 'Subtitle'), body: t('简介', 'About'), short_title: t('短标题', 'Short title'), full_title: t('全名', 'Full title'),
  organiser: t('主办', 'Organiser'), audience: t('适合', 'For whom'), seating: t('座位说明', 'Seating'), poster: t('海报', 'Poster'), join: t('怎么参加', 'How to join'),
  feature: t('显示在', 'Put forward'), tags: t('标签', 'Tags'), form: t('报名表', 'Form'), form_version: t('报名表版本', 'Form version'), state: t('状态', 'State'), start: t('开始', 'Start'),
  end: t('结束', 'End'), venue: t('地点', 'Place'), capacity: t('座位', 'Seats'), walk_in_places: t('留给现场', 'Kept for walk-ins'), reason: t('原因', 'Reason'),
  publish_at: t('定时', 'From'), deadline: t('截止', 'Deadline'), kind: t('种类', 'Kind'), section: t('栏目', 'Section'), name: t('名字', 'Name'), hours: t('开门时间', 'Hours'), closure_days: t('闭馆日', 'Closure days'),
};
export const fieldWords = (key) => names[key] ?? key;

export function shortly(value) {
  if (value === null || value === undefined || value === '') return t('（空）', '(empty)');
  if (typeof value === 'object') {
    if ('zh' in value) return said(value) || t('（空）', '(empty)');
    const words = Array.isArray(value) ? value.map(shortly).join(t('、', ', ')) : value.name ? String(shortly(value.name)) : JSON.stringify(value);
    return words.length > 90 ? `${words.slice(0, 90)}…` : words || t('（空）', '(empty)');
  }
  return String(value).slice(0, 160);
}
