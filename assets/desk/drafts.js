// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has written and the hub has not taken yet: kept in this browser, by account and
// listing, until it is saved. Only texts of the programme, nothing of any resident.

const key = (user, listing) => `wenlan-draft:${user}:${listing}`;

export function keep(user, listing, draft) {
  try {
    localStorage.setItem(key(user, listing), JSON.stringify({...draft, at: Date.now()}));
  } catch {
    // A full store keeps nothing further; the hub still gets it.
  }
}

export function kept(user, listing) {
  try {
    return JSON.parse(localStorage.getItem(key(user, listing)));
  } catch {
    return null;
  }
}

export function forget(user, listing) {
  localStorage.removeItem(key(user, listing));
}
