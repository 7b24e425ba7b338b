// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds and states of listings are called.
import {h} from './dom.js';
import {t} from './language.js';
import {moment} from './time.js';

export const kinds = [
  ['event', t('活动', 'Event')], ['club', t('社团', 'Club')], ['reading', t('读书', 'Reading')],
  ['challenge', t('共读挑战', 'Reading challenge')], ['volunteering', t('志愿', 'Volunteering')],
  ['call', t('征集', 'Call')], ['service', t('文化超市服务', 'Service')], ['survey', t('问卷', 'Survey')],
  ['notice', t('公告', 'Notice')]];
export const kindWords = (kind) => kinds.find(([key]) => key === kind)?.[1] ?? kind;

export const sectionOfKind = {event: 'events', club: 'clubs', reading: 'reading', challenge: 'reading',
  volunteering: 'volunteering', call: 'events', service: 'neighbourhood', survey: 'neighbourhood', notice: 'neighbourhood'};

export const joins = [
  ['none', t('不用参加，只看', 'Nothing to join')], ['walk_in', t('随到随看', 'Walk in')],
  ['sign_up', t('要报名', 'Sign up')], ['ask', t('留话，由社工回', 'Ask us')],
  ['anonymous', t('不记名作答', 'Anonymous answers')]];

export function statePills({state, publish_at: at, pending}) {
  const later = state === 'published' && at && new Date(at) > new Date();
  const pills = [{
    draft: h('span.pill', {}, t('草稿', 'Draft')),
    review: h('span.pill.wait', {}, t('待审', 'For review')),
    published: h('span.pill.good', {}, later ? t(`${moment(at)} 发布`, `From ${moment(at)}`) : t('已发布', 'Published')),
    withdrawn: h('span.pill.bad', {}, t('已撤下', 'Withdrawn')),
  }[state]];
  if (pending && state === 'published' && !later) pills.push(h('span.pill.wait', {}, t('有未发布修改', 'Unpublished changes')));
  if (pending && state === 'withdrawn') pills.push(h('span.pill.wait', {}, t('屏上还在', 'Still on screens')));
  return pills;
}
