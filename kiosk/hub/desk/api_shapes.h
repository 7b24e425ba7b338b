// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// What the staff desk's pages and the hub say to each other. Routes and roles are in routes.cpp;
// here is what goes in and comes out. A member marked ? may be left out of what goes in.
//
// COMMON
//   Bodies are JSON (content-type application/json) unless said otherwise. Text is {"zh","en"}.
//   Instants: "2026-11-22T06:20:00.000Z" (an offset is read too). Walls, what the centre's clock
//   shows: "2026-11-22T14:20:00". Days: "2026-11-22". Ids are numbers.
//   A change (not GET) needs the header x-wenlan-csrf with the session's csrf, and an Origin, where
//   there is one, of this host. The cookie is the hub's business (HttpOnly).
//   Roles: desk < editor < manager; who may do more may do less.
//   Done without anything to say: 204.
//   Refused: {"error":{"code","message":Text,"field"?,"fields"?:[{"field","code","message":Text,
//     "most"?}]}}; "field" is a path such as "title.zh", "form.2.options.0.zh", "dates.0.end".
//     401 desk.not-signed-in · 403 desk.wrong-role, desk.bad-csrf, desk.bad-origin ·
//     403 desk.must-change (only password and session are open) · 404 desk.none ·
//     409 programme.changed-meanwhile · 413 desk.too-much · 415 desk.not-json ·
//     422 desk.fields and what the domain says (programme.invalid, ics.*, poster.*) ·
//     423 desk.being-edited {"who"} · 429 desk.too-fast {"retry_after_s"} (also a header) ·
//     500 hub.failed
//
// SESSION
//   GET /session -> {"setup":bool (nobody has an account: the set-up page),"signed_in":bool,
//     "centre":Text,"zone","now":instant, and, signed in:
//     "user":User,"csrf","idle_s","ends":instant, "must_change":bool}
//   POST /setup {"token","name","title"?,"password"} -> as GET /session, signed in. The token is in
//     the link: /desk/#setup=TOKEN. 403 desk.bad-token
//   POST /session {"name","password"} -> as GET. 401 desk.bad-login, 429
//   DELETE /session -> 204
//   PUT /password {"old","new"} -> as GET; other sessions of the user end. 422 desk.bad-password
// USERS
//   User: {"id","name","title","role":"desk|editor|manager","disabled":bool,"must_change":bool,
//     "last_seen":instant|null}
//   GET /users -> {"users":[User]}
//   POST /users {"name","title"?,"role","password"} -> 201 User
//   PUT /users/:user {"title"?,"role"?,"disabled"?} -> User. 422 desk.last-manager
//   PUT /users/:user/password {"password"} -> User, who must change it and is signed out
//   DELETE /users/:user/sessions -> 204
// LISTINGS
//   Listing: {"kind","section","title":Text,"short_title","full_title","subtitle","body",
//     "organiser","audience","seating","feature_badge","feature_line","needs": each a Text,
//     "poster":{"name","focus_x","focus_y"},"join":"none|walk_in|sign_up|ask|anonymous",
//     "feature":"none|home|attract|both","shown_from":instant|null,"shown_until","deadline",
//     "answered":n,"tags":[key],"club":null|{"members","places_open","founded_year","recruiting",
//     "weekly":Text,"leader","leader_role","leader_note","place_note","rests_until":day|null},
//     "challenge":null|{"first_day":day,"last_day":day,"readers":n},
//     "items":[{"title":Text,"text":Text,"by":Text,"percent":n}],"form_version":n (only read),
//     "form":[{"kind":"name|phone|party|choice|choices|text|number|age|consent","prompt":Text,
//     "options":[Text],"required":bool,"least":n,"most":n (0: the kind's own)}]}
//   In what goes in, members left out stay as they are (of a new one: empty).
//   State: "draft|review|published|withdrawn"; published with a later publish_at waits for it.
//   Date: {"id","start":instant,"end","venue":id,"capacity":n (0: none counted),"walk_in_places",
//     "signup_opens":instant|null,"signup_closes":instant|null,"state":"scheduled|moved|cancelled",
//     "reason":Text,"series":id|null, only read: "taken":n,"waiting":parties}
//   Series: {"id","first":wall,"length_min","rule":"FREQ=WEEKLY;BYDAY=SU","venue","capacity",
//     "walk_in_places","signup_opens_before_min":n|null,"signup_closes_before_min":n|null,
//     "extra":[wall],"excluded":[wall],"ends_before":wall|null}
//   GET /listings?q&kind&section&state&tag&from&until&pending&order=changed|title|next&offset&limit
//     (q: in titles and subtitle; from, until: days with a date; pending=1; limit at most 200) ->
//     {"total","pending":n of the whole programme,"listings":[{"id","kind","section","title":Text,
//     "subtitle":Text,"poster":{..},"state","publish_at","pending":bool,"origin":"desk|
//     demonstration|imported","feature","next":null|{"id","start","end","venue","state",
//     "capacity"},"coming":n,"changed":null|{"who","at"},"editing":null|"name"}]}
//   POST /listings {"listing":Listing} -> 201 {"id","revision"}: a draft
//   GET /listings/:listing -> {"id","revision","state","publish_at","pending":bool,"origin",
//     "review":null|{"who","at","note"},"editing":null|{"who","mine":bool,"since"},
//     "listing":Listing,"dates":[Date],"series":[Series]}
//   PUT /listings/:listing {"revision","listing":Listing} -> {"id","revision"}
//   PUT /listings/:listing/state {"revision","state","publish_at"?:instant,"note"?} ->
//     {"id","revision","state","version"?}: published without publish_at, and withdrawn, go to the
//     screens at once ("version": what they will show)
//   POST /listings/:listing/duplicate {"weeks"?:52,"dates"?:true} -> 201 {"id","revision"}: a
//     draft, its dates so many weeks later
//   GET /listings/:listing/history?before=n&limit -> {"entries":[{"number","at","who","kind",
//     "before":any|null,"after":any|null,"can_undo":bool}]}, the newest first
//   POST /listings/:listing/undo {"number","revision"} -> {"id","revision"}: what that entry
//   changed
//     is again as it was before. 409 desk.cannot-undo
//   PUT /listings/:listing/editing -> {"mine":bool,"who","since","beat_s"}: to be repeated every
//     beat_s while it is open; not mine: to be read only. DELETE .../editing -> 204
//   GET /limits -> {"texts":{"title":{"most","fits_zh","fits_en"},...},"questions_most",
//     "options_most","items_most","tags_most","capacity_most","question":{"text":{"most"},...}}
// DATES
//   POST /listings/:listing/dates {"date":Date} -> 201 {"id","revision"} (revision: the listing's)
//   PUT /dates/:date {"date":Date} -> {"id","revision"}; cancelled or moved needs a reason: 422
//   DELETE /dates/:date -> {"revision"}
//   POST /dates/:date/effects {"date":Date} -> {"free":{"screen":{"before","after"},"phone":{..}},
//     "signed_up":people,"waiting":parties,"over":people that would have no seat}
//   POST /listings/:listing/series {"series":Series} -> 201 {"id","revision"}
//   PUT /series/:series {"series":Series,"from"?:wall} -> {"id","revision"}; from: that date and
//   all
//     later ones go on as a new series, whose id is given
//   DELETE /series/:series?from=wall -> {"revision"}; without from: from now on
//   POST /series-dates {"series":Series} -> {"dates":[{"wall","start","end"}]}, the next 120 days
// PUBLISHING
//   GET /publication -> {"version","issued":instant|null,"pending":n,"surroundings_pending":bool}
//   POST /publication -> {"version"}: everything that waits
//   POST /import?format=ics|csv&try=1&skip_bad=1, body: the file -> {"taken":bool,"entries",
//     "events","dates","refused","skipped","notes","lines":[{"line","verdict":"refused|skipped|
//     note","code","sentence","title"}],"put":null|{"added","changed","unchanged","dates_added",
//     "dates_changed","dates_removed"}}; what is taken waits to be published
//   POST /posters, body: the picture (image/png, image/jpeg, image/webp) -> 201 {"name","width",
//     "height"}; then PUT the listing with it. GET /posters -> {"posters":[name]}, the newest
//     first, then the built-in ones. GET /posters/:name -> a small picture of it
//   POST /preview {"listing":Listing,"id"?,"dates"?:[Date],"mode":{"size":"portrait|landscape",
//     "large_text":bool,"high_contrast":bool,"language":"zh|en"}} -> image/png.
//     503 desk.no-preview
// SURROUNDINGS
//   GET /centre -> {"name":Text,"zone","public_url","phone","hours":[[opens_minute,closes_minute]
//     x7, Monday first],"closure_days":[day],"address":Text,"closing_note":Text,"place":[lat,lon],
//     "duty_name":Text,"duty_place":Text,"duty_hours":[...],"volunteer_year":[hours,people,groups]}
//   PUT /centre, the same, all ?, -> the same
//   Venue: {"id","key","name":Text,"short_name":Text,"floor":Text,"directions":Text,"storey":n}
//   GET /venues -> {"venues":[Venue]}; POST /venues Venue without id and key -> 201 Venue;
//   PUT /venues/:venue -> Venue
//   Tag: {"key","name":Text,"section","filter_order":n}
//   GET /tags -> {"tags":[Tag]}; POST /tags Tag without key -> 201 Tag; PUT /tags/:tag -> Tag
// SCREENS
//   GET /screens -> {"published":{"epoch","version"}|null,"silent_after_s","screens":[{"number",
//     "name","standing":"newest|behind|silent|never|revoked","paired":instant,"heard":instant|null,
//     "epoch","version","newest_whole":bool,"outbox","disk_free","skew_ms","running_s","failures",
//     "trouble":code,"software","alerts":[code]}],"invitation":null|{"name","expires","wrong"}}
//   POST /screens {"name"} -> 201 {"code","expires"}: opens a pairing code
//   PUT /screens/:screen {"name"} -> 204; DELETE /screens/:screen -> 204: revoked
//   GET /alerts -> {"alerts":[{"screen","name","code","since":instant,"sentence":Text}],
//     "sent_to":["command"|"webhook"]}
//   GET /notices -> {"notices":[{"id","title":Text,"body":Text,"until":instant|null,"who","at",
//     "version","screens":[{"number","name","has":bool,"heard":instant|null}]}]}
//   POST /notices {"title":Text,"body":Text,"until"?:instant} -> 201 {"id","version"}: on the
//     screens at once
//   DELETE /notices/:listing -> {"version"}
// LOG
//   GET /audit?before=n&limit -> {"entries":[as in history, and "subject"]}
namespace wenlan::hub::desk {

inline constexpr std::string_view api_path = "/api/desk";

}  // namespace wenlan::hub::desk
