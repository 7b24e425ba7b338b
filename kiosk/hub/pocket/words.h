// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/local_text.h"
#include "base/time.h"
#include "domain/sign_up.h"

// What the pages for phones say, in the words of the screens.
namespace wenlan::hub::pocket::words {

using base::LocalText;

inline const LocalText other_language{"English", "中文"};
inline const LocalText programme{"近期活动", "What's on"};
inline const LocalText nothing_on{"这几天还没有排活动，过几天再来看看。",
                                  "Nothing is planned just yet. Look in again soon."};
inline const LocalText no_page{"这一页没有了", "This page is gone"};
inline const LocalText no_page_more{"活动可能改了时间，或者已经下架。看看近期还有什么。",
                                    "It may have moved or ended. See what else is on."};
inline const LocalText when{"时间", "When"};
inline const LocalText where{"地点", "Where"};
inline const LocalText organiser{"主办", "By"};
inline const LocalText audience{"适合", "For"};
inline const LocalText seating{"座位", "Seats"};
inline const LocalText deadline{"截止", "Until"};
inline const LocalText dates{"都在什么时候", "Dates"};
inline const LocalText moved{"时间或地点改了", "Changed"};
inline const LocalText cancelled{"这一场取消了", "Cancelled"};
inline const LocalText ended{"已结束", "This is over"};
inline const LocalText seats_left{"还可报", "Places left"};
inline const LocalText full{"满", "Full"};
inline const LocalText can_wait{"可以排候补", "you can join the waiting list"};
inline const LocalText as_of{"截至", "as of"};
inline const LocalText by_lot{"名额有限，报名截止后抽签",
                              "Places are drawn by lot once sign-up closes"};
inline const LocalText not_open_yet{"报名还没开始", "Sign-up is not open yet"};
inline const LocalText opens_at{"开始报名：", "Sign-up opens "};
inline const LocalText closed{"报名已经截止，到现场问问社工还有没有位子。",
                              "Sign-up has closed. Ask at the door whether there is room."};
inline const LocalText walk_in{"不用报名，来了就能进。", "No need to sign up, just walk in."};
inline const LocalText sign_up{"我要报名", "Sign up"};
inline const LocalText wait{"排候补", "Join the waiting list"};
inline const LocalText join_in{"我要加入", "Join"};
inline const LocalText calendar{"加到手机日历", "Add to calendar"};
inline const LocalText subscribe{"订阅这项活动的日历", "Subscribe to its calendar"};
inline const LocalText subscribe_all{"订阅全部活动的日历", "Subscribe to the whole calendar"};
inline const LocalText subscribe_venue{"订阅这个场地的日历", "Subscribe to this venue's calendar"};
inline const LocalText share{"告诉邻居", "Share"};
inline const LocalText share_how{"长按复制网址，或让对方扫这个码",
                                 "Copy the address, or let them scan this"};
inline const LocalText by_message{"用短信发出去", "Send as a message"};
inline const LocalText my_sign_up{"查我的报名", "My sign-up"};
inline const LocalText back{"返回", "Back"};
inline const LocalText not_taken{"还差一点，改好标红的地方就行。",
                                 "Almost there: please mend what is marked."};
inline const LocalText too_old{"这一页放得有点久了，请核对后再按一次。",
                               "This page was open for long. Please check and press once more."};
inline const LocalText required{"必填", "required"};
inline const LocalText optional{"可不填", "optional"};
inline const LocalText phone_use{
    "手机号只用来通知这场活动，活动结束 30 天后删除。不留也行，给您一个 12 位的取票码。",
    "Your number is used to tell you about this and deleted 30 days after. Without one you get a "
    "code of twelve digits."};
inline const LocalText guardian{"报名的人未满 14 周岁，我是监护人，同意",
                                "Whoever signs up is under 14; I am the guardian and agree"};
inline const LocalText guardian_more{"未满 14 周岁才需要勾选", "Only for those under 14"};
inline const LocalText choose{"请选", "Please choose"};
inline const LocalText confirm{"确认报名", "Confirm"};
inline const LocalText your_code{"取票码", "Your code"};
inline const LocalText keep_code{"请截屏或抄下来。查报名、取消都要用它。",
                                 "Keep a picture of it. You need it to look up or cancel."};
inline const LocalText keep_code_tail{
    "查的时候还要手机号后四位。", "You will also be asked for the last four digits of your phone."};
inline const LocalText code{"取票码", "Code"};
inline const LocalText tail{"手机号后四位", "Last four digits of your phone"};
inline const LocalText tail_more{"12 位的取票码不用填", "Not needed with a code of twelve digits"};
inline const LocalText look_up{"查一查", "Look up"};
inline const LocalText not_found{"没找到。请核对取票码和手机号后四位。",
                                 "Nothing found. Please check the code and the four digits."};
inline const LocalText wait_a_while{"试得太多了，请十分钟后再来。",
                                    "Too many tries. Please come back in ten minutes."};
inline const LocalText too_fast{"现在人有点多，请过一会儿再试。",
                                "A little too fast. Please try again shortly."};
inline const LocalText failed{"这会儿办不了，请过一会儿再试，或到一楼问问社工。",
                              "This cannot be done just now. Please try again, or ask our staff."};
inline const LocalText nothing_taken{"没有登记上，请再试一次。",
                                     "Nothing was taken. Please try again."};
inline const LocalText party{"人数", "How many"};
inline const LocalText people{"位", ""};
inline const LocalText place{"候补第", "Waiting, place"};
inline const LocalText cancel{"取消报名", "Cancel my sign-up"};
inline const LocalText cancel_more{"取消后，名额让给下一位邻居。",
                                   "Your place goes to the next neighbour."};
inline const LocalText undo{"刚才取消错了，恢复", "I did not mean to cancel"};
inline const LocalText shrink{"少来几位", "Fewer are coming"};
inline const LocalText shrink_to{"改成几位", "How many now"};
inline const LocalText change_refused{"现在改不了，请看看报名的状态。",
                                      "This cannot be done now. Please look at how it stands."};
inline const LocalText about{"简介", "About"};
inline const LocalText at_the_screen{"请到大厅的屏幕上填写。",
                                     "Please answer at a screen in the lobby."};

// "已留座位", "候补", ... as a stamp.
LocalText state(domain::SignUpState state);
// One sentence where the state alone is not plain; may be empty.
LocalText why(domain::Why why);
LocalText weekday(base::Weekday day);

}  // namespace wenlan::hub::pocket::words
